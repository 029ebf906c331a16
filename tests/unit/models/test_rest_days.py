"""Days of rest: weekends, holidays, and the days that are worked instead."""

from datetime import date

import pytest

from models.rest_days import RestDays, rest_days

OCTOBER = rest_days(
    [{"date": f"2026-10-{day:02d}", "kind": "休"} for day in range(1, 8)] + [{"date": "2026-10-10", "kind": "班"}]
)


@pytest.mark.parametrize(
    ("day", "is_rest"),
    [
        (date(2026, 10, 1), True),
        (date(2026, 10, 8), False),
        (date(2026, 10, 10), False),
        (date(2026, 10, 11), True),
        (date(2026, 9, 30), False),
    ],
)
def test_holidays_and_made_up_days(day: date, is_rest: bool) -> None:
    assert OCTOBER.is_rest(day) is is_rest


def test_the_working_day_before_and_after() -> None:
    assert OCTOBER.working_before(date(2026, 10, 3)) == date(2026, 9, 30)
    assert OCTOBER.working_after(date(2026, 10, 3)) == date(2026, 10, 8)
    assert RestDays().working_before(date(2026, 11, 29)) == date(2026, 11, 27)
    assert RestDays().working_after(date(2026, 11, 29)) == date(2026, 11, 30)
