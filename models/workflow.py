"""The life of a finding as one table: from, verb, to, who may, what is required, what is recorded.

Buttons on screen, checks at the pen, the server's checks and the diagram in the docs all read it (domain.md 3).
models.standing asks it who may do what now, models.gates what is still missing.
"""

from dataclasses import dataclass
from enum import Enum

from models.facts import (
    AcceptanceApplied,
    AcceptanceArranged,
    AcceptancePassed,
    AcceptanceRefused,
    Closed,
    ClosureReturned,
    ClosureSubmitted,
    Dispatched,
    Enlisted,
    EvidenceAttached,
    Fact,
    GridCorrected,
    MeasureSettled,
    NoticePublished,
    PartyNamed,
    PhotoAttached,
    PlacesArranged,
    ProgressReported,
    Raised,
    Reclassified,
    Redescribed,
    Relocated,
    Resubmitted,
    Returned,
    SignedFor,
    Verified,
)
from models.people import Role
from models.state import State
from models.step_fields import FIELDS, Field


class Requirement(Enum):
    """What must be there before a step; the value is the code under which its absence is told."""

    PHOTO_BEFORE = "photo_before"
    POSITION_OR_REASON = "position_or_reason"
    DUPLICATE_ANSWERED = "duplicate_answered"
    REASON = "reason"
    OTHER_PERSON = "own_submission"
    """Not the one who logged it."""
    NOT_APPLICANT = "own_application"
    """Not the one who applied for acceptance."""
    NOT_ACCEPTER = "own_acceptance"
    """Neither who passed it at level 1 nor who submitted the file."""
    MEASURES_SETTLED = "measures_open"
    COMPLETION_TOLD = "completion_untold"
    AFTER_PHOTOS = "after_photo_missing"
    MONITORING_REPORT = "monitoring_report_missing"
    PHOTOS_NOT_REUSED = "photo_reused"
    COMPLETED_IN_TIME = "completed_on_outside"
    """The day of completion lies between 签收 and today."""
    OTHER_UNIT = "accept_unit_same"
    """Who accepts is not who rectified."""
    CHECKED_IN_TIME = "checked_on_outside"
    NOTICE_OVER = "notice_running"
    MEASURE_EXISTS = "no_such_measure"


class Limit(Enum):
    """What narrows a role's right to a step; the value is the code under which it is told."""

    SLIGHT = "only_slight"
    """Only findings of severity 一般."""
    VILLAGE = "only_village"
    """Only where the responsible unit is a 村社, which has often no account of its own."""


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
    limits: tuple[tuple[Role, Limit], ...] = ()
    only_raiser: bool = False

    @property
    def fields(self) -> tuple[Field, ...]:
        """What the step's dialog asks for."""
        return FIELDS[self.action][1]


FIELD_ROLES = frozenset({Role.INSPECTOR, Role.GRID_HEAD, Role.STATION, Role.BUREAU, Role.CITY})
VERIFIERS = frozenset({Role.STATION, Role.BUREAU})
_BOARD = frozenset({Role.BUREAU, Role.CITY})
_UNITS = frozenset({Role.UNIT, Role.STATION})
_HELPERS = frozenset({Role.UNIT, Role.STATION, Role.INSPECTOR, Role.GRID_HEAD})
BEFORE_DISPATCH = frozenset({State.REPORTED, State.RETURNED, State.VERIFIED, State.ENLISTED})
_FOR_VILLAGES = ((Role.STATION, Limit.VILLAGE),)
_ONLY_SLIGHT = ((Role.STATION, Limit.SLIGHT),)
_R = Requirement
_GATE = (
    _R.MEASURES_SETTLED,
    _R.COMPLETION_TOLD,
    _R.AFTER_PHOTOS,
    _R.MONITORING_REPORT,
    _R.PHOTOS_NOT_REUSED,
    _R.COMPLETED_IN_TIME,
    _R.OTHER_UNIT,
)
"""申请验收, in the order of screens.md 2.6."""


def _row(
    action: str,
    fact: type[Fact],
    sources: State | frozenset[State],
    to: State | None,
    roles: frozenset[Role],
    requires: tuple[Requirement, ...] = (),
    *,
    limits: tuple[tuple[Role, Limit], ...] = (),
    only_raiser: bool = False,
) -> Transition:
    several = frozenset({sources}) if isinstance(sources, State) else sources
    return Transition(action, FIELDS[action][0], fact, several, to, roles, requires, limits, only_raiser)


_TO_SIGN = frozenset({State.ENLISTED, State.DISPATCHED})
_S = State
_BEFORE_ACCEPTANCE = frozenset({State.DISPATCHED, State.RECTIFYING})

