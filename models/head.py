"""Where this laptop stands: its device chain, what it has still to send, and how far it has read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from models import departed, journal
from models.answers import Answer, Departure, Incoming
from models.bodies import tolerate
from models.clock import Clock, as_moment, as_text
from models.database import Database, fetch, run
from models.entries import FIRST_LINK, ClockNote, Posted, next_link
from models.errors import Malformed
from models.ids import DeviceId
from models.journal import NewEntry
from models.tables import HEAD


@dataclass(frozen=True, slots=True)
class Bookmark:
    """How far the server's journal was read: its epoch, the number, and the chain's hash (hex) at that number."""

    epoch: str = ""
    number: int = 0
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class HeadState:
    """The whole state of the exchange."""

    device: DeviceId
    device_name: str
    dseq: int
    link: bytes
    sent: int
    sent_link: bytes
    bookmark: Bookmark
    skew: ClockNote | None


@dataclass(frozen=True, slots=True)
class Batch:
    """Own entries in their order, with the chain's links before the first and after the last."""

    device: DeviceId
    first_dseq: int
    prev: bytes
    tip: bytes
    bodies: tuple[bytes, ...]

    @property
    def last_dseq(self) -> int:
        """The number of the last entry in it."""
        return self.first_dseq + len(self.bodies) - 1


class Head:
    """The one row that holds where the exchange stands, and the steps that move it."""

    def __init__(self, database: Database, clock: Clock, announce: Callable[[set[str]], None]) -> None:
        """`announce` hears the ids of records that changed, after the change is durable."""
        self._database = database
        self._clock = clock
        self._announce = announce

    def state(self) -> HeadState:
        """Where we stand now."""
        return _state(self._database.look(_HEAD), self._clock.now())

    def outgoing(self, entries: int = 500, size: int = 524_288, *, behind: Batch | None = None) -> Batch | None:
        """The next own entries that the server has not answered; at least one, else within both limits. None: none.

        `behind` a batch that is on its way, so that the next one is ready when its answer comes.
        """
        with self._database.reading() as connection:
            head = read_head(connection, self._clock.now())
            sent, link = (behind.last_dseq, behind.tip) if behind else (head.sent, head.sent_link)
            rows = fetch(connection, _OUTGOING, head.device, sent, entries)
        bodies: list[bytes] = []
        tip, total = link, 0
        for (text,) in rows:
            body = text.encode()
            total += len(body) + 1
            if bodies and total > size:
                break
            bodies.append(body)
            tip = next_link(tip, body)
        return Batch(head.device, sent + 1, link, tip, tuple(bodies)) if bodies else None

    def take_answer(self, batch: Batch, answer: Answer) -> None:
        """Write down what became of a batch and move on, in one transaction. Raises Malformed where it does not fit."""
        answered = sum(run.count for run in answer.runs) + len(answer.refused)
        if answered != len(batch.bodies):
            raise Malformed(where="answer")
        last = batch.last_dseq
        with self._database.writing() as connection:
            journal.take_verdicts(connection, batch.device, answer)
            run(connection, "UPDATE head SET sent = ?, sent_link = ?", last, batch.tip)
            touched = _touched(connection, batch.device, batch.first_dseq, last)
        self._announce(touched)

    def take_page(
        self,
        lines: Sequence[Incoming],
        bookmark: Bookmark,
        *,
        history: Sequence[Incoming] = (),
        left: Sequence[Departure] = (),
    ) -> None:
        """Post a page of entries and the bookmark behind it, in one transaction. Known entries are passed over.

        `history`: of findings that came into this person's scope; `left`: those that went out of it. Raises Malformed.
        """
        entered = [_new(line) for line in history]
        entries = [*map(_new, lines), *entered]
        entering = {new.posted.entry.subject.id for new in entered}
        leaving = {one.subject for one in left}
        if entering & leaving:
            raise Malformed(where="page")
        if not entries and not left:
            # nothing but the bookmark: were it lost, the same empty page would be asked for again
            with self._database.noting() as connection:
                _put_bookmark(connection, bookmark)
            return
        with self._database.writing() as connection:
            known = _known(connection, [new.posted.entry.id for new in entries])
            fresh = [new for new in entries if new.posted.entry.id not in known]
            back = departed.enter(connection, entering)
            journal.post(connection, fresh)
            departed.leave(connection, left)
            journal.readd(connection, back | leaving)
            _put_bookmark(connection, bookmark)
        changed = {new.posted.entry.subject.id for new in fresh} | back | leaving
        if changed:
            self._announce(changed)

    def note_skew(self, server_time: datetime) -> None:
        """Remember how far this machine's clock is from the server's."""
        now = self._clock.now()
        skew = round((now - server_time).total_seconds() * 1000)
        with self._database.writing() as connection:
            connection.execute(update(HEAD).values(skew_ms=skew, skew_at=as_text(now)))


def begin_head(connection: Connection, device_name: str, device: DeviceId) -> None:
    """Give a new store its device: a new incarnation whose chain begins here."""
    if connection.execute(select(HEAD.c.id)).first() is None:
        chain = {"dseq": 0, "link": FIRST_LINK, "sent": 0, "sent_link": FIRST_LINK}
        bookmark = {"epoch": "", "number": 0, "anchor": ""}
        connection.execute(insert(HEAD).values(id=1, device=device, device_name=device_name, **chain, **bookmark))


def read_head(connection: Connection, now: datetime) -> HeadState:
    """The head row inside a transaction."""
    return _state(fetch(connection, _HEAD), now)


def _state(rows: Sequence[Sequence[Any]], now: datetime) -> HeadState:
    ((device, name, dseq, link, sent, sent_link, epoch, number, anchor, skew_ms, skew_at),) = rows
    skew = None if skew_at is None else ClockNote(skew_ms, round((now - as_moment(skew_at)).total_seconds()))
    bookmark = Bookmark(epoch, number, anchor)
    return HeadState(DeviceId(device), name, dseq, bytes(link), sent, bytes(sent_link), bookmark, skew)


_HEAD = "SELECT device, device_name, dseq, link, sent, sent_link, epoch, number, anchor, skew_ms, skew_at FROM head"
_OUTGOING = "SELECT body FROM entry WHERE device = ? AND dseq > ? ORDER BY dseq LIMIT ?"


def _put_bookmark(connection: Connection, bookmark: Bookmark) -> None:
    values = (bookmark.epoch, bookmark.number, bookmark.anchor)
    run(connection, "UPDATE head SET epoch = ?, number = ?, anchor = ?", *values)


def _new(line: Incoming) -> NewEntry:
    return NewEntry(Posted(tolerate(line.body), line.device, line.dseq, line.verdict), line.body)


def _known(connection: Connection, ids: Sequence[str]) -> set[str]:
    return {entry for (entry,) in fetch(connection, "SELECT id FROM entry WHERE id AMONG ?", ids)} if ids else set()


def _touched(connection: Connection, device: str, first: int, last: int) -> set[str]:
    query = "SELECT DISTINCT subject FROM entry WHERE device = ? AND dseq BETWEEN ? AND ?"
    return {subject for (subject,) in fetch(connection, query, device, first, last)}
