"""What is said from 入库 to 销号: the rectification, its acceptance and its closure. Dates are days in China."""

from dataclasses import dataclass
from datetime import date

from models.facts.values import Measure, Photo, PhotoPlace, Unit
from models.vocabulary import Conclusion, Conformity, RectificationKind, Schedule


@dataclass(frozen=True, slots=True)
class Enlisted:
    """入库: no duplicate, so it goes into the library of problems."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class Dispatched:
    """交办: who rectifies what by when, and who will check it. `dispatched_on` starts the clock."""

    unit: Unit
    person: str
    kind: RectificationKind
    deadline: date
    goal: str
    measures: tuple[Measure, ...]
    accept_unit: Unit
    dispatched_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class SignedFor:
    """签收: the unit has it, and this person sees to it."""

    person: str
    signed_on: date


@dataclass(frozen=True, slots=True)
class MeasureSettled:
    """完成措施 or 说明: measure number `measure` is done since a day, or a note says why it is not needed any more."""

    measure: int
    done_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProgressReported:
    """填报进展 for a month (YYYY-MM); another report for the same month is its correction."""

    period: str
    text: str
    schedule: Schedule
    problems: str = ""
    next_steps: str = ""
    percent: int | None = None
    photos: tuple[Photo, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceAttached:
    """补照片 while it is rectified: photos of during and after, monitoring reports."""

    photos: tuple[Photo, ...]


@dataclass(frozen=True, slots=True)
class PlacesArranged:
    """改配对: which photos show the same place, as people see it. Photos added later find their place by themselves."""

    places: tuple[PhotoPlace, ...]


@dataclass(frozen=True, slots=True)
class AcceptanceApplied:
    """申请验收: the unit declares the rectification completed."""

    completed_on: date
    description: str


@dataclass(frozen=True, slots=True)
class AcceptanceArranged:
    """受理验收: somebody will look at it on the spot."""

    planned_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class AcceptancePassed:
    """验收通过: seen on the spot by two, with photos. `standards` answers the five of domain.md 2.8 in their order."""

    checked_on: date
    verifiers: tuple[str, ...]
    photos: tuple[Photo, ...]
    standards: tuple[Conformity, ...]
    opinion: str
    asked_resident: bool = False


@dataclass(frozen=True, slots=True)
class AcceptanceRefused:
    """验收不通过, or more material is asked for: back to rectifying."""

    conclusion: Conclusion
    reason: str
    checked_on: date | None = None
    photos: tuple[Photo, ...] = ()


@dataclass(frozen=True, slots=True)
class ClosureSubmitted:
    """上报销号: the file is complete; the description goes into the printed form."""

    description: str


@dataclass(frozen=True, slots=True)
class ClosureReturned:
    """退回销号材料: the bureau wants the file completed."""

    reason: str


@dataclass(frozen=True, slots=True)
class NoticePublished:
    """审核通过公示: reviewed, and made public from the first to the last day, both counted."""

    opinion: str
    text: str
    first_day: date
    last_day: date
    where: str


@dataclass(frozen=True, slots=True)
class Closed:
    """销号: the notice is over and nobody objects."""

    closed_on: date
    note: str = ""
