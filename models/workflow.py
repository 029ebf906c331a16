"""The life of a finding as one table: from, verb, to, who may, what is required, what is recorded.

Buttons on screen, checks at the pen, the server's checks and the diagram in the docs all read it (domain.md 3).
"""

from dataclasses import dataclass
from enum import Enum
from typing import Self

from models.errors import Refusal
from models.facts import (
    Fact,
    PartyNamed,
    PhotoAttached,
    Raised,
    Reclassified,
    Redescribed,
    Relocated,
    Resubmitted,
    Returned,
    Verified,
)
from models.ids import PersonId
from models.people import Person, Role
from resources.words import N_


class State(Enum):
    """Where a finding stands (domain.md 3.1, 3.2): code, full wording, short chip."""

    label: str
    chip: str

    def __new__(cls, code: str, label: str = "", chip: str = "") -> Self:
        """Code, English wording for paper, English chip; both are translated where they are shown."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        member.chip = chip
        return member

    DRAFT = "draft", N_("Draft (state)"), N_("Draft (chip)")
    UNSENT = "unsent", N_("Waiting to be reported"), N_("Unsent (chip)")
    REPORTED = "reported", N_("Reported"), N_("To verify (chip)")
    RETURNED = "returned", N_("Returned for completion"), N_("Returned (chip)")
    VERIFIED = "verified", N_("Verified (state)"), N_("Verified (chip)")
    SETTLED_BY_TOWN = "settled_by_town", N_("Settled on the spot by the township"), N_("Settled (chip)")
    TRANSFERRED = "transferred", N_("Transferred (state)"), N_("Transferred (chip)")
    MERGED = "merged", N_("Merged (state)"), N_("Merged (chip)")
    NOT_ACCEPTED = "not_accepted", N_("Not accepted (state)"), N_("Not accepted (chip)")
    ENLISTED = "T0", N_("To be dispatched"), N_("To dispatch (chip)")
    DISPATCHED = "T1", N_("Dispatched, to be signed for"), N_("To sign (chip)")
    RECTIFYING = "T2", N_("Being rectified"), N_("Rectifying (chip)")
    COMPLETED = "T3", N_("Rectification completed, to be accepted"), N_("To accept (chip)")
    ACCEPTING = "T4", N_("Being accepted"), N_("Accepting (chip)")
    ACCEPTED = "T5", N_("Rectification accepted, closure to be applied for"), N_("To apply closure (chip)")
    CLOSING = "T6", N_("Closure papers submitted, in the district's procedure"), N_("District review (chip)")
    PUBLIC_NOTICE = "T7", N_("Under public notice"), N_("Public notice (chip)")
    CLOSED = "T8", N_("Rectification completed and closed"), N_("Closed (chip)")
    LONG_TERM = "TL", N_("Long-term (stage goals reached)"), N_("Long-term (chip)")
    VOIDED = "TV", N_("Voided (state)"), N_("Voided (chip)")


DERIVED = frozenset({State.DRAFT, State.UNSENT})
"""Not states of the table: a draft exists, an entry has no number yet."""


class Requirement(Enum):
    """What must be there before a step; the value is the code under which its absence is told."""

    PHOTO_BEFORE = "photo_before"
    POSITION_OR_REASON = "position_or_reason"
    DUPLICATE_ANSWERED = "duplicate_answered"
    REASON = "reason"
    OTHER_PERSON = "other_person"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a step asks for; `name` is its key in `act --json`."""

    name: str
    label: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Transition:
    """One row. A step that keeps the state has None as `to`. No source state: it begins a life."""

    action: str
    label: str
    fact: type[Fact]
    sources: frozenset[State]
    to: State | None
    roles: frozenset[Role]
    requires: tuple[Requirement, ...] = ()
    fields: tuple[Field, ...] = ()
    only_raiser: bool = False


FIELD_ROLES = frozenset({Role.INSPECTOR, Role.GRID_HEAD, Role.STATION, Role.BUREAU, Role.CITY})
VERIFIERS = frozenset({Role.STATION, Role.BUREAU})
BEFORE_DISPATCH = frozenset({State.REPORTED, State.RETURNED, State.VERIFIED, State.ENLISTED})

_PLACE = (
    Field("place", N_("Place")),
    Field("lon", N_("Longitude"), required=False),
    Field("lat", N_("Latitude"), required=False),
    Field("no_position_reason", N_("Why there are no coordinates"), required=False),
)
_TYPE = (Field("category", N_("Finding type")), Field("severity", N_("Severity")))


