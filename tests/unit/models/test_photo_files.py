"""Originals on disk: durable, sealed, checked, healed."""

import errno
import hashlib
import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from models import durable
from models.errors import Damaged, DiskFull, NotWritable, WorldFailed
from models.photo_files import PhotoFiles
from models.sealing import CHUNK

KEY = bytes(range(32))
OTHER_KEY = bytes(32)
SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7]
both_keys = pytest.mark.parametrize("key", [None, KEY], ids=["plain", "sealed"])


def some_bytes(size: int) -> bytes:
    """Bytes that differ from place to place."""
    return (bytes(range(251)) * (size // 251 + 1))[:size]


def file_of(folder: Path, digest: str) -> Path:
    """Where the store keeps a digest."""
    return folder / digest[:2] / digest


@both_keys
@pytest.mark.parametrize("size", SIZES)
def test_what_was_added_is_read(tmp_path: Path, key: bytes | None, size: int) -> None:
    """Every size around a chunk's border comes back as it was, also in a store opened later."""
    data = some_bytes(size)
    digest = PhotoFiles(tmp_path, key).add(data)
    again = PhotoFiles(tmp_path, key)
    assert digest == hashlib.sha256(data).hexdigest()
    assert again.has(digest)
    assert again.verify(digest)
    assert again.read(digest) == data
    assert list(again.digests()) == [digest]


@both_keys
def test_chinese_path(tmp_path: Path, key: bytes | None) -> None:
    """Profiles lie under people's names."""
    folder = tmp_path / "王建国" / "照片 原图"
    files = PhotoFiles(folder, key)
    digest = files.add(b"a photo")
    assert files.read(digest) == b"a photo"
    assert file_of(folder, digest).is_file()


def test_plain_store_keeps_the_bytes_as_they_are(tmp_path: Path) -> None:
    """The server's files can be opened by any program."""
    digest = PhotoFiles(tmp_path, None).add(b"a photo")
    assert file_of(tmp_path, digest).read_bytes() == b"a photo"


def test_sealed_store_shows_nothing(tmp_path: Path) -> None:
    """No stretch of the photo stands on the disk, and the same photo looks different in another store."""
    data = some_bytes(2 * CHUNK)
    one, two = tmp_path / "one", tmp_path / "two"
    digest = PhotoFiles(one, KEY).add(data)
    PhotoFiles(two, KEY).add(data)
    stored = file_of(one, digest).read_bytes()
    assert data[:64] not in stored
    assert stored != file_of(two, digest).read_bytes()


@both_keys
def test_flipped_byte_is_noticed_anywhere(tmp_path: Path, key: bytes | None) -> None:
    """Start, middle and end: no damaged photo is ever handed out."""
    files = PhotoFiles(tmp_path, key)
    digest = files.add(some_bytes(2 * CHUNK + 5))
    path = file_of(tmp_path, digest)
    whole = path.read_bytes()
    for at in (0, 15, 30, CHUNK + 40, len(whole) - 1):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert not files.verify(digest)
        with pytest.raises(Damaged) as caught:
            files.read(digest)
        assert caught.value.refusal.code == "photo_damaged"


@both_keys
@pytest.mark.parametrize("keep", [0, 1, 20, CHUNK])
def test_truncated_file_is_noticed(tmp_path: Path, key: bytes | None, keep: int) -> None:
    """A file that a full disk or a crash cut is not a photo."""
    files = PhotoFiles(tmp_path, key)
    digest = files.add(some_bytes(2 * CHUNK))
    path = file_of(tmp_path, digest)
    path.write_bytes(path.read_bytes()[:keep])
    assert not files.verify(digest)


def test_wrong_key_opens_nothing(tmp_path: Path) -> None:
    """Another person's key is as good as none."""
    digest = PhotoFiles(tmp_path, KEY).add(b"a photo")
    stranger = PhotoFiles(tmp_path, OTHER_KEY)
    assert not stranger.verify(digest)
    with pytest.raises(Damaged):
        stranger.read(digest)


def test_short_key_is_our_mistake(tmp_path: Path) -> None:
    """A key of another length never seals anything."""
    with pytest.raises(ValueError, match="32"):
        PhotoFiles(tmp_path, b"short")


def test_missing_is_said(tmp_path: Path) -> None:
    """No file is a failure with a code of its own."""
    files = PhotoFiles(tmp_path, KEY)
    digest = "0" * 64
    assert not files.has(digest)
    assert not files.verify(digest)
    with pytest.raises(Damaged) as caught:
        files.read(digest)
    assert caught.value.refusal.code == "photo_missing"


@pytest.mark.parametrize("name", ["", "../../store.db", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_only_digests_name_files(tmp_path: Path, name: str) -> None:
    """What comes from the network cannot reach other files."""
    with pytest.raises(ValueError, match="SHA-256"):
        PhotoFiles(tmp_path, KEY).has(name)


@both_keys
def test_adding_again_heals(tmp_path: Path, key: bytes | None) -> None:
    """The same photo twice is one file; a damaged one is written anew."""
    files = PhotoFiles(tmp_path, key)
    digest = files.add(b"a photo")
    before = file_of(tmp_path, digest).read_bytes()
    assert files.add(b"a photo") == digest
    assert file_of(tmp_path, digest).read_bytes() == before
    file_of(tmp_path, digest).write_bytes(b"rubbish")
    files.add(b"a photo")
    assert files.read(digest) == b"a photo"


def test_leftovers_are_swept_when_opened(tmp_path: Path) -> None:
    """A killed add leaves a temporary file: no digest, gone at the next start, photos untouched."""
    files = PhotoFiles(tmp_path, KEY)
    digest = files.add(b"a photo")
    leftover = file_of(tmp_path, digest).with_name(f"0190{durable.TEMPORARY}")
    leftover.write_bytes(b"half a ph")
    assert list(files.digests()) == [digest]
    PhotoFiles(tmp_path, KEY, sweep=False)
    assert leftover.exists()
    PhotoFiles(tmp_path, KEY)
    assert not leftover.exists()
    assert files.verify(digest)


@pytest.mark.parametrize(
    ("number", "failure"), [(errno.ENOSPC, DiskFull), (errno.EROFS, NotWritable), (errno.EACCES, NotWritable)]
)
def test_failing_disk_is_said_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, failure: type[WorldFailed]
) -> None:
    """Full and forbidden disks are failures of their own types; nothing half written stays."""

    def fail(_handle: int) -> NoReturn:
        raise OSError(number, os.strerror(number))

    files = PhotoFiles(tmp_path, KEY)
    first = files.add(b"stored before")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(failure) as caught:
        files.add(b"a photo")
    assert caught.value.refusal.values == {"where": str(tmp_path)}
    monkeypatch.undo()
    assert list(files.digests()) == [first]
    assert not [path for path in tmp_path.rglob("*") if path.name.endswith(durable.TEMPORARY)]


def test_nothing_is_there_before_it_is_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order that survives a power cut: bytes synced, then named, then the folder synced."""
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        steps.append("file" if stat.S_ISREG(os.fstat(handle).st_mode) else "folder")
        fsync(handle)

    def renamed(source: Path, target: Path) -> Path:
        steps.append("rename")
        return replace(source, target)

    files = PhotoFiles(tmp_path, KEY)
    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)
    files.add(b"a photo")
    expected = ["file", "rename"] if os.name == "nt" else ["file", "rename", "folder"]
    assert steps[steps.index("file") :] == expected


def test_what_is_proven_is_read_again_before_it_gets_its_name(tmp_path: Path) -> None:
    files, data = PhotoFiles(tmp_path, None), some_bytes(1000)
    digest = hashlib.sha256(data).hexdigest()
    assert not files.prove(digest, data[:-1])
    assert not files.has(digest)
    assert list(tmp_path.glob("*/*")) == []
    assert files.prove(digest, data)
    assert files.read(digest) == data
    assert not files.prove(digest, data[:-1]), "there, but not what came now"
    assert files.verify(digest)


def test_what_the_disk_holds_otherwise_is_not_proven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files, data = PhotoFiles(tmp_path, None), some_bytes(1000)
    digest = hashlib.sha256(data).hexdigest()
    monkeypatch.setattr(Path, "read_bytes", lambda _: data[:-1] + b"?")
    assert not files.prove(digest, data)
    assert not files.has(digest)
