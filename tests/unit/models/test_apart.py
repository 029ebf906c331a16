"""After a month without the bureau nobody decides about the work of others; everything is logged as ever."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from models.clock import MovableClock
from models.errors import Refused
from models.exchange_log import Moved
from models.facts import Classification, Verified
from models.ids import FindingId
from models.people import Role
from models.store import Store
from models.vocabulary import Severity
from tests.builders import clock, open_store, pen_of, person, raise_one


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "store", when=clock())
    yield opened
    opened.close()


def verify(store: Store, finding: str) -> None:
    fact = Verified(Classification("A01", Severity.SLIGHT))
    pen_of(store, person(Role.STATION)).record([fact], finding=FindingId(finding))


@pytest.mark.parametrize(("days", "refused"), [(30, False), (31, True), (-400, False)])
def test_a_month_is_enough(store: Store, days: int, refused: bool) -> None:
    finding = raise_one(store)
    store.exchange_log.note(Moved(entries_sent=1))
    assert isinstance(store.clock, MovableClock)
    store.clock.advance(timedelta(days=days))
    if not refused:
        verify(store, finding)
        return
    with pytest.raises(Refused) as why:
        verify(store, finding)
    assert [(item.code, item.values) for item in why.value.refusals] == [("too_long_apart", {"days": 31})]
    # logging goes on, and after the next exchange so does everything
    raise_one(store, "blue", found_at=store.clock.now())
    store.exchange_log.note(Moved(entries_sent=1))
    verify(store, finding)


def test_a_laptop_that_never_exchanged_has_just_signed_in(store: Store) -> None:
    finding = raise_one(store)
    assert isinstance(store.clock, MovableClock)
    store.clock.advance(timedelta(days=60))
    verify(store, finding)
