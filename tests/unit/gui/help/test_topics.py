"""F1 has something to say everywhere: each page, each step's dialog, the sign-in."""

import importlib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.accounts.sign_in_page import SignInPage
from gui.help.help_panel import HelpPanel
from gui.page import Page
from gui.rectification.registry import OPENERS
from gui.rectification.step_dialog import StepDialog
from gui.workplace import Workplace
from resources import help as pages
from resources.words import DEFAULT_LANGUAGE
from tests.hands import child, press
from tests.line import Cast
from tests.unit.gui.help.screens import pages_of
from tests.unit.gui.rectification.conftest import Opens


def test_every_page_has_its_help(place: Workplace) -> None:
    found = pages_of(place.pages)
    assert {"workbench", "ledger", "case_file", "exchange", "form"} <= set(found)
    without = {name for name, page in found.items() if (page.help_page or page.place) not in pages.PAGES}
    assert not without


def every_kind(kind: type[Page]) -> Iterator[type[Page]]:
    """With all that were made out of it."""
    for each in kind.__subclasses__():
        yield each
        yield from every_kind(each)


def test_no_page_of_the_program_is_without(place: Workplace) -> None:
    """Also those that only some people ever see: practising, the first day."""
    for module in ("gui.findings.practice_page", "gui.accounts.taking_down_page"):
        importlib.import_module(module)
    told = {type(page) for page in pages_of(place.pages).values()}
    kinds = {kind for kind in every_kind(Page) if kind.__module__.startswith("gui.")} - told
    assert {kind.__name__ for kind in kinds} >= {"PracticePage", "TakingDownPage"}
    assert not [kind.__name__ for kind in kinds if kind.help_page not in pages.PAGES]


def test_each_page_shows_its_own(place: Workplace) -> None:
    shown = [page.help_page or page.place for page in pages_of(place.pages).values()]
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("action", OPENERS)
def test_every_step_has_its_section(action: str) -> None:
    codes = [section.code for section in pages.page("steps", DEFAULT_LANGUAGE).sections]
    assert action in codes


def test_no_section_of_a_step_that_is_gone() -> None:
    codes = {section.code for section in pages.page("steps", DEFAULT_LANGUAGE).sections}
    assert codes == set(OPENERS)


def test_a_dialog_shows_the_section_of_its_step_and_esc_leaves_the_dialog_open(
    theatre: Opens, people: Cast, qtbot: QtBot
) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("apply", StepDialog)
    before = dialog.focusWidget()
    press(dialog, Qt.Key.Key_F1)
    panel = child(dialog, HelpPanel, "helpPanel")
    assert panel.isVisible()
    codes = [section.code for section in pages.page("steps", DEFAULT_LANGUAGE).sections]
    assert panel.spot == ("steps", codes.index("apply"))
    assert panel.geometry() == dialog.rect(), "over the dialog, never another dialog on it"
    press(panel.text, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert dialog.isVisible()
    assert dialog.focusWidget() is before


def test_no_step_is_taken_while_its_help_is_read(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("apply", StepDialog)
    decided: list[object] = []
    dialog.decided.connect(decided.append)
    press(dialog, Qt.Key.Key_F1)
    press(child(dialog, HelpPanel, "helpPanel").text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not decided


def test_the_sign_in_has_its_help(dressed: object, qtbot: QtBot) -> None:
    page = SignInPage()
    qtbot.addWidget(page)
    page.resize(1366, 697)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    press(page, Qt.Key.Key_F1)
    assert child(page, HelpPanel, "helpPanel").spot == ("sign_in", -1)
