"""Tabs and columns of a file: by keys, in every room, before and after."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.case_file.case_file_page import CaseFilePage
from gui.case_file.case_tabs import CaseTab
from gui.case_file.missing_photo import MissingPhoto
from gui.case_file.photo_frame import PhotoFrame
from gui.case_file.step_buttons import StepButtons
from gui.case_file.wipe import Wipe
from gui.room import Room
from models.store import Store
from tests.hands import CTRL, child, press
from tests.line import Cast
from tests.unit.gui.case_file import life
from tests.unit.gui.case_file.life import real_line
from tests.unit.gui.case_file.opening import dialog, open_file, shown


def test_tabs_by_arrows(page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot) -> None:
    open_file(page, real_line(store, people, life.PHOTOGRAPHED), background, qtbot)
    for tab in list(CaseTab)[1:]:
        focused = page.focusWidget()
        assert focused is not None
        press(focused, Qt.Key.Key_Right)
        assert page.body.tabs.value is tab
    assert page.body.history.isVisible()
    assert not page.body.overview.isVisible()


def test_before_and_after_side_by_side_or_one_over_the_other(
    page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot
) -> None:
    # GIVEN two places, one of them photographed after
    open_file(page, real_line(store, people, life.PHOTOGRAPHED, "red", "blue"), background, qtbot)
    page.body.show_tab(CaseTab.PHOTOS)
    assert len(shown(page, PhotoFrame)) == 3
    (missing,) = shown(page, MissingPhoto)
    assert shown(missing, QPushButton, "addPhotosButton")
    before, after = shown(page, PhotoFrame)[:2]
    assert before.size() == after.size()
    assert before.accessibleName().startswith("第1张，整改前")
    # WHEN they are laid one over the other THEN only the whole pair can be
    page.body.photos._way._on_stepped(1)
    qtbot.waitUntil(lambda: len(shown(page, Wipe)) == 1)
    assert len(shown(page, PhotoFrame)) == 1


@pytest.mark.parametrize(
    ("steps", "words"), [(life.VERIFIED, "交办后再补整改后照片"), (life.SIGNED, "还没有整改后照片")]
)
def test_a_photo_of_after_is_missed_only_once_somebody_was_told_to_rectify(
    page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot, steps: int, words: str
) -> None:
    open_file(page, real_line(store, people, steps), background, qtbot)
    page.body.show_tab(CaseTab.PHOTOS)
    (missing,) = shown(page, MissingPhoto)
    assert words in [label.text() for label in missing.findChildren(QLabel)]


@pytest.mark.parametrize(("steps", "name"), [(life.SIGNED, "cureButton"), (life.DISPATCHED, "signButton")])
def test_who_comes_for_the_step_has_the_cursor_there(
    page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot, steps: int, name: str
) -> None:
    finding = real_line(store, people, steps)
    page.show_finding(finding, at_step=True)
    page.activated()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.shown is not None and background.is_idle)
    focused = page.focusWidget()
    assert focused is not None
    assert focused.objectName() == name


def test_the_cursor_goes_from_a_step_to_the_next(
    page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot
) -> None:
    # GIVEN somebody who receives an application
    open_file(page, real_line(store, people, life.APPLIED), background, qtbot)
    page.body.focus_step()
    press(page, Qt.Key.Key_Return, CTRL)
    opened = dialog(page, qtbot)
    # WHEN they do it
    with qtbot.waitSignal(page.steps.taken):
        child(opened, QPushButton, "doButton").click()
    page.activateWindow()
    # THEN the cursor is on what comes next
    qtbot.waitUntil(lambda: _name(page.focusWidget()) == "acceptButton")


def test_enter_enlarges(page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot) -> None:
    open_file(page, real_line(store, people, life.PHOTOGRAPHED), background, qtbot)
    page.body.show_tab(CaseTab.PHOTOS)
    press(shown(page, PhotoFrame)[1], Qt.Key.Key_Return)
    assert dialog(page, qtbot).accessibleName().startswith("第2张，整改后")


def test_only_what_moved_it_on(
    page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot
) -> None:
    open_file(page, real_line(store, people, life.PHOTOGRAPHED), background, qtbot)
    page.body.show_tab(CaseTab.HISTORY)
    history = page.body.history
    assert len(shown(history, QWidget, "historyLine")) == 9
    child(page, QCheckBox, "onlyMovesBox").click()
    qtbot.waitUntil(lambda: len(shown(history, QWidget, "historyLine")) == 5)


def test_the_whole_history_is_a_tab(
    page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot
) -> None:
    open_file(page, real_line(store, people, life.SIGNED), background, qtbot)
    child(page, QPushButton, "wholeHistoryButton").click()
    assert page.body.history.isVisible()


def _fits(page: CaseFilePage) -> bool:
    """Nothing is wider than what scrolls it."""
    inside = page.body.scroller.widget()
    return inside is not None and inside.width() <= page.body.scroller.viewport().width()


@pytest.mark.parametrize("room", list(Room))
def test_everything_can_be_reached_in_every_room(
    page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot, room: Room
) -> None:
    widths = {Room.WIDE: (1182, 641), Room.MIDDLE: (1037, 502), Room.NARROW: (855, 409)}
    page.resize(*widths[room])
    page.fit(room)
    open_file(page, real_line(store, people, life.SIGNED), background, qtbot)
    for tab in CaseTab:
        page.body.show_tab(tab)
        qtbot.waitUntil(lambda: _fits(page))
    (buttons,) = shown(page, StepButtons)
    for button in shown(buttons, QPushButton):
        right = button.mapTo(page, button.rect().topRight()).x()
        assert right < page.width() - 16
        assert button.width() >= button.sizeHint().width()
    assert (page.body.newest.isVisible(), page.body.step.isVisible()) == (room is not Room.NARROW, True)


def test_a_narrow_window_and_back(
    page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot
) -> None:
    open_file(page, real_line(store, people, life.SIGNED), background, qtbot)
    for room in (Room.NARROW, Room.WIDE, Room.MIDDLE, Room.NARROW):
        page.fit(room)
        assert page.body.overview.isVisible()
        assert page.body.step.isVisible()


def test_f6_goes_between_tabs_and_next_step(
    page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot
) -> None:
    open_file(page, real_line(store, people, life.SIGNED), background, qtbot)
    press(page, Qt.Key.Key_F6)
    assert page.body.step.isAncestorOf(page.focusWidget())
    press(page, Qt.Key.Key_F6)
    assert page.body.tabs.isAncestorOf(page.focusWidget())


@pytest.mark.parametrize(("room", "order"), [
    (Room.WIDE, ["tabs", "inside", "step", "newest"]),
    (Room.NARROW, ["step", "tabs", "inside"]),
])  # fmt: skip
def test_tab_goes_from_left_to_right(
    page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot, room: Room, order: list[str]
) -> None:
    page.fit(room)
    open_file(page, real_line(store, people, life.SIGNED, "red", "blue"), background, qtbot)
    page.body.show_tab(CaseTab.PHOTOS)
    body = page.body
    parts = {"tabs": body.tabs, "inside": body.photos, "step": body.step, "newest": body.newest}
    went: list[str] = []
    for _stop in range(20):
        focused = page.focusWidget()
        went += [name for name, part in parts.items() if part.isAncestorOf(focused)]
        assert focused is not None
        press(focused, Qt.Key.Key_Tab)
    rounds = [name for place, name in enumerate(went) if place == 0 or went[place - 1] != name]
    start = rounds.index(order[0])
    assert rounds[start : start + len(order)] == order


def _name(widget: QWidget | None) -> str:
    return widget.objectName() if widget else ""
