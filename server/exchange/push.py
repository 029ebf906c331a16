"""Taking a batch: every entry is answered once and for all, in one transaction; the same batch again changes nothing."""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from models import journal
from models.answers import Answer, RefusedEntry
from models.clock import as_text
from models.database import bulk_insert, run
from models.errors import Refusal
from models.journal import NewEntry
from server.devices import Asker
from server.exchange import known
from server.exchange.answering import runs_of
from server.exchange.batch import Batch, Sent, read_batch
from server.exchange.judging import Bench, Taken, subjects_of
from server.exchange.known import Held
from server.exchange.moving import rows_of
from server.exchange.numbering import give_numbers, lock_counter, write_counter
from server.exchange.reading import Reading, read_entry
from server.office import Office
from server.problems import Problem
from server.tables import ENTRY_PHOTO, MOVE, SET_ASIDE

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Outcome:
    """What is found out about a batch on the way to its answer."""

    held: dict[int, Held] = field(default_factory=dict)
    refused: list[RefusedEntry] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    aside: list[tuple[object, ...]] = field(default_factory=list)


def push(office: Office, asker: Asker, data: bytes) -> Answer:
    """Take a batch. Raises Problem where it is not one, or does not continue the device's chain."""
    batch = read_batch(data)
    if batch.device != asker.device:
        raise Problem(403, "device_of_another_person")
    readings = [read_entry(sent.body, author=asker.person.id) for sent in batch.sent]
    try:
        return _push(office, asker, batch, readings)
    except IntegrityError:
        # the same entry came through another device at the same moment: now it is there to be seen
        return _push(office, asker, batch, readings)


def _push(office: Office, asker: Asker, batch: Batch, readings: Sequence[Reading | Refusal]) -> Answer:
    name = office.journal
    with office.database.writing() as connection:
        # taken after the wait for the writer's turn, so that times grow with numbers
        now = office.clock.now()
        outcome = _Outcome()
        repeated = known.count_known(connection, batch)
        if repeated:
            _answer_again(connection, batch, repeated, outcome)
        if repeated < len(readings):
            bench = _judge(connection, asker, batch, readings[repeated:], outcome, now)
            _write(connection, name, batch, bench, outcome, now)
    return _answer(outcome, now)


def _answer_again(connection: Connection, batch: Batch, repeated: int, outcome: _Outcome) -> None:
    first, last = batch.first_dseq, batch.first_dseq + repeated - 1
    elsewhere, refused = known.set_aside_of_device(connection, batch.device, first, last)
    outcome.held = known.held_of_device(connection, batch.device, first, last) | elsewhere
    outcome.refused = refused


def _judge(
    connection: Connection,
    asker: Asker,
    batch: Batch,
    readings: Sequence[Reading | Refusal],
    outcome: _Outcome,
    now: datetime,
) -> Bench:
    good = [reading for reading in readings if isinstance(reading, Reading)]
    subjects = subjects_of(good)
    known.lock_subjects(connection, subjects)
    held = known.held_by_id(connection, [reading.entry.id for reading in good])
    bench = Bench(connection, asker.person, batch.device, known.begun(connection, subjects))
    bodies = {entry: one.body for entry, one in held.items()}
    for sent, reading in zip(batch.sent[-len(readings) :], readings, strict=True):
        verdict = _verdict(bench, reading, sent, bodies, received_at=as_text(now))
        if isinstance(verdict, Taken):
            bodies[verdict.reading.entry.id] = verdict.reading.body
            outcome.taken.append(verdict)
        else:
            _set_aside(batch.device, sent, verdict, held, outcome, now)
    return bench


def _verdict(
    bench: Bench, reading: Reading | Refusal, sent: Sent, bodies: Mapping[str, str], *, received_at: str
) -> Taken | Refusal | str:
    """Taken, refused, or the id of the entry that this is once more."""
    if isinstance(reading, Refusal):
        return reading
    entry = reading.entry.id
    if entry in bodies:
        return entry if bodies[entry] == reading.body else Refusal("id_conflict")
    return bench.judge(reading, sent, received_at=received_at)


