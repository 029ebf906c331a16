"""Taking photo files into a store, with the time of the file where the picture itself says none."""

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from models.clock import CHINA, Clock
from models.errors import PictureRefused
from models.facts import Photo
from models.ids import Digest
from models.pictures import MOST_BYTES, PictureFacts, inspect
from models.store import Store
from models.vocabulary import TimeSource


def keep_file(store: Store, path: Path) -> tuple[Photo, tuple[str, ...]]:
    """Keep one file; durable on return. Raises PictureRefused, WorldFailed."""
    try:
        if not path.is_file():
            raise PictureRefused("picture_is_folder" if path.is_dir() else "picture_missing", name=path.name)
        if path.stat().st_size > MOST_BYTES:
            raise PictureRefused("picture_too_large", name=path.name, megabytes=-(-path.stat().st_size // 1024**2))
        data, written_at = path.read_bytes(), datetime.fromtimestamp(path.stat().st_mtime // 1, CHINA)
    except OSError as error:
        raise PictureRefused("picture_unreadable", name=path.name) from error
    photo, warnings = store.photos.keep(data, readable_name(path))
    if photo.taken_at is None:
        photo = replace(photo, taken_at=written_at, time_source=TimeSource.FILE)
    return photo, warnings


def look_at_file(path: Path, clock: Clock) -> PictureFacts | PictureRefused:
    """What would become of this file, without taking it in."""
    try:
        return inspect(path, clock=clock)
    except PictureRefused as refused:
        return refused


def look_at_path(path: Path, clock: Clock) -> Photo:
    """The photo that this file would be, without taking it in. Raises PictureRefused."""
    facts = inspect(path, clock=clock)
    return unkept(facts, readable_name(path))


def readable_name(path: Path) -> str:
    """What the file is called: old sticks and archives carry names in the encoding of Chinese Windows."""
    name = path.name
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name


def unkept(facts: PictureFacts, name: str) -> Photo:
    """A photo as an entry would name it, of a file that was only looked at."""
    return Photo(
        sha256=Digest(facts.sha256),
        size=facts.size,
        media_type=facts.media_type,
        name=name,
        width=facts.width,
        height=facts.height,
        taken_at=facts.taken_at,
        time_source=facts.time_source,
        position=facts.position,
    )
