"""Opening a store: what is gone or damaged is said, and never quietly replaced by an empty one."""

from pathlib import Path

import pytest

from models.errors import Damaged, NotWritable, WrongKey
from tests.builders import open_store, person, raise_one


@pytest.mark.parametrize("content", [None, b""])
def test_records_that_are_gone_are_not_begun_anew(tmp_path: Path, content: bytes | None) -> None:
    me = person()
    store = open_store(tmp_path, me)
    raise_one(store)
    store.close()
    path = tmp_path / "store.db"
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(Damaged, match="store_gone"):
        open_store(tmp_path, me)
    assert content is None or path.read_bytes() == content


def test_a_store_whose_making_was_interrupted_is_made(tmp_path: Path) -> None:
    (tmp_path / "store.db").write_bytes(b"")
    open_store(tmp_path).close()


def test_what_is_no_store_is_said_and_not_touched(tmp_path: Path) -> None:
    (tmp_path / "store.db").write_bytes(b"scribbled over" * 1000)
    with pytest.raises(WrongKey):
        open_store(tmp_path)
    assert (tmp_path / "store.db").read_bytes() == b"scribbled over" * 1000
    assert held_open(tmp_path) == []


def test_a_file_in_place_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "photos").write_bytes(b"")
    with pytest.raises(NotWritable):
        open_store(tmp_path)
    assert held_open(tmp_path) == []


def held_open(folder: Path) -> list[str]:
    """Files in there that this process has open, where the system can tell; Windows would not let anybody replace them."""
    handles = Path("/proc/self/fd")
    targets = (str(each.readlink()) for each in handles.iterdir() if each.is_symlink()) if handles.is_dir() else ()
    return [target for target in targets if target.startswith(str(folder))]