def _correction(action: str, label: str, fact: type[Fact], *fields: Field) -> Transition:
    return Transition(action, label, fact, BEFORE_DISPATCH, None, FIELD_ROLES, fields=fields)


TRANSITIONS: tuple[Transition, ...] = (
    Transition(
        "raise",
        N_("Log finding"),
        Raised,
        frozenset(),
        State.REPORTED,
        FIELD_ROLES,
        (Requirement.PHOTO_BEFORE, Requirement.POSITION_OR_REASON),
        (
            *_TYPE,
            *_PLACE,
            Field("description", N_("Description")),
            Field("found_at", N_("Found at")),
            Field("grid", N_("Grid")),
            Field("on_site_action", N_("On-the-spot action")),
            Field("photos", N_("Photos")),
        ),
    ),
    Transition(
        "verify",
        N_("Verify"),
        Verified,
        frozenset({State.REPORTED}),
        State.VERIFIED,
        VERIFIERS,
        (Requirement.DUPLICATE_ANSWERED, Requirement.OTHER_PERSON),
        (
            Field("duplicate", N_("Duplicate")),
            Field("category", N_("Finding type"), required=False),
            Field("severity", N_("Severity"), required=False),
            Field("note", N_("Note"), required=False),
        ),
    ),
    Transition(
        "return",
        N_("Send back"),
        Returned,
        frozenset({State.REPORTED}),
        State.RETURNED,
        VERIFIERS,
        (Requirement.REASON, Requirement.OTHER_PERSON),
        (Field("reasons", N_("Reasons"), required=False), Field("text", N_("Why it is sent back"))),
    ),
    Transition(
        "resubmit",
        N_("Send again"),
        Resubmitted,
        frozenset({State.RETURNED}),
        State.REPORTED,
        FIELD_ROLES,
        (),
        (Field("note", N_("Note"), required=False),),
        only_raiser=True,
    ),
    _correction("relocate", N_("Correct the place"), Relocated, *_PLACE),
    _correction("redescribe", N_("Correct the description"), Redescribed, Field("description", N_("Description"))),
    _correction("reclassify", N_("Correct the type"), Reclassified, *_TYPE),
    _correction("name_party", N_("Correct the responsible party"), PartyNamed, Field("party", N_("Responsible party"))),
    _correction("attach_photo", N_("Add a photo"), PhotoAttached, Field("photo", N_("Photo"))),
)

BY_FACT: dict[type[Fact], Transition] = {row.fact: row for row in TRANSITIONS}
BY_ACTION: dict[str, Transition] = {row.action: row for row in TRANSITIONS}


@dataclass(frozen=True, slots=True)
class Standing:
    """What the table needs to know of a finding: its state, grid and who raised it. No state: it does not exist."""

    state: State | None = None
    grid: str = ""
    raiser: PersonId | None = None


def objection(standing: Standing, fact: Fact, author: PersonId) -> str | None:
    """Why this fact does not take effect on a finding that stands so; None when it does.

    Uses only what entries say, no role, area, clock or reference data, so that every device comes to the same.
    """
    row = BY_FACT[type(fact)]
    if standing.state is None:
        return None if not row.sources else "no_such_finding"
    if not row.sources:
        return "already_raised"
    if standing.state not in row.sources:
        return f"state_{standing.state.value}"
    if Requirement.OTHER_PERSON in row.requires and author == standing.raiser:
        return "own_submission"
    if row.only_raiser and author != standing.raiser:
        return "only_raiser"
    return None


def authority(standing: Standing, fact_kind: type[Fact], person: Person) -> Refusal | None:
    """Whether this person's role and area allow the step at all; the server refuses what this refuses."""
    row = BY_FACT[fact_kind]
    if person.role not in row.roles:
        return Refusal("role_may_not", {"action": row.action, "role": person.role.value})
    if standing.grid and not person.covers(standing.grid):
        return Refusal("outside_scope", {"grid": standing.grid})
    return None


def offers(standing: Standing, person: Person) -> tuple[Transition, ...]:
    """The steps that this person may take now, in the table's order."""
    return tuple(
        row
        for row in TRANSITIONS
        if standing.state in row.sources
        and authority(standing, row.fact, person) is None
        and not (Requirement.OTHER_PERSON in row.requires and person.id == standing.raiser)
        and not (row.only_raiser and person.id != standing.raiser)
    )
