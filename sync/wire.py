"""The messages of an exchange as bytes: strict when read, so that a cut or garbled answer is refused whole."""

import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from models.answers import Answer, Incoming, RefusedEntry, Run
from models.entries import Verdict
from models.errors import Malformed
from models.head import Batch, Bookmark

PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Page:
    """Entries of others, the bookmark behind them, whether there are more, and the versions of reference data."""

    lines: tuple[Incoming, ...]
    bookmark: Bookmark
    more: bool
    reference: Mapping[str, int]


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
    numbers = [after.number, *(line.verdict.number for line in entries), end.next]
    if end.count != len(entries) or not _rising(numbers) or (end.more and end.next <= after.number):
        raise Malformed(where="page")
    return Page(entries, Bookmark(end.epoch, end.next, end.anchor), end.more, end.reference)


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
