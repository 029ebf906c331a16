"""The lines of the check-up, and how fast it goes."""

from datetime import timedelta

import pytest

from gui.check_lines import CheckLines, Health
from gui.connection import Connection
from gui.syncing.check_up import Condition, check_lines, clock_line, disk_line, read_condition
from gui.syncing.pace import Pace
from models.entries import ClockNote
from models.findings import Safety
from models.store import Store
from tests.builders import NOON


@pytest.mark.parametrize(
    ("skew", "health", "found"),
    [
        (None, Health.UNKNOWN, "还没对过"),
        (ClockNote(0, 5), Health.GOOD, "与局里一致"),
        (ClockNote(-12_000, 5), Health.GOOD, "比局里慢 12 秒"),
        (ClockNote(90_000, 5), Health.ODD, "比局里快 90 秒"),
        (ClockNote(7_200_000, 5), Health.BAD, "比局里快 120 分钟"),
    ],
)
def test_clock(skew: ClockNote | None, health: Health, found: str) -> None:
    line = clock_line(skew)
    assert (line.health, line.found) == (health, found)


@pytest.mark.parametrize(
    ("free", "health"), [(48_000_000_000, Health.GOOD), (1_000_000_000, Health.ODD), (200_000_000, Health.BAD)]
)
def test_disk(free: int, health: Health) -> None:
    assert disk_line(free).health is health


@pytest.mark.parametrize(
    ("connection", "reason", "safety", "bad"),
    [
        (Connection.CONNECTED, None, Safety(), []),
        (Connection.BLOCKED, "signed_out", Safety(), ["网络", "登录"]),
        (Connection.CONNECTED, "bureau_full", Safety(0, 3), ["局里空间"]),
        (Connection.CONNECTED, None, Safety(0, 1, 0, 1), ["照片核对"]),
    ],
)
def test_check_lines(connection: Connection, reason: str | None, safety: Safety, bad: list[str]) -> None:
    condition = Condition(48_000_000_000, ClockNote(0, 1), safety)
    lines = check_lines(condition, connection, reason=reason, last=NOON, now=NOON)
    assert [line.name for line in lines if line.health is Health.BAD] == bad


def test_condition_is_real(store: Store) -> None:
    condition = read_condition(store)
    assert condition.disk_free > 0
    assert condition.skew is None


@pytest.mark.usefixtures("dressed")
def test_lines_are_rebuilt_only_when_they_differ() -> None:
    shown = CheckLines("checkUp")
    lines = (clock_line(None), disk_line(48_000_000_000))
    shown.show_lines(lines)
    children = shown.children()
    shown.show_lines(lines)
    assert shown.children() == children


def test_pace_says_nothing_too_early() -> None:
    pace = Pace().at(NOON, 1_000_000)
    assert pace.words == ""
    assert pace.at(NOON + timedelta(seconds=2), 900_000).words == ""


def test_pace_says_rate_and_rest() -> None:
    pace = Pace().at(NOON, 60_000_000).at(NOON + timedelta(seconds=100), 47_000_000)
    assert pace.words == "130 KB/秒 · 约 6 分钟"
    assert Pace().at(NOON, 1_000_000).at(NOON + timedelta(seconds=10), 100_000).words == "90 KB/秒 · 不到 1 分钟"
