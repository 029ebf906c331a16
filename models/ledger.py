"""add_up: what a finding's entries come to. Pure: no clock, no locale, no reference data, and it never raises."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from models.entries import Posted, Subject
from models.facts import (
    Fact,
    GridCorrected,
    PartyNamed,
    Photo,
    PhotoPlace,
    PlacesArranged,
    Raised,
    Reclassified,
    Redescribed,
    Relocated,
    Returned,
    Verified,
    photos_of,
)
from models.finding import Finding, Line, Rival, Span
from models.gates import objection
from models.ids import EntryId, FindingId, PersonId
from models.rectification import Rectification, advance
from models.standing import Standing
from models.state import State
from models.workflow import BY_FACT

FOLD_VERSION = 7
"""Raise it whenever the sum, or the columns or indexes of the ledger change: ledgers of another version are rebuilt."""


OVERTAKEN = "overtaken"


@dataclass(slots=True)
class _Setting:
    """Who set an aspect last, and what: needed to notice that the next author had not seen it."""

    posted: Posted
    value: Any


@dataclass(slots=True)
class Sum:
    """A finding while its entries are being added, in the order of the journal."""

    subject: Subject
    raised: Raised | None = None
    raiser: PersonId | None = None
    state: State | None = None
    moves: list[Posted] = field(default_factory=list)
    """The entries that changed its state."""
    number: str = ""
    aspects: dict[str, _Setting] = field(default_factory=dict)
    rivals: dict[str, Rival] = field(default_factory=dict)
    photos: dict[str, Photo] = field(default_factory=dict)
    returned_because: str = ""
    return_count: int = 0
    verified_by: PersonId | None = None
    duplicate_of: str = ""
    rectification: Rectification | None = None
    spans: list[Span] = field(default_factory=list)
    newer: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def standing(self) -> Standing:
        """What the workflow table needs to know."""
        if self.raised is None:
            return Standing(self.state)
        severity = self.aspects["classification"].value.severity
        photos = tuple(self.photos.values())
        return Standing(self.state, self.grid, self.raiser, severity, self.rectification, photos, self.arranged)

    @property
    def grid(self) -> str:
        """所属网格, as corrected; empty before 登记."""
        grid: str = self.aspects["grid"].value if self.raised else ""
        return grid

    @property
    def arranged(self) -> tuple[PhotoPlace, ...]:
        """How people arranged the photos by place."""
        setting = self.aspects.get("places")
        return setting.value if setting else ()

    def judge(self, posted: Posted) -> str | None:
        """The reason why this entry is not effective; the server's verdict where there is one."""
        if posted.verdict is not None:
            return posted.verdict.reason
        if posted.entry.fact is None:
            return None
        # A finding that the server would not take must stay in sight of the one who raised it.
        if posted.refused and not isinstance(posted.entry.fact, Raised):
            return posted.refused
        reason = objection(self.standing, posted.entry.fact, posted.entry.author)
        return OVERTAKEN if reason is None and self._is_overtaken(posted, posted.entry.fact) else reason

    def _is_overtaken(self, posted: Posted, fact: Fact) -> bool:
        """A step is taken on the state that its author saw: one written before a setback is not for the round after it."""
        if BY_FACT[type(fact)].to is None:
            return False
        return any(_unseen(move, posted) for move in self.moves if move.verdict is not None)

    def add(self, posted: Posted) -> str | None:
        """Add the next entry; returns the reason why it is not effective, None if it is."""
        entry, reason = posted.entry, self.judge(posted)
        if entry.fact is None:
            self.newer.append(entry.kind)
        elif reason is None and (self.raised is not None or isinstance(entry.fact, Raised)):
            self._take(posted, entry.fact)
        self.lines.append(_line(posted, reason or posted.refused))
        return reason

    def add_all(self, journal: Iterable[Posted]) -> None:
        """Add entries in the journal's order: confirmed ones by number, then pending ones as they were made."""
        for posted in sorted(journal, key=_order):
            self.add(posted)

    def _take(self, posted: Posted, fact: Fact) -> None:
        if isinstance(fact, Raised):
            self._begin(posted, fact)
        elif isinstance(fact, Returned):
            self.returned_because, self.return_count = fact.text, self.return_count + 1
        elif isinstance(fact, Verified):
            self.verified_by, self.duplicate_of = posted.entry.author, fact.duplicate_of
        for photo in photos_of(fact):
            self.photos.setdefault(photo.sha256, photo)
        self.rectification = advance(self.rectification, fact, posted.entry.author, posted.entry.occurred_at)
        for aspect, value in _aspects(fact).items():
            self._set(aspect, value, posted)
        self._move(BY_FACT[type(fact)].to, posted)

    def _begin(self, posted: Posted, fact: Raised) -> None:
        self.raised, self.raiser = fact, posted.entry.author
        self.number = posted.verdict.finding_number if posted.verdict else ""
        self.photos = {}

    def _set(self, aspect: str, value: Any, posted: Posted) -> None:
        last = self.aspects.get(aspect)
        if last and _unseen(last.posted, posted) and last.value != value:
            entry = last.posted.entry
            self.rivals[aspect] = Rival(aspect, entry.id, entry.author, entry.occurred_at, last.value)
        else:
            self.rivals.pop(aspect, None)
        self.aspects[aspect] = _Setting(posted, value)

    def _move(self, to: State | None, posted: Posted) -> None:
        if to is None or to is self.state:
            return
        self.state = to
        self.moves.append(posted)
        moment = posted.entry.occurred_at
        if self.spans:
            last = self.spans[-1]
            self.spans[-1] = Span(last.state, last.since, moment)
        self.spans.append(Span(to, moment))

    def finding(self) -> Finding | None:
        """The sum so far; None where nothing effective began it (yet)."""
        if self.raised is None or self.state is None or self.raiser is None:
            return None
        return Finding(
            id=FindingId(self.subject.id),
            number=self.number,
            state=self.state,
            raised=self.raised,
            raiser=self.raiser,
            recorded_at=self.spans[0].since,
            grid=self.grid,
            location=self.aspects["location"].value,
            classification=self.aspects["classification"].value,
            description=self.aspects["description"].value,
            party=self.aspects["party"].value,
            photos=tuple(self.photos.values()),
            arranged=self.arranged,
            returned_because=self.returned_because if self.state is State.RETURNED else "",
            return_count=self.return_count,
            verified_by=self.verified_by,
            duplicate_of=self.duplicate_of,
            rectification=self.rectification,
            spans=tuple(self.spans),
            rivals=tuple(self.rivals.values()),
            newer_kinds=tuple(self.newer),
            history=tuple(self.lines),
        )


