"""What the stamp line on a shown photo says: time, kind, which of how many, position (screens.md 2.2)."""

from datetime import datetime

from gui.labels import position, word
from models.clock import CHINA
from models.facts import Photo
from resources.words import _


def stamp_lines(photo: Photo, place: int, total: int) -> tuple[str, ...]:
    """One or two lines; the original is never touched, they are only drawn over what is shown."""
    time = _when(photo.taken_at) or _("no time in the photo")
    first = f"{time}  {word(photo.kind)}  {place}/{total}"
    where = position(photo.position) if photo.position else _("no position in the photo")
    return first, where


def short_stamp(photo: Photo) -> str:
    """For small pictures: 09-24 09:12."""
    return photo.taken_at.astimezone(CHINA).strftime("%m-%d %H:%M") if photo.taken_at else ""


def spoken(photo: Photo, place: int, place_name: str = "") -> str:
    """For screen readers: 第2张，整改前，11-22 15:19，常焦路."""
    parts = [_("photo {n}").format(n=place), word(photo.kind), short_stamp(photo), place_name]
    return "，".join(part for part in parts if part)


def _when(moment: datetime | None) -> str:
    return moment.astimezone(CHINA).strftime("%Y-%m-%d %H:%M:%S") if moment else ""
