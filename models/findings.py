"""Questions about findings: list, filter, count, one. Reading never writes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from models import journal
from models.database import Database
from models.entries import FINDING, Subject
from models.errors import Refusal, Refused
from models.facts import Fact
from models.finding import Finding
from models.ids import EntryId, FindingId, PersonId
from models.ledger import add_up
from models.ledger_row import LedgerRow, read_row
from models.ledger_tables import LEDGER, LEDGER_PHOTO
from models.people import Person
from models.photos import OPEN
from models.state import State
from models.tables import ENTRY, HEAD, PHOTO
from models.workflow import VERIFIERS


class Tab(Enum):
    """The tabs of 问题台账 that have a meaning now."""

    MINE = "mine"
    ALL = "all"
    TO_VERIFY = "to_verify"
    RETURNED = "returned"
    VERIFIED = "verified"
    UNSENT = "unsent"


class Order(Enum):
    """What a ledger may be sorted by; the value is the column."""

    RECORDED = "recorded_at"
    CHANGED = "changed_at"
    NUMBER = "number"
    STATE = "state"
    CATEGORY = "category"
    PLACE = "place"
    GRID = "grid"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which findings: a tab, and further conditions that all must hold. `text` looks in number, place, description."""

    tab: Tab = Tab.ALL
    categories: frozenset[str] = frozenset()
    grids: frozenset[str] = frozenset()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Safety:
    """What is not yet safe at the bureau: records, photos; and what it refused or what is stuck."""

    records: int = 0
    photos: int = 0
    refused: int = 0
    stuck: int = 0


