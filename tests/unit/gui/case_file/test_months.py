"""Which months of a rectification were reported on, and which were not."""

from dataclasses import replace
from datetime import date

import pytest

from gui.case_file.months import Month, months_of
from models.facts import SignedFor
from models.finding import Finding
from tests.line import cast, dispatched, progress
from tests.unit.gui.case_file import life
from tests.unit.gui.case_file.life import finding_of, story

PEOPLE = cast()


def rectifying(*periods: str) -> Finding:
    """Dispatched in September, with reports on these months."""
    order = dispatched(dispatched_on=date(2026, 9, 26))
    reports = [(PEOPLE.unit, progress(period=period)) for period in periods]
    signed = (PEOPLE.unit, SignedFor("李建军", date(2026, 9, 27)))
    return finding_of((*story(PEOPLE, life.ENLISTED), (PEOPLE.bureau, order), signed, *reports))


def told(months: tuple[Month, ...]) -> list[tuple[str, bool, bool]]:
    """Period, whether there is a report, whether it lacks."""
    return [(month.period, month.report is not None, month.missing) for month in months]


def test_a_month_that_is_over_lacks_its_report() -> None:
    assert told(months_of(rectifying("2026-09"), date(2026, 11, 22))) == [
        ("2026-11", False, False),
        ("2026-10", False, True),
        ("2026-09", True, False),
    ]


def test_the_last_report_of_a_month_counts() -> None:
    finding = rectifying("2026-10", "2026-10")
    task = finding.rectification
    assert task is not None
    (october,) = [month for month in months_of(finding, date(2026, 11, 22)) if month.period == "2026-10"]
    assert october.report is task.reports[-1]


def test_years_go_over() -> None:
    periods = [month.period for month in months_of(rectifying(), date(2027, 2, 1))]
    assert periods == ["2027-02", "2027-01", "2026-12", "2026-11", "2026-10", "2026-09"]


@pytest.mark.parametrize("today", [date(2026, 11, 23), date(2027, 3, 1)])
def test_nobody_reports_on_what_is_completed(today: date) -> None:
    finding = finding_of(story(PEOPLE, life.APPLIED))
    assert told(months_of(finding, today)) == [("2026-11", True, False)]


def test_before_dispatch_there_are_none() -> None:
    finding = replace(rectifying(), rectification=None)
    assert months_of(finding, date(2026, 11, 22)) == ()
