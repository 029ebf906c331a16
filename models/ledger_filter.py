"""Which findings a list shows and in which order: tabs, matters of time, conditions, and what each role has to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

from sqlalchemy import Integer, and_, literal_column, select, union_all
from sqlalchemy.sql.elements import ColumnElement

from models.deadlines import last_closed_month
from models.ledger_tables import LEDGER
from models.people import Person, Role
from models.safety import pending_subjects
from models.seeking import holds
from models.state import OPEN_WORK, State
from models.vocabulary import Severity

SOON_DAYS = 3


class Tab(Enum):
    """The tabs of 问题台账."""

    MINE = "mine"
    ALL = "all"
    TO_VERIFY = "to_verify"
    RETURNED = "returned"
    TO_DISPATCH = "to_dispatch"
    RECTIFYING = "rectifying"
    TO_ACCEPT = "to_accept"
    CLOSING = "closing"
    DONE = "done"
    UNSENT = "unsent"


TAB_STATES: Mapping[Tab, tuple[State, ...]] = {
    Tab.TO_VERIFY: (State.REPORTED,),
    Tab.RETURNED: (State.RETURNED,),
    Tab.TO_DISPATCH: (State.VERIFIED, State.ENLISTED),
    Tab.RECTIFYING: (State.DISPATCHED, State.RECTIFYING),
    Tab.TO_ACCEPT: (State.COMPLETED, State.ACCEPTING),
    Tab.CLOSING: (State.ACCEPTED, State.CLOSING, State.PUBLIC_NOTICE),
    Tab.DONE: (State.CLOSED, State.SETTLED_BY_TOWN),
}
"""The tabs that are nothing but states."""


class Matter(Enum):
    """What a counter counts that has no tab of its own; the value is a code."""

    DUE_TODAY = "due_today"
    DUE_SOON = "due_soon"
    """Within three days, today included."""
    OVERDUE = "overdue"
    PRESSING = "pressing"
    """Overdue or due within three days."""
    UNREPORTED = "unreported"
    """No progress report for the last closed month."""
    TO_SIGN = "to_sign"
    REFUSED = "refused"
    """Did not pass acceptance and is rectified again."""
    TO_REVIEW = "to_review"
    NOTICE_OVER = "notice_over"
    RETURNED_TO_ME = "returned_to_me"


class Order(Enum):
    """What a ledger may be sorted by; the value is the column."""

    DUE = "due"
    RECORDED = "recorded_at"
    CHANGED = "changed_at"
    NUMBER = "number"
    STATE = "state"
    CATEGORY = "category"
    PLACE = "place"
    GRID = "grid"
    UNIT = "unit_name"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which findings: a tab, and further conditions that all must hold. `text` as models.seeking has it.

    `units` by the codes of the register; `recorded_within` so many days, today included.
    """

    tab: Tab = Tab.ALL
    categories: frozenset[str] = frozenset()
    grids: frozenset[str] = frozenset()
    text: str = ""
    matter: Matter | None = None
    units: frozenset[str] = frozenset()
    severities: frozenset[Severity] = frozenset()
    recorded_within: int | None = None


EVERYTHING: Final = Filter()
KEY: Final = literal_column("ledger.rowid", Integer).label("key")
"""The place of a row in the ledger of a laptop."""


def conditions(wanted: Filter, person: Person, today: date) -> tuple[ColumnElement[bool], ...]:
    """What must hold of a row of the ledger. `person` decides what "mine" means, `today` what is due."""
    found = [*_tab(wanted.tab, person, today)]
    if wanted.matter is not None:
        found.append(_matter(wanted.matter, person, today))
    if wanted.categories:
        found.append(LEDGER.c.category.in_(sorted(wanted.categories)))
    if wanted.grids:
        found.append(LEDGER.c.grid.in_(sorted(wanted.grids)))
    if wanted.units:
        found.append(LEDGER.c.unit.in_(sorted(wanted.units)))
    if wanted.severities:
        found.append(LEDGER.c.severity.in_(sorted(severity.value for severity in wanted.severities)))
    if wanted.recorded_within is not None:
        first = today - timedelta(days=wanted.recorded_within - 1)
        found.append(LEDGER.c.recorded_at >= first.isoformat())
    if wanted.text.strip():
        found.append(holds(wanted.text))
    return tuple(found)


def _tab(tab: Tab, person: Person, today: date) -> tuple[ColumnElement[bool], ...]:
    if tab in TAB_STATES:
        return (_in(*TAB_STATES[tab]),)
    if tab is Tab.UNSENT:
        return (LEDGER.c.id.in_(pending_subjects()),)
    return (_mine(person, today),) if tab is Tab.MINE else ()


def _matter(matter: Matter, person: Person, today: date) -> ColumnElement[bool]:
    day, soon = today.isoformat(), (today + timedelta(days=SOON_DAYS)).isoformat()
    return {
        Matter.DUE_TODAY: LEDGER.c.due == day,
        Matter.DUE_SOON: LEDGER.c.due.between(day, soon),
        Matter.OVERDUE: LEDGER.c.due < day,
        Matter.PRESSING: LEDGER.c.due <= soon,
        Matter.UNREPORTED: _unreported(today),
        Matter.TO_SIGN: _in(State.DISPATCHED),
        Matter.REFUSED: _in(State.RECTIFYING) & (LEDGER.c.times_refused > 0),
        Matter.TO_REVIEW: _in(State.CLOSING),
        Matter.NOTICE_OVER: _in(State.PUBLIC_NOTICE) & (LEDGER.c.notice_until < day),
        Matter.RETURNED_TO_ME: _in(State.RETURNED) & (LEDGER.c.raiser == person.id),
    }[matter]


def _unreported(today: date) -> ColumnElement[bool]:
    """Dispatched in the last closed month or before, and no report on it or later: as models.deadlines has it."""
    begun = LEDGER.c.dispatched_on < today.replace(day=1).isoformat()
    return and_(_in(State.RECTIFYING), begun, LEDGER.c.period < last_closed_month(today))


def _mine(person: Person, today: date) -> ColumnElement[bool]:
    """待我办: what was sent back to me, and what is my role's turn."""
    returned = _matter(Matter.RETURNED_TO_ME, person, today)
    return among(returned, *_turn(person, today))


def among(*parts: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether one of these holds; each finds its rows by an index of its own."""
    return KEY.in_(union_all(*(select(KEY).select_from(LEDGER).where(part) for part in parts)))


def _turn(person: Person, today: date) -> tuple[ColumnElement[bool], ...]:
    """As models.workflow.TURN has it, without what a person may not do to their own submission."""
    match person.role:
        case Role.STATION:
            return (
                _in(State.REPORTED) & (LEDGER.c.raiser != person.id),
                _in(State.VERIFIED, State.ACCEPTED),
                _in(State.ENLISTED) & (LEDGER.c.severity == Severity.SLIGHT.value),
                _in(State.COMPLETED, State.ACCEPTING) & (LEDGER.c.applicant != person.id),
                (LEDGER.c.due < today.isoformat()) & LEDGER.c.is_village,
            )
        case Role.UNIT:
            return (_in(*OPEN_WORK) & (LEDGER.c.unit == person.unit),)
        case Role.BUREAU | Role.CITY:
            return (_in(State.ENLISTED, State.CLOSING), _matter(Matter.NOTICE_OVER, person, today))
        case _:
            return ()


def _in(*states: State) -> ColumnElement[bool]:
    codes = sorted(state.value for state in states)
    return LEDGER.c.state == codes[0] if len(codes) == 1 else LEDGER.c.state.in_(codes)
