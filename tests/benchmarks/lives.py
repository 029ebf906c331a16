"""Many findings with the first half of a life each, eight entries, written straight into a journal: nobody measures that."""

import random
from collections.abc import Iterator
from datetime import timedelta

from models.database import Database, bulk_insert
from models.entries import FINDING, VERSION, Base, Entry, Subject, encode
from models.facts import KIND_OF
from models.ids import EntryId, new_id
from models.tables import ENTRY
from tests.benchmarks.samples import samples
from tests.builders import GRID, NOON, TOWN, raised
from tests.line import cast, line

EACH = 8
ALIVE = 10_000
"""So many findings are worked on at the same time; their entries lie between each other's in the journal."""
_PIECE = 5_000
_ENTRY, _SUBJECT, _PLACE, _TEXT = "00000000-entry", "00000000-subject", "00000000-place", "00000000-text"
_DEVICE = "d" * 32


def fill_with_lives(database: Database, findings: int) -> None:
    """The journal alone; the ledger is the caller's to make."""
    rows: list[tuple[object, ...]] = []
    for row in _rows(findings):
        rows.append(row)
        if len(rows) == _PIECE:
            _write(database, rows)
    _write(database, rows)


def _write(database: Database, rows: list[tuple[object, ...]]) -> None:
    with database.writing() as connection:
        bulk_insert(connection, ENTRY, ENTRY.c.keys(), rows)
    rows.clear()


def _rows(findings: int) -> Iterator[tuple[object, ...]]:
    """In the order of time: each finding's entries spread over as long as ALIVE findings take to be raised."""
    chance = random.Random(1)
    templates, texts = _templates(), samples(min(findings, 1_000))
    subjects = [new_id() for _ in range(findings)]
    moments = sorted(
        (place + (step + chance.random() * 0.9) * ALIVE / EACH if step else place, step, place)
        for place in range(findings)
        for step in range(EACH)
    )
    for number, (_, step, place) in enumerate(moments, 1):
        kind, author, body = templates[step]
        sample, subject, entry = texts[place % len(texts)], subjects[place], new_id()
        for mark, text in ((_ENTRY, entry), (_SUBJECT, subject), (_PLACE, sample.place), (_TEXT, sample.description)):
            body = body.replace(mark, text)
        finding_number = f"320402-2026-{place + 1:06d}" if step == 0 else None
        yield (
            entry, FINDING, subject, kind, author, _DEVICE, number, body, None, number,
            "2026-11-22T12:00:00.000+08:00", None, finding_number, None, TOWN[:9], GRID, None,
        )  # fmt: skip


def _templates() -> list[tuple[str, str, str]]:
    """Kind, author and bytes of each of the eight entries, with marks where they differ."""
    people, form = cast(), raised(description=_TEXT)
    said = [(people.inspector, form), *line(form, people)][:EACH]
    found = []
    for step, (who, fact) in enumerate(said):
        entry = Entry(
            id=EntryId(_ENTRY),
            kind=KIND_OF[type(fact)],
            version=VERSION,
            subject=Subject(FINDING, _SUBJECT),
            author=who.id,
            occurred_at=NOON + timedelta(minutes=step),
            base=Base(2**40),
            fact=fact,
        )
        body = encode(entry).decode().replace(form.location.place, _PLACE)
        found.append((entry.kind, str(who.id), body))
    return found
