"""Handing out what is new: entries behind a bookmark, in the asker's scope, their bodies as they came."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, select

from models.entries import FIRST_LINK
from models.tables import COUNTER, ENTRY
from server import limits, registers
from server.devices import Asker
from server.office import Office
from server.problems import Problem
from server.scope import entries_seen


@dataclass(frozen=True, slots=True)
class Bookmark:
    """How far a device has read: the epoch, the last number, and the journal's chain there (hex)."""

    epoch: str = ""
    number: int = 0
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Entries behind a bookmark, and the bookmark behind them."""

    rows: Sequence[Row[*tuple[Any, ...]]]
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
    with office.database.reading() as connection:
        head, chain = _position(connection, name, bookmark, office.instance.epoch)
        seen = entries_seen(asker.person)
        rows: Sequence[Row[*tuple[Any, ...]]] = ()
        if seen is not None and head > bookmark.number:
            rows = _rows(connection, asker, seen, (bookmark.number, head), limit)
        more = len(rows) == limit and rows[-1].number < head
        # the number up to which was looked, not the last that was found: else others' entries are scanned again
        last = rows[-1].number if more else head
        anchor = chain if last == head else _chain_at(connection, last)
        reference = registers.versions(connection)
    return Page(rows, Bookmark(office.instance.epoch, last, anchor.hex()), more, reference)


def encode_page(page: Page) -> bytes:
    """NDJSON: a line an entry, its body untouched; at the end one object that says where the page stops."""
    lines = [
        f"{row.number}\t{row.received_at}\t{row.device}\t{row.dseq}\t{row.reason or ''}\t{row.finding_number or ''}\t"
        f"{row.body}"
        for row in page.rows
    ]
    last = {
        "next": page.bookmark.number,
        "anchor": page.bookmark.anchor,
        "more": page.more,
        "count": len(page.rows),
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


def _rows(
    connection: Connection, asker: Asker, seen: tuple[ColumnElement[bool], ...], between: tuple[int, int], limit: int
) -> Sequence[Row[*tuple[Any, ...]]]:
    after, head = between
    numbers = (ENTRY.c.number > after, ENTRY.c.number <= head)
    query = select(*_COLUMNS).where(*numbers, ENTRY.c.device != asker.device, *seen)
    return connection.execute(query.order_by(ENTRY.c.number).limit(limit)).all()


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
