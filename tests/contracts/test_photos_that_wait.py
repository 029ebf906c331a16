"""Photos that wait for their hour, against a running server: text goes at once, photos both ways later, and none is lost."""

from collections.abc import Callable
from contextlib import closing
from datetime import time, timedelta

from models.clock import MovableClock
from models.people import Role
from models.preferences import PhotoTravel, Preferences, When
from models.store import Store
from sync.session import Exchanges, exchange_once
from tests.builders import raise_one
from tests.contracts.bureau import Bureau

Open = Callable[..., Store]


def waits_until(store: Store, opens: time, closes: time) -> None:
    travel = PhotoTravel(When.HOURS, opens=opens, closes=closes)
    Preferences(store.settings).keep_photo_travel(travel)


def later(store: Store, minutes: int) -> time:
    return (store.clock.now() + timedelta(minutes=minutes)).time().replace(second=0, microsecond=0)


def test_text_goes_at_once_and_photos_when_they_are_asked_for(new_bureau: Bureau, open_for: Open) -> None:
    inspector, station = open_for(new_bureau.person()), open_for(new_bureau.person(Role.STATION))
    for store in (inspector, station):
        waits_until(store, later(store, 60), later(store, 120))
    raise_one(inspector, "red")
    with closing(Exchanges(inspector)) as exchanges:
        held = exchanges.once(everything=False)
        assert (held.ok, held.entries_sent, held.photos_sent, held.photos_pending) == (True, 1, 0, 1)
        assert held.waiting is not None
        assert held.waiting.until is not None
        asked = exchanges.once()
        assert (asked.photos_verified, asked.photos_pending, asked.waiting) == (1, 0, None)
    with closing(Exchanges(station)) as exchanges:
        held = exchanges.once(everything=False)
        assert (held.entries_received, held.photos_received) == (1, 0), "nor do they come down"
        assert exchanges.once().photos_received == 1
    assert exchange_once(inspector).ok


def test_when_the_hour_ends_under_way_the_rest_waits(new_bureau: Bureau, open_for: Open) -> None:
    store = open_for(new_bureau.person())
    clock = store.clock
    assert isinstance(clock, MovableClock)
    waits_until(store, later(store, -10), later(store, 10))
    for colour in ("red", "green", "blue"):
        raise_one(store, colour)

    def one_and_the_hour_ends(stage: str, done: int, _of: int) -> None:
        if stage == "photos" and done == 1:
            clock.advance(timedelta(minutes=15))

    with closing(Exchanges(store)) as exchanges:
        outcome = exchanges.once(everything=False, on_progress=one_and_the_hour_ends)
        assert (outcome.ok, outcome.entries_sent, outcome.photos_verified) == (True, 3, 1)
        assert outcome.photos_pending == 2
        assert outcome.waiting is not None
        assert exchanges.once().photos_verified == 2
