"""处: photos within 30 m show one place, unless people say otherwise."""

from typing import Any

import pytest

from models.coordinates import Position
from models.facts import Photo, PhotoPlace
from models.ids import Digest
from models.places import as_arrangement, places_of
from models.vocabulary import PhotoKind
from tests.builders import photo

HERE = Position(120.0873, 31.8246)
NEAR = Position(120.0875, 31.8246)
"""19 m east."""
FAR = Position(120.0883, 31.8246)
"""95 m east."""


def shot(position: Position | None = None, kind: PhotoKind = PhotoKind.BEFORE, **more: Any) -> Photo:
    return photo(position=position, kind=kind, **more)


def grouped(*photos: Photo, arranged: tuple[PhotoPlace, ...] = ()) -> list[list[int]]:
    """The places as numbers of the photos."""
    order = {one.sha256: number for number, one in enumerate(photos)}
    return [[order[one.sha256] for one in place.photos] for place in places_of(photos, arranged)]


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ((HERE, NEAR), [[0, 1]]),
        ((HERE, FAR), [[0], [1]]),
        ((HERE, FAR, NEAR), [[0, 2], [1]]),
        ((HERE, None, FAR), [[0, 1], [2]]),
        ((None, None), [[0, 1]]),
        ((None, FAR), [[0], [1]]),
        ((), []),
    ],
)
def test_before_photos_make_places(positions: tuple[Position | None, ...], expected: list[list[int]]) -> None:
    assert grouped(*(shot(position) for position in positions)) == expected


def test_after_photos_go_where_somebody_said_then_where_they_are_then_to_the_last() -> None:
    east, west = shot(FAR), shot(HERE)
    said = shot(HERE, PhotoKind.AFTER, same_place_as=east.sha256)
    near, lost = shot(NEAR, PhotoKind.AFTER), shot(None, PhotoKind.AFTER)
    assert grouped(east, west, said, near, lost) == [[0, 2], [1, 3, 4]]


def test_no_place_without_a_photo_from_before_and_nothing_but_rectification_counts() -> None:
    assert grouped(shot(HERE, PhotoKind.AFTER)) == []
    assert grouped(shot(HERE), shot(HERE, PhotoKind.ACCEPTANCE), shot(HERE, PhotoKind.MONITORING_REPORT)) == [[0]]


def test_people_arrange_and_later_photos_find_their_place() -> None:
    one, two = shot(HERE), shot(NEAR)
    apart = (PhotoPlace("桥西", (one.sha256,)), PhotoPlace("桥东", (two.sha256,)))
    later = shot(None, PhotoKind.AFTER, same_place_as=two.sha256)
    assert grouped(one, two, later, arranged=apart) == [[0], [1, 2]]
    assert [place.name for place in places_of((one, two), apart)] == ["桥西", "桥东"]
    assert as_arrangement(places_of((one, two), apart)) == apart


def test_an_arrangement_of_unknown_photos_changes_nothing() -> None:
    one = shot(HERE)
    assert grouped(one, arranged=(PhotoPlace("哪里", (Digest("0" * 64),)),)) == [[0]]


def test_pairs_stand_side_by_side() -> None:
    one, two = shot(HERE), shot(NEAR)
    for_two = shot(HERE, PhotoKind.AFTER, same_place_as=two.sha256)
    better = shot(HERE, PhotoKind.AFTER, same_place_as=two.sha256)
    other = shot(HERE, PhotoKind.AFTER)
    (place,) = places_of((one, two, for_two, better, other))
    assert place.pairs == ((one, other), (two, better))
    (bare,) = places_of((one,))
    assert bare.pairs == ((one, None),)
    assert not bare.is_rectified
