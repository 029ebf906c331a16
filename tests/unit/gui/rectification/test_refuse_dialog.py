"""不通过 and 补充材料: a reason, and 不通过 is asked twice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from gui.findings.segments import Segments
from gui.rectification.accept_dialog import AcceptDialog, Verdict
from models.state import State
from models.vocabulary import Conclusion
from tests.hands import child, press, write
from tests.line import TODAY, Cast
from tests.unit.gui.rectification.conftest import Opens

REASON = "东侧仍有裸土未覆盖。"


def test_not_passed_is_asked_twice(theatre: Opens, people: Cast) -> None:
    # GIVEN a reason
    scene = theatre(people.station, 10)
    dialog = scene.open("refuse", AcceptDialog)
    assert child(dialog, Segments, "verdict").value is Verdict.NOT_PASSED
    write(child(dialog, QPlainTextEdit, "reason"), REASON)
    # WHEN it is done THEN it asks, with the cursor on 取消
    dialog.do_button.click()
    assert "收不回来" in child(dialog, QLabel, "stepError").text()
    assert child(dialog, QPushButton, "cancelButton").hasFocus()
    assert scene.stage.now().state is State.ACCEPTING
    # WHEN it is done again THEN it goes back
    finding = scene.do(dialog)
    task = finding.rectification
    assert task is not None
    assert (finding.state, task.times_refused) == (State.RECTIFYING, 1)
    assert (task.refused[0].fact.reason, task.refused[0].fact.checked_on) == (REASON, TODAY)


def test_without_a_reason_it_is_asked_for(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.station, 10)
    dialog = scene.open("refuse", AcceptDialog)
    dialog.do_button.click()
    scene.qtbot.waitUntil(child(dialog, QLabel, "stepError").isVisible)
    assert "收不回来" not in child(dialog, QLabel, "stepError").text()
    assert child(dialog, QPlainTextEdit, "reason").hasFocus()


def test_more_material_does_not_count_as_not_passed(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.station, 10)
    dialog = scene.open("refuse", AcceptDialog)
    press(child(dialog, Segments, "verdict").focus_target(), Qt.Key.Key_Right)
    assert dialog.do_button.text().startswith("要求补充材料")
    write(child(dialog, QPlainTextEdit, "reason"), "缺监测报告。")
    task = scene.do(dialog).rectification
    assert task is not None
    assert task.times_refused == 0
    assert (task.refused[0].fact.conclusion, task.refused[0].fact.checked_on) == (Conclusion.MORE_MATERIAL, None)


def test_the_verb_follows_the_verdict_and_a_new_verdict_asks_again(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.station, 10)
    dialog = scene.open("accept", AcceptDialog)
    verdict = child(dialog, Segments, "verdict")
    assert dialog.do_button.text().startswith("验收通过")
    write(child(dialog, QPlainTextEdit, "reason"), REASON)
    press(verdict.focus_target(), Qt.Key.Key_Right)
    dialog.do_button.click()
    press(verdict.focus_target(), Qt.Key.Key_Left)
    press(verdict.focus_target(), Qt.Key.Key_Right)
    dialog.do_button.click()
    assert scene.stage.now().state is State.ACCEPTING
