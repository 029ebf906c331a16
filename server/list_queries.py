"""What is asked of the server's lists, and the statements for it: made once for each shape of question, and kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Integer, Select, bindparam, func, literal, literal_column, or_, select, union_all
from sqlalchemy import text as as_it_is

from models.ids import PersonId
from models.ledger_tables import LEDGER
from models.people import TOWN_LENGTH, Person, Role, area_prefix, town_of
from models.state import State
from models.vocabulary import Severity
from server import words
from server.cursor import Place, Sort
from server.scope import Conditions, findings_seen

_MOST_APART: Final = 6
_ESCAPE: Final = "/"
Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What all must hold of a finding; nothing given means all. `text` stands in number, place, description or party."""

    states: frozenset[State] = frozenset()
    area: str = ""
    units: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    severities: frozenset[Severity] = frozenset()
    text: str = ""

    def values(self) -> Values:
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


class Shape(NamedTuple):
    """What a question looks like, whatever its values are."""

    role: Role
    area: str
    unit: str
    states: int
    within: tuple[int, ...]
    has: frozenset[str]

    @classmethod
    def of(cls, bureau: str, person: Person, wanted: Wanted) -> "Shape":
        """The shape of this question of this person; who see the same share it."""
        prefix = area_prefix(wanted.area)
        within = () if bureau.startswith(prefix) else (len(prefix),)
        has = {name for name in ("units", "categories", "severities") if getattr(wanted, name)}
        if wanted.text:
            has.add("letters" if wanted.text.lower() != wanted.text.upper() else "text")
        return cls(person.role, person.area, person.unit, len(wanted.states), within, frozenset(has))

    @property
    def may_scan(self) -> bool:
        """Whether rows may have to be looked through that do not belong to the answer."""
        return bool(self.within or self.has or _scope(self.role, self.area, self.unit))

    def conditions(self) -> list[ColumnElement[bool]] | None:
        """All of them but the states. None: this person sees nothing."""
        seen = _scope(self.role, self.area, self.unit)
        if seen is None:
            return None
        return [*seen, *_within(*self.within), *(_CONDITIONS[name]() for name in sorted(self.has))]


@lru_cache(maxsize=1_000)
def _scope(role: Role, area: str, unit: str) -> Conditions | None:
    return findings_seen(Person(PersonId(""), "", "", role, area, unit))


@lru_cache(maxsize=1_000)
def page_queries(shape: Shape, place: Place) -> tuple[Select[Any], ...]:
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
def count_query(shape: Shape, most: int) -> Select[Any] | None:
    """How many there are, counted no further than `most`. None: this person sees nothing."""
    where = shape.conditions()
    if where is None:
        return None
    # written into the statement: PostgreSQL would take an unknown bound for a tenth of all rows
    some = (
        select(literal(1))
        .select_from(LEDGER)
        .where(*where, *_states(shape.states))
        .limit(literal_column(str(most), Integer))
        .subquery()
    )
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


_SEARCHED: Final = (LEDGER.c.description, LEDGER.c.place, LEDGER.c.party, LEDGER.c.number)


def _says() -> ColumnElement[bool]:
    return or_(*(column.like(bindparam("text"), escape=_ESCAPE) for column in _SEARCHED))


def _says_letters() -> ColumnElement[bool]:
    """Large and small ones are one; this costs more than comparing them as they are."""
    return or_(*(column.ilike(bindparam("text"), escape=_ESCAPE) for column in _SEARCHED))


def _among(dialect: str) -> ColumnElement[bool]:
    return as_it_is(words.AMONG[dialect])  # type: ignore[return-value]  # a condition like any other


_CONDITIONS: Final[Mapping[str, Callable[[], ColumnElement[bool]]]] = {
    "units": lambda: LEDGER.c.unit.in_(bindparam("units", expanding=True)),
    "categories": lambda: LEDGER.c.category.in_(bindparam("categories", expanding=True)),
    "severities": lambda: LEDGER.c.severity.in_(bindparam("severities", expanding=True)),
    "text": _says,
    "letters": _says_letters,
    **{dialect: partial(_among, dialect) for dialect in words.AMONG},
}
_SHOWN: Final = select(*(LEDGER.c[name] for name in Listed._fields))
