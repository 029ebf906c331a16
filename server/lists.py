"""The server's lists of findings, for those whose computer does not hold them: a page behind a place, and how many."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, Integer, Select, bindparam, func, literal, or_, select, union_all

from models.ids import PersonId
from models.ledger_tables import LEDGER
from models.people import TOWN_LENGTH, Person, Role, area_prefix, town_of
from models.state import State
from models.vocabulary import Severity
from server.cursor import Place, Sort
from server.office import Office
from server.patience import patience
from server.scope import findings_seen

SECONDS: Final = 5.0
"""So long a list is looked for: whoever asks too widely is told so, and does not keep the server from others."""
COUNTED: Final = 10_000
_MOST_APART: Final = 6
_ESCAPE: Final = "/"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What all must hold of a finding; nothing given means all. `text` stands in number, place, description or party."""

    states: frozenset[State] = frozenset()
    area: str = ""
    units: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    severities: frozenset[Severity] = frozenset()
    text: str = ""

    def values(self) -> dict[str, object]:
        """What the names in the conditions stand for."""
        prefix, states = area_prefix(self.area), sorted(state.value for state in self.states)
        escaped = "".join(_ESCAPE + each if each in "%_" + _ESCAPE else each for each in self.text)
        return {
            **{f"state_{place}": state for place, state in enumerate(states)},
            "states": states,
            "area": prefix,
            "town": town_of(prefix),
            "units": sorted(self.units),
            "categories": sorted(self.categories),
            "severities": sorted(severity.value for severity in self.severities),
            "text": f"%{escaped}%",
        }


class Listed(NamedTuple):
    """A finding as lists show it; times and days as the ledger has them, for lists are handed on as text."""

    id: str
    number: str
    state: str
    category: str
    severity: str
    place: str
    grid: str
    unit: str
    unit_name: str
    raiser: str
    recorded_at: str
    changed_at: str
    due: str
    dispatched_on: str | None
    deadline: str | None
    completed_on: str | None
    times_refused: int
    is_behind: bool
    reported_on: str | None
    period: str
    odd: bool


