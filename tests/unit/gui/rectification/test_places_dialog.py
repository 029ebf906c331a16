"""改配对: photos move by button and key, places get names, and no place is left without a photo of before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from gui.photos.thumbnail_strip import ThumbnailStrip
from gui.rectification.arrangement import Arrangement
from gui.rectification.places_dialog import PlacesDialog
from models.places import Place
from models.rules import faults
from models.vocabulary import PhotoKind
from tests.builders import NOON, photo
from tests.hands import ALT, child, press, write
from tests.line import Cast
from tests.unit.gui.rectification.conftest import Opens


def test_a_photo_moves_to_the_other_place(theatre: Opens, people: Cast) -> None:
    # GIVEN two places, the first with a 整改后
    scene = theatre(people.unit, 8, places=2)
    dialog = scene.open("arrange_places", PlacesDialog)
    # WHEN it is chosen and moved down by keys
    press(child(dialog, ThumbnailStrip, "placePhotos_1"), Qt.Key.Key_Right)
    press(child(dialog, ThumbnailStrip, "placePhotos_1"), Qt.Key.Key_Down, ALT)
    write(child(dialog, QLineEdit, "placeName_2"), "1号排口（桥西）")
    assert not list(faults(dialog.fact(), NOON))
    # THEN it shows the second place, which has a name
    finding = scene.do(dialog)
    assert [place.is_rectified for place in finding.places] == [False, True]
    assert [place.name for place in finding.places] == ["", "1号排口（桥西）"]


def test_two_places_become_one_and_one_becomes_two(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 4, places=2)
    dialog = scene.open("arrange_places", PlacesDialog)
    child(dialog, QPushButton, "moveDownButton").click()
    finding = scene.do(dialog)
    assert [len(place.photos) for place in finding.places] == [2]
    again = scene.open("arrange_places", PlacesDialog)
    child(again, QPushButton, "newPlaceButton").click()
    assert [len(place.photos) for place in scene.do(again).places] == [1, 1]


def test_a_place_without_a_photo_of_before_is_told(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 8, places=2)
    dialog = scene.open("arrange_places", PlacesDialog)
    child(dialog, QPushButton, "moveDownButton").click()
    dialog.do_button.click()
    error = child(dialog, QLabel, "stepError")
    assert error.isVisible()
    assert error.text().startswith("第 1 处没有整改前照片")
    assert not scene.stage.now().arranged


def test_what_was_arranged_comes_back(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 4, places=2)
    dialog = scene.open("arrange_places", PlacesDialog)
    child(dialog, QPushButton, "moveDownButton").click()
    said = dialog.fact()
    press(dialog, Qt.Key.Key_Escape)
    scene.settle()
    assert scene.open("arrange_places", PlacesDialog).fact() == said


BEFORE, OTHER, AFTER = photo(), photo(), photo(kind=PhotoKind.AFTER)


@pytest.mark.parametrize(
    ("digest", "to", "sizes"),
    [(BEFORE.sha256, 1, [1, 2]), (AFTER.sha256, 1, [1, 2]), (OTHER.sha256, 0, [3]), (AFTER.sha256, 9, [1, 1, 1])],
)
def test_no_photo_is_ever_lost(digest: str, to: int, sizes: list[int]) -> None:
    places = Arrangement((Place("", (BEFORE, AFTER)), Place("", (OTHER,)))).moved(digest, to).places
    assert [len(place.photos) for place in places] == sizes
    assert {one for place in places for one in place.photos} == {BEFORE, OTHER, AFTER}


def test_only_a_photo_of_before_with_company_begins_a_place() -> None:
    arrangement = Arrangement((Place("", (BEFORE, AFTER)), Place("", (OTHER,))))
    assert [arrangement.may_begin_place(one.sha256) for one in (BEFORE, AFTER, OTHER)] == [True, False, False]
