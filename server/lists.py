"""The server's lists of findings, for those whose computer does not hold them: a page behind a place, and how many."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, func, literal, or_, select, union_all

from models.ledger_row import LedgerRow, read_row
from models.ledger_tables import LEDGER
from models.people import TOWN_LENGTH, Person, area_prefix, town_of
from models.state import State
from models.vocabulary import Severity
from server.cursor import Place, Sort
from server.office import Office
from server.patience import patience
from server.scope import findings_seen

SECONDS: Final = 5.0
"""So long a list is looked for: whoever asks too widely is told so, and does not keep the server from others."""
COUNTED: Final = 10_000
_MOST_RANGES: Final = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """What all must hold of a finding; nothing given means all. `text` stands in number, place, description or party."""

    states: frozenset[State] = frozenset()
    area: str = ""
    units: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    severities: frozenset[Severity] = frozenset()
    text: str = ""


@dataclass(frozen=True, slots=True)
class ListPage:
    """Rows, and where the next ones begin; None at the end."""

    rows: tuple[LedgerRow, ...]
    following: Place | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many; where `exact` is false there are more than that."""

    findings: int
    exact: bool


def page(office: Office, person: Person, wanted: Wanted, place: Place, limit: int) -> ListPage:
    """Findings that this person may see, behind the place. Raises Problem where it cannot be found quickly enough."""
    seen = findings_seen(person)
    if seen is None:
        return ListPage((), None)
    where = [*seen, *_conditions(wanted, office.journal)]
    query = _page_query(where, wanted.states, place, limit + 1)
    with _looking(office) as connection:
        rows = connection.execute(query).all()
    shown = rows[:limit]
    following = place.behind(shown[-1]) if len(rows) > limit else None
    return ListPage(tuple(read_row(row, pending=False) for row in shown), following)


def count(office: Office, person: Person, wanted: Wanted) -> Count:
    """Counted up to COUNTED. Raises Problem where even that takes too long."""
    seen = findings_seen(person)
    if seen is None:
        return Count(0, exact=True)
    where = [*seen, *_conditions(wanted, office.journal), *_states(wanted.states)]
    some = select(literal(1)).select_from(LEDGER).where(*where).limit(COUNTED + 1).subquery()
    with _looking(office) as connection:
        found = connection.scalar(select(func.count()).select_from(some)) or 0
    return Count(min(found, COUNTED), exact=found <= COUNTED)


@contextmanager
def _looking(office: Office) -> Iterator[Connection]:
    with office.database.reading() as connection, patience(connection, SECONDS):
        yield connection


def _page_query(
    where: Sequence[ColumnElement[bool]], states: frozenset[State], place: Place, limit: int
) -> Select[Any]:
    """The keys first, each range by the index of the order; then the rows of these alone."""
    ranges = place.ranges()
    each: list[Sequence[ColumnElement[bool]]] = [()]
    if states and place.sort in (Sort.DUE, Sort.STATE) and len(ranges) * len(states) <= _MOST_RANGES:
        each = [_states(frozenset({state})) for state in sorted(states, key=lambda state: state.value)]
    elif states:
        each = [_states(states)]
    keys = [LEDGER.c[name] for name in place.sort.columns]
    parts = [
        select(*keys).where(*range_, *of_state, *where).order_by(*place.order()).limit(limit)
        for range_ in ranges
        for of_state in each
    ]
    found = _together(parts, place, limit)
    return select(*_SHOWN).join(found, found.c.id == LEDGER.c.id).order_by(*place.order()).limit(limit)


def _together(parts: Sequence[Select[Any]], place: Place, limit: int) -> Any:
    if len(parts) == 1:
        return parts[0].subquery()
    all_of_them = union_all(*(select(part.subquery()) for part in parts)).subquery()
    return select(all_of_them).order_by(*place.order(all_of_them.c)).limit(limit).subquery()


def _conditions(wanted: Wanted, bureau: str) -> list[ColumnElement[bool]]:
    found = [*_within(wanted.area, bureau)]
    if wanted.units:
        found.append(LEDGER.c.unit.in_(sorted(wanted.units)))
    if wanted.categories:
        found.append(LEDGER.c.category.in_(sorted(wanted.categories)))
    if wanted.severities:
        found.append(LEDGER.c.severity.in_(sorted(severity.value for severity in wanted.severities)))
    if wanted.text:
        columns = (LEDGER.c.description, LEDGER.c.place, LEDGER.c.party, LEDGER.c.number)
        found.append(or_(*(column.contains(wanted.text, autoescape=True) for column in columns)))
    return found


def _states(states: frozenset[State]) -> Sequence[ColumnElement[bool]]:
    codes = sorted(state.value for state in states)
    if len(codes) == 1:
        return (LEDGER.c.state == codes[0],)
    return (LEDGER.c.state.in_(codes),) if codes else ()


def _within(area: str, bureau: str) -> Sequence[ColumnElement[bool]]:
    prefix = area_prefix(area)
    if bureau.startswith(prefix):
        return ()
    if len(prefix) < TOWN_LENGTH:
        return (func.substr(LEDGER.c.town, 1, len(prefix)) == literal(prefix),)
    town = LEDGER.c.town == town_of(prefix)
    if len(prefix) == TOWN_LENGTH:
        return (town,)
    return town, func.substr(LEDGER.c.grid, 1, len(prefix)) == literal(prefix)


_NOT_SHOWN: Final = frozenset({"description", "party", "lon", "lat", "returned_because"})
_SHOWN: Final = (*(column for column in LEDGER.c if column.name not in _NOT_SHOWN), literal(0).label("key"))
