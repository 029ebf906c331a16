"""验收通过: two verifiers, a photo, five answers, an opinion."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit

from gui.findings.segments import Segments
from gui.rectification.accept_dialog import AcceptDialog
from gui.rectification.pick_line import PickLine
from gui.rectification.standards_field import StandardsField
from models.rules import faults
from models.state import State
from models.vocabulary import Conformity, PhotoKind, Standard
from tests.builders import NOON
from tests.hands import child, press, write
from tests.line import TODAY, Cast
from tests.unit.gui.rectification.conftest import Opens


def fill(dialog: AcceptDialog) -> None:
    """All but the photo."""
    write(child(dialog, QLineEdit, "secondVerifier"), "徐青")
    for standard in Standard:
        child(dialog, StandardsField, "standards").answer(standard, Conformity.YES)
    child(dialog, QCheckBox, "askedResident").click()
    write(child(dialog, QPlainTextEdit, "opinion"), "现场核查属实，同意通过。")


def test_a_visit_that_has_everything_passes(theatre: Opens, people: Cast, tmp_path: Path) -> None:
    scene = theatre(people.station, 10)
    dialog = scene.open("accept", AcceptDialog)
    fill(dialog)
    scene.add(dialog, tmp_path, "yellow")
    assert not list(faults(dialog.fact(), NOON))
    finding = scene.do(dialog)
    assert finding.state is State.ACCEPTED
    task = finding.rectification
    assert task is not None
    assert task.acceptance is not None
    fact = task.acceptance.fact
    assert (fact.checked_on, fact.verifiers, fact.asked_resident) == (TODAY, ("周敏", "徐青"), True)
    assert [photo.kind for photo in fact.photos] == [PhotoKind.ACCEPTANCE]


def test_what_is_missing_is_told_all_at_once(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.station, 10)
    dialog = scene.open("accept", AcceptDialog)
    codes = {fault.code for fault in faults(dialog.fact(), NOON)}
    assert codes == {"verifiers_missing", "acceptance_photo_missing", "standards_missing", "opinion_missing"}
    dialog.do_button.click()
    scene.qtbot.waitUntil(child(dialog, QLabel, "stepError").isVisible)
    assert child(dialog, PickLine, "secondVerifier").hasFocus()
    assert scene.stage.now().state is State.ACCEPTING


def test_no_standard_is_answered_beforehand(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.station, 10)
    dialog = scene.open("accept", AcceptDialog)
    standards = child(dialog, StandardsField, "standards")
    assert not standards.answers
    first = child(dialog, Segments, f"standard_{Standard.LASTING.value}")
    press(first.focus_target(), Qt.Key.Key_Space)
    assert standards.answers == (Conformity.YES,)


def test_what_was_answered_comes_back(theatre: Opens, people: Cast, tmp_path: Path) -> None:
    scene = theatre(people.station, 10)
    dialog = scene.open("accept", AcceptDialog)
    fill(dialog)
    scene.add(dialog, tmp_path, "yellow")
    said = dialog.fact()
    press(dialog, Qt.Key.Key_Escape)
    scene.settle()
    again = scene.open("accept", AcceptDialog)
    child(again, QCheckBox, "askedResident").setChecked(True)
    scene.settle()
    assert again.fact() == said


def test_colleagues_of_the_station_are_offered_first(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.station, 10)
    rows = [
        {"id": who.id, "login": who.login, "name": who.name, "role": who.role.value, "area": who.area, "unit": who.unit}
        for who in (people.inspector, people.bureau, people.colleague, people.station)
    ]
    scene.stage.store.reference.replace("people", 1, rows)
    dialog = scene.open("accept", AcceptDialog)
    line = child(dialog, PickLine, "secondVerifier")
    offered = [line.completer().model().index(row, 0).data(Qt.ItemDataRole.EditRole) for row in range(2)]
    assert offered == ["徐青", "王建国"]
    assert line.completer().model().rowCount() == 2


@pytest.mark.parametrize("height", [465, 697])
def test_the_buttons_stay_in_a_low_window(theatre: Opens, people: Cast, height: int) -> None:
    scene = theatre(people.station, 10)
    scene.window.resize(911, height)
    dialog = scene.open("accept", AcceptDialog)
    dialog.do_button.click()
    scene.qtbot.waitUntil(child(dialog, QLabel, "stepError").isVisible)
    assert dialog.height() <= height * 0.9
    button = dialog.do_button
    assert button.mapTo(dialog, button.rect().bottomLeft()).y() < dialog.height()
