"""红黄绿灯 of a finding and its reason (domain.md 3.7), from days in China and nothing else."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from models.clock import day_of
from models.finding import Finding
from models.state import OPEN_WORK, UNDER_RECTIFICATION, State
from models.vocabulary import Labelled, Severity
from resources.words import N_

SOON_DAYS, SOON_SHARE = 7, 5
"""Yellow from max(7 days, a fifth of the whole time) before the deadline on."""
_SILENT_DAYS, _REFUSED_OFTEN = 15, 2


class Colour(Labelled):
    """The light's word; before 交办 there is none."""

    RED = "red", N_("Red (light)")
    YELLOW = "yellow", N_("Yellow (light)")
    GREEN = "green", N_("Green (light)")
    GREY = "grey", N_("Grey (light)")


class Why(Enum):
    """Why a light has its colour; the value is a code."""

    OVERDUE = "overdue"
    SILENT = "silent"
    REFUSED_OFTEN = "refused_often"
    SOON = "soon"
    UNREPORTED = "unreported"
    BEHIND = "behind"
    IN_TIME = "in_time"
    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Timing:
    """What a light is made of. `period` (YYYY-MM) is the month of the last progress report."""

    state: State
    severity: Severity
    dispatched_on: date
    deadline: date
    completed_on: date | None = None
    times_refused: int = 0
    is_behind: bool = False
    reported_on: date | None = None
    period: str = ""


@dataclass(frozen=True, slots=True)
class Light:
    """`days` are left while positive or 0; negative: so many days over (overdue, or completed late)."""

    colour: Colour
    why: Why
    days: int = 0
    period: str = ""
    """The month that was not reported on."""


def timing_of(finding: Finding) -> Timing | None:
    """What the finding's light is made of; None before 交办."""
    task = finding.rectification
    if task is None:
        return None
    last = task.reports[-1] if task.reports else None
    return Timing(
        state=finding.state,
        severity=finding.classification.severity,
        dispatched_on=task.order.dispatched_on,
        deadline=task.order.deadline,
        completed_on=task.application.fact.completed_on if task.application else None,
        times_refused=task.times_refused,
        is_behind=task.is_behind,
        reported_on=day_of(last.at) if last else None,
        period=max((said.fact.period for said in task.reports), default=""),
    )


def light(timing: Timing | None, today: date) -> Light | None:
    """The first rule that fits; None where no light burns. Due today is not overdue."""
    if timing is None or timing.state not in UNDER_RECTIFICATION | {State.CLOSED}:
        return None
    if timing.state is State.CLOSED:
        return Light(Colour.GREY, Why.CLOSED, _left(timing, timing.completed_on or today))
    return _red(timing, today) or _yellow(timing, today) or _green(timing, today)


def _red(timing: Timing, today: date) -> Light | None:
    left = _left(timing, today)
    if timing.state in OPEN_WORK and left < 0:
        return Light(Colour.RED, Why.OVERDUE, left)
    if timing.times_refused >= _REFUSED_OFTEN:
        return Light(Colour.RED, Why.REFUSED_OFTEN, left)
    heard = timing.reported_on or timing.dispatched_on
    silent = timing.severity is Severity.MAJOR and (today - heard).days > _SILENT_DAYS
    return Light(Colour.RED, Why.SILENT, left) if silent and timing.state in OPEN_WORK else None


def _yellow(timing: Timing, today: date) -> Light | None:
    if timing.state not in OPEN_WORK:
        return None
    left = _left(timing, today)
    whole = (timing.deadline - timing.dispatched_on).days
    if left <= max(SOON_DAYS, whole // SOON_SHARE):
        return Light(Colour.YELLOW, Why.SOON, left)
    if unreported := unreported_month(timing, today):
        return Light(Colour.YELLOW, Why.UNREPORTED, left, unreported)
    return Light(Colour.YELLOW, Why.BEHIND, left) if timing.is_behind else None


def _green(timing: Timing, today: date) -> Light:
    if timing.completed_on is None or timing.state in OPEN_WORK:
        return Light(Colour.GREEN, Why.IN_TIME, _left(timing, today))
    left = _left(timing, timing.completed_on)
    return Light(Colour.GREEN, Why.DONE_IN_TIME if left >= 0 else Why.DONE_LATE, left)


def _left(timing: Timing, day: date) -> int:
    return (timing.deadline - day).days


def unreported_month(timing: Timing, today: date) -> str:
    """The last closed month, where it was dispatched in or before it and nobody reported on it or later."""
    last = last_closed_month(today)
    return last if f"{timing.dispatched_on:%Y-%m}" <= last and timing.period < last else ""


def last_closed_month(today: date) -> str:
    """The month before this one, as YYYY-MM."""
    return f"{today.replace(day=1) - timedelta(days=1):%Y-%m}"
