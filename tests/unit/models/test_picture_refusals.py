"""Files that are not taken in, each with its reason, and without being read into memory where that matters."""

import struct
import zlib
from pathlib import Path

import pytest

from models.errors import PictureRefused
from models.pictures import MOST_BYTES, inspect
from tests.pictures import CLOCK, HEIC, picture


def refusal(data: bytes | Path, name: str = "IMG_2091.jpg") -> str:
    """The code with which a picture is refused."""
    with pytest.raises(PictureRefused) as caught:
        inspect(data, clock=CLOCK, name=name)
    assert caught.value.refusal.values["name"] == name
    return caught.value.refusal.code


def png_header(width: int, height: int) -> bytes:
    """A PNG that promises many pixels in 60 bytes."""
    ihdr = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    idat = b"IDAT" + zlib.compress(b"")
    chunks = (
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in (ihdr, idat)
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def jpeg_of(width: int, height: int) -> bytes:
    """A small JPEG whose header claims another size."""
    data = bytearray(picture())
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "picture_empty"),
        (bytes(5000), "picture_truncated"),
        (b"hello, this is a text", "picture_not_an_image"),
        (b"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00avifmif1" + bytes(100), "picture_not_an_image"),
        (b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00mp42isom" + bytes(100), "picture_not_an_image"),
        (b"\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00avifmif1miaf" + bytes(100), "picture_not_an_image"),
        (b"%PDF-1.7", "picture_not_an_image"),
        (b"\xff\xd8\xff", "picture_truncated"),
        (b"\xff\xd8\xff\xe0" + b"rubbish" * 50, "picture_truncated"),
        (b"\x89PNG\r\n\x1a\n", "picture_truncated"),
        (HEIC[:24], "picture_truncated"),
        (png_header(20_000, 10_000), "picture_too_many_pixels"),
        (jpeg_of(20_000, 10_000), "picture_too_many_pixels"),
        (picture() + bytes(MOST_BYTES), "picture_too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_refused(data: bytes, code: str) -> None:
    """Each with its own code."""
    assert refusal(data) == code


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "HEIC"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.9, 0.99])
def test_cut_short(kind: str, share: float) -> None:
    """A copy that was broken off is refused wherever it ends."""
    data = HEIC if kind == "HEIC" else picture(kind, size=(640, 480))
    assert refusal(data[: int(len(data) * share)]) in {"picture_truncated", "picture_not_an_image"}


def test_decoding_tells_what_the_frame_does_not() -> None:
    """Start, end and size are there, but the tables to read the pixels with are spoilt."""
    data = picture(size=(640, 480))
    tables = data.index(b"\xff\xc4") + 4
    assert refusal(data[:tables] + b"\xff" * 17 + data[tables + 17 :]) == "picture_truncated"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "HEIC"])
def test_zeros_instead_of_the_rest(kind: str) -> None:
    """Some copies have the full length from the start and are filled as they go."""
    data = HEIC if kind == "HEIC" else picture(kind, size=(640, 480))
    half = len(data) // 2
    assert refusal(data[:half] + bytes(half + 5000)) == "picture_truncated"


def test_paths_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing, a folder, forbidden."""
    path = tmp_path / "a.jpg"
    assert refusal(path, "a.jpg") == "picture_missing"
    assert refusal(tmp_path, tmp_path.name) == "picture_is_folder"
    path.write_bytes(picture())

    def forbidden(_path: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    assert refusal(path, "a.jpg") == "picture_unreadable"


def test_large_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A video of some gigabytes must not fill the memory."""
    path = tmp_path / "VID.mp4"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    monkeypatch.delattr(Path, "read_bytes")
    assert refusal(path, "VID.mp4") == "picture_too_large"
