"""Questions about findings: list, filter, count, one. Reading never writes."""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Integer, Select, func, literal_column, or_, select
from sqlalchemy.sql.elements import ColumnElement

from models import journal
from models.clock import Clock, day_of
from models.database import Database
from models.entries import FINDING, Subject
from models.errors import Refusal, Refused
from models.facts import Fact
from models.finding import Finding
from models.ids import EntryId, FindingId
from models.ledger import add_up
from models.ledger_filter import EVERYTHING, TAB_STATES, Filter, Matter, Order, Tab, conditions
from models.ledger_row import LedgerRow, read_row
from models.ledger_tables import LEDGER
from models.people import Person
from models.safety import Safety, count_safety, is_ours_alone
from models.tables import ENTRY

__all__ = ["Filter", "Findings", "Matter", "NoEffect", "Order", "Safety", "Tab"]


@dataclass(frozen=True, slots=True)
class NoEffect:
    """A step that did not take effect: its entry, what it was about, and the code why."""

    entry: EntryId
    finding: FindingId
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole list in its order: the key of each row, eight bytes each; `Findings.rows` gives the rows of some keys."""

    keys: "array[int]"


_AREA_DIGITS = 6
"""Of 320402-2026-000001; screens leave them out where all lie in one area."""


class Findings:
    """Answers questions from the ledger, and from the journal where one finding is asked for whole."""

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
        query = self._where(select(_KEY).select_from(LEDGER), wanted)
        with self._database.reading() as connection:
            return Listing(array("q", connection.scalars(query.order_by(*_sorting(order, descending=descending)))))

    def rows(self, keys: Iterable[int]) -> tuple[LedgerRow | None, ...]:
        """The rows of these keys, in their order; None where a row is gone."""
        wanted = list(keys)
        with self._database.reading() as connection:
            found = {row.key: row for row in _rows(connection, _WHOLE.where(_KEY.in_(wanted)))}
        return tuple(found.get(key) for key in wanted)

    def count(self, wanted: Filter = EVERYTHING) -> int:
        """How many rows there are."""
        with self._database.reading() as connection:
            return int(connection.scalars(self._where(select(func.count()).select_from(LEDGER), wanted)).one())

    def tab_counts(self) -> Mapping[Tab, int]:
        """The number on each tab."""
        by_state = select(LEDGER.c.state, func.count().label("findings")).group_by(LEDGER.c.state)
        with self._database.reading() as connection:
            counted = {row.state: int(row.findings) for row in connection.execute(by_state)}
        counts = {tab: sum(counted.get(state.value, 0) for state in states) for tab, states in TAB_STATES.items()} | {
            Tab.ALL: sum(counted.values())
        }
        return counts | {tab: self.count(Filter(tab)) for tab in Tab if tab not in counts}

    def one(self, finding: FindingId) -> Finding | None:
        """A finding whole, with its history, added up from the journal."""
        return self.several([finding]).get(finding)

    def several(self, findings: Iterable[FindingId]) -> Mapping[FindingId, Finding]:
        """Findings whole, those that exist."""
        with self._database.reading() as connection:
            read = dict(journal.read(connection, list(findings)))
        added = {FindingId(found): add_up(Subject(FINDING, found), entries) for found, entries in read.items()}
        return {found: finding for found, finding in added.items() if finding is not None}

    def said(self, finding: FindingId) -> Mapping[EntryId, Fact]:
        """What each entry of a finding says, for its history in words; kinds of a newer program are left out."""
        with self._database.reading() as connection:
            ((_, entries),) = journal.read(connection, [finding])
        return {posted.entry.id: posted.entry.fact for posted in entries if posted.entry.fact is not None}

    def by_number(self, text: str) -> FindingId | None:
        """The id of the finding with this 编号 (as it is shown, without its area too; the provisional one) or this id.

        Each laptop counts its provisional numbers by itself. Raises Refused where one stands for several findings.
        """
        is_number = or_(LEDGER.c.number == text, func.substr(LEDGER.c.number, _AREA_DIGITS + 2) == text)
        is_shown = or_(is_number, LEDGER.c.id == text, LEDGER.c.number == "")
        query = select(LEDGER.c.id, is_shown.label("is_shown")).where(
            or_(is_number, LEDGER.c.provisional == text, LEDGER.c.id == text)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        found = [row for row in rows if row.is_shown] or rows
        if len(found) > 1:
            raise Refused(Refusal("number_ambiguous", {"number": text}))
        return FindingId(found[0].id) if found else None

    def row(self, finding: FindingId) -> LedgerRow | None:
        """The ledger row of one finding."""
        query = _WHOLE.where(LEDGER.c.id == finding)
        with self._database.reading() as connection:
            return next(iter(_rows(connection, query)), None)

    def without_effect(self, *, known: Iterable[EntryId] = ()) -> tuple[NoEffect, ...]:
        """This person's latest steps that did not take effect, newest first, without those that are `known`."""
        query = (
            select(ENTRY.c.id, ENTRY.c.subject, ENTRY.c.kind, ENTRY.c.reason)
            .where(
                ENTRY.c.author == self._person.id, ENTRY.c.reason.is_not(None), ENTRY.c.id.not_in(sorted(set(known)))
            )
            .order_by(ENTRY.c.id.desc())
            .limit(50)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(NoEffect(EntryId(row.id), FindingId(row.subject), row.kind, row.reason) for row in rows)

    def safety(self) -> Safety:
        """Counted from the journal and the photos each time, never from a flag."""
        with self._database.reading() as connection:
            return count_safety(connection)

    def _where(self, query: Select[Any], wanted: Filter) -> Select[Any]:
        return query.where(*conditions(wanted, self._person, self.today))


_KEY = literal_column("ledger.rowid", Integer).label("key")
_WHOLE = select(LEDGER, _KEY)


def _sorting(order: Order, *, descending: bool) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """Of what is due on the same day the newest first."""
    column = LEDGER.c[order.value]
    newest_first = descending != (order is Order.DUE)
    return column.desc() if descending else column.asc(), LEDGER.c.id.desc() if newest_first else LEDGER.c.id.asc()


def _rows(connection: Connection, query: Select[Any]) -> tuple[LedgerRow, ...]:
    """Ledger rows; whether something of each waits is asked of these alone, so that a page costs the same however many do."""
    rows = connection.execute(query).all()
    entries = select(ENTRY.c.subject, is_ours_alone().label("waits")).where(
        ENTRY.c.subject.in_([row.id for row in rows])
    )
    waiting = {entry.subject for entry in connection.execute(entries) if entry.waits}
    return tuple(read_row(row, pending=row.id in waiting) for row in rows)
