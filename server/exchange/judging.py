"""The verdict: each entry is judged once, against the finding as it stands and the rights of its author."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import Connection

from models import journal
from models.clock import as_moment, day_of
from models.entries import FINDING, Entry, Posted, Subject, Verdict
from models.errors import Refusal
from models.facts import AcceptanceApplied, Closed, Fact, GridCorrected, Raised
from models.gates import objection
from models.ledger import Sum
from models.people import Person, Role
from models.places import places_of
from models.reuse import proving_alone, reused
from models.standing import Standing, authority, within
from models.workflow import BY_FACT, Requirement
from server.exchange.batch import Sent
from server.exchange.moving import Move, last_leaving, moves_between
from server.exchange.reading import Reading

NEWER_KIND = "newer_kind"
GRACE = timedelta(days=14)
"""How long a finding that left its author's scope still takes what they wrote before they could know."""
_WRITE_NOTHING = frozenset({Role.LEADER, Role.ADMIN, Role.AUDITOR})
# The number is not known before the counter is locked; add_up only asks whether it is newer than what its author saw.
_LATER = 2**62


@dataclass(frozen=True, slots=True)
class Taken:
    """An entry that goes into the journal: effective unless there is a reason, in the scope of this grid and unit."""

    reading: Reading
    sent: Sent
    reason: str | None
    grid: str
    unit: str = ""
    moves: tuple[Move, ...] = ()

    @property
    def raises(self) -> bool:
        """Whether it begins a finding, which then gets its number."""
        return self.reason is None and isinstance(self.reading.entry.fact, Raised)


class Bench:
    """Judges entries in their order; each sees what the ones before it did."""

    def __init__(self, connection: Connection, person: Person, device: str, known: Sequence[str]) -> None:
        """Load the findings that the journal knows, as they stand; others begin here."""
        self._connection = connection
        self._person = person
        self._device = device
        self.known = known
        self._sums: dict[str, Sum] = {}
        for subject, entries in journal.read(connection, known) if known else ():
            self._sums[subject] = total = Sum(Subject(FINDING, subject))
            total.add_all(entries)

    def judge(self, reading: Reading, sent: Sent, *, received_at: str) -> Taken | Refusal:
        """Refuse what its author may not do; everything else is taken, effective or not."""
        subject = reading.entry.subject.id
        total = self._sums.get(subject)
        if total is None:
            self._sums[subject] = total = Sum(Subject(FINDING, subject))
        refusal = self._refusal(total, reading, received_at)
        if refusal is not None:
            return refusal
        entry, device, dseq = reading.entry, self._device, sent.dseq
        reason = self._reason(total, Posted(entry, device, dseq), received_at)
        before = _place(total)
        total.add(Posted(entry, device, dseq, Verdict(_LATER + dseq, reason, "", received_at)))
        after = _place(total)
        return Taken(reading, sent, reason, *after, moves_between(before, after))

    def sums(self) -> Mapping[str, Sum]:
        """The findings with everything judged so far added."""
        return self._sums

    def _refusal(self, total: Sum, reading: Reading, received_at: str) -> Refusal | None:
        fact, person = reading.entry.fact, self._person
        if person.role in _WRITE_NOTHING:
            return Refusal("role_may_not", {"action": reading.entry.kind, "role": person.role.value})
        if isinstance(fact, Raised | GridCorrected) and not person.covers(fact.grid):
            return Refusal("outside_scope", {"grid": fact.grid})
        standing = total.standing
        if standing.grid and not within(standing, person):
            if not self._was_theirs(reading.entry, received_at):
                # said as if it did not exist: whose finding it is, is none of the asker's business
                return Refusal("no_such_finding")
            person = _as_before(person, standing)
        if not standing.grid and not isinstance(fact, Raised):
            return Refusal("no_such_finding")
        return None if fact is None else authority(standing, type(fact), person)

    def _was_theirs(self, entry: Entry, received_at: str) -> bool:
        """Whether the author wrote this before they could know that the finding had left their scope."""
        left = last_leaving(self._connection, self._person, entry.subject.id)
        if left is None or entry.base.number >= left.number:
            return False
        return as_moment(received_at) - as_moment(left.received_at) <= GRACE

    def _reason(self, total: Sum, posted: Posted, received_at: str) -> str | None:
        fact = posted.entry.fact
        if fact is None:
            return NEWER_KIND
        reason = total.judge(posted)
        if reason is None and isinstance(fact, AcceptanceApplied) and self._is_reused(total):
            return Requirement.PHOTOS_NOT_REUSED.value
        if reason is None and isinstance(fact, Closed):
            # a laptop whose clock is fast must not end a notice that is still to be read
            here = replace(fact, closed_on=min(fact.closed_on, day_of(as_moment(received_at))))
            return objection(total.standing, here, posted.entry.author)
        return reason or self._of_another_unit(total, fact)

    def _of_another_unit(self, total: Sum, fact: Fact) -> str | None:
        """A unit that the finding has left may still say what it did, but not sign or apply for the one it went to."""
        if self._person.role is not Role.UNIT or BY_FACT[type(fact)].to is None or total.state is None:
            return None
        return None if within(total.standing, self._person) else f"state_{total.state.value}"

    def _is_reused(self, total: Sum) -> bool:
        """Whether another finding shows the only proof of a place of this one: a laptop does not know all findings."""
        held = reused(self._connection, total.subject.id, total.photos.values())
        # what this batch has said of others so far is not in the ledger yet
        batch = (other.photos.keys() & total.photos.keys() for other in self._sums.values() if other is not total)
        twice = {one.sha256 for one in held}.union(*batch)
        return bool(proving_alone(places_of(tuple(total.photos.values()), total.arranged), twice))


def _as_before(person: Person, standing: Standing) -> Person:
    """The same person with the finding still in their scope, so that everything else about their right is asked."""
    return replace(person, area=standing.grid, unit=standing.unit)


def _place(total: Sum) -> tuple[str, str]:
    """Grid and unit, each empty where there is none."""
    task = total.rectification
    return total.grid, task.order.unit.code if task else ""


def subjects_of(readings: Sequence[Reading]) -> set[str]:
    """The records that these entries are about."""
    return {reading.entry.subject.id for reading in readings}