class Findings:
    """Answers questions from the ledger, and from the journal where one finding is asked for whole."""

    def __init__(self, database: Database, person: Person) -> None:
        """`person` decides what "mine" means."""
        self._database = database
        self._person = person

    def page(
        self,
        wanted: Filter = Filter(),
        *,
        order: Order = Order.RECORDED,
        descending: bool = True,
        offset: int = 0,
        limit: int = 200,
    ) -> tuple[LedgerRow, ...]:
        """Rows of the ledger in this order, from `offset` on."""
        column = LEDGER.c[order.value]
        sort = column.desc() if descending else column.asc()
        query = (
            select(LEDGER)
            .order_by(sort, LEDGER.c.id.desc() if descending else LEDGER.c.id.asc())
            .offset(offset)
            .limit(limit)
        )
        with self._database.reading() as connection:
            return _rows(connection, self._where(query, wanted))

    def count(self, wanted: Filter = Filter()) -> int:
        """How many rows there are."""
        with self._database.reading() as connection:
            return int(connection.scalars(self._where(select(func.count()).select_from(LEDGER), wanted)).one())

    def tab_counts(self) -> Mapping[Tab, int]:
        """The number on each tab."""
        return {tab: self.count(Filter(tab)) for tab in Tab}

    def one(self, finding: FindingId) -> Finding | None:
        """A finding whole, with its history, added up from the journal."""
        with self._database.reading() as connection:
            ((_, entries),) = journal.read(connection, [finding])
        return add_up(Subject(FINDING, finding), entries)

    def said(self, finding: FindingId) -> Mapping[EntryId, Fact]:
        """What each entry of a finding says, for its history in words; kinds of a newer program are left out."""
        with self._database.reading() as connection:
            ((_, entries),) = journal.read(connection, [finding])
        return {posted.entry.id: posted.entry.fact for posted in entries if posted.entry.fact is not None}

    def by_number(self, text: str) -> FindingId | None:
        """The id of the finding with this 编号 (the one that is shown, or the provisional one) or this id.

        Each laptop counts its provisional numbers by itself. Raises Refused where one stands for several findings.
        """
        is_shown = or_(LEDGER.c.number == text, LEDGER.c.id == text, LEDGER.c.number == "")
        query = select(LEDGER.c.id, is_shown.label("is_shown")).where(
            or_(LEDGER.c.number == text, LEDGER.c.provisional == text, LEDGER.c.id == text)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        found = [row for row in rows if row.is_shown] or rows
        if len(found) > 1:
            raise Refused(Refusal("number_ambiguous", {"number": text}))
        return FindingId(found[0].id) if found else None

    def row(self, finding: FindingId) -> LedgerRow | None:
        """The ledger row of one finding."""
        query = select(LEDGER).where(LEDGER.c.id == finding)
        with self._database.reading() as connection:
            return next(iter(_rows(connection, query)), None)

    def ineffective(self) -> tuple[tuple[FindingId, str, str], ...]:
        """This person's entries that did not take effect: finding, kind, reason; newest first."""
        query = (
            select(ENTRY.c.subject, ENTRY.c.kind, ENTRY.c.reason)
            .where(ENTRY.c.author == self._person.id, ENTRY.c.reason.is_not(None))
            .order_by(ENTRY.c.id.desc())
            .limit(50)
        )
        with self._database.reading() as connection:
            return tuple((FindingId(row.subject), row.kind, row.reason) for row in connection.execute(query))

    def safety(self) -> Safety:
        """Counted from the journal and the photos each time, never from a flag."""
        waiting = [state.value for state in OPEN]
        used = select(LEDGER_PHOTO.c.sha256).where(LEDGER_PHOTO.c.sha256 == PHOTO.c.sha256).exists()
        with self._database.reading() as connection:
            pending = _pending_subjects().subquery()
            records = connection.scalar(select(func.count()).select_from(pending))
            photos = connection.scalar(select(func.count()).select_from(PHOTO).where(PHOTO.c.state.in_(waiting), used))
            stuck = connection.scalar(
                select(func.count()).select_from(PHOTO).where(PHOTO.c.state.in_(["stuck", "refused"]), used)
            )
            refused = connection.scalar(
                select(func.count()).select_from(ENTRY).where(ENTRY.c.number.is_(None), ENTRY.c.reason.is_not(None))
            )
        return Safety(records or 0, photos or 0, refused or 0, stuck or 0)

    def _where(self, query: Select[Any], wanted: Filter) -> Select[Any]:
        for condition in (*self._tab(wanted.tab), *_conditions(wanted)):
            query = query.where(condition)
        return query

    def _tab(self, tab: Tab) -> tuple[ColumnElement[bool], ...]:
        states = {Tab.TO_VERIFY: State.REPORTED, Tab.RETURNED: State.RETURNED, Tab.VERIFIED: State.VERIFIED}
        if tab in states:
            return (LEDGER.c.state == states[tab].value,)
        if tab is Tab.UNSENT:
            return (LEDGER.c.id.in_(_pending_subjects()),)
        return (self._mine(self._person.id),) if tab is Tab.MINE else ()

    def _mine(self, person: PersonId) -> ColumnElement[bool]:
        """待我办: what was sent back to me; for verifiers also what somebody else reported."""
        returned: ColumnElement[bool] = (LEDGER.c.state == State.RETURNED.value) & (LEDGER.c.raiser == person)
        if self._person.role not in VERIFIERS:
            return returned
        to_verify = (LEDGER.c.state == State.REPORTED.value) & (LEDGER.c.raiser != person)
        return or_(returned, to_verify)


def _is_ours_alone() -> ColumnElement[bool]:
    """Whether an entry is one of ours that the bureau has not numbered."""
    device, sent = (select(column).scalar_subquery() for column in (HEAD.c.device, HEAD.c.sent))
    refused = ENTRY.c.number.is_(None) & ENTRY.c.reason.is_not(None)
    return or_((ENTRY.c.device == device) & (ENTRY.c.dseq > sent), refused)


def _pending_subjects() -> Select[tuple[str]]:
    """Findings with something that is only on this laptop."""
    return select(ENTRY.c.subject).where(_is_ours_alone()).distinct()


def _rows(connection: Connection, query: Select[Any]) -> tuple[LedgerRow, ...]:
    """Ledger rows; whether something of each waits is asked of these alone, so that a page costs the same however many do."""
    rows = connection.execute(query).all()
    entries = select(ENTRY.c.subject, _is_ours_alone().label("waits")).where(
        ENTRY.c.subject.in_([row.id for row in rows])
    )
    waiting = {entry.subject for entry in connection.execute(entries) if entry.waits}
    return tuple(read_row(row, pending=row.id in waiting) for row in rows)


def _conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.categories:
        conditions.append(LEDGER.c.category.in_(sorted(wanted.categories)))
    if wanted.grids:
        conditions.append(LEDGER.c.grid.in_(sorted(wanted.grids)))
    if text := wanted.text.strip():
        columns = (LEDGER.c.number, LEDGER.c.provisional, LEDGER.c.place, LEDGER.c.description, LEDGER.c.party)
        conditions.append(or_(*(column.contains(text, autoescape=True) for column in columns)))
    return conditions
