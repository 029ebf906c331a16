"""Photos as a script names them: paths, or objects that say the kind and which place a photo shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from models.action_form.asked import Asked, list_in, number_in, refuse_unknown, unreadable, within
from models.coordinates import distance
from models.errors import Refusal, Refused
from models.facts import Photo
from models.finding import Finding
from models.form import choice_of, text_of
from models.places import SAME_PLACE_METRES, Place
from models.vocabulary import PhotoKind
from models.workflow import Transition

T = TypeVar("T")
_KEYS: Final = frozenset({"path", "kind", "same_place_as", "place"})
_SHOW_WORK: Final = (PhotoKind.DURING, PhotoKind.AFTER)


def named_photos(row: Transition, plain: Mapping[str, Any]) -> tuple[str, ...]:
    """The paths that the fields of a step name, in their order. Raises Refused."""
    names = {field.name for field in row.fields}
    if "photo" in names:
        path = plain.get("photo")
        return (path,) if isinstance(path, str) and path else ()
    return tuple(_path(one, number) for number, one in _numbered(plain)) if "photos" in names else ()


def visit_photos(asked: Asked) -> tuple[Photo, ...]:
    """Photos of the verifiers' visit; new ones, because a photo stands in a finding once."""
    photos = tuple(replace(photo, kind=PhotoKind.ACCEPTANCE) for photo in asked.photos)
    for number, written in _numbered(asked.plain):
        if isinstance(written, Mapping):
            with within("photos", number):
                refuse_unknown(written, frozenset({"path"}))
    return _new(asked.finding, photos)


def work_photos(asked: Asked, usual: PhotoKind, *, may_stand: bool) -> tuple[Photo, ...]:
    """Photos of the rectification, each of which answers a 整改前 photo where it shows a place."""
    places = _Places(asked.finding)
    photos = []
    for photo, (number, written) in zip(asked.photos, _numbered(asked.plain), strict=True):
        with within("photos", number):
            photos.append(_work_photo(photo, written if isinstance(written, Mapping) else {}, usual, places))
    return tuple(photos) if may_stand else _new(asked.finding, tuple(photos))


def _work_photo(photo: Photo, written: Mapping[str, Any], usual: PhotoKind, places: "_Places") -> Photo:
    refuse_unknown(written, _KEYS)
    photo = replace(photo, kind=choice_of(written, "kind", PhotoKind) or usual)
    before = places.said(written)
    if before is None and photo.kind in _SHOW_WORK:
        before = places.usual(photo)
    if before is not None and photo.kind is PhotoKind.AFTER:
        places.answered.add(before.sha256)
    return replace(photo, same_place_as=before.sha256 if before else "")


def _numbered(plain: Mapping[str, Any]) -> Iterator[tuple[int, Any]]:
    return iter(enumerate(list_in(plain, "photos"), start=1))


def _path(written: Any, number: int) -> str:
    path = written.get("path") if isinstance(written, Mapping) else written
    if not isinstance(path, str) or not path.strip():
        unreadable(f"photos[{number}]")
    return path


def _new(finding: Finding, photos: tuple[Photo, ...]) -> tuple[Photo, ...]:
    held = {photo.sha256 for photo in finding.photos}
    for photo in photos:
        if photo.sha256 in held:
            raise Refused(Refusal("photo_already_there", {"field": "photos", "name": photo.name}))
    return photos


class _Places:
    """The places of a finding while a step adds photos to them."""

    def __init__(self, finding: Finding) -> None:
        self._places: Sequence[Place] = finding.places
        self._before = [photo for photo in finding.photos if photo.kind is PhotoKind.BEFORE]
        self.answered = {
            before.sha256 for place in self._places for before, after in place.pairs if before is not None and after
        }

    def said(self, written: Mapping[str, Any]) -> Photo | None:
        """The 整改前 photo that somebody named: itself, or by its place. Raises Refused."""
        if text := text_of(written, "same_place_as"):
            found = next((photo for photo in self._before if photo.sha256 == text.lower()), None)
            number = int(text) if text.isdecimal() and len(text) < 4 else None
            return found or _at(self._before, number, "same_place_as", text)
        number = number_in(written, "place")
        return None if number is None else self._first(_at(self._places, number, "place", str(number)))

    def usual(self, photo: Photo) -> Photo | None:
        """By position; else, for what shows the work done, the first place that nothing shows yet."""
        near = next((place for place in self._places if _is_near(place, photo)), None)
        if near is None and photo.kind is PhotoKind.AFTER:
            near = next((place for place in self._places if not self._is_shown(place)), None)
        return self._first(near) if near else None

    def _is_shown(self, place: Place) -> bool:
        before = {photo.sha256 for photo in place.of_kind(PhotoKind.BEFORE)}
        return place.is_rectified or bool(before & self.answered)

    def _first(self, place: Place) -> Photo:
        """Its first 整改前 photo without an answer."""
        before = place.of_kind(PhotoKind.BEFORE)
        return next((photo for photo in before if photo.sha256 not in self.answered), before[0])


def _at(values: Sequence[T], number: int | None, key: str, text: str) -> T:
    if number is None or not 1 <= number <= len(values):
        raise Refused(Refusal("place_unknown", {"field": "photos", "key": key, "text": text, "most": len(values)}))
    return values[number - 1]


def _is_near(place: Place, photo: Photo) -> bool:
    position = photo.position
    return position is not None and any(
        other.position is not None and distance(other.position, position) <= SAME_PLACE_METRES for other in place.photos
    )
