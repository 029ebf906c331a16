"""上报销号, 审核公示, 销号: the file, the notice, and the end of the line."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from gui.check_lines import CheckLines, Health
from gui.findings.segments import Segments
from gui.names import Names
from gui.rectification.close_dialog import CloseDialog
from gui.rectification.closure_dialog import ClosureDialog
from gui.rectification.closure_file import closure_file
from gui.rectification.day_field import DayField
from gui.rectification.notice_text import notice_text, redacted
from gui.rectification.publish_dialog import PublishDialog, last_place
from models.clock import MovableClock
from models.facts import ClosureSubmitted, Fact, NoticePublished
from models.rules import faults
from models.state import State
from models.vocabulary import PhotoKind
from tests.builders import NOON
from tests.hands import CTRL, child, press, write
from tests.line import HUNDRED, TODAY, Cast, notice, passed
from tests.unit.gui.rectification.conftest import Opens
from tests.unit.gui.rectification.stage import Theatre

WHERE = "区政府网站"


def accepted(theatre: Opens, people: Cast, me: Any, *further: tuple[Any, Fact]) -> Theatre:
    """Passed acceptance with a real photo, and what is said after it."""
    scene = theatre(me, 10)
    photo = scene.stage.photo("yellow", kind=PhotoKind.ACCEPTANCE)
    for who, fact in ((people.station, passed(photos=(photo,))), *further):
        scene.stage.say(who, fact)
    return scene


def test_the_file_is_listed_and_the_text_is_the_applicants(theatre: Opens, people: Cast) -> None:
    scene = accepted(theatre, people, people.station)
    dialog = scene.open("submit_closure", ClosureDialog)
    lines = child(dialog, CheckLines, "closureFile").lines
    assert all(line.health is Health.GOOD for line in lines)
    assert [line.name for line in lines] == [
        "问题登记表",
        "核实意见",
        "交办",
        "签收",
        "整改进展",
        "整改前后照片 第1处",
        "验收申请",
        "验收记录",
    ]
    text, count = child(dialog, QPlainTextEdit, "closureText"), child(dialog, QLabel, "closureCount")
    assert (text.toPlainText(), count.text()) == ("已全部完成。", "还差 94 字，至少 100 字")
    text.setPlainText(HUNDRED)
    assert not list(faults(dialog.fact(), NOON))
    assert scene.do(dialog).state is State.CLOSING


def test_too_short_a_text_stays_and_is_asked_for(theatre: Opens, people: Cast) -> None:
    scene = accepted(theatre, people, people.station)
    dialog = scene.open("submit_closure", ClosureDialog)
    text = child(dialog, QPlainTextEdit, "closureText")
    press(text, Qt.Key.Key_Return, CTRL)
    scene.qtbot.waitUntil(child(dialog, QLabel, "stepError").isVisible)
    assert text.toPlainText() == "已全部完成。"
    assert text.property("state") == "wrong"


def test_what_a_file_lacks_is_named(theatre: Opens, people: Cast) -> None:
    finding = accepted(theatre, people, people.station).stage.now()
    task = finding.rectification
    assert task is not None
    assert task.acceptance is not None
    alone = replace(task.acceptance, fact=replace(task.acceptance.fact, verifiers=("周敏",)))
    bare = replace(
        finding,
        photos=tuple(photo for photo in finding.photos if photo.kind is PhotoKind.BEFORE),
        rectification=replace(task, acceptance=alone, reports=()),
    )
    found = {line.name: (line.health, line.found) for line in closure_file(bare)}
    assert found["整改前后照片 第1处"] == (Health.BAD, "缺整改后照片")
    assert found["验收记录"] == (Health.BAD, "缺核查人员或照片")
    assert found["整改进展"] == (Health.UNKNOWN, "没有填报")


def test_a_notice_is_drawn_up_and_runs_seven_days(theatre: Opens, people: Cast) -> None:
    scene = accepted(theatre, people, people.bureau, (people.station, ClosureSubmitted(HUNDRED)))
    dialog = scene.open("publish", PublishDialog)
    assert dialog.focusWidget().objectName() == "cancelButton"  # hard to take back
    assert child(dialog, QLabel, "publishSpan").text() == "11-22 至 11-28，共 7 天"
    write(child(dialog, QLineEdit, "publishWhere"), WHERE)
    said = dialog.fact()
    assert isinstance(said, NoticePublished)
    assert (said.first_day, said.last_day) == (TODAY, TODAY + timedelta(days=6))
    assert "三河口村委会" in said.text
    assert not list(faults(said, NOON))
    assert scene.do(dialog).state is State.PUBLIC_NOTICE


def test_a_later_first_day_moves_the_last_one_and_too_few_days_are_said(theatre: Opens, people: Cast) -> None:
    scene = accepted(theatre, people, people.bureau, (people.station, ClosureSubmitted(HUNDRED)))
    dialog = scene.open("publish", PublishDialog)
    span = child(dialog, QLabel, "publishSpan")
    child(dialog, DayField, "publishFirst").take_back("2026-12-13")
    assert span.text() == "12-13 至 12-19，共 7 天"
    child(dialog, DayField, "publishLast").take_back("2026-12-15")
    assert span.text() == "12-13 至 12-15，共 3 天，至少要 7 天"


def test_the_last_place_of_publication_is_offered(theatre: Opens, people: Cast) -> None:
    said = notice(where="三河口村公示栏")
    steps = ((people.station, ClosureSubmitted(HUNDRED)), (people.bureau, said))
    scene = accepted(theatre, people, people.bureau, *steps)
    scene.stage.bring(0)
    assert last_place(scene.stage.store, scene.stage.now()) == "三河口村公示栏"


def test_nobody_is_named_in_a_notice(theatre: Opens, people: Cast) -> None:
    told = f"{HUNDRED}联系人李建军，电话13800005678、0519-88881234，吴建平到场。"
    scene = accepted(theatre, people, people.bureau, (people.station, ClosureSubmitted(told)))
    text = notice_text(scene.stage.now(), Names(people={people.station.id: "周敏"}))
    assert not any(secret in text for secret in ("李建军", "13800005678", "88881234", "吴建平"))
    assert "李某" in text
    assert "常焦路与丰北路路口东南角工地" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("13800005678", "（号码略）"),
        ("138 0000 5678", "（号码略）"),
        ("0519-88881234", "（号码略）"),
        ("320402198001011234", "（号码略）"),
        ("约2600平方米，编号2026-001287", "约2600平方米，编号2026-001287"),
    ],
)
def test_numbers_of_people_are_left_out_and_others_stay(text: str, shown: str) -> None:
    assert redacted(text, ()) == shown


def over(theatre: Opens, people: Cast) -> Theatre:
    """The notice is over."""
    steps = ((people.station, ClosureSubmitted(HUNDRED)), (people.bureau, notice()))
    scene = accepted(theatre, people, people.bureau, *steps)
    clock = scene.stage.store.clock
    assert isinstance(clock, MovableClock)
    clock.advance(timedelta(days=7))
    return scene


def test_closing_asks_for_objections_first(theatre: Opens, people: Cast) -> None:
    scene = over(theatre, people)
    dialog = scene.open("close", CloseDialog)
    assert dialog.focusWidget().objectName() == "cancelButton"
    dialog.decide()
    assert child(dialog, QLabel, "stepError").text() == "请先核对公示期间有没有异议，再选“无”或“有”。"
    objections = child(dialog, Segments, "closeObjections")
    press(objections.focus_target(), Qt.Key.Key_Right)
    press(objections.focus_target(), Qt.Key.Key_Right)  # 有
    assert child(dialog, QLabel, "closeHint").isVisible()
    dialog.decide()
    assert child(dialog, QLabel, "stepError").text().startswith("有异议没处理完，不能销号。")
    assert scene.stage.now().state is State.PUBLIC_NOTICE
    press(objections.focus_target(), Qt.Key.Key_Left)  # 无
    assert not child(dialog, QLabel, "closeHint").isVisible()
    assert not list(faults(dialog.fact(), NOON + timedelta(days=7)))
    assert scene.do(dialog).state is State.CLOSED


def test_a_running_notice_says_how_long(theatre: Opens, people: Cast) -> None:
    steps = ((people.station, ClosureSubmitted(HUNDRED)), (people.bureau, notice()))
    scene = accepted(theatre, people, people.bureau, *steps)
    dialog = scene.open("close", CloseDialog)
    assert any(label.text() == "公示到 11-28 才满，还有 7 天。" for label in dialog.findChildren(QLabel))
    press(child(dialog, Segments, "closeObjections").focus_target(), Qt.Key.Key_Right)
    dialog.decide()
    scene.qtbot.waitUntil(child(dialog, QLabel, "stepError").isVisible)
    assert scene.stage.now().state is State.PUBLIC_NOTICE
