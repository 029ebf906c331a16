"""Findings that move to another grid or another unit: what crosses the border of a person's scope, and when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from models.database import fetch
from models.ids import FindingId
from models.people import Person, town_of
from server.scope import crossings_seen

MOST = 200
"""Crossings looked at for one page: what is behind them comes with the next."""


@dataclass(frozen=True, slots=True)
class Move:
    """From one grid to another, or from one unit (or none yet) to another."""

    old: str
    new: str
    is_unit: bool


@dataclass(frozen=True, slots=True)
class Crossing:
    """With this number a finding came into a person's scope, or left it."""

    number: int
    subject: FindingId
    enters: bool


def moves_between(before: tuple[str, str], after: tuple[str, str]) -> tuple[Move, ...]:
    """What an entry moved, from (grid, unit) before it to (grid, unit) after it. What begins somewhere moved nowhere."""
    (grid, unit), (new_grid, new_unit) = before, after
    moved = (Move(grid, new_grid, is_unit=False),) if grid and grid != new_grid else ()
    return (*moved, Move(unit, new_unit, is_unit=True)) if unit != new_unit else moved


def rows_of(number: int, subject: str, moves: Iterable[Move]) -> list[tuple[object, ...]]:
    """A row for the side that it leaves and one for the side that it enters, as `move` holds them."""
    return [
        (number, enters, subject, *_place(here, is_unit=move.is_unit), other)
        for move in moves
        for enters, here, other in ((False, move.old, move.new), (True, move.new, move.old))
        if here
    ]


def _place(code: str, *, is_unit: bool) -> tuple[str | None, str | None, str | None]:
    return (None, None, code) if is_unit else (town_of(code), code, None)


def crossings(connection: Connection, person: Person, *, after: int, head: int) -> Sequence[Crossing]:
    """The first crossings of this person's border behind a number, in their order."""
    seen = crossings_seen(person)
    if seen is None:
        return ()
    clause, values = seen
    query = f"SELECT number, subject, enters FROM move WHERE {clause} AND number > ? AND number <= ? ORDER BY number LIMIT ?"
    rows = fetch(connection, query, *values, after, head, MOST)
    return [Crossing(number, subject, bool(enters)) for number, subject, enters in rows]


def end_of_page(connection: Connection, found: Sequence[Crossing], *, head: int, limit: int) -> int:
    """Up to which number a page may go, so that what enters brings few more entries than the limit; at least one may."""
    end = found[-1].number if len(found) == MOST else head
    entering = [crossing for crossing in found if crossing.enters]
    if len(entering) < 2:
        return end
    sizes = _sizes(connection, {crossing.subject for crossing in entering})
    total = 0
    for crossing in entering:
        if total and total + sizes.get(crossing.subject, 0) > limit:
            return crossing.number - 1
        total += sizes.pop(crossing.subject, 0)
    return end


def _sizes(connection: Connection, subjects: Iterable[str]) -> dict[str, int]:
    query = "SELECT subject, count(*) FROM entry WHERE subject AMONG ? GROUP BY subject"
    return dict(fetch(connection, query, set(subjects)))


def settled(found: Iterable[Crossing], *, last: int) -> tuple[list[Crossing], list[Crossing]]:
    """What is inside after this number and crossed the border before it, and what is outside: each finding once."""
    final = {crossing.subject: crossing for crossing in found if crossing.number <= last}
    entered = [crossing for crossing in final.values() if crossing.enters]
    return entered, [crossing for crossing in final.values() if not crossing.enters]


@dataclass(frozen=True, slots=True)
class Leaving:
    """The entry with which a finding left somebody's scope: its number, and when the server took it."""

    number: int
    received_at: str


def last_leaving(connection: Connection, person: Person, subject: str) -> Leaving | None:
    """With which entry this finding last left this person's scope. None: it never was in it."""
    seen = crossings_seen(person)
    if seen is None:
        return None
    clause, values = seen
    query = (
        "SELECT move.number, entry.received_at FROM move JOIN entry ON entry.number = move.number "
        f"WHERE move.subject = ? AND NOT move.enters AND {clause} ORDER BY move.number DESC LIMIT 1"
    )
    rows = fetch(connection, query, subject, *values)
    return Leaving(*rows[0]) if rows else None
