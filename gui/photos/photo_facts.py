"""What the photos of a form say together: when and where they were taken, and where we know it from."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.clock import CHINA
from models.coordinates import distance
from models.facts import Photo
from models.vocabulary import TimeSource
from resources.words import _, ngettext


@dataclass(frozen=True, slots=True)
class PhotoFact:
    """One line: title, what it says, and the words for its source; `good` decides between green and grey."""

    title: str
    text: str
    source: str
    good: bool


def photo_facts(photos: Sequence[Photo]) -> tuple[PhotoFact, ...]:
    """Time and place of the photos; nothing where there are none."""
    return (_time(photos), _place(photos)) if photos else ()


def _time(photos: Sequence[Photo]) -> PhotoFact:
    told = sorted(p.taken_at.astimezone(CHINA) for p in photos if p.taken_at and p.time_source is TimeSource.EXIF)
    title = _("Taken at")
    if not told:
        return PhotoFact(title, _("not in the photos"), _("look at the stamp"), good=False)
    first, last = told[0], told[-1]
    text = first.strftime("%m-%d %H:%M")
    if last.year != first.year:
        text = first.strftime("%Y-%m-%d") + "—" + last.strftime("%Y-%m-%d")
    elif last.date() != first.date():
        text += "—" + last.strftime("%m-%d %H:%M")
    elif last.strftime("%H:%M") != first.strftime("%H:%M"):
        text += "—" + last.strftime("%H:%M")
    lacking = len(photos) - len(told)
    return PhotoFact(title, text, _lacking(lacking) or _("From the photo itself"), good=not lacking)


def _place(photos: Sequence[Photo]) -> PhotoFact:
    known = [photo.position for photo in photos if photo.position is not None]
    title = _("Taken where")
    if not known:
        return PhotoFact(title, _("not in the photos"), _("type it at 9"), good=False)
    spread = max(distance(known[0], other) for other in known)
    words = _("all {n} within {metres} m").format(n=len(known), metres=max(5, round(spread / 5 + 0.5) * 5))
    if len(known) == 1:
        words = _("1 photo with a position")
    lacking = len(photos) - len(known)
    return PhotoFact(title, words, _lacking(lacking) or _("From the photo itself"), good=not lacking)


def _lacking(count: int) -> str:
    return ngettext("{n} without", "{n} without", count).format(n=count) if count else ""
