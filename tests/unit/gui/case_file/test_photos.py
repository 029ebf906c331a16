"""What stands side by side, what the line under it says, who brought it along, and the slider between two photos."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.case_file.brought_by import who_brought
from gui.case_file.pair_words import leading_pair, pair_words
from gui.case_file.photo_painting import stamp
from gui.case_file.photos_tab import in_pairs
from gui.case_file.wipe import Wipe
from gui.journal_bridge import JournalBridge
from gui.names import Names
from gui.photos.picture_source import PictureSource
from models.coordinates import Position
from models.ids import FindingId
from models.places import Place
from models.reuse import Reuse
from models.vocabulary import PhotoKind
from tests.builders import NOON, photo
from tests.hands import click, press
from tests.line import cast
from tests.unit.gui.case_file import life
from tests.unit.gui.case_file.life import finding_of, names_of, seen_by, story

HERE, TWO_METRES_ON, FAR = Position(120.0, 31.8), Position(120.00002, 31.8), Position(120.001, 31.8)
BEFORE = photo(position=HERE, taken_at=NOON)
AFTER = photo(kind=PhotoKind.AFTER, position=TWO_METRES_ON, same_place_as=BEFORE.sha256)


@pytest.mark.parametrize(("position", "words", "good"), [
    (TWO_METRES_ON, "两张相距 2 米；与本机其他问题的照片不重复", True),
    (FAR, "两张相距 95 米，请看是不是同一处；与本机其他问题的照片不重复", False),
    (None, "有照片没有定位，比不了距离；与本机其他问题的照片不重复", True),
])  # fmt: skip
def test_how_far_apart(position: Position | None, words: str, good: bool) -> None:
    said = pair_words((BEFORE, replace(AFTER, position=position)), ())
    assert said is not None
    assert (said.text, said.good) == (words, good)


def test_a_photo_that_proves_another_finding_says_which() -> None:
    said = pair_words((BEFORE, AFTER), [Reuse(AFTER.sha256, "a.jpg", FindingId("other"), "暂-1122-07")])
    assert said is not None
    assert (said.text, said.good, said.other) == ("整改后照片在 暂-1122-07 里也用过", False, "other")


def test_half_a_pair_says_nothing() -> None:
    assert pair_words((BEFORE, None), ()) is None
    assert pair_words((None, AFTER), ()) is None


def test_the_pair_that_is_whole_leads() -> None:
    first = photo()
    assert leading_pair(Place("", (first, BEFORE, AFTER))) == (BEFORE, AFTER)
    assert leading_pair(Place("", (first,))) == (first, None)


def test_the_stamp_says_time_kind_who_and_where() -> None:
    assert stamp(BEFORE, "王建国") == ("2026-11-22 12:00  整改前  王建国", "东经120.000000° 北纬31.800000°")
    assert stamp(photo(kind=PhotoKind.AFTER)) == ("照片没有时间  整改后", "照片没有定位")


def test_who_brought_it_along() -> None:
    people = cast()
    detail = seen_by(finding_of(told := story(people, life.PHOTOGRAPHED)), people.station)
    said = {line.entry: fact for line, (_who, fact) in zip(detail.finding.history, told, strict=True)}
    detail = replace(detail, said=said)
    before, after = detail.finding.photos
    assert who_brought(detail, names_of(people)) == {before.sha256: "王建国", after.sha256: "李建军"}
    assert who_brought(detail, Names()) == {}


def test_pairs_first_and_every_photo_once() -> None:
    people = cast()
    finding = finding_of(story(people, life.PASSED))
    kinds = [each.kind for each in in_pairs(finding)]
    assert kinds == [PhotoKind.BEFORE, PhotoKind.AFTER, PhotoKind.ACCEPTANCE]


@pytest.fixture
def wipe(dressed: QApplication, bridge: JournalBridge, qtbot: QtBot) -> Wipe:
    """400 wide."""
    widget = Wipe(PictureSource(bridge), BEFORE, AFTER, who=("王建国", ""))
    qtbot.addWidget(widget)
    widget.resize(400, 200)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.mark.parametrize(("keys", "percent"), [
    ([Qt.Key.Key_Left], 45),
    ([Qt.Key.Key_Right, Qt.Key.Key_Right], 60),
    ([Qt.Key.Key_Home], 0),
    ([Qt.Key.Key_End], 100),
    ([Qt.Key.Key_End, Qt.Key.Key_Right], 100),
    ([Qt.Key.Key_Home, Qt.Key.Key_Left], 0),
])  # fmt: skip
def test_the_line_moves_by_keys(wipe: Wipe, keys: list[Qt.Key], percent: int) -> None:
    for key in keys:
        press(wipe, key)
    assert wipe.percent == percent
    assert f"{percent}%" in wipe.accessibleName()


def test_the_line_follows_the_mouse_and_enter_enlarges(wipe: Wipe, qtbot: QtBot) -> None:
    click(wipe, QPoint(100, 50))
    assert wipe.percent == 25
    with qtbot.waitSignal(wipe.enlarge_wanted) as asked:
        press(wipe, Qt.Key.Key_Return)
    assert asked.args == [AFTER.sha256]
