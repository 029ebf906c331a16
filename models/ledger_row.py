"""A finding as one row of a list: how the ledger's tables hold it, and as it is read back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Row

from models.clock import as_moment, as_text
from models.deadlines import Timing, timing_of
from models.finding import Finding
from models.ids import FindingId, PersonId
from models.people import town_of
from models.seeking import sought
from models.state import OPEN_WORK, State
from models.vocabulary import Severity

NEVER: Final = "9999-12-31"
"""Sorts behind every deadline."""
_STATES: Final = {state.value: state for state in State}
_SEVERITIES: Final = {severity.value: severity for severity in Severity}


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """`number` is the one to show; `numbered` whether the bureau gave it; `pending`: something is only on this laptop."""

    id: FindingId
    number: str
    numbered: bool
    state: State
    category: str
    place: str
    grid: str
    raiser: PersonId
    recorded_at: datetime
    changed_at: datetime
    unit: str
    """The name of the 责任单位; empty before 交办."""
    timing: Timing | None
    notice_until: date | None
    pending: bool
    odd: bool
    key: int = 0
    """Its place in the ledger of this laptop, by which lists page."""


def ledger_row(finding: Finding) -> tuple[object, ...]:
    """The finding in the order of the ledger's columns."""
    task, party = finding.rectification, finding.party.name if finding.party else ""
    place, unit = finding.location.place, task.order.unit.name if task else ""
    return (
        finding.id,
        finding.number,
        finding.raised.provisional,
        finding.state.value,
        finding.classification.category,
        finding.classification.severity.value,
        place,
        finding.description,
        party,
        sought(place, party, unit, finding.description),
        town_of(finding.grid),
        finding.grid,
        finding.raiser,
        as_text(finding.recorded_at),
        as_text(max(line.at for line in finding.history)),
        len(finding.history),
        *_rectification(finding),
        bool(finding.rivals or finding.newer_kinds),
    )


def _rectification(finding: Finding) -> tuple[object, ...]:
    """From `unit` to `notice_until`."""
    task, timing = finding.rectification, timing_of(finding)
    if task is None or timing is None:
        return "", "", False, "", NEVER, None, None, None, 0, False, None, "", None
    return (
        task.order.unit.code,
        task.order.unit.name,
        task.order.unit.is_village,
        task.application.author if task.application else "",
        timing.deadline.isoformat() if finding.state in OPEN_WORK else NEVER,
        timing.dispatched_on.isoformat(),
        timing.deadline.isoformat(),
        timing.completed_on.isoformat() if timing.completed_on else None,
        timing.times_refused,
        timing.is_behind,
        timing.reported_on.isoformat() if timing.reported_on else None,
        timing.period,
        task.notice.fact.last_day.isoformat() if task.notice else None,
    )


def photo_rows(findings: Sequence[Finding]) -> list[tuple[object, ...]]:
    """Every photo of these findings, in the order of the columns of ledger_photo."""
    return [
        (photo.sha256, finding.id, place, photo.kind.value, photo.name, photo.size, photo.media_type)
        for finding in findings
        for place, photo in enumerate(finding.photos)
    ]


def span_rows(findings: Sequence[Finding]) -> list[tuple[object, ...]]:
    """Every span of these findings, in the order of the columns of span."""
    return [row for finding in findings for row in _spans(finding)]


def _spans(finding: Finding) -> Iterator[tuple[object, ...]]:
    for place, span in enumerate(finding.spans):
        yield finding.id, place, span.state.value, as_text(span.since), as_text(span.until) if span.until else None


def read_row(row: Row[Any], *, pending: bool) -> LedgerRow:
    """A row of the ledger as a value."""
    return LedgerRow(
        id=FindingId(row.id),
        number=row.number or row.provisional,
        numbered=bool(row.number),
        state=_STATES[row.state],
        category=row.category,
        place=row.place,
        grid=row.grid,
        raiser=PersonId(row.raiser),
        recorded_at=as_moment(row.recorded_at),
        changed_at=as_moment(row.changed_at),
        unit=row.unit_name,
        timing=_timing(row),
        notice_until=_day(row.notice_until),
        pending=pending,
        odd=bool(row.odd),
        key=row.key,
    )


def _timing(row: Row[Any]) -> Timing | None:
    dispatched_on, deadline = _day(row.dispatched_on), _day(row.deadline)
    if dispatched_on is None or deadline is None:
        return None
    return Timing(
        _STATES[row.state],
        _SEVERITIES[row.severity],
        dispatched_on,
        deadline,
        _day(row.completed_on),
        row.times_refused,
        bool(row.is_behind),
        _day(row.reported_on),
        row.period,
    )


@lru_cache(maxsize=4_096)
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
