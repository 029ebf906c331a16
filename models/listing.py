"""Lists of findings: their rows a page at a time, or the order of all of them at once, and how many there are."""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, literal_column, select
from sqlalchemy.sql.elements import ColumnElement

from models.clock import Clock, day_of
from models.database import Database
from models.ids import FindingId
from models.ledger_filter import EVERYTHING, KEY, TAB_STATES, Filter, Matter, Order, Tab, among, conditions
from models.ledger_row import LedgerRow, read_row
from models.ledger_tables import LEDGER
from models.people import Person
from models.safety import is_ours_alone, pending_subjects
from models.tables import ENTRY, HEAD


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole list in its order: the key of each row, eight bytes each; `Findings.rows` gives the rows of some keys."""

    keys: "array[int]"


class Lists:
    """Answers from the ledger alone."""

    def __init__(self, database: Database, person: Person, clock: Clock) -> None:
        """`person` decides what "mine" means, `clock` what is due."""
        self._database = database
        self._person = person
        self._clock = clock

    @property
    def today(self) -> date:
        """The day in China."""
        return day_of(self._clock.now())

    def page(
        self,
        wanted: Filter = EVERYTHING,
        *,
        order: Order = Order.RECORDED,
        descending: bool = True,
        offset: int = 0,
        limit: int = 200,
    ) -> tuple[LedgerRow, ...]:
        """Rows of the ledger in this order, from `offset` on; of what is due on the same day the newest first."""
        sorting = _sorting(order, descending=descending)
        # the ids first, which an index gives without the rows: sorting whole rows costs many times as much
        ids = self._where(select(LEDGER.c.id), wanted).order_by(*sorting).offset(offset).limit(limit)
        with self._database.reading() as connection:
            return _rows(connection, _WHOLE.where(LEDGER.c.id.in_(ids)).order_by(*sorting))

    def listing(
        self, wanted: Filter = EVERYTHING, *, order: Order = Order.RECORDED, descending: bool = True
    ) -> Listing:
        """All rows of the ledger in this order, as `page` has them, by their keys."""
        sorting = _sorting(order, descending=descending, plain=bool(wanted.text))
        query = self._where(select(KEY).select_from(LEDGER), wanted).order_by(*sorting)
        keys = array("q")
        with self._database.reading() as connection:
            # straight from the driver: a hundred thousand numbers need no rows of SQLAlchemy's
            cursor: Any = connection.execute(query).cursor
            keys.extend(key for (key,) in cursor)
        return Listing(keys)

    def rows(self, keys: Iterable[int]) -> tuple[LedgerRow | None, ...]:
        """The rows of these keys, in their order; None where a row is gone."""
        wanted = list(keys)
        found: dict[int, LedgerRow] = {}
        with self._database.reading() as connection:
            for start in range(0, len(wanted), _CHUNK):
                part = wanted[start : start + _CHUNK]
                found |= {row.key: row for row in _rows(connection, _WHOLE.where(KEY.in_(part)))}
        return tuple(found.get(key) for key in wanted)

    def count(self, wanted: Filter = EVERYTHING) -> int:
        """How many rows there are."""
        with self._database.reading() as connection:
            return int(connection.scalars(self._where(select(func.count()).select_from(LEDGER), wanted)).one())

    def count_waiting(self) -> int:
        """How many rows are mine to do, or pressing."""
        both = Filter(Tab.MINE), Filter(matter=Matter.PRESSING)
        either = among(*(part for wanted in both for part in conditions(wanted, self._person, self.today)))
        with self._database.reading() as connection:
            return int(connection.scalars(select(func.count()).select_from(LEDGER).where(either)).one())

    def tab_counts(self) -> Mapping[Tab, int]:
        """The number on each tab."""
        by_state = select(LEDGER.c.state, func.count().label("findings")).group_by(LEDGER.c.state)
        with self._database.reading() as connection:
            counted = {row.state: int(row.findings) for row in connection.execute(by_state)}
        counts = {tab: sum(counted.get(state.value, 0) for state in states) for tab, states in TAB_STATES.items()} | {
            Tab.ALL: sum(counted.values())
        }
        return counts | {tab: self.count(Filter(tab)) for tab in Tab if tab not in counts}

    def row(self, finding: FindingId) -> LedgerRow | None:
        """The ledger row of one finding."""
        query = _WHOLE.where(LEDGER.c.id == finding)
        with self._database.reading() as connection:
            return next(iter(_rows(connection, query)), None)

    def _where(self, query: Select[Any], wanted: Filter) -> Select[Any]:
        return query.where(*conditions(wanted, self._person, self.today))


_WHOLE = select(*(column for column in LEDGER.c if column.name not in ("description", "sought")), KEY)
_CHUNK = 5_000
_FEW = 200
"""So many unsent entries are read quicker than those of a page."""


def _sorting(order: Order, *, descending: bool, plain: bool = False) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """Of what is due on the same day the newest first. Places by their sound, with which `sought` begins.

    `plain`: sorted afterwards. Where every row is looked into, they are read as they lie and not as an index has them.
    """
    column: ColumnElement[Any] = LEDGER.c.sought if order is Order.PLACE else LEDGER.c[order.value]
    if plain:
        column = literal_column(f"+{column}")
    newest_first = descending != (order is Order.DUE)
    return column.desc() if descending else column.asc(), LEDGER.c.id.desc() if newest_first else LEDGER.c.id.asc()


def _rows(connection: Connection, query: Select[Any]) -> tuple[LedgerRow, ...]:
    """Ledger rows; whether something of each waits is asked of these alone, so that a page costs the same however many do."""
    rows = connection.execute(query).all()
    waiting = _waiting(connection, [row.id for row in rows])
    return tuple(read_row(row, pending=row.id in waiting) for row in rows)


def _waiting(connection: Connection, subjects: list[str]) -> set[str]:
    """Those of these that something waits of, and perhaps others."""
    unsent = connection.scalar(select(HEAD.c.dseq - HEAD.c.sent)) or 0
    if unsent <= _FEW:
        return set(connection.scalars(pending_subjects()))
    entries = select(ENTRY.c.subject, is_ours_alone().label("waits")).where(ENTRY.c.subject.in_(subjects))
    return {entry.subject for entry in connection.execute(entries) if entry.waits}
