"""The messages of an exchange as bytes: strict when read, so that a cut or garbled answer is refused whole."""

import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from models.answers import Answer, Departure, Incoming, RefusedEntry, Run
from models.entries import Verdict
from models.errors import Malformed
from models.head import Batch, Bookmark
from models.ids import is_id

PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Page:
    """Entries of others, the bookmark behind them, whether there are more, and the versions of reference data.

    `history`: everything said so far of findings that came into this person's scope; `left`: those that went out of it.
    """

    lines: tuple[Incoming, ...]
    bookmark: Bookmark
    more: bool
    reference: Mapping[str, int]
    history: tuple[Incoming, ...] = ()
    left: tuple[Departure, ...] = ()


class _Refused(msgspec.Struct):
    dseq: int
    code: str
    values: dict[str, Any] = {}


class _Ineffective(msgspec.Struct):
    dseq: int
    reason: str


class _Answer(msgspec.Struct):
    runs: list[tuple[int, int, int]]
    received_at: str
    refused: list[_Refused] = []
    ineffective: list[_Ineffective] = []
    numbers: list[tuple[int, int, str, int]] = []


class _PageEnd(msgspec.Struct):
    next: int
    anchor: str
    more: bool
    count: int
    history: int
    left: list[tuple[str, int]]
    epoch: str
    reference: dict[str, int] = {}


def push_message(batch: Batch) -> bytes:
    """A header line, then each body verbatim, one a line."""
    header = {
        "device": batch.device,
        "dseq": batch.first_dseq,
        "prev": batch.prev.hex(),
        "tip": batch.tip.hex(),
    }
    return b"\n".join((json.dumps(header).encode(), *batch.bodies, b""))


def read_answer(raw: bytes, batch: Batch) -> Answer:
    """The server's answer to this batch: every entry numbered or refused, each once. Raises Malformed."""
    try:
        plain = msgspec.json.decode(raw, type=_Answer)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Malformed(where="answer") from error
    first, last = batch.first_dseq, batch.first_dseq + len(batch.bodies) - 1
    runs = tuple(Run(*run) for run in plain.runs)
    refused = tuple(RefusedEntry(item.dseq, item.code, item.values) for item in plain.refused)
    answered = [dseq for run in runs for dseq in _span(run.first_dseq, run.count, first, last)]
    numbered = set(answered)
    answered += [item.dseq for item in refused]
    ineffective = {item.dseq: item.reason for item in plain.ineffective}
    finding_numbers = {
        dseq: f"{prefix}{start + step:06d}"
        for from_dseq, count, prefix, start in plain.numbers
        for step, dseq in enumerate(_span(from_dseq, count, first, last))
    }
    whole = sorted(answered) == list(range(first, last + 1))
    if not whole or not numbered.issuperset(ineffective) or not numbered.issuperset(finding_numbers):
        raise Malformed(where="answer")
    return Answer(runs, refused, ineffective, finding_numbers, plain.received_at)


def bookmark_text(bookmark: Bookmark) -> str:
    """The bookmark as it stands in the address; empty from the beginning."""
    return f"{bookmark.epoch}:{bookmark.number}:{bookmark.anchor}" if bookmark.epoch else ""


def read_page(raw: bytes, *, after: Bookmark) -> Page:
    """A page of the server's journal. Raises Malformed for anything that is not one whole page after the bookmark."""
    try:
        lines = raw.decode().split("\n")
        if lines and lines[-1] == "":
            lines.pop()
        end = msgspec.json.decode(lines[-1] if lines else "", type=_PageEnd)
        entries = tuple(_line(text) for text in lines[:-1])
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        raise Malformed(where="page") from error
    if min(end.count, end.history) < 0 or end.count + end.history != len(entries):
        raise Malformed(where="page")
    left = tuple(Departure(subject, number) for subject, number in end.left)
    page = Page(
        lines=entries[: end.count],
        bookmark=Bookmark(end.epoch, end.next, end.anchor),
        more=end.more,
        reference=end.reference,
        history=entries[end.count :],
        left=left,
    )
    if not (_is_in_order(page, after.number) and _is_moved_within(page, after.number)):
        raise Malformed(where="page")
    return page


def _is_in_order(page: Page, after: int) -> bool:
    """Whether the lines lie between both bookmarks, and a page that is not the last one gets ahead."""
    numbers = [after, *(line.verdict.number for line in page.lines), page.bookmark.number]
    return _rising(numbers) and (page.bookmark.number > after or not page.more)


def _is_moved_within(page: Page, after: int) -> bool:
    """Whether what came and went did so on this page: history up to its end, departures between both bookmarks."""
    last, subjects = page.bookmark.number, {one.subject for one in page.left}
    numbers = [0, *(line.verdict.number for line in page.history), last]
    twice = {line.verdict.number for line in page.lines}.intersection(numbers[1:-1])
    departures = all(is_id(one.subject) and after < one.number <= last for one in page.left)
    came = last > after or not page.history
    return _rising(numbers) and not twice and departures and came and len(subjects) == len(page.left)


def _line(text: str) -> Incoming:
    number, received_at, device, dseq, reason, finding_number, body = text.split("\t", 6)
    return Incoming(device, int(dseq), Verdict(int(number), reason or None, finding_number, received_at), body)


def _span(start: int, count: int, first: int, last: int) -> range:
    if count < 1 or start < first or start + count - 1 > last:
        raise Malformed(where="answer")
    return range(start, start + count)


def _rising(numbers: Sequence[int]) -> bool:
    """Strictly between entries; the first may be met again by an empty page, the last by its last entry."""
    middle = numbers[:-1]
    return all(a < b for a, b in itertools.pairwise(middle)) and numbers[-1] >= middle[-1]
