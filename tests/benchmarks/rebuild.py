"""A new sum: the ledger made anew beside a person who goes on saving, against reading and decoding the same entries."""

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select, update

from models import rebuilding
from models.bodies import tolerate
from models.clock import Clock
from models.store import Store
from models.tables import ENTRY, FOLD
from tests.benchmarks.lives import EACH, fill_with_lives
from tests.benchmarks.measuring import Result, Series
from tests.builders import KEY, jpeg, person, raised

HERE = "laptop"
EVERY = 0.2
"""Somebody saves so often meanwhile."""


def rebuilt(findings: int, rounds: int, say: Callable[[str], None]) -> Iterator[Result]:
    """In turns on one store; the ledger is whole before each turn."""
    ours, base, usual, waited = Series(), Series(), Series(), Series()
    with tempfile.TemporaryDirectory(prefix="gewu-bench-") as folder:
        store = Store.open(Path(folder) / "store", KEY, person(), Clock())
        fill_with_lives(store.database, findings)
        rebuilding.rebuild(store.database)
        say(f"{findings:,} lives")
        somebody = _Somebody(store)
        for _ in range(rounds):
            base.take(lambda: _read_all(store))
            usual.times += somebody.saves_while(lambda: time.sleep(10 * EVERY))
            _age(store)
            meanwhile = somebody.saves_while(lambda: ours.take(somebody.rebuild))
            waited.times.append(max(meanwhile))
            say(
                f"made anew {ours.times[-1]:.1f} s, read {base.times[-1]:.1f} s, waited {waited.times[-1] * 1000:.0f} ms"
            )
        somebody.lane.shutdown()
        store.close()
    what = f"new sum for {findings:,} × {EACH} entries, against reading them"
    yield Result(what, HERE, ours, base, promise=3)
    yield Result("the longest save meanwhile, against a usual one", HERE, waited, usual, most_seconds=0.1)


def _read_all(store: Store) -> None:
    """The least that any sum needs: every entry, decoded, in the order in which they lie."""
    with store.database.reading() as connection:
        query = select(ENTRY.c.subject, ENTRY.c.body)
        for row in connection.execution_options(yield_per=1_000).execute(query):
            tolerate(row.body)


def _age(store: Store) -> None:
    with store.database.writing() as connection:
        connection.execute(update(FOLD).values(version=0))
        rebuilding.begin(connection)


class _Somebody:
    """Saves a finding now and then; on one lane with the slices, as in the window."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.lane = ThreadPoolExecutor(1)
        photo, _ = store.photos.keep(jpeg(), "IMG_2043.jpg")
        self._form = raised(photos=(photo,))

    def rebuild(self) -> None:
        """One slice behind the other; what was handed over before goes first."""
        while self.lane.submit(self._store.rebuilding.step).result() is not None:
            pass

    def saves_while(self, work: Callable[[], None]) -> list[float]:
        """How long each save took from the click on."""
        times, done = Series(), threading.Event()

        def save() -> None:
            while not done.wait(EVERY):
                times.take(lambda: self.lane.submit(self._save).result())

        thread = threading.Thread(target=save)
        thread.start()
        work()
        done.set()
        thread.join()
        return times.times

    def _save(self) -> None:
        hour_ago = self._store.clock.now() - timedelta(hours=1)
        self._store.pen.record([replace(self._form, found_at=hour_ago)])
