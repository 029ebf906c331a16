"""Reading one body: is it an entry at all, could this device's person have written it, does it hold what it must."""

import json
import re
from dataclasses import dataclass

from models.bodies import decode
from models.entries import FINDING, Entry
from models.errors import Malformed, Refusal
from models.facts import Photo, Raised, photos_of
from models.picture_format import MediaType
from models.rules import faults
from server import limits

_DIGEST = re.compile(r"[0-9a-f]{64}")
_MEDIA_TYPES = {kind.value for kind in MediaType}
_LONGEST_KIND, _LONGEST_PROVISIONAL, _LONGEST_NAME, _MOST_PHOTOS = 50, 24, 255, 50


@dataclass(frozen=True, slots=True)
class Reading:
    """An entry with its bytes as text and the photos it speaks of, as (digest, size)."""

    entry: Entry
    body: str
    photos: tuple[tuple[str, int], ...]


def read_entry(body: bytes, *, author: str) -> Reading | Refusal:
    """Read a body. Whatever is wrong with it is wrong with it alone: a Refusal, never an exception."""
    try:
        text = body.decode()
        entry = decode(text)
        if b"\\u" in body:
            _refuse_unwritable(text)
    except UnicodeDecodeError:
        return Refusal("malformed", {"where": "text"})
    except Malformed as error:
        return Refusal("malformed", dict(error.refusal.values))
    if entry.author != author:
        return Refusal("author_is_another")
    if entry.subject.kind != FINDING or len(entry.kind) > _LONGEST_KIND:
        return Refusal("newer_record", {"kind": entry.subject.kind})
    return _with_photos(entry, text)


def _with_photos(entry: Entry, text: str) -> Reading | Refusal:
    if entry.fact is None:
        return Reading(entry, text, _photos_of_unknown(text))
    photos = photos_of(entry.fact)
    if not all(_storable(photo) for photo in photos):
        return Refusal("malformed", {"where": "photos"})
    if isinstance(entry.fact, Raised) and len(entry.fact.provisional) > _LONGEST_PROVISIONAL:
        return Refusal("malformed", {"where": "provisional"})
    missing = faults(entry.fact, entry.occurred_at)
    if missing:
        return missing[0]
    return Reading(entry, text, tuple((photo.sha256, photo.size) for photo in photos))


def _storable(photo: Photo) -> bool:
    sizes = 0 < photo.size <= limits.PHOTO
    named = len(photo.name) <= _LONGEST_NAME and photo.media_type in _MEDIA_TYPES
    return sizes and named and _DIGEST.fullmatch(photo.sha256) is not None


def _photos_of_unknown(text: str) -> tuple[tuple[str, int], ...]:
    """A newer program's entry: its envelope says which photos belong to it, whatever it means."""
    listed = json.loads(text).get("photos")
    found = []
    for item in listed[:_MOST_PHOTOS] if isinstance(listed, list) else ():
        digest, size = (item.get("sha256"), item.get("size")) if isinstance(item, dict) else (None, None)
        if isinstance(digest, str) and _DIGEST.fullmatch(digest) and type(size) is int and 0 < size <= limits.PHOTO:
            found.append((digest, size))
    return tuple(dict(found).items())


def _refuse_unwritable(text: str) -> None:
    # half a surrogate pair is valid JSON, but no database and no file can hold it as text
    try:
        json.dumps(json.loads(text), ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise Malformed(where="text") from error
