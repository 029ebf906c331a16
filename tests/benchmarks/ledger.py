"""Questions to a laptop's ledger, each against the same question in hand-written SQL to the same encrypted file."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as sqlcipher

from models.clock import Clock
from models.findings import Filter, Findings, Order, Tab
from models.people import Person, Role
from models.store import Store
from models.to_do import read_agenda
from tests.benchmarks.county import RARE, RARE_SOUND, fill_county, unit_code
from tests.benchmarks.measuring import Result, Series
from tests.benchmarks.processes import HOUSE
from tests.builders import KEY, person

HERE: Final = "laptop"
PAGE: Final = 200
ROUNDS: Final = 9
FEWER: Final = 5
"""The list of so many findings is compared in memory with one a fifth as long."""
_DUE: Final = "ORDER BY due, id DESC"
_BY_DUE: Final = f"SELECT * FROM ledger WHERE id IN (SELECT id FROM ledger {{}} {_DUE} LIMIT 200 OFFSET {{}}) {_DUE}"
_KEYS: Final = "SELECT rowid FROM ledger {} ORDER BY {}"
_HAS: Final = "WHERE sought LIKE '%{0}%' OR description LIKE '%{0}%'"


@dataclass(frozen=True, slots=True)
class _Question:
    what: str
    ours: Callable[[Findings], object]
    sql: Sequence[str]


def ledger_questions(findings: int, say: Callable[[str], None]) -> Iterator[Result]:
    """In turns on one store, and how much memory a list takes."""
    with tempfile.TemporaryDirectory(prefix="gewu-bench-") as name:
        folder, who = Path(name), person(Role.STATION)
        store = _county(folder / "many", findings, who)
        _county(folder / "few", findings // FEWER, who).close()
        say(f"a county with {findings:,} findings")
        yield from _asked(store, findings, say)
        store.close()
        for part, count in (("few", findings // FEWER), ("many", findings)):
            say(f"memory of a process that lists {count:,}: {_memory(folder / part)}")


def _county(folder: Path, findings: int, who: Person) -> Store:
    store = Store.open(folder, KEY, who, Clock())
    fill_county(store, findings)
    return store


def _asked(store: Store, findings: int, say: Callable[[str], None]) -> Iterator[Result]:
    raw = _raw(store.folder / "store.db")
    for question in _questions(store, findings):
        ours, base = Series(), Series()
        for turn in range(ROUNDS + 1):
            (base if turn else Series()).take(partial(_ask, raw, question.sql))
            (ours if turn else Series()).take(partial(question.ours, store.findings))
        say(question.what)
        yield Result(f"{question.what}, of {findings:,}", HERE, ours, base, promise=2.0)
    raw.close()


def _questions(store: Store, findings: int) -> tuple[_Question, ...]:
    return (*_pages(findings), *_lists(), *_numbers(store))


def _pages(findings: int) -> tuple[_Question, ...]:
    unit, end = unit_code(7), findings - PAGE
    due: dict[str, Any] = {"order": Order.DUE, "descending": False}
    return (
        _Question("first page", lambda found: found.page(**due), [_BY_DUE.format("", 0)]),
        _Question("next page", lambda found: found.page(offset=PAGE, **due), [_BY_DUE.format("", PAGE)]),
        _Question("the last page", lambda found: found.page(offset=end, **due), [_BY_DUE.format("", end)]),
        _Question(
            "first page of one unit",
            lambda found: found.page(Filter(units=frozenset({unit})), **due),
            [_BY_DUE.format(f"WHERE unit = '{unit}'", 0)],
        ),
        _Question(
            "all of one unit, by deadline",
            lambda found: found.listing(Filter(units=frozenset({unit})), **due),
            [_KEYS.format(f"WHERE unit = '{unit}'", "due, id DESC")],
        ),
    )


def _lists() -> tuple[_Question, ...]:
    due: dict[str, Any] = {"order": Order.DUE, "descending": False}
    return (
        _Question(
            "all with two characters",
            lambda found: found.listing(Filter(text=RARE), **due),
            [_KEYS.format(_HAS.format(RARE), "due, id DESC")],
        ),
        _Question(
            "all with these initials",
            lambda found: found.listing(Filter(text=RARE_SOUND), **due),
            [_KEYS.format(_HAS.format(RARE_SOUND), "due, id DESC")],
        ),
        _Question(
            "first page by type, which no index has",
            lambda found: found.page(order=Order.CATEGORY, descending=False),
            [
                "SELECT * FROM ledger WHERE id IN (SELECT id FROM ledger ORDER BY category, id LIMIT 200) ORDER BY category, id"
            ],
        ),
        _Question(
            "all by place, which no index has",
            lambda found: found.listing(order=Order.PLACE, descending=False),
            [_KEYS.format("", "sought, id")],
        ),
        _Question("all by deadline", lambda found: found.listing(**due), [_KEYS.format("", "due, id DESC")]),
    )


def _numbers(store: Store) -> tuple[_Question, ...]:
    day = store.findings.today.isoformat()
    due: dict[str, Any] = {"order": Order.DUE, "descending": False}
    by_state = "SELECT state, count(*) FROM ledger GROUP BY state"
    late = f"SELECT * FROM ledger WHERE due < '{day}' {_DUE} LIMIT 50"
    turn = "SELECT * FROM ledger WHERE state IN ('verified', 'T5') ORDER BY changed_at LIMIT 50"
    return (
        _Question(
            "all that wait for me", lambda found: found.listing(Filter(Tab.MINE), **due), [_mine(store, "rowid")]
        ),
        _Question("the numbers on the tabs", Findings.tab_counts, [by_state, _mine(store, "count(*)")]),
        _Question("what to do today", lambda _found: read_agenda(store), [late, turn, _mine(store, "count(*)")]),
    )


def _mine(store: Store, what: str) -> str:
    """待我办 of a station as somebody would write it."""
    me, day = store.person.id, store.findings.today.isoformat()
    parts = (
        f"state = 'returned' AND raiser = '{me}'",
        f"state = 'reported' AND raiser <> '{me}'",
        "state IN ('verified', 'T5')",
        "state = 'T0' AND severity = 'slight'",
        f"state IN ('T3', 'T4') AND applicant <> '{me}'",
        f"due < '{day}' AND is_village",
    )
    found = " UNION ".join(f"SELECT rowid FROM ledger WHERE {part}" for part in parts)
    order = "" if what.startswith("count") else _DUE
    return f"SELECT {what} FROM ledger WHERE rowid IN ({found}) {order}"


def _raw(path: Path) -> Any:
    connection = sqlcipher.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    connection.execute("PRAGMA cache_size = -16000")
    return connection


def _ask(connection: Any, sql: Sequence[str]) -> None:
    for statement in sql:
        connection.execute(statement).fetchall()


def _memory(folder: Path) -> str:
    command = [sys.executable, "-m", "tests.benchmarks.ledger", str(folder)]
    return subprocess.run(command, cwd=HOUSE, check=True, capture_output=True, text=True).stdout.strip()


def main(folder: Path) -> None:
    """Open the store, list everything, read a page from its middle; print what that took beyond opening it."""
    store = Store.open(folder, KEY, person(Role.STATION), Clock())
    store.findings.page(order=Order.DUE, descending=False)
    before = _in_use()
    keys = store.findings.listing(order=Order.DUE, descending=False).keys
    store.findings.rows(keys[len(keys) // 2 :][:PAGE])
    print(f"{_in_use():.0f} MB, of which {_in_use() - before:.1f} for the list")
    store.close()


def _in_use() -> float:
    """Megabytes of this process that lie in memory now. Its peak would be that of the process it was forked from."""
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]))
