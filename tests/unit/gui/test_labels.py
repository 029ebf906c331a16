"""Words for values as screens.md 3 has them."""

from datetime import datetime, timedelta

import pytest

from gui import labels
from models.clock import CHINA
from models.coordinates import Position
from models.state import State
from tests.builders import NOON


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (datetime(2026, 11, 22, 8, 5, tzinfo=CHINA), "今天 08:05"),
        (datetime(2026, 11, 21, 17, 42, tzinfo=CHINA), "昨天 17:42"),
        (datetime(2026, 11, 20, 16, 32, tzinfo=CHINA), "11-20 16:32"),
        (datetime(2025, 12, 3, 9, 0, tzinfo=CHINA), "2025-12-03"),
        (datetime(2026, 11, 23, 1, 0, tzinfo=CHINA), "11-23 01:00"),
    ],
)
def test_moment(when: datetime, words: str) -> None:
    assert labels.moment(when, NOON) == words


@pytest.mark.parametrize(("days", "words"), [(0, "今天"), (1, "昨天"), (2, "2天前"), (-1, "今天")])
def test_days_ago(days: int, words: str) -> None:
    assert labels.days_ago(NOON - timedelta(days=days), NOON) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "刚刚"), (1, "1分钟前"), (59, "59分钟前"), (60, "今天 11:00"), (-5, "今天 12:05"), (24 * 60, "昨天 12:00")],
)
def test_ago(minutes: int, words: str) -> None:
    assert labels.ago(NOON - timedelta(minutes=minutes), NOON) == words


@pytest.mark.parametrize(
    ("octets", "words"),
    [(0, "0 字节"), (999, "999 字节"), (300_000, "300 KB"), (1_230_000, "1.2 MB"), (48_000_000_000, "48 GB")],
)
def test_size(octets: int, words: str) -> None:
    assert labels.size(octets) == words


@pytest.mark.parametrize(("hour", "words"), [(7, "上午好"), (12, "中午好"), (16, "下午好"), (20, "晚上好")])
def test_greeting(hour: int, words: str) -> None:
    assert labels.greeting("王建国", NOON.replace(hour=hour)) == f"王建国，{words}"


@pytest.mark.parametrize(
    ("code", "words"),
    [("320402-2026-001286", "2026-001286"), ("暂-1122-04", "暂-1122-04"), ("", ""), ("A-B-C", "A-B-C")],
)
def test_short_number(code: str, words: str) -> None:
    assert labels.short_number(code) == words


def test_counts_and_days() -> None:
    assert (labels.number(12_486), labels.records(3), labels.photos(12)) == ("12,486", "3 条", "12 张")
    assert labels.long_day(NOON) == "11月22日 星期日"
    assert labels.full_moment(NOON) == "2026-11-22 12:00"


def test_position() -> None:
    assert labels.position(Position(120.087312, 31.824605)) == "东经120.087312° 北纬31.824605°"


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_a_chip(state: State) -> None:
    chip = labels.state_chip(state)
    assert 0 < len(chip.text) <= 6
    assert "(" not in chip.text, "translated"
    assert chip.ink is not chip.ground