TRANSITIONS: tuple[Transition, ...] = (
    _row("raise", Raised, frozenset(), _S.REPORTED, FIELD_ROLES, (_R.PHOTO_BEFORE, _R.POSITION_OR_REASON)),
    _row("verify", Verified, _S.REPORTED, _S.VERIFIED, VERIFIERS, (_R.DUPLICATE_ANSWERED, _R.OTHER_PERSON)),
    _row("return", Returned, _S.REPORTED, _S.RETURNED, VERIFIERS, (_R.REASON, _R.OTHER_PERSON)),
    _row("resubmit", Resubmitted, _S.RETURNED, _S.REPORTED, FIELD_ROLES, only_raiser=True),
    _row("enlist", Enlisted, _S.VERIFIED, _S.ENLISTED, VERIFIERS, (_R.DUPLICATE_ANSWERED,)),
    _row("dispatch", Dispatched, _TO_SIGN, _S.DISPATCHED, VERIFIERS | _BOARD, (_R.OTHER_UNIT,), limits=_ONLY_SLIGHT),
    _row("sign", SignedFor, _S.DISPATCHED, _S.RECTIFYING, _UNITS, limits=_FOR_VILLAGES),
    _row("report_progress", ProgressReported, _S.RECTIFYING, None, _UNITS | VERIFIERS),
    _row("settle_measure", MeasureSettled, _S.RECTIFYING, None, _UNITS, (_R.MEASURE_EXISTS,)),
    _row("attach_evidence", EvidenceAttached, _BEFORE_ACCEPTANCE, None, _HELPERS | _BOARD),
    _row("arrange_places", PlacesArranged, BEFORE_DISPATCH | _BEFORE_ACCEPTANCE, None, _HELPERS | _BOARD),
    _row("apply", AcceptanceApplied, _S.RECTIFYING, _S.COMPLETED, _UNITS, _GATE, limits=_FOR_VILLAGES),
    _row("arrange", AcceptanceArranged, _S.COMPLETED, _S.ACCEPTING, VERIFIERS, (_R.NOT_APPLICANT, _R.OTHER_UNIT)),
    _row("accept", AcceptancePassed, _S.ACCEPTING, _S.ACCEPTED, VERIFIERS, (_R.NOT_APPLICANT, _R.CHECKED_IN_TIME)),
    _row("refuse", AcceptanceRefused, _S.ACCEPTING, _S.RECTIFYING, VERIFIERS, (_R.REASON, _R.NOT_APPLICANT)),
    _row("submit_closure", ClosureSubmitted, _S.ACCEPTED, _S.CLOSING, frozenset({Role.STATION}), (_R.AFTER_PHOTOS,)),
    _row("publish", NoticePublished, _S.CLOSING, _S.PUBLIC_NOTICE, _BOARD, (_R.NOT_ACCEPTER,)),
    _row("return_closure", ClosureReturned, _S.CLOSING, _S.ACCEPTED, _BOARD, (_R.REASON,)),
    _row("close", Closed, _S.PUBLIC_NOTICE, _S.CLOSED, _BOARD, (_R.NOTICE_OVER,)),
    _row("relocate", Relocated, BEFORE_DISPATCH, None, FIELD_ROLES),
    _row("redescribe", Redescribed, BEFORE_DISPATCH, None, FIELD_ROLES),
    _row("reclassify", Reclassified, BEFORE_DISPATCH, None, FIELD_ROLES),
    _row("name_party", PartyNamed, BEFORE_DISPATCH, None, FIELD_ROLES),
    _row("attach_photo", PhotoAttached, BEFORE_DISPATCH, None, FIELD_ROLES),
    _row("correct_grid", GridCorrected, BEFORE_DISPATCH | _BEFORE_ACCEPTANCE, None, FIELD_ROLES),
)

BY_FACT: dict[type[Fact], Transition] = {row.fact: row for row in TRANSITIONS}
BY_ACTION: dict[str, Transition] = {row.action: row for row in TRANSITIONS}
ONWARD: dict[State, Transition] = {
    state: row for row in reversed(TRANSITIONS) for state in row.sources if row.to not in (None, state)
}
"""The step that leads a finding on from each state: the first row that leaves it; those below lead back."""

TURN: dict[State, frozenset[Role]] = {
    State.REPORTED: frozenset({Role.STATION}),
    State.VERIFIED: frozenset({Role.STATION}),
    State.ENLISTED: _BOARD,
    State.DISPATCHED: frozenset({Role.UNIT}),
    State.RECTIFYING: frozenset({Role.UNIT}),
    State.COMPLETED: frozenset({Role.STATION}),
    State.ACCEPTING: frozenset({Role.STATION}),
    State.ACCEPTED: frozenset({Role.STATION}),
    State.CLOSING: _BOARD,
    State.PUBLIC_NOTICE: _BOARD,
}
"""Whose turn it is by rule; others may have the right, too. 退回补正 waits for the one who logged it."""
