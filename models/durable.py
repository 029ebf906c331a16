"""Putting bytes on a disk so that they survive a power cut, and saying plainly why a disk would not."""

import errno
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.errors import Damaged, DiskFull, NotWritable, WorldFailed
from models.ids import new_id

TEMPORARY = ".part"
# Virus scanners and indexers hold a new file for a moment: Windows then refuses to rename it.
_RENAME_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EEXIST}
"""The last two: a file stands where a folder must be."""
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}


def write_file(path: Path, parts: Iterable[bytes], *, proof: Callable[[bytes], bool] | None = None) -> bool:
    """Write beside, sync, rename, sync the folder: afterwards the file is there whole, before that not at all.

    `proof` is shown what is read again before it gets its name; False where it does not hold, and nothing is there.
    """
    temporary = path.with_name(f"{new_id()}{TEMPORARY}")
    try:
        with temporary.open("xb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        if proof is not None and not proof(temporary.read_bytes()):
            temporary.unlink()
            return False
        rename(temporary, path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)
    return True


def make_folder(folder: Path) -> None:
    """Make a folder and what it lies in; the names survive a power cut, too."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def rename(source: Path, target: Path) -> None:
    """Put a file in place of another in one step, patiently where something else holds it open (Windows)."""
    for pause in _RENAME_PAUSES if os.name == "nt" else ():
        with suppress(PermissionError):
            source.replace(target)
            return
        time.sleep(pause)
    source.replace(target)


def sync_folder(folder: Path) -> None:
    """Make new names in a folder durable, where folders can be synced (NTFS keeps its own journal of names)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:  # some network file systems have no such thing
            raise
    finally:
        os.close(handle)


@contextmanager
def disk_failures(where: Path | None = None) -> Iterator[None]:
    """Turn the errors of a disk into failures that have a sentence, naming the folder; others stay what they are."""
    try:
        yield
    except OSError as error:
        if failure := disk_failure(error, where):
            raise failure from error
        raise


def disk_failure(error: OSError, where: Path | None = None) -> WorldFailed | None:
    """What an error of the disk means for a person; None if it is none of these."""
    place = str(where or error.filename or "")
    if error.errno in _FULL:
        return DiskFull(where=place)
    if error.errno in _FORBIDDEN:
        return NotWritable(where=place)
    return Damaged(where=place) if error.errno == errno.EIO else None
