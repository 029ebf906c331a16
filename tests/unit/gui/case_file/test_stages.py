"""The seven steps: where it stands, who did what when, who comes next; and the line that shows them in any width."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.case_file.stage_line import StageLine
from gui.case_file.stages import Progress, Stage, stages_of
from models.facts import Returned
from models.vocabulary import ReturnReason
from tests.line import TODAY, cast
from tests.unit.gui.case_file import life
from tests.unit.gui.case_file.life import finding_of, names_of, story

PEOPLE = cast()
TITLES = ["登记", "核实", "交办", "整改", "验收", "公示", "销号"]


def stages(steps: int, days: int = 0) -> tuple[Stage, ...]:
    """After so many steps of the line."""
    return stages_of(finding_of(story(PEOPLE, steps)), names_of(PEOPLE), TODAY + timedelta(days=days))


@pytest.mark.parametrize(("steps", "days", "current", "words"), [
    (0, 0, "核实", "郑陆镇环保站"),
    (life.VERIFIED, 0, "交办", "区局"),
    (life.ENLISTED, 0, "交办", "区局"),
    (life.DISPATCHED, 0, "整改", "待签收"),
    (life.SIGNED, 0, "整改", "第1天，共60天"),
    (life.SIGNED, 57, "整改", "第57天，共60天"),
    (life.APPLIED, 0, "验收", "待验收"),
    (life.ARRANGED, 0, "验收", "验收中"),
    (life.PASSED, 0, "公示", "待上报销号"),
    (life.SUBMITTED, 0, "公示", "区局审核"),
    (life.PUBLISHED, 6, "公示", "到 11-28"),
    (life.PUBLISHED, 7, "销号", "区局"),
])  # fmt: skip
def test_where_it_stands(steps: int, days: int, current: str, words: str) -> None:
    shown = stages(steps, days)
    assert [stage.title for stage in shown] == TITLES
    (at,) = [stage for stage in shown if stage.progress is Progress.CURRENT]
    assert (at.title, at.words) == (current, words)
    place = shown.index(at)
    assert {stage.progress for stage in shown[:place]} <= {Progress.DONE}
    assert {stage.progress for stage in shown[place + 1 :]} <= {Progress.FUTURE}


def test_who_did_what_when_and_who_will() -> None:
    words = [stage.words for stage in stages(life.SIGNED)]
    assert words[:3] == ["11-22 王建国", "11-22 周敏", "11-22 陈立"]
    assert words[4:] == ["镇里另一人", "满 7 天", "区局"]


def test_all_is_done_at_the_end() -> None:
    shown = stages(life.CLOSED)
    assert {stage.progress for stage in shown} == {Progress.DONE}
    assert [stage.words for stage in shown[3:]] == ["11-22 李建军", "11-22 周敏", "11-22—11-28", "11-29 陈立"]


def test_what_was_sent_back_stands_at_its_beginning() -> None:
    back = (PEOPLE.station, Returned((ReturnReason.OTHER,), "请补全景"))
    shown = stages_of(finding_of(story(PEOPLE, 0, back)), names_of(PEOPLE), TODAY)
    assert (shown[0].progress, shown[0].words) == (Progress.CURRENT, "退回补正")


def test_a_line_says_what_it_has_room_for(dressed: QApplication, qtbot: QtBot) -> None:
    line = StageLine()
    qtbot.addWidget(line)
    line.show_stages(stages(life.SIGNED))
    whole = line._needs(line.second_lines(5000))
    bare = line._needs([""] * len(TITLES))
    told = [sum(map(bool, line.second_lines(width))) for width in (whole, whole - 1, bare + 60, bare)]
    assert told[0] == len(TITLES)
    assert told[1] == 4
    assert told[2:] == [1, 0]
    assert "整改 第1天，共60天 （现在）" in line.accessibleName()
    assert line.toolTip().count("\n") == 6


def test_a_line_never_says_more_in_less_room(dressed: QApplication, qtbot: QtBot) -> None:
    line = StageLine()
    qtbot.addWidget(line)
    line.show_stages(stages(life.PUBLISHED))
    letters = [sum(map(len, line.second_lines(width))) for width in range(300, 1400, 50)]
    assert letters == sorted(letters)
