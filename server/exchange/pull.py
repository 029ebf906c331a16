"""Handing out what is new: entries behind a bookmark, in the asker's scope, their bodies as they came."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from models.database import fetch
from models.entries import FIRST_LINK
from server import limits, registers
from server.devices import Asker
from server.exchange import moving
from server.exchange.moving import Crossing
from server.office import Office
from server.problems import Problem
from server.scope import Clause, entries_seen


@dataclass(frozen=True, slots=True)
class Bookmark:
    """How far a device has read: the epoch, the last number, and the journal's chain there (hex)."""

    epoch: str = ""
    number: int = 0
    anchor: str = ""


Rows = Sequence[Sequence[Any]]
"""Number, time, device, dseq, reason, finding's number, body."""


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


def pull(office: Office, connection: Connection, asker: Asker, bookmark: Bookmark, *, limit: int = limits.PAGE) -> Page:
    """One page. Raises Problem (bookmark_unknown) where this journal never stood as the device remembers it."""
    standing = {kind: rest for kind, *rest in fetch(connection, _STANDING, bookmark.number, office.journal)}
    head, chain = _position(standing.pop("", None), bookmark, office.instance.epoch)
    seen = entries_seen(asker.person)
    found = _Found((), (), (), head)
    if seen is not None and head > bookmark.number:
        found = _look(connection, asker, seen, (bookmark.number, head), limit)
    anchor = chain if found.last == head else _chain_at(connection, found.last)
    reference = registers.with_none_missing({kind: version for kind, (version, *_) in standing.items()})
    after = Bookmark(office.instance.epoch, found.last, anchor.hex())
    return Page(found.rows, found.history, found.left, after, found.last < head, reference)


def encode_page(page: Page) -> bytes:
    """NDJSON: a line an entry, its body untouched, history last; at the end one object that says where the page stops."""
    lines = [
        f"{number}\t{received_at}\t{device}\t{dseq}\t{reason or ''}\t{finding_number or ''}\t{body}"
        for number, received_at, device, dseq, reason, finding_number, body in (*page.rows, *page.history)
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


def _position(counter: Sequence[Any] | None, bookmark: Bookmark, epoch: str) -> tuple[int, bytes]:
    """The journal's head and chain, proving that the bookmark belongs to this very journal."""
    head, chain, anchor = counter or (0, FIRST_LINK, None)
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


def _look(connection: Connection, asker: Asker, seen: Clause, between: tuple[int, int], limit: int) -> _Found:
    after, end = between
    crossings = moving.crossings(connection, asker.person, after=after, head=end)
    if crossings:
        end = moving.end_of_page(connection, crossings, head=end, limit=limit)
        # What crosses the border, on this page or a later one, comes whole where it enters, and not at all where it
        # leaves: its entries are not handed out one by one.
        clause, values = seen
        seen = (f"{clause} AND NOT subject AMONG ?", (*values, {crossing.subject for crossing in crossings}))
    rows = _rows(connection, asker, seen, (after, end), limit)
    last = rows[-1][0] if len(rows) == limit else end
    entered, left = moving.settled(crossings, last=last)
    return _Found(rows, _history(connection, entered, last), left, last)


def _rows(connection: Connection, asker: Asker, seen: Clause, between: tuple[int, int], limit: int) -> Rows:
    clause, values = seen
    where = f"number > ? AND number <= ? AND device <> ? AND {clause}"
    query = f"SELECT {_COLUMNS} FROM entry WHERE {where} ORDER BY number LIMIT ?"
    return fetch(connection, query, *between, asker.device, *values, limit)


def _history(connection: Connection, entered: Sequence[Crossing], last: int) -> Rows:
    """Everything said so far of these findings, the asker's own entries included: this may be their second laptop."""
    if not entered:
        return ()
    query = f"SELECT {_COLUMNS} FROM entry WHERE subject AMONG ? AND number <= ? ORDER BY number"
    return fetch(connection, query, [crossing.subject for crossing in entered], last)


def _chain_at(connection: Connection, number: int) -> bytes:
    ((chain,),) = fetch(connection, "SELECT chain FROM entry WHERE number = ?", number)
    return bytes(chain)


_COLUMNS = "number, received_at, device, dseq, reason, finding_number, body"
# The head is read first: everything up to it is committed, because the counter is held to the commit.
# With it come the versions of the registers: to nearly every question this is the whole answer.
_STANDING = (
    "SELECT '', number, chain, (SELECT chain FROM entry WHERE number = ?) FROM counter WHERE journal = ? "
    "UNION ALL SELECT kind, version, NULL, NULL FROM register_version"
)