def add_up(subject: Subject, journal: Iterable[Posted]) -> Finding | None:
    """Add up one finding's entries, confirmed ones by number, then pending ones in their order of making."""
    total = Sum(subject)
    total.add_all(journal)
    return total.finding()


def _order(posted: Posted) -> tuple[bool, int]:
    return (posted.verdict is None, posted.dseq if posted.verdict is None else posted.verdict.number)


def _aspects(fact: Fact) -> Mapping[str, Any]:
    """The aspects that a fact sets, each whole."""
    if isinstance(fact, Raised):
        return {name: getattr(fact, name) for name in ("grid", "location", "classification", "description", "party")}
    name = _ASPECT.get(type(fact))
    return {name: getattr(fact, name)} if name else {}


_ASPECT: Mapping[type[Fact], str] = {
    GridCorrected: "grid",
    Relocated: "location",
    Redescribed: "description",
    Reclassified: "classification",
    Verified: "classification",
    PartyNamed: "party",
    PlacesArranged: "places",
}


def _unseen(earlier: Posted, later: Posted) -> bool:
    """Whether the later author had not seen the earlier entry when writing."""
    if earlier.entry.author == later.entry.author:
        return False
    return earlier.verdict is None or earlier.verdict.number > later.entry.base.number


def _line(posted: Posted, reason: str | None) -> Line:
    entry, verdict = posted.entry, posted.verdict
    return Line(
        entry=EntryId(entry.id),
        kind=entry.kind,
        author=entry.author,
        at=entry.occurred_at,
        device=posted.device,
        device_name=entry.device_name,
        number=verdict.number if verdict else None,
        received_at=verdict.received_at if verdict else "",
        effective=reason is None,
        reason=reason,
        known=entry.fact is not None,
    )