def _set_aside(
    device: str, sent: Sent, verdict: Refusal | str, held: Mapping[str, Held], outcome: _Outcome, now: datetime
) -> None:
    """Remember what the journal does not hold under this device's number, so that it is answered the same again."""
    if isinstance(verdict, str) and verdict in held:
        outcome.held[sent.dseq] = held[verdict]
        outcome.aside.append((device, sent.dseq, sent.link, verdict, None, "{}", sent.body, as_text(now)))
        return
    # an entry that stands twice in this very batch has no number yet that could be told
    refusal = Refusal("sent_twice") if isinstance(verdict, str) else verdict
    if refusal.code == "id_conflict":
        log.warning("device %s sent other content under an id that the journal holds (its entry %s)", device, sent.dseq)
    outcome.refused.append(RefusedEntry(sent.dseq, refusal.code, dict(refusal.values)))
    values = json.dumps(dict(refusal.values), ensure_ascii=False, default=str)
    outcome.aside.append((device, sent.dseq, sent.link, None, refusal.code, values, sent.body, as_text(now)))


def _write(connection: Connection, name: str, batch: Batch, bench: Bench, outcome: _Outcome, now: datetime) -> None:
    bulk_insert(connection, SET_ASIDE, SET_ASIDE.c.keys(), outcome.aside)
    last = batch.first_dseq + len(batch.sent) - 1
    run(connection, "UPDATE device SET dseq = ?, link = ? WHERE id = ?", last, batch.tip, batch.device)
    if not outcome.taken:
        return
    bulk_insert(connection, ENTRY_PHOTO, ENTRY_PHOTO.c.keys(), _photo_rows(outcome.taken))
    counter = lock_counter(connection, name, now=now)
    numbered = give_numbers(counter, outcome.taken, device=batch.device, now=now)
    _post(connection, bench, numbered)
    bulk_insert(connection, MOVE, MOVE.c.keys(), _move_rows(outcome.taken, numbered))
    write_counter(connection, counter)
    for new in numbered:
        verdict = new.posted.verdict
        assert verdict is not None, "just numbered"
        outcome.held[new.posted.dseq] = Held(verdict.number, verdict.reason, verdict.finding_number)


def _post(connection: Connection, bench: Bench, numbered: Sequence[NewEntry]) -> None:
    """Journal and ledger from what the bench already added up, instead of reading every finding a second time."""
    journal.append(connection, numbered)
    sums, touched = bench.sums(), {new.posted.entry.subject.id for new in numbered}
    for new in numbered:
        if new.posted.verdict and new.posted.verdict.finding_number:
            sums[new.posted.entry.subject.id].number = new.posted.verdict.finding_number
    findings = [finding for subject in sorted(touched) if (finding := sums[subject].finding()) is not None]
    journal.write_ledger(connection, [subject for subject in bench.known if subject in touched], findings)


def _photo_rows(taken: Sequence[Taken]) -> list[tuple[object, ...]]:
    return [
        (digest, one.reading.entry.id, one.reading.entry.subject.id, one.reading.entry.author, size)
        for one in taken
        for digest, size in dict(one.reading.photos).items()
    ]


def _move_rows(taken: Sequence[Taken], numbered: Sequence[NewEntry]) -> list[tuple[object, ...]]:
    return [
        row
        for one, new in zip(taken, numbered, strict=True)
        if one.moves and new.posted.verdict is not None
        for row in rows_of(new.posted.verdict.number, one.reading.entry.subject.id, one.moves)
    ]


def _answer(outcome: _Outcome, now: datetime) -> Answer:
    held = dict(sorted(outcome.held.items()))
    return Answer(
        runs=runs_of({dseq: one.number for dseq, one in held.items()}),
        refused=tuple(sorted(outcome.refused, key=lambda one: one.dseq)),
        ineffective={dseq: one.reason for dseq, one in held.items() if one.reason is not None},
        finding_numbers={dseq: one.finding_number for dseq, one in held.items() if one.finding_number},
        received_at=as_text(now),
    )
