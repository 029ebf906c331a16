"""A photo that stands in two findings proves neither; beside another one of its place it holds up nobody."""

from dataclasses import replace

import pytest

from models.facts import Photo
from models.ids import FindingId
from models.places import Place, places_of
from models.reuse import Reuse, without_other_proof
from models.vocabulary import PhotoKind
from tests.builders import photo

_BEFORE = photo()
_OLD, _NEW, _OTHER = (replace(photo(kind=PhotoKind.AFTER), same_place_as=_BEFORE.sha256) for _ in range(3))


@pytest.mark.parametrize(
    ("after", "twice", "blamed"),
    [
        ((_OLD,), (), ()),
        ((_OLD,), (_OLD,), (_OLD,)),
        ((_OLD, _NEW), (_OLD,), ()),
        ((_OLD, _NEW), (_OLD, _NEW), (_OLD, _NEW)),
        ((_OLD, _NEW, _OTHER), (_NEW, _OLD), ()),
    ],
)
def test_what_only_a_used_photo_shows(
    after: tuple[Photo, ...], twice: tuple[Photo, ...], blamed: tuple[Photo, ...]
) -> None:
    reuse = [Reuse(one.sha256, one.name, FindingId("other"), "暂-1122-02") for one in twice]
    found = without_other_proof(places_of((_BEFORE, *after)), reuse)
    assert [one.sha256 for one in found] == [one.sha256 for one in blamed]


def test_each_place_for_itself() -> None:
    """A fresh photo of one place proves nothing of another."""
    elsewhere = photo()
    shown = replace(photo(kind=PhotoKind.AFTER), same_place_as=elsewhere.sha256)
    reuse = [Reuse(_OLD.sha256, _OLD.name, FindingId("other"), "暂-1122-02")]
    places = (Place("", (_BEFORE, _OLD)), Place("", (elsewhere, shown)))
    assert [one.sha256 for one in without_other_proof(places, reuse)] == [_OLD.sha256]
