"""The keyboard page is true: each shortcut of the real windows stands there, and each key that stands there works."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gui.rectification.step_dialog import StepDialog
from gui.workplace import Workplace
from resources import help as pages
from tests.line import Cast
from tests.unit.gui.help.screens import pages_of
from tests.unit.gui.rectification.conftest import Opens

HOUSE = Path(__file__).resolve().parents[4]
LANGUAGES = ("zh_CN", "en")
AS_WRITTEN = {"PgDown": "PgDn", "Return": "Enter", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}
PRESSED = {
    "Esc": ("gui/desk.py", "Key_Escape"),
    "Tab": ("gui/help/help_panel.py", "focusNextPrevChild"),
    "Shift+Tab": ("gui/help/help_panel.py", "focusNextPrevChild"),
    "↑↓": ("gui/searching/search_box.py", "Key_Up"),
    "Enter": ("gui/ledger/ledger_table.py", "Key_Enter"),
    "Ctrl+Enter": ("gui/workbench/work_list.py", "ControlModifier"),
    "Del": ("gui/workbench/work_list.py", "Key_Delete"),
    "→": ("gui/ledger/ledger_table.py", "Key_Right"),
    "空格": ("gui/photos/preview.py", "Key_Space"),
    "Space": ("gui/photos/preview.py", "Key_Space"),
    "Ctrl+C": ("gui/ledger/ledger_table.py", "StandardKey.Copy"),
    "R": ("gui/syncing/exchange_table.py", "Key_R"),
    "←→": ("gui/photos/enlarged.py", "Key_Left"),
    "Shift+↑": ("gui/ledger/marking.py", "ShiftModifier"),
    "Shift+↓": ("gui/ledger/marking.py", "ShiftModifier"),
    "Ctrl+A": ("gui/ledger/marking.py", "StandardKey.SelectAll"),
    "Home": ("gui/case_file/wipe.py", "Key_Home"),
    "End": ("gui/case_file/wipe.py", "Key_End"),
    "E": ("gui/photos/enlarged.py", "Key_E"),
}
"""Keys that a widget takes itself, and a file that says so."""


def keys_on_page(language: str) -> set[str]:
    found: set[str] = set()
    for section in pages.page("keyboard", language).sections:
        for row in re.findall(r"^\|\s*([^|]+?)\s*\|", section.text, flags=re.MULTILINE):
            if row not in ("按键", "Keys") and not set(row) <= {"-"}:
                found |= set(_several(row))
    return found


def _several(cell: str) -> Iterable[str]:
    for key in re.split(r"、|, ", cell):
        run = re.fullmatch(r"(.*?)(\d)…(\d)", key)
        if run is None:
            yield key
        else:
            yield from (f"{run[1]}{digit}" for digit in range(int(run[2]), int(run[3]) + 1))


def shortcuts_of(window: QWidget) -> set[str]:
    return {_written(keys) for shortcut in window.findChildren(QShortcut) for keys in QShortcut.keys(shortcut)}


def _written(keys: QKeySequence) -> str:
    parts = keys.toString(QKeySequence.SequenceFormat.PortableText).split("+")
    return "+".join(AS_WRITTEN.get(part, part) for part in parts)


@pytest.fixture
def in_use(place: Workplace, theatre: Opens, people: Cast) -> set[str]:
    """Of the desk with all its pages and its help, and of dialogs with each kind of field."""
    pages_of(place.pages)
    place.desk.help.open("keyboard")
    found = shortcuts_of(place.desk)
    scene = theatre(people.unit, 8, places=2)
    for action in ("arrange_places", "attach_evidence"):
        dialog = scene.open(action, StepDialog)
        found |= shortcuts_of(dialog)
        dialog.reject()
        scene.settle()
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_and_the_program_name_the_same_keys(in_use: set[str], language: str) -> None:
    written = keys_on_page(language)
    assert in_use - written == set(), f"add these to resources/help/{language}/keyboard.md"
    assert written - in_use - set(PRESSED) == set(), f"no window has these: resources/help/{language}/keyboard.md"


@pytest.mark.parametrize("key", PRESSED)
def test_keys_without_a_shortcut_are_taken_by_a_widget(key: str) -> None:
    file, sign = PRESSED[key]
    assert sign in (HOUSE / file).read_text(encoding="utf-8")


def test_both_languages_name_the_same_keys() -> None:
    chinese, english = keys_on_page("zh_CN"), keys_on_page("en")
    assert chinese - {"空格"} == english - {"Space"}


def test_no_key_that_others_own(in_use: set[str]) -> None:
    """screens.md 4: the input method, chat programs and Windows have these."""
    owned = re.compile(r"Ctrl\+Shift\+.*|Ctrl\+Space|Ctrl\+\.|Alt\+A|Ctrl\+Alt\+.*|F10|F12|[A-Z0-9]")
    assert not [keys for keys in in_use if owned.fullmatch(keys)]
