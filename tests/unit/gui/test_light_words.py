"""The light in words as screens.md 3 has them, with a mark of its own for each colour and the reason in a sentence."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from gui.icons import Glyph
from gui.light_words import light_look
from models.deadlines import Timing
from models.state import State
from models.vocabulary import Severity

TODAY = date(2026, 11, 22)


def timing(left: int, **changes: Any) -> Timing:
    """Being rectified, `left` days before its deadline, dispatched this month."""
    made = Timing(State.RECTIFYING, Severity.SLIGHT, date(2026, 11, 1), TODAY + timedelta(days=left))
    return replace(made, **changes)


LATE = {"state": State.COMPLETED, "completed_on": TODAY}
CASES: list[tuple[Timing, str, Glyph, str]] = [
    (timing(-2), "红 超期2天", Glyph.PROBLEM, "整改期限是 11-20。"),
    (timing(0), "黄 今天到期", Glyph.WARNING, "整改期限是 11-22。"),
    (timing(1), "黄 明天到期", Glyph.WARNING, "整改期限是 11-23。"),
    (timing(3), "黄 剩3天", Glyph.WARNING, "整改期限是 11-25。"),
    (timing(12), "绿 剩12天", Glyph.GOOD, "整改期限是 12-04。"),
    (timing(50), "绿 剩50天", Glyph.GOOD, "整改期限是 2027-01-11。"),
    (timing(12, times_refused=2), "红 剩12天", Glyph.PROBLEM, "第2次验收没通过。"),
    (timing(12, severity=Severity.MAJOR), "红 剩12天", Glyph.PROBLEM, "重大问题15天没有报进展。"),
    (timing(40, dispatched_on=date(2026, 10, 8)), "黄 剩40天", Glyph.WARNING, "10月没有报进展。"),
    (timing(12, is_behind=True), "黄 剩12天", Glyph.WARNING, "报告滞后。"),
    (timing(2, **LATE), "绿 按期完成", Glyph.GOOD, "11-22 完成，整改期限是 11-24。"),
    (timing(-4, **LATE), "绿 超期4天完成", Glyph.GOOD, "11-22 完成，整改期限是 11-18。"),
    (timing(-4, **LATE, times_refused=2), "红 超期4天完成", Glyph.PROBLEM, "第2次验收没通过。"),
    (timing(-4, state=State.CLOSED, completed_on=TODAY), "灰 已销号", Glyph.CLOSED, "11-22 完成，整改期限是 11-18。"),
]


@pytest.mark.parametrize(("made", "words", "glyph", "reason"), CASES, ids=[case[1] for case in CASES])
def test_words_mark_and_reason(made: Timing, words: str, glyph: Glyph, reason: str) -> None:
    look = light_look(made, TODAY)
    assert look is not None
    assert (look.words, look.glyph, look.reason) == (words, glyph, reason)


def test_a_screen_reader_hears_the_colour_as_a_light() -> None:
    look = light_look(timing(-2), TODAY)
    assert look is not None
    assert look.name == "红灯，超期2天"


@pytest.mark.parametrize("made", [None, timing(3, state=State.ENLISTED), timing(3, state=State.REPORTED)])
def test_no_light_before_dispatch(made: Timing | None) -> None:
    assert light_look(made, TODAY) is None