@dataclass(frozen=True, slots=True)
class ListPage:
    """Rows, and where the next ones begin; None at the end."""

    rows: tuple[Listed, ...]
    following: Place | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many; where `exact` is false there are more than that."""

    findings: int
    exact: bool


def page(office: Office, person: Person, wanted: Wanted, place: Place, limit: int) -> ListPage:
    """Findings that this person may see, behind the place. Raises Problem where it cannot be found quickly enough."""
    shape = _Shape.of(office, person, wanted)
    queries = _queries(shape, replace(place, after=("",) * len(place.after), start=place.start and "?"))
    values = {**wanted.values(), **place.values()}
    rows: list[Listed] = []
    with _looking(office, may_scan=shape.may_scan) as connection:
        for query in queries:
            found = connection.execute(query, {**values, "most": limit + 1 - len(rows)})
            rows += map(Listed._make, found.all())
            if len(rows) > limit:
                break
    following = place.behind(rows[limit - 1]) if len(rows) > limit else None
    return ListPage(tuple(rows[:limit]), following)


def count(office: Office, person: Person, wanted: Wanted) -> Count:
    """Counted up to COUNTED. Raises Problem where even that takes too long."""
    query = _count_query(_Shape.of(office, person, wanted))
    if query is None:
        return Count(0, exact=True)
    with _looking(office, may_scan=True) as connection:
        found = connection.scalar(query, {**wanted.values(), "most": COUNTED + 1}) or 0
    return Count(min(found, COUNTED), exact=found <= COUNTED)


@contextmanager
def _looking(office: Office, *, may_scan: bool) -> Iterator[Connection]:
    if not may_scan:  # an index gives the very rows: not worth two more round trips
        with office.database.looking() as connection:
            yield connection
        return
    with office.database.reading() as connection, patience(connection, SECONDS):
        yield connection


class _Shape(NamedTuple):
    """What a question looks like, whatever its values are: statements are made once for each shape, and kept."""

    role: Role
    area: str
    unit: str
    states: int
    within: tuple[int, ...]
    has: frozenset[str]

    @classmethod
    def of(cls, office: Office, person: Person, wanted: Wanted) -> "_Shape":
        """The shape of this question of this person; who see the same share it."""
        prefix = area_prefix(wanted.area)
        within = () if office.journal.startswith(prefix) else (len(prefix),)
        has = frozenset(name for name in ("units", "categories", "severities", "text") if getattr(wanted, name))
        return cls(person.role, person.area, person.unit, len(wanted.states), within, has)

    @property
    def may_scan(self) -> bool:
        """Whether rows may have to be looked through that do not belong to the answer."""
        return bool(self.within or self.has or self.conditions())

    def conditions(self) -> list[ColumnElement[bool]] | None:
        """All of them but the states. None: this person sees nothing."""
        seen = findings_seen(Person(PersonId(""), "", "", self.role, self.area, self.unit))
        if seen is None:
            return None
        return [*seen, *_within(*self.within), *(_CONDITIONS[name]() for name in sorted(self.has))]


@lru_cache(maxsize=1_000)
def _queries(shape: _Shape, place: Place) -> tuple[Select[Any], ...]:
    """Rows in the order of the place, one query for each of its ranges."""
    where = shape.conditions()
    if where is None:
        return ()
    return tuple(_query([*behind, *where], shape.states, place) for behind in place.ranges())


def _query(where: Sequence[ColumnElement[bool]], states: int, place: Place) -> Select[Any]:
    """The index of states gives the rows of each state in order, but not of several."""
    order, most = place.order(), bindparam("most", type_=Integer())
    if states < 2 or states > _MOST_APART or place.sort not in (Sort.DUE, Sort.STATE):
        return _SHOWN.where(*where, *_states(states)).order_by(*order).limit(most)
    each = [LEDGER.c.state == bindparam(f"state_{one}") for one in range(states)]
    parts = [_SHOWN.where(*where, state).order_by(*order).limit(most) for state in each]
    all_of_them = union_all(*(select(part.subquery()) for part in parts)).subquery()
    return select(all_of_them).order_by(*place.order(all_of_them.c)).limit(most)


@lru_cache(maxsize=1_000)
def _count_query(shape: _Shape) -> Select[Any] | None:
    where = shape.conditions()
    if where is None:
        return None
    most = bindparam("most", type_=Integer())
    some = select(literal(1)).select_from(LEDGER).where(*where, *_states(shape.states)).limit(most).subquery()
    return select(func.count()).select_from(some)


def _states(states: int) -> Sequence[ColumnElement[bool]]:
    if states == 1:
        return (LEDGER.c.state == bindparam("state_0"),)
    return (LEDGER.c.state.in_(bindparam("states", expanding=True)),) if states else ()


def _within(length: int = 0) -> Sequence[ColumnElement[bool]]:
    """In an area whose code has so many digits that count."""
    if not length:
        return ()
    if length < TOWN_LENGTH:
        return (func.substr(LEDGER.c.town, 1, length) == bindparam("area"),)
    town = LEDGER.c.town == bindparam("town")
    return (town,) if length == TOWN_LENGTH else (town, func.substr(LEDGER.c.grid, 1, length) == bindparam("area"))


def _says() -> ColumnElement[bool]:
    columns = (LEDGER.c.description, LEDGER.c.place, LEDGER.c.party, LEDGER.c.number)
    return or_(*(column.like(bindparam("text"), escape=_ESCAPE) for column in columns))


_CONDITIONS: Final[Mapping[str, Callable[[], ColumnElement[bool]]]] = {
    "units": lambda: LEDGER.c.unit.in_(bindparam("units", expanding=True)),
    "categories": lambda: LEDGER.c.category.in_(bindparam("categories", expanding=True)),
    "severities": lambda: LEDGER.c.severity.in_(bindparam("severities", expanding=True)),
    "text": _says,
}
_SHOWN: Final = select(*(LEDGER.c[name] for name in Listed._fields))
