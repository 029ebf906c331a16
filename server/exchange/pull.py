"""Handing out what is new: entries behind a bookmark, in the asker's scope, their bodies as they came."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from models.entries import FIRST_LINK
from models.tables import COUNTER, ENTRY
from server import limits, registers
from server.devices import Asker
from server.exchange import moving
from server.exchange.moving import Crossing
from server.many import one_of
from server.office import Office
from server.problems import Problem
from server.scope import Conditions, entries_seen


@dataclass(frozen=True, slots=True)
class Bookmark:
    """How far a device has read: the epoch, the last number, and the journal's chain there (hex)."""

    epoch: str = ""
    number: int = 0
    anchor: str = ""


Rows = Sequence[Row[*tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Page:
    """Entries behind a bookmark, the whole history of what came into the asker's scope, what left it, the bookmark."""

    rows: Rows
    history: Rows
    left: Sequence[Crossing]
    bookmark: Bookmark
    more: bool
    reference: Mapping[str, int]


def read_bookmark(text: str) -> Bookmark:
    """`<epoch>:<number>:<anchor hex>`, or nothing for the beginning. Raises Problem."""
    if not text:
        return Bookmark()
    epoch, _, rest = text.partition(":")
    number, _, anchor = rest.partition(":")
    if not (number.isascii() and number.isdigit() and len(number) < 18):
        raise Problem(400, "malformed_request", where="after")
    return Bookmark(epoch, int(number), anchor)


def pull(office: Office, asker: Asker, bookmark: Bookmark, *, limit: int = limits.PAGE) -> Page:
    """One page. Raises Problem (bookmark_unknown) where this journal never stood as the device remembers it."""
    name = office.journal
    with office.database.looking() as connection:
        head, chain = _position(connection, name, bookmark, office.instance.epoch)
        seen = entries_seen(asker.person)
        found = _Found((), (), (), head)
        if seen is not None and head > bookmark.number:
            found = _look(connection, asker, seen, (bookmark.number, head), limit)
        anchor = chain if found.last == head else _chain_at(connection, found.last)
        reference = registers.versions(connection)
    after = Bookmark(office.instance.epoch, found.last, anchor.hex())
    return Page(found.rows, found.history, found.left, after, found.last < head, reference)


def encode_page(page: Page) -> bytes:
    """NDJSON: a line an entry, its body untouched, history last; at the end one object that says where the page stops."""
    lines = [
        f"{row.number}\t{row.received_at}\t{row.device}\t{row.dseq}\t{row.reason or ''}\t{row.finding_number or ''}\t"
        f"{row.body}"
        for row in (*page.rows, *page.history)
    ]
    last = {
        "next": page.bookmark.number,
        "anchor": page.bookmark.anchor,
        "more": page.more,
        "count": len(page.rows),
        "history": len(page.history),
        "left": [[crossing.subject, crossing.number] for crossing in page.left],
        "epoch": page.bookmark.epoch,
        "reference": dict(page.reference),
    }
    return "\n".join([*lines, json.dumps(last), ""]).encode()


def _position(connection: Connection, name: str, bookmark: Bookmark, epoch: str) -> tuple[int, bytes]:
    """The journal's head and chain, proving that the bookmark belongs to this very journal."""
    row = connection.execute(_HEAD, {"journal": name, "number": bookmark.number}).one_or_none()
    head, chain, anchor = (row.number, row.chain, row.anchor) if row else (0, FIRST_LINK, None)
    if bookmark.number == 0:
        anchor = FIRST_LINK
    if bookmark.epoch or bookmark.number:
        remembered = bookmark.anchor or FIRST_LINK.hex()
        if bookmark.epoch != epoch or anchor is None or bytes(anchor).hex() != remembered:
            raise Problem(409, "bookmark_unknown", epoch=epoch, number=head)
    return head, bytes(chain)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a page holds. `last` is the number up to which was looked, not the last found: else that is scanned again."""

    rows: Rows
    history: Rows
    left: Sequence[Crossing]
    last: int


def _look(connection: Connection, asker: Asker, seen: Conditions, between: tuple[int, int], limit: int) -> _Found:
    after, end = between
    crossings = moving.crossings(connection, asker.person, after=after, head=end)
    if crossings:
        end = moving.end_of_page(connection, crossings, head=end, limit=limit)
        # What crosses the border, on this page or a later one, comes whole where it enters, and not at all where it
        # leaves: its entries are not handed out one by one.
        whole = one_of(connection, ENTRY.c.subject, {crossing.subject for crossing in crossings})
        seen = (*seen, whole.is_(False))
    rows = _rows(connection, asker, seen, (after, end), limit)
    last = rows[-1].number if len(rows) == limit else end
    entered, left = moving.settled(crossings, last=last)
    return _Found(rows, _history(connection, entered, last), left, last)


def _rows(connection: Connection, asker: Asker, seen: Conditions, between: tuple[int, int], limit: int) -> Rows:
    after, end = between
    numbers = (ENTRY.c.number > after, ENTRY.c.number <= end)
    query = select(*_COLUMNS).where(*numbers, ENTRY.c.device != asker.device, *seen)
    return connection.execute(query.order_by(ENTRY.c.number).limit(limit)).all()


def _history(connection: Connection, entered: Sequence[Crossing], last: int) -> Rows:
    """Everything said so far of these findings, the asker's own entries included: this may be their second laptop."""
    if not entered:
        return ()
    among = one_of(connection, ENTRY.c.subject, [crossing.subject for crossing in entered])
    return connection.execute(select(*_COLUMNS).where(among, ENTRY.c.number <= last).order_by(ENTRY.c.number)).all()


def _chain_at(connection: Connection, number: int) -> bytes:
    return bytes(connection.scalars(select(ENTRY.c.chain).where(ENTRY.c.number == number)).one())


_COLUMNS = (
    ENTRY.c.number,
    ENTRY.c.received_at,
    ENTRY.c.device,
    ENTRY.c.dseq,
    ENTRY.c.reason,
    ENTRY.c.finding_number,
    ENTRY.c.body,
)
# The head is read first: everything up to it is committed, because the counter is held to the commit.
_HEAD = select(
    COUNTER.c.number,
    COUNTER.c.chain,
    select(ENTRY.c.chain).where(ENTRY.c.number == bindparam("number")).scalar_subquery().label("anchor"),
).where(COUNTER.c.journal == bindparam("journal"))
