"""整改任务: what the steps from 交办 to 销号 come to. Part of the sum: pure, and it never raises."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, TypeVar

from models.facts import (
    AcceptanceApplied,
    AcceptanceArranged,
    AcceptancePassed,
    AcceptanceRefused,
    Closed,
    ClosureReturned,
    ClosureSubmitted,
    Dispatched,
    Fact,
    Measure,
    MeasureSettled,
    NoticePublished,
    ProgressReported,
    SignedFor,
)
from models.ids import PersonId
from models.vocabulary import Conclusion, Schedule

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Said(Generic[F]):
    """A step: what was said, by whom, when on the author's clock."""

    fact: F
    author: PersonId
    at: datetime


@dataclass(frozen=True, slots=True)
class Rectification:
    """From 交办 on. A step that was sent back stands no more; `refused` and `returned` keep why."""

    dispatch: Said[Dispatched]
    signature: Said[SignedFor] | None = None
    settled: tuple[Said[MeasureSettled], ...] = ()
    reports: tuple[Said[ProgressReported], ...] = ()
    application: Said[AcceptanceApplied] | None = None
    arranged: Said[AcceptanceArranged] | None = None
    acceptance: Said[AcceptancePassed] | None = None
    refused: tuple[Said[AcceptanceRefused], ...] = ()
    submission: Said[ClosureSubmitted] | None = None
    returned: Said[ClosureReturned] | None = None
    notice: Said[NoticePublished] | None = None
    closure: Said[Closed] | None = None

    @property
    def order(self) -> Dispatched:
        """What was dispatched."""
        return self.dispatch.fact

    @property
    def times_refused(self) -> int:
        """How often it did not pass acceptance; asking for more material does not count."""
        return sum(said.fact.conclusion is Conclusion.NOT_PASSED for said in self.refused)

    @property
    def is_behind(self) -> bool:
        """Whether the last report says 滞后."""
        return bool(self.reports) and self.reports[-1].fact.schedule is Schedule.BEHIND

    def settlement(self, number: int) -> Said[MeasureSettled] | None:
        """What was said last of a measure."""
        return next((said for said in reversed(self.settled) if said.fact.measure == number), None)

    def open_measures(self) -> tuple[tuple[int, Measure], ...]:
        """The measures, with their numbers, that are neither done nor explained."""
        numbered = enumerate(self.order.measures, start=1)
        return tuple((number, measure) for number, measure in numbered if not self._is_settled(number))

    def _is_settled(self, number: int) -> bool:
        said = self.settlement(number)
        return said is not None and (said.fact.done_on is not None or bool(said.fact.note.strip()))


_ONE: Mapping[type[Fact], str] = {
    SignedFor: "signature",
    AcceptanceApplied: "application",
    AcceptanceArranged: "arranged",
    AcceptancePassed: "acceptance",
    ClosureSubmitted: "submission",
    ClosureReturned: "returned",
    NoticePublished: "notice",
    Closed: "closure",
}
"""Steps of which the latest counts, and where it stands."""
_EACH: Mapping[type[Fact], str] = {MeasureSettled: "settled", ProgressReported: "reports", AcceptanceRefused: "refused"}
"""Steps that all stay."""
_UNDONE: Mapping[type[Fact], tuple[str, ...]] = {
    AcceptanceRefused: ("application", "arranged"),
    ClosureReturned: ("submission",),
    ClosureSubmitted: ("returned",),
}
"""What a step takes back."""


def advance(before: Rectification | None, fact: Fact, author: PersonId, at: datetime) -> Rectification | None:
    """What a step makes of a rectification; facts that are none of its business leave it as it is."""
    if isinstance(fact, Dispatched):
        return Rectification(Said(fact, author, at))
    if before is None:
        return None
    kind, said = type(fact), Said(fact, author, at)
    changes: dict[str, Any] = dict.fromkeys(_UNDONE.get(kind, ()))
    if kind in _ONE:
        changes[_ONE[kind]] = said
    if kind in _EACH:
        changes[_EACH[kind]] = (*getattr(before, _EACH[kind]), said)
    return replace(before, **changes) if changes else before
