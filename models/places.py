"""处: the places of a finding by its photos: those within 30 m of each other, or as people arranged them (screens.md 9.4)."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from models.coordinates import Position, distance
from models.facts import Photo, PhotoPlace
from models.vocabulary import PhotoKind

SAME_PLACE_METRES = 30
_SHOWS_A_PLACE = (PhotoKind.BEFORE, PhotoKind.DURING, PhotoKind.AFTER)


@dataclass(frozen=True, slots=True)
class Place:
    """One place with its photos in their order; without a name people call it by its number."""

    name: str = ""
    photos: tuple[Photo, ...] = ()

    def of_kind(self, kind: PhotoKind) -> tuple[Photo, ...]:
        """Its photos of one kind."""
        return tuple(photo for photo in self.photos if photo.kind is kind)

    @property
    def is_rectified(self) -> bool:
        """Whether a photo shows it after rectification."""
        return bool(self.of_kind(PhotoKind.AFTER))

    @property
    def pairs(self) -> tuple[tuple[Photo | None, Photo | None], ...]:
        """Before and after, side by side: each 整改后 beside the one it answers, else in their order."""
        return _pairs(self.of_kind(PhotoKind.BEFORE), self.of_kind(PhotoKind.AFTER))


@dataclass(slots=True)
class _Group:
    name: str = ""
    photos: list[Photo] = field(default_factory=list)

    def metres_to(self, position: Position | None) -> float:
        """From the nearest of its 整改前 photos; what was answered elsewhere attracts nobody."""
        before = (photo.position for photo in self.photos if photo.kind is PhotoKind.BEFORE)
        return min((distance(one, position) for one in before if one and position), default=math.inf)


def places_of(photos: Sequence[Photo], arranged: Sequence[PhotoPlace] = ()) -> tuple[Place, ...]:
    """The places that have a 整改前 photo, in the order of the photos; every 整改中 and 整改后 photo stands with one."""
    groups, left = _arranged(photos, arranged)
    for photo in sorted(left, key=lambda one: one.kind is not PhotoKind.BEFORE):
        _put(groups, photo)
    places = (Place(group.name, tuple(group.photos)) for group in groups)
    return tuple(place for place in places if place.of_kind(PhotoKind.BEFORE))


def _arranged(photos: Iterable[Photo], arranged: Iterable[PhotoPlace]) -> tuple[list[_Group], list[Photo]]:
    left = {photo.sha256: photo for photo in photos if photo.kind in _SHOWS_A_PLACE}
    groups = []
    for place in arranged:
        group = _Group(place.name, [left.pop(digest) for digest in place.photos if digest in left])
        if any(photo.kind is PhotoKind.BEFORE for photo in group.photos):
            groups.append(group)
        else:
            left |= {photo.sha256: photo for photo in group.photos}
    return groups, list(left.values())


def _put(groups: list[_Group], photo: Photo) -> None:
    """Where somebody said; else where it is near; else with the one before it; a 整改前 far from all begins a place."""
    said = next((one for one in groups if any(other.sha256 == photo.same_place_as for other in one.photos)), None)
    near = min(groups, key=lambda one: one.metres_to(photo.position), default=None)
    if near is not None and near.metres_to(photo.position) > SAME_PLACE_METRES:
        near = None
    group = said or near
    if group is None and groups and (photo.position is None or photo.kind is not PhotoKind.BEFORE):
        group = groups[-1]
    if group is None:
        group = _Group()
        groups.append(group)
    group.photos.append(photo)


def _pairs(before: Sequence[Photo], after: Sequence[Photo]) -> tuple[tuple[Photo | None, Photo | None], ...]:
    known = {photo.sha256 for photo in before}
    answers: dict[str, Photo] = {}
    for photo in after:
        if photo.same_place_as in known:
            answers[photo.same_place_as] = photo  # the latest one counts
    others = [photo for photo in after if photo.same_place_as not in known]
    pairs: list[tuple[Photo | None, Photo | None]] = []
    for photo in before:
        answer = answers.get(photo.sha256)
        pairs.append((photo, answer or (others.pop(0) if others else None)))
    return (*pairs, *((None, photo) for photo in others))


def as_arrangement(places: Iterable[Place]) -> tuple[PhotoPlace, ...]:
    """What 改配对 records of these places."""
    return tuple(PhotoPlace(place.name, tuple(photo.sha256 for photo in place.photos)) for place in places)
