"""Questions about findings: list, filter, count, one. Reading never writes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import func, or_, select

from models import journal
from models.entries import FINDING, Subject
from models.errors import Refusal, Refused
from models.facts import Fact
from models.finding import Finding
from models.ids import EntryId, FindingId
from models.ledger import add_up
from models.ledger_filter import Filter, Matter, Order, Tab
from models.ledger_tables import LEDGER
from models.listing import Listing, Lists
from models.safety import Safety, count_safety
from models.tables import ENTRY

__all__ = ["Filter", "Findings", "Listing", "Matter", "NoEffect", "Order", "Safety", "Tab"]


@dataclass(frozen=True, slots=True)
class NoEffect:
    """A step that did not take effect: its entry, what it was about, and the code why."""

    entry: EntryId
    finding: FindingId
    kind: str
    reason: str


_AREA_DIGITS = 6
"""Of 320402-2026-000001; screens leave them out where all lie in one area."""


class Findings(Lists):
    """Answers questions from the ledger, and from the journal where one finding is asked for whole."""

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
