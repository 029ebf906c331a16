"""The log of exchanges: what gets a line, what only counts, what is kept, and when the last good one was."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from models import exchange_log
from models.clock import MovableClock
from models.exchange_log import NOTHING, LoggedExchange, Moved
from models.store import Store
from tests.builders import NOON, clock, open_store

MINUTE = timedelta(minutes=1)
SENT = Moved(entries_sent=3, photos_sent=12, entries_received=5)


class Laptop:
    """A store whose clock goes on by a minute before each note."""

    def __init__(self, store: Store, when: MovableClock) -> None:
        self.store, self.when = store, when

    def note(self, moved: Moved = NOTHING, reason: str | None = None, **values: object) -> datetime:
        self.when.advance(MINUTE)
        self.store.exchange_log.note(moved, reason=reason, values=values)
        return self.when.now()

    def lines(self) -> list[tuple[str | None, int]]:
        return [(line.reason, line.times) for line in self.store.exchange_log.recent()]


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    when = clock()
    made = Laptop(open_store(tmp_path, when=when), when)
    yield made
    made.store.close()


def test_before_the_first_exchange(laptop: Laptop) -> None:
    assert laptop.store.exchange_log.recent() == ()
    assert laptop.store.exchange_log.last_good() is None


@pytest.mark.parametrize(
    ("moved", "reason", "lines"),
    [
        (NOTHING, None, []),
        (Moved(entries_sent=1), None, [(None, 1)]),
        (Moved(photos_sent=1), None, [(None, 1)]),
        (Moved(entries_received=1), None, [(None, 1)]),
        (Moved(photos_received=1), None, [(None, 1)]),
        (Moved(entries_refused=1), None, [(None, 1)]),
        (NOTHING, "offline", [("offline", 1)]),
        (SENT, "line_cut", [("line_cut", 1)]),
    ],
)
def test_what_gets_a_line(laptop: Laptop, moved: Moved, reason: str | None, lines: list[object]) -> None:
    at = laptop.note(moved, reason)
    assert laptop.lines() == lines
    assert laptop.store.exchange_log.last_good() == (at if reason is None else None)


def test_a_line_says_all(laptop: Laptop) -> None:
    at = laptop.note(SENT, "wrong_server", bureau="天宁区生态环境局", at=NOON)
    (line,) = laptop.store.exchange_log.recent()
    values = {"bureau": "天宁区生态环境局", "at": str(NOON)}
    assert line == LoggedExchange(line.id, at, at, SENT, "wrong_server", values)


def test_days_offline_are_one_line(laptop: Laptop) -> None:
    first = laptop.note(reason="offline")
    for _ in range(8):
        laptop.note(reason="offline")
    last = laptop.note(reason="offline")
    (line,) = laptop.store.exchange_log.recent()
    assert (line.since, line.at, line.times) == (first, last, 10)


@pytest.mark.parametrize(
    ("between", "reason"),
    [((SENT, None), None), ((NOTHING, "portal"), "portal"), ((SENT, "offline"), "offline"), ((NOTHING, None), ...)],
    ids=["something moved", "another failure", "the same failure, but something moved", "a good one of nothing"],
)
def test_the_same_failure_after_something_else_is_another_line(
    laptop: Laptop, between: tuple[Moved, str | None], reason: object
) -> None:
    laptop.note(reason="offline")
    laptop.note(*between)
    laptop.note(reason="offline")
    middle = [] if reason is ... else [(reason, 1)]
    assert laptop.lines() == [("offline", 1), *middle, ("offline", 1)]


def test_a_good_exchange_of_nothing_only_moves_the_time(laptop: Laptop) -> None:
    laptop.note(SENT)
    before = laptop.store.exchange_log.recent()
    last = laptop.note()
    assert laptop.store.exchange_log.recent() == before
    assert laptop.store.exchange_log.last_good() == last


def test_the_last_good_one_is_the_last_written_even_where_the_clock_went_back(laptop: Laptop) -> None:
    laptop.note(SENT)
    laptop.when.move_to(NOON - timedelta(days=400))
    last = laptop.note(SENT)
    assert laptop.store.exchange_log.last_good() == last
    assert laptop.store.exchange_log.recent(1)[0].at == last


def test_a_limited_number_is_kept_and_the_oldest_go(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange_log, "MOST_KEPT", 3)
    times = [laptop.note(SENT) for _ in range(5)]
    assert [line.at for line in laptop.store.exchange_log.recent()] == times[:1:-1]
    assert [line.at for line in laptop.store.exchange_log.recent(2)] == times[:2:-1]


def test_it_survives_the_end_of_the_program(laptop: Laptop, tmp_path: Path) -> None:
    laptop.note(SENT)
    written = laptop.store.exchange_log.recent()
    laptop.store.close()
    laptop.store = open_store(tmp_path, laptop.store.person)
    assert laptop.store.exchange_log.recent() == written
    assert laptop.store.exchange_log.last_good() == written[0].at
