"""What this computer knows around a finding that is being logged: points, the same type nearby, photos used before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from models.coordinates import Position, distance
from models.findings import Filter
from models.ids import FindingId
from models.reference import Enterprise
from models.state import State
from models.store import Store

PLACE_WITHIN, PARTY_WITHIN, DUPLICATE_WITHIN = 100, 50, 100
_MOST_POINTS, _MOST_FINDINGS, _MOST_PHOTOS = 20_000, 60, 20_000
_OVER = frozenset({State.CLOSED, State.VOIDED, State.MERGED, State.NOT_ACCEPTED, State.SETTLED_BY_TOWN})


@dataclass(frozen=True, slots=True)
class Question:
    """What the answer depends on: asked anew when any of it changes."""

    position: Position | None = None
    category: str = ""
    grid: str = ""
    photos: frozenset[str] = frozenset()
    finding: FindingId | None = None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An open finding of the same type close by."""

    finding: FindingId
    number: str
    metres: int
    recorded_at: datetime
    state: State


@dataclass(frozen=True, slots=True)
class Vicinity:
    """The answer."""

    place: str = ""
    party: Enterprise | None = None
    neighbour: Neighbour | None = None
    used_elsewhere: Mapping[str, str] = field(default_factory=dict)


NOTHING_KNOWN = Vicinity()


def look_around(store: Store, question: Question) -> Vicinity:
    """Answer from the store; called beside the window."""
    near = _nearest_point(store, question.position)
    return Vicinity(
        place=(near[1].address or near[1].name) if near and near[0] <= PLACE_WITHIN else "",
        party=near[1] if near and near[0] <= PARTY_WITHIN else None,
        neighbour=_neighbour(store, question),
        used_elsewhere=_used_elsewhere(store, question),
    )


def _nearest_point(store: Store, position: Position | None) -> tuple[float, Enterprise] | None:
    if position is None:
        return None
    points = store.reference.enterprises("", limit=_MOST_POINTS)
    return _nearest((distance(point.position, position), point) for point in points if point.position is not None)


def _nearest(found: Iterable[tuple[float, Enterprise]]) -> tuple[float, Enterprise] | None:
    return min(found, key=lambda pair: pair[0], default=None)


def _neighbour(store: Store, question: Question) -> Neighbour | None:
    """Only among the newest of this type in this grid: older ones are the township's to compare."""
    if question.position is None or not question.category or not question.grid:
        return None
    wanted = Filter(categories=frozenset({question.category}), grids=frozenset({question.grid}))
    for row in store.findings.page(wanted, limit=_MOST_FINDINGS):
        if row.state in _OVER or row.id == question.finding:
            continue
        finding = store.findings.one(row.id)
        there = finding.location.position if finding else None
        if there is not None and (metres := distance(there, question.position)) <= DUPLICATE_WITHIN:
            return Neighbour(row.id, row.number, round(metres), row.recorded_at, row.state)
    return None


def _used_elsewhere(store: Store, question: Question) -> dict[str, str]:
    if not question.photos:
        return {}
    numbers: dict[str, str] = {}
    for status in store.photos.listed(_MOST_PHOTOS):
        if status.sha256 in question.photos and status.subject != question.finding:
            row = store.findings.row(FindingId(status.subject))
            numbers[status.sha256] = row.number if row else status.subject
    return numbers
