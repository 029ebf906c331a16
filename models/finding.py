"""A finding as its entries add up to: frozen values, equal on every device that holds the same entries."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime

from models.codec import to_plain
from models.facts import Classification, Location, OnSite, Party, Photo, PhotoPlace, Quantity, Raised
from models.ids import EntryId, FindingId, PersonId
from models.places import Place, places_of
from models.rectification import Rectification
from models.standing import Standing
from models.state import State


@dataclass(frozen=True, slots=True)
class Line:
    """One line of 流转记录: an entry and what became of it. `reason` says why it is not effective."""

    entry: EntryId
    kind: str
    author: PersonId
    at: datetime
    device: str
    device_name: str
    number: int | None
    received_at: str
    effective: bool
    reason: str | None
    known: bool = True

    @property
    def refused(self) -> bool:
        """Whether the server would not take it: nobody but its author will ever hold it."""
        return self.number is None and self.reason is not None


@dataclass(frozen=True, slots=True)
class Rival:
    """An aspect that two people set without having seen each other: the value that does not show, and whose it is."""

    aspect: str
    entry: EntryId
    author: PersonId
    at: datetime
    value: object


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when a finding was in a state (None: still is), for questions about past dates."""

    state: State
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """问题（一事一档）. `number` is the bureau's 问题编号, empty until it was given."""

    id: FindingId
    number: str
    state: State
    raised: Raised
    raiser: PersonId
    recorded_at: datetime
    grid: str
    """所属网格, as corrected."""
    location: Location
    classification: Classification
    description: str
    party: Party | None
    photos: tuple[Photo, ...]
    arranged: tuple[PhotoPlace, ...]
    """How people arranged the photos by place; empty: by their positions."""
    returned_because: str
    return_count: int
    verified_by: PersonId | None
    duplicate_of: str
    rectification: Rectification | None
    """From 交办 on."""
    spans: tuple[Span, ...]
    rivals: tuple[Rival, ...]
    newer_kinds: tuple[str, ...]
    history: tuple[Line, ...] = field(repr=False)

    @property
    def shown_number(self) -> str:
        """The bureau's number, or the provisional one until there is one."""
        return self.number or self.raised.provisional

    @property
    def standing(self) -> Standing:
        """What the workflow table needs to know."""
        severity = self.classification.severity
        return Standing(self.state, self.grid, self.raiser, severity, self.rectification, self.photos, self.arranged)

    @property
    def places(self) -> tuple[Place, ...]:
        """处, with their photos."""
        return places_of(self.photos, self.arranged)

    @property
    def on_site(self) -> OnSite:
        """现场处置."""
        return self.raised.on_site

    @property
    def quantity(self) -> Quantity | None:
        """数量或面积."""
        return self.raised.quantity


def digest(finding: Finding) -> str:
    """SHA-256 over the added-up value, equal on every device that has exchanged everything."""
    value = {
        "id": finding.id,
        "number": finding.number,
        "state": finding.state.value,
        "raised": to_plain(finding.raised),
        "raiser": finding.raiser,
        "grid": finding.grid,
        "location": to_plain(finding.location),
        "classification": to_plain(finding.classification),
        "description": finding.description,
        "party": to_plain(finding.party),
        "photos": to_plain(finding.photos),
        "arranged": to_plain(finding.arranged),
        "returned": [finding.returned_because, finding.return_count],
        "verified": [finding.verified_by, finding.duplicate_of],
        "rectification": to_plain(finding.rectification),
        "spans": to_plain(finding.spans),
        "rivals": to_plain(finding.rivals),
        "history": [[line.entry, line.kind, line.number, line.reason] for line in finding.history if not line.refused],
    }
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
