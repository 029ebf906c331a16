"""批量交办: which of the marked findings may be dispatched, and one 交办 for each, with the goal and measures of its type."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from gui.rectification.register_choices import RegisterUnit, read_units, station_of
from models.errors import GewuError, Refusal, Refused
from models.facts import Dispatched, Measure, Unit
from models.finding import Finding
from models.ids import FindingId
from models.rest_days import RestDays, rest_days
from models.standing import offers
from models.state import State
from models.store import Store
from models.usual_rectification import UsualRectification, usual_rectification

MOST = 100
"""At once: more than that nobody has looked at."""
_ACTION = "dispatch"
_WITHOUT_USUAL = 30
_NOBODY = Unit("", "")


@dataclass(frozen=True, slots=True)
class Batch:
    """What the dialog is built from."""

    findings: tuple[Finding, ...] = ()
    marked: int = 0
    without_goal: int = 0
    """May be dispatched, but what is usual for their type is not known."""
    units: tuple[RegisterUnit, ...] = ()
    people: tuple[Mapping[str, Any], ...] = ()
    rest: RestDays = field(default_factory=RestDays)
    keys: Mapping[FindingId, int] = field(default_factory=dict)
    """By which the list knows them."""

    @property
    def not_now(self) -> int:
        """Marked, but it is not this person's turn."""
        return self.marked - len(self.findings) - self.without_goal

    @property
    def types(self) -> tuple[tuple[str, int], ...]:
        """How many of each type, most first."""
        return tuple(Counter(finding.classification.category for finding in self.findings).most_common())

    def latest(self, today: date) -> date:
        """The latest of the usual deadlines."""
        return max((_usual_deadline(finding, today) for finding in self.findings), default=today)


@dataclass(frozen=True, slots=True)
class Order:
    """What is the same for all."""

    unit: Unit | None
    person: str
    deadline: date | None
    """None: each by its own type."""


@dataclass(frozen=True, slots=True)
class NotDone:
    """A finding that was not dispatched, and why."""

    number: str
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it."""

    dispatched: frozenset[FindingId]
    refused: tuple[NotDone, ...]


def read_batch(store: Store, marked: Mapping[int, FindingId | None]) -> Batch:
    """Look at the marked ones, by key, as far as each is still whose it was; called beside the window."""
    found = zip(marked.values(), store.findings.rows(tuple(marked)), strict=True)
    rows = [row for finding, row in found if row is not None and finding in (None, row.id)]
    whole = store.findings.several(row.id for row in rows)
    mine = [whole[row.id] for row in rows if row.id in whole and _may(store, whole[row.id])]
    ready = tuple(finding for finding in mine if _usual(finding).goal)
    reference = store.reference
    return Batch(
        ready,
        len(marked),
        len(mine) - len(ready),
        read_units(reference.units(), reference.rows("units")),
        reference.people(),
        rest_days(reference.rows("holidays")),
        {row.id: row.key for row in rows},
    )


def dispatch_all(store: Store, batch: Batch, order: Order) -> Done:
    """One after the other: what is refused for one keeps none of the others. Called beside the window."""
    done: set[FindingId] = set()
    refused: list[NotDone] = []
    for finding in batch.findings:
        try:
            store.pen.record((_fact(finding, batch, order, store.findings.today),), finding=finding.id)
            done.add(finding.id)
        except Refused as error:
            refused.append(NotDone(finding.shown_number, error.refusals))
        except GewuError as error:  # the disk: told of each, so that none seems to be done
            refused.append(NotDone(finding.shown_number, (error.refusal,)))
    return Done(frozenset(done), tuple(refused))


def _fact(finding: Finding, batch: Batch, order: Order, today: date) -> Dispatched:
    usual, deadline = _usual(finding), order.deadline or _usual_deadline(finding, today)
    return Dispatched(
        unit=order.unit or _NOBODY,
        person=order.person,
        kind=usual.kind,
        deadline=deadline,
        goal=usual.goal,
        measures=tuple(Measure(content, deadline) for content in usual.measures),
        accept_unit=station_of(batch.units, finding.grid, but=order.unit) or _NOBODY,
        dispatched_on=today,
    )


def _may(store: Store, finding: Finding) -> bool:
    """What was dispatched already is dispatched anew in its own dialog alone."""
    offered = any(row.action == _ACTION for row in offers(finding.standing, store.person))
    return offered and finding.state is not State.DISPATCHED


def _usual(finding: Finding) -> UsualRectification:
    return usual_rectification(finding.classification.category)


def _usual_deadline(finding: Finding, today: date) -> date:
    days = _usual(finding).days
    return today + timedelta(days=_WITHOUT_USUAL if days is None else days)
