"""The light of a finding by the table of domain.md 3.7: first match wins, days are days in China."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from models.clock import day_of
from models.deadlines import Colour, Light, Timing, Why, last_closed_month, light, timing_of, unreported_month
from models.facts import Enlisted, SignedFor
from models.state import State
from models.vocabulary import Severity
from tests.builders import open_store
from tests.line import cast
from tests.stages import bring

TODAY = date(2026, 11, 22)


def timing(left: int, **changes: Any) -> Timing:
    """Being rectified since the 1st, `left` days before its deadline."""
    made = Timing(State.RECTIFYING, Severity.SLIGHT, date(2026, 11, 1), TODAY + timedelta(days=left))
    return replace(made, **changes)


LONG_AGO = date(2026, 1, 1)
MAJOR = {"severity": Severity.MAJOR}
DONE = {"state": State.COMPLETED, "completed_on": TODAY}
CASES: dict[str, tuple[Timing | None, Light | None]] = {
    "none before 交办": (None, None),
    "none at 待交办": (timing(3, state=State.ENLISTED), None),
    "none once voided": (timing(-3, state=State.VOIDED), None),
    "overdue by a day": (timing(-1), Light(Colour.RED, Why.OVERDUE, -1)),
    "overdue, not signed for": (timing(-9, state=State.DISPATCHED), Light(Colour.RED, Why.OVERDUE, -9)),
    "due today is yellow": (timing(0), Light(Colour.YELLOW, Why.SOON, 0)),
    "a week left": (timing(7), Light(Colour.YELLOW, Why.SOON, 7)),
    "eight days left of 29": (timing(8), Light(Colour.GREEN, Why.IN_TIME, 8)),
    "a fifth of 100 days left": (
        timing(20, dispatched_on=TODAY - timedelta(days=80), period="2026-10"),
        Light(Colour.YELLOW, Why.SOON, 20),
    ),
    "more than a fifth left": (
        timing(21, dispatched_on=TODAY - timedelta(days=79), period="2026-10"),
        Light(Colour.GREEN, Why.IN_TIME, 21),
    ),
    "refused once": (timing(30, times_refused=1), Light(Colour.GREEN, Why.IN_TIME, 30)),
    "refused twice": (timing(30, times_refused=2), Light(Colour.RED, Why.REFUSED_OFTEN, 30)),
    "refused twice, applied again": (timing(30, **DONE, times_refused=2), Light(Colour.RED, Why.REFUSED_OFTEN, 30)),
    "overdue comes before refused": (timing(-1, times_refused=2), Light(Colour.RED, Why.OVERDUE, -1)),
    "major, silent for 16 days": (
        timing(60, **MAJOR, dispatched_on=date(2026, 11, 6)),
        Light(Colour.RED, Why.SILENT, 60),
    ),
    "major, silent for 15 days": (
        timing(60, **MAJOR, dispatched_on=date(2026, 11, 7)),
        Light(Colour.GREEN, Why.IN_TIME, 60),
    ),
    "major, heard of lately": (timing(60, **MAJOR, reported_on=TODAY), Light(Colour.GREEN, Why.IN_TIME, 60)),
    "serious, silent": (timing(60, severity=Severity.SERIOUS), Light(Colour.GREEN, Why.IN_TIME, 60)),
    "major and completed": (timing(60, **MAJOR, **DONE), Light(Colour.GREEN, Why.DONE_IN_TIME, 60)),
    "last month not reported": (
        timing(60, dispatched_on=date(2026, 10, 31)),
        Light(Colour.YELLOW, Why.UNREPORTED, 60, "2026-10"),
    ),
    "last month reported": (
        timing(60, dispatched_on=date(2026, 10, 31), period="2026-10"),
        Light(Colour.GREEN, Why.IN_TIME, 60),
    ),
    "this month reported already": (
        timing(60, dispatched_on=date(2026, 9, 1), period="2026-11"),
        Light(Colour.GREEN, Why.IN_TIME, 60),
    ),
    "behind": (timing(60, is_behind=True), Light(Colour.YELLOW, Why.BEHIND, 60)),
    "soon comes before behind": (timing(2, is_behind=True), Light(Colour.YELLOW, Why.SOON, 2)),
    "completed on the last day": (timing(0, **DONE), Light(Colour.GREEN, Why.DONE_IN_TIME, 0)),
    "completed late": (timing(-4, **DONE), Light(Colour.GREEN, Why.DONE_LATE, -4)),
    "completed in time, the deadline passed since": (
        timing(-4, state=State.CLOSING, completed_on=TODAY - timedelta(days=5)),
        Light(Colour.GREEN, Why.DONE_IN_TIME, 1),
    ),
    "closed": (timing(-4, state=State.CLOSED, completed_on=TODAY), Light(Colour.GREY, Why.CLOSED, -4)),
    "closed, refused twice before": (
        timing(3, state=State.CLOSED, completed_on=TODAY, times_refused=2),
        Light(Colour.GREY, Why.CLOSED, 3),
    ),
}


@pytest.mark.parametrize(("made", "shown"), CASES.values(), ids=CASES.keys())
def test_light(made: Timing | None, shown: Light | None) -> None:
    assert light(made, TODAY) == shown


@pytest.mark.parametrize(
    ("moment", "colour"),
    [
        (datetime(2026, 11, 22, 15, 59, 59, tzinfo=UTC), Colour.YELLOW),
        (datetime(2026, 11, 22, 16, 0, 0, tzinfo=UTC), Colour.RED),
    ],
    ids=["23:59:59 in China", "midnight in China"],
)
def test_overdue_begins_at_midnight_in_china_wherever_the_machine_stands(moment: datetime, colour: Colour) -> None:
    shown = light(timing(0), day_of(moment))
    assert shown is not None
    assert shown.colour is colour


@pytest.mark.parametrize(
    ("today", "month"), [(date(2026, 11, 1), "2026-10"), (date(2026, 11, 30), "2026-10"), (date(2027, 1, 1), "2026-12")]
)
def test_last_closed_month(today: date, month: str) -> None:
    assert last_closed_month(today) == month


@pytest.mark.parametrize(
    ("dispatched_on", "period", "month"),
    [
        (date(2026, 10, 31), "", "2026-10"),
        (date(2026, 11, 1), "", ""),
        (LONG_AGO, "2026-09", "2026-10"),
        (LONG_AGO, "2026-10", ""),
    ],
)
def test_the_month_that_is_missing(dispatched_on: date, period: str, month: str) -> None:
    assert unreported_month(timing(60, dispatched_on=dispatched_on, period=period), TODAY) == month


def test_timing_comes_out_of_a_finding_and_out_of_its_row_alike(tmp_path: Path) -> None:
    people = cast()
    store = open_store(tmp_path, people.station)
    early, late = bring(store, people, Enlisted), bring(store, people, SignedFor, days_ago=30, days_left=-2)
    for finding in (early, late):
        whole, row = store.findings.one(finding), store.findings.row(finding)
        assert whole is not None
        assert row is not None
        assert timing_of(whole) == row.timing
    assert light(store.findings.row(early).timing, TODAY) is None  # type: ignore[union-attr]
    assert light(store.findings.row(late).timing, TODAY) == Light(Colour.RED, Why.OVERDUE, -2)  # type: ignore[union-attr]
    store.close()
