"""Every exchange is noted in the store's log, and a log that cannot be written changes no outcome."""

from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from models.errors import DiskFull
from models.exchange_log import Moved
from models.preferences import PhotoTravel, Preferences, When
from models.store import Store
from sync import session
from sync.access import ServerAccess
from sync.exchange import Tally
from sync.failures import LINE_CUT, Failure
from sync.photo_exchange import MayTravel, PhotoTally
from sync.session import Exchanges, exchange_once
from sync.timing import Waiting
from tests.builders import NOON, open_store

SERVER = ServerAccess("http://127.0.0.1:9", "instance", "token")
ALL = Moved(entries_sent=3, photos_sent=12, entries_received=5, photos_received=2, entries_refused=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


def ending(monkeypatch: pytest.MonkeyPatch, failure: Failure | None, moved: Moved) -> None:
    """Exchanges carry this and end like this, without a line."""

    def exchange(tally: Tally, photos: PhotoTally, _may: MayTravel) -> Generator[Any, Any, Failure | None]:
        tally.entries_sent, tally.entries_received = moved.entries_sent, moved.entries_received
        tally.entries_refused = moved.entries_refused
        photos.verified, photos.received = moved.photos_sent, moved.photos_received
        yield from ()
        return failure

    monkeypatch.setattr(session, "exchange", exchange)


def lines(store: Store) -> list[tuple[str | None, Moved, int]]:
    return [(line.reason, line.moved, line.times) for line in store.exchange_log.recent()]


@pytest.mark.parametrize(
    ("failure", "moved", "good"),
    [(None, ALL, True), (LINE_CUT, ALL, False), (LINE_CUT, Moved(), False), (None, Moved(), True)],
    ids=["good", "cut after some", "cut before any", "nothing to do"],
)
def test_an_exchange_is_noted(
    store: Store, monkeypatch: pytest.MonkeyPatch, failure: Failure | None, moved: Moved, good: bool
) -> None:
    ending(monkeypatch, failure, moved)
    outcome = exchange_once(store, SERVER)
    expected = [] if good and moved == Moved() else [(outcome.reason, moved, 1)]
    assert lines(store) == expected
    assert (store.exchange_log.last_good() == NOON) is good


def test_one_that_could_not_even_begin_is_noted(store: Store) -> None:
    for _ in range(2):
        assert exchange_once(store).reason == "signed_out"
    assert lines(store) == [("signed_out", Moved(), 2)]


@pytest.mark.expects_logs("An exchange was not written into the log")
@pytest.mark.parametrize("trouble", [DiskFull(), ZeroDivisionError()])
@pytest.mark.parametrize("failure", [None, LINE_CUT])
def test_a_log_that_cannot_be_written_changes_no_outcome(
    store: Store, monkeypatch: pytest.MonkeyPatch, failure: Failure | None, trouble: Exception
) -> None:
    def note(*_: object, **__: object) -> None:
        raise trouble

    ending(monkeypatch, failure, ALL)
    monkeypatch.setattr(store.exchange_log, "note", note)
    outcome = exchange_once(store, SERVER)
    assert outcome.failure == failure
    assert (outcome.entries_sent, outcome.photos_verified) == (3, 12)


@pytest.mark.parametrize(
    ("everything", "travels", "waiting"),
    [(False, False, Waiting(NOON.replace(hour=20))), (True, True, None)],
    ids=["by itself", "asked for"],
)
def test_photos_wait_for_their_hour_unless_somebody_asks(
    store: Store, monkeypatch: pytest.MonkeyPatch, everything: bool, travels: bool, waiting: Waiting | None
) -> None:
    asked: list[bool] = []

    def exchange(_tally: Tally, _photos: PhotoTally, may: MayTravel) -> Generator[Any, Any, Failure | None]:
        asked.append(may())
        yield from ()
        return None

    monkeypatch.setattr(session, "exchange", exchange)
    Preferences(store.settings).keep_photo_travel(PhotoTravel(When.HOURS))
    with closing(Exchanges(store, SERVER)) as exchanges:
        outcome = exchanges.once(everything=everything)
    assert (asked, outcome.waiting) == ([travels], waiting)
