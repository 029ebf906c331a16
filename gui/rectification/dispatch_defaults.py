"""What a 交办 begins with: the register, the days of rest, and whom the last one of this type in this township went to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gui.rectification.register_choices import RegisterUnit, read_units
from models.facts import Dispatched
from models.finding import Finding
from models.findings import Filter
from models.people import town_of
from models.rest_days import RestDays, rest_days
from models.store import Store

_MOST_ROWS = 400


@dataclass(frozen=True, slots=True)
class DispatchDefaults:
    """`last` is the newest 交办 of the same type in the same township."""

    units: tuple[RegisterUnit, ...] = ()
    people: tuple[Mapping[str, Any], ...] = ()
    rest: RestDays = field(default_factory=RestDays)
    last: Dispatched | None = None


def dispatch_defaults(store: Store, finding: Finding) -> DispatchDefaults:
    """Read from the store, beside the window."""
    reference = store.reference
    return DispatchDefaults(
        read_units(reference.units(), reference.rows("units")),
        reference.people(),
        rest_days(reference.rows("holidays")),
        _last(store, finding),
    )


def _last(store: Store, finding: Finding) -> Dispatched | None:
    alike = Filter(categories=frozenset({finding.classification.category}))
    dispatched = [
        (row.timing.dispatched_on, row.id)
        for row in store.findings.page(alike, limit=_MOST_ROWS)
        if row.timing is not None and town_of(row.grid) == town_of(finding.grid) and row.id != finding.id
    ]
    if not dispatched:
        return None
    newest = store.findings.one(max(dispatched)[1])
    return newest.rectification.order if newest and newest.rectification else None
