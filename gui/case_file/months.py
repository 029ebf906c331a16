"""调度: the months of a rectification, each with its last report or the word that it is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.clock import day_of
from models.facts import ProgressReported
from models.finding import Finding
from models.rectification import Said
from models.state import OPEN_WORK


@dataclass(frozen=True, slots=True)
class Month:
    """`period` is YYYY-MM; without a report it is `missing` once it is over while work was due."""

    period: str
    report: Said[ProgressReported] | None = None
    missing: bool = False

    @property
    def number(self) -> int:
        """11 of 2026-11."""
        return int(self.period[5:])


def months_of(finding: Finding, today: date) -> tuple[Month, ...]:
    """From the month of 交办 to this one, or to the one before completion; the newest first."""
    task = finding.rectification
    if task is None:
        return ()
    last = today
    if finding.state not in OPEN_WORK and task.application:
        last = min(today, day_of(task.application.at))
    reports = {said.fact.period: said for said in task.reports}
    this, at_work = f"{last:%Y-%m}", finding.state in OPEN_WORK
    due = (period for period in _between(task.order.dispatched_on, last) if at_work or period < this)
    periods = {*due, *reports}
    found = (Month(period, reports.get(period), period < this) for period in sorted(periods, reverse=True))
    return tuple(Month(each.period, each.report, each.missing and each.report is None) for each in found)


def _between(first: date, last: date) -> Iterator[str]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield f"{year}-{month:02d}"
        year, month = (year + month // 12, month % 12 + 1)
