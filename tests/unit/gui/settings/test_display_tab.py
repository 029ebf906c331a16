"""字号 and 语言 hold at once: the desk is made anew in them, 设置 stands open again, and the laptop remembers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui import theme
from gui.application import Application
from gui.findings.segments import Segments
from gui.look import USUAL, Look, device_look, read_look, wear
from gui.theme import TypeSize
from models.people import Person
from models.profile import Profile, Unlocked
from models.profile_file import ProfileFile
from tests.builders import KEY, clock, open_store, person
from tests.hands import child, press


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    made = Application(qapp, Profile(tmp_path), clock())
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    wear(qapp, USUAL)


def at_settings(application: Application, who: Person, qtbot: QtBot) -> None:
    open_store(application.profile.store_folder(who.login), who).close()
    application.start(Unlocked(KEY, who))
    qtbot.waitUntil(lambda: application.workplace is not None and application.background.is_idle)
    place = application.workplace
    assert place is not None
    place.desk.open(place.pages.settings)
    qtbot.waitUntil(lambda: application.background.is_idle)


def choose(application: Application, segments: str, words: str, qtbot: QtBot) -> None:
    before = application.workplace
    assert before is not None
    row = child(before.pages.settings, Segments, segments)
    next(button for button in row.findChildren(QPushButton) if button.text() == words).click()
    qtbot.waitUntil(lambda: application.workplace not in (None, before) and application.background.is_idle)


def test_large_type_is_worn_at_once(application: Application, qtbot: QtBot) -> None:
    at_settings(application, person(), qtbot)
    choose(application, "typeSizeSegments", "特大", qtbot)
    assert theme.type_size() is TypeSize.LARGEST
    place = application.workplace
    assert place is not None
    assert place.desk.current is place.pages.settings
    segments = child(place.pages.settings, Segments, "typeSizeSegments")
    qtbot.waitUntil(lambda: segments.value is TypeSize.LARGEST)
    assert read_look(place.opened.store.settings).type_size is TypeSize.LARGEST
    assert device_look(application.profile.file) == Look(TypeSize.LARGEST)


def test_the_language_changes_and_the_way_back_is_in_its_own_words(application: Application, qtbot: QtBot) -> None:
    at_settings(application, person(), qtbot)
    choose(application, "languageSegments", "English", qtbot)
    assert application.workplace is not None
    assert application.workplace.pages.settings.title == "Settings"
    choose(application, "languageSegments", "中文", qtbot)
    assert application.workplace is not None
    assert application.workplace.pages.settings.title == "设置"


def test_arrows_choose(application: Application, qtbot: QtBot) -> None:
    at_settings(application, person(), qtbot)
    before = application.workplace
    assert before is not None
    segments = child(before.pages.settings, Segments, "typeSizeSegments")
    press(segments.focus_target(), Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: theme.type_size() is TypeSize.LARGE)
    qtbot.waitUntil(lambda: application.workplace not in (None, before) and application.background.is_idle)


@pytest.fixture
def left_in_english(tmp_path: Path) -> None:
    """The laptop as somebody left it who reads large English."""
    ProfileFile(tmp_path).keep_device(type_size="large", language="en")


@pytest.mark.usefixtures("left_in_english")  # before the application: fixtures are made in this order
def test_the_sign_in_card_looks_as_it_was_left(application: Application) -> None:
    assert theme.type_size() is TypeSize.LARGE
    words = [label.text() for label in application.sign_in_page.sign_in.findChildren(QLabel)]
    assert "Who is working?" in words


@pytest.mark.parametrize("values", [{}, {"type_size": "huge", "language": "fr"}])
def test_what_the_laptop_does_not_understand_is_the_usual(tmp_path: Path, values: dict[str, str]) -> None:
    file = ProfileFile(tmp_path)
    file.keep_device(**values)
    assert device_look(file) == USUAL


def test_a_damaged_list_of_people_is_the_usual(tmp_path: Path) -> None:
    file = ProfileFile(tmp_path)
    file.path.write_text("{", encoding="utf-8")
    assert device_look(file) == USUAL
