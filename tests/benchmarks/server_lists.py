"""The server's lists, against the same questions in SQL by hand, in turns; the ledger's rows are put there directly."""

import random
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from models.database import bulk_insert
from models.ids import new_id
from models.ledger_row import NEVER
from models.ledger_tables import LEDGER
from models.people import Role
from models.state import OPEN_WORK, State
from server import words
from server.cursor import Place, Sort
from server.list_queries import Listed, Wanted
from server.lists import count, page
from server.office import Office, open_office
from server.settings import Settings
from tests.benchmarks.measuring import Result, Series
from tests.benchmarks.processes import drop_database, new_database
from tests.benchmarks.samples import samples
from tests.builders import person

PAGE = 50
_PIECE = 1_000
_TOWNS, _GRIDS, _UNITS = 60, 20, 300
_RARE, _COMMON = "秸秆", "土方"
_BEGIN = date(2024, 1, 1)
_STATES = (*[State.CLOSED] * 14, State.RECTIFYING, State.RECTIFYING, State.DISPATCHED, State.REPORTED, State.ENLISTED, State.COMPLETED)  # fmt: skip
_BEGINNING, _ALL = Place(), Wanted()
_AMONG = {
    True: "id IN (SELECT id FROM finding_words WHERE pairs @> ?::integer[])",
    False: "rowid IN (SELECT rowid FROM finding_words WHERE finding_words MATCH ?)",
}
_ORDER = "ORDER BY due, id DESC LIMIT 51"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing somebody asks, and the SQL by hand for it (`?` for each value)."""

    what: str
    ours: Callable[[Office], object]
    sql: str
    values: tuple[object, ...] = ()


def listed(where: str, postgresql: str, rows: int, turns: int, say: Callable[[str], None]) -> Iterator[Result]:
    """Every question in turns; an empty address means SQLite."""
    database = new_database(postgresql)
    with tempfile.TemporaryDirectory(prefix="gewu-bench-") as folder:
        office = open_office(Settings(Path(folder), bureau_code="320402", database_url=database))
        _fill(office, rows)
        say(f"{where} list of {rows:,}")
        for question in _questions(rows, postgresql=office.database.is_postgresql):
            ours, base = _measure(office, question, turns)
            say(f"{where} {question.what}: {ours.median * 1000:.1f} / {base.median * 1000:.1f} ms")
            yield Result(f"server's list of {rows:,}: {question.what}", where, ours, base, promise=2)
        office.close()
    drop_database(postgresql, database)


def _measure(office: Office, question: Question, turns: int) -> tuple[Series, Series]:
    ours, base = Series(), Series()
    for turn in range(turns + 2):
        warm = turn > 1
        (ours if warm else Series()).take(lambda: question.ours(office))
        (base if warm else Series()).take(lambda: _by_hand(office, question))
    return ours, base


def _by_hand(office: Office, question: Question) -> list[tuple[Any, ...]]:
    with office.database.looking() as connection:
        cursor = connection.connection.cursor()
        mark = "%s" if office.database.is_postgresql else "?"
        cursor.execute(question.sql.replace("?", mark), question.values)
        return list(cursor.fetchall())


def _questions(rows: int, *, postgresql: bool) -> Iterator[Question]:
    yield from _pages(rows)
    yield from _orders(rows)
    yield from _filters()
    yield from _searches(postgresql=postgresql)


def _pages(rows: int) -> Iterator[Question]:
    middle = _number(rows // 2)
    deep = Place(Sort.DUE, after=(NEVER, _id(rows // 2)))
    yield Question("first page by deadline", _page(), f"SELECT {_SHOWN} FROM ledger {_ORDER}")
    yield Question(
        "next page, deep",
        _page(deep),
        f"SELECT {_SHOWN} FROM ledger WHERE due = ? AND id < ? ORDER BY id DESC LIMIT 51",
        deep.after,
    )
    yield Question(
        "jump to a number",
        _page(Place(Sort.NUMBER, start=middle)),
        f"SELECT {_SHOWN} FROM ledger WHERE number >= ? ORDER BY number, id LIMIT 51",
        (middle,),
    )


def _orders(rows: int) -> Iterator[Question]:
    recorded = Place(Sort.RECORDED, descending=True)
    behind = Place(Sort.RECORDED, descending=True, after=(_recorded(rows // 2, rows), _id(rows // 2)))
    by_recorded = "ORDER BY recorded_at DESC, id DESC LIMIT 51"
    yield Question("sort by recorded", _page(recorded), f"SELECT {_SHOWN} FROM ledger {by_recorded}")
    yield Question(
        "next page by recorded",
        _page(behind),
        f"SELECT {_SHOWN} FROM ledger WHERE recorded_at <= ? AND (recorded_at, id) < (?, ?) {by_recorded}",
        (behind.after[0], *behind.after),
    )


def _filters() -> Iterator[Question]:
    yield Question(
        "filter by a state",
        _page(wanted=Wanted(frozenset({State.DISPATCHED}))),
        f"SELECT {_SHOWN} FROM ledger WHERE state = ? {_ORDER}",
        ("T1",),
    )
    yield Question(
        "filter by a township",
        _page(wanted=Wanted(area=f"{_town(7)}000")),
        f"SELECT {_SHOWN} FROM ledger WHERE town = ? {_ORDER}",
        (_town(7),),
    )
    yield Question(
        "filter by a unit",
        _page(wanted=Wanted(units=frozenset({"U-7"}))),
        f"SELECT {_SHOWN} FROM ledger WHERE unit = ? {_ORDER}",
        ("U-7",),
    )
    yield Question(
        "count of a state",
        lambda office: count(office, _SOMEBODY, Wanted(frozenset({State.DISPATCHED}))),
        "SELECT count(*) FROM (SELECT 1 FROM ledger WHERE state = ? LIMIT 10001) AS few",
        ("T1",),
    )


def _searches(*, postgresql: bool) -> Iterator[Question]:
    pairs = words.pairs([_RARE])
    says = "(" + " OR ".join(f"{name} LIKE ?" for name in ("description", "place", "party", "number")) + ")"
    yield Question(
        "two characters, a frequent word",
        _page(wanted=Wanted(text=_COMMON)),
        f"SELECT {_SHOWN} FROM ledger WHERE {says} {_ORDER}",
        (f"%{_COMMON}%",) * 4,
    )
    yield Question(
        "two characters, a rare word",
        _page(wanted=Wanted(text=_RARE)),
        f"SELECT {_SHOWN} FROM ledger WHERE {_AMONG[postgresql]} AND {says} {_ORDER}",
        (sorted(pairs) if postgresql else f"{pairs.pop():x}", *(f"%{_RARE}%",) * 4),
    )


def _page(place: Place = _BEGINNING, wanted: Wanted = _ALL) -> Callable[[Office], object]:
    return lambda office: page(office, _SOMEBODY, wanted, place, PAGE)


def _fill(office: Office, rows: int) -> None:
    chance, texts = random.Random(1), samples(1_000)
    piece: list[tuple[object, ...]] = []
    with office.database.writing() as connection:
        if office.database.is_postgresql:  # made at the end: row by row it takes ten times as long
            connection.exec_driver_sql("DROP INDEX finding_words_pairs")
    for place in range(rows):
        text = texts[place % len(texts)]
        said = text.description if place % (rows // 20) else f"{text.description[:60]}{_RARE}露天堆着"
        piece.append(_row(place, rows, text.place, said, chance))
        if len(piece) == _PIECE or place == rows - 1:
            with office.database.writing() as connection:
                bulk_insert(connection, LEDGER, LEDGER.c.keys(), piece)
                words.take_in(connection, [str(row[0]) for row in piece])
            piece.clear()
    if office.database.is_postgresql:  # which does it by itself soon after; nobody does it on SQLite
        with office.database.writing() as connection:
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
            connection.exec_driver_sql("SET LOCAL maintenance_work_mem = '512MB'")
            connection.exec_driver_sql("CREATE INDEX finding_words_pairs ON finding_words USING gin (pairs)")
            connection.exec_driver_sql("ANALYZE ledger, finding_words")


def _row(place: int, rows: int, where: str, said: str, chance: random.Random) -> tuple[object, ...]:
    state = chance.choice(_STATES)
    town = _town(chance.randrange(_TOWNS))
    deadline = (_BEGIN + timedelta(days=chance.randrange(1_200))).isoformat()
    begun = state is not State.REPORTED and state is not State.ENLISTED
    values: dict[str, object] = {
        "id": _id(place),
        "number": _number(place),
        "state": state.value,
        "category": chance.choice(("A01", "A02", "W01", "S01")),
        "severity": "slight",
        "place": where,
        "description": said,
        "town": town,
        "grid": f"{town}{chance.randrange(_GRIDS):06d}",
        "raiser": _RAISER,
        "recorded_at": _recorded(place, rows),
        "changed_at": _recorded(place, rows),
        "unit": f"U-{chance.randrange(_UNITS)}" if begun else "",
        "unit_name": "三河口村委会" if begun else "",
        "due": deadline if state in OPEN_WORK else NEVER,
        "dispatched_on": "2024-01-01" if begun else None,
        "deadline": deadline if begun else None,
    }
    return tuple(values.get(column.name, _plain(column)) for column in LEDGER.c)


def _plain(column: Any) -> object:
    return None if column.nullable else column.type.python_type()


def _town(place: int) -> str:
    return f"320402{place + 100:03d}"


def _id(place: int) -> str:
    """Rising as those of real findings do."""
    return f"01a2{place:08x}"[:8] + f"-{place & 0xFFFF:04x}-7000-8000-{place:012x}"


def _number(place: int) -> str:
    return f"320402-2026-{place + 1:07d}"


def _recorded(place: int, rows: int) -> str:
    """Over three years, some at the same second."""
    seconds = place * 94_000_000 // rows // 7 * 7
    day = _BEGIN + timedelta(days=seconds // 86_400)
    return f"{day.isoformat()}T{seconds // 3600 % 24:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.000+08:00"


_RAISER = new_id()
_SOMEBODY = person(Role.CITY, area="320400000000")
_SHOWN = ", ".join(Listed._fields)
