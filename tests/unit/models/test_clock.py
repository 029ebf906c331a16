"""The clock that the demo's bureau and its laptops share: it goes on, is moved by a file, and comes back."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from models.clock import CHINA, Clock, ShiftedClock

NEAR = timedelta(minutes=1)
NEW_YEAR = datetime(2026, 1, 1, 9, 30, tzinfo=CHINA)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "clock"


def test_real_time_without_a_file(file: Path) -> None:
    assert abs(ShiftedClock(file).now() - Clock().now()) < NEAR


def test_moved_for_everyone_who_reads_the_file(file: Path) -> None:
    mine, theirs = ShiftedClock(file), ShiftedClock(file)
    mine.move_to(NEW_YEAR)
    assert timedelta() <= theirs.now() - NEW_YEAR < NEAR
    mine.advance(timedelta(days=8))
    assert timedelta() <= theirs.now() - NEW_YEAR - timedelta(days=8) < NEAR


def test_goes_on_by_itself(file: Path) -> None:
    clock = ShiftedClock(file)
    clock.move_to(NEW_YEAR)
    first = clock.now()
    while clock.now() == first:
        pass
    assert clock.now() > first
    assert first.utcoffset() == timedelta(hours=8)


def test_back_to_real_time_leaves_nothing(file: Path) -> None:
    clock = ShiftedClock(file)
    clock.move_to(NEW_YEAR)
    clock.back_to_real_time()
    clock.back_to_real_time()
    assert abs(clock.now() - Clock().now()) < NEAR
    assert not list(file.parent.iterdir())
