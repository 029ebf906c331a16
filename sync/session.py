"""One exchange of a store with its server, for the window and for the command line alike."""

import logging
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

from models import local_people
from models.errors import WorldFailed
from models.exchange_log import Moved
from models.preferences import Preferences, When
from models.profile import Profile
from models.store import Store
from sync.access import ServerAccess, read_access
from sync.desk import Desk
from sync.driver import Driver
from sync.exchange import Tally, exchange
from sync.failures import NOT_CONNECTED, SIGNED_OUT, Failed, Failure
from sync.http import Http
from sync.line import Line
from sync.network import network_towards
from sync.originals import Originals
from sync.outcome import Outcome
from sync.photo_exchange import PhotoTally
from sync.timing import Waiting, photos_wait

_LOG = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]
"""Stage (send, take, photos, fetch), done, of how many (0: not known)."""


def _silent(_stage: str, _done: int, _of: int) -> None:
    """Nobody listens."""


def _never() -> None:
    """Nothing waits."""


class Exchanges:
    """The exchanges of an open store; the connection is kept between them while the server keeps it."""

    def __init__(self, store: Store, server: ServerAccess | None = None) -> None:
        """`server`: another one than the store remembers from its sign-in."""
        self._store, self._server = store, server
        self._http: Http | None = None

    def once(
        self,
        *,
        on_progress: Progress = _silent,
        cancelled: Callable[[], bool] = lambda: False,
        everything: bool = True,
    ) -> Outcome:
        """Exchange what there is to exchange. Never raises for what the line, the server or the disk does.

        `everything`: photos do not wait for the hour or the network that the person chose for them.
        Stopping it, or killing the program, at any moment loses nothing: the next exchange goes on where it was.
        """
        tally, photos = Tally(), PhotoTally()
        try:
            http = self._connection()
        except Failed as failed:
            return _noted(self._store, _counted(self._store, failed.failure, tally, photos))
        waiting = _never if everything else self._waiting()
        driver = Driver(
            line=Line(http, Originals(self._store.photos)).handlers,
            desk=Desk(self._store).handlers,
            tell=lambda step: on_progress(step.stage, step.done, step.of),
            cancelled=cancelled,
        )
        try:
            failure = driver.run(exchange(tally, photos, lambda: waiting() is None))
        finally:
            driver.close()
        if failure is not None:
            self.close()  # whatever it was, token and address are read anew next time
        outcome = _counted(self._store, failure, tally, photos)
        return _noted(self._store, replace(outcome, waiting=waiting()))

    def _waiting(self) -> Callable[[], Waiting | None]:
        """What photos wait for, at any moment of this exchange; the network is looked at once."""
        travel, access = Preferences(self._store.settings).photo_travel(), read_access(self._store.settings)
        network = network_towards(access.url) if access and travel.when is When.OFFICE else None
        mark, now = network.mark if network else "", self._store.clock.now
        return lambda: photos_wait(travel, now(), mark)

    def close(self) -> None:
        """Let go of the connection."""
        if self._http is not None:
            self._http.close()
            self._http = None

    def _connection(self) -> Http:
        access = self._server or read_access(self._store.settings)
        if access is None or not access.token:
            raise Failed(SIGNED_OUT if self._store.person.has_account else NOT_CONNECTED)
        if self._http is None or self._http.access != access:
            self.close()  # another password brought another token, or the server has moved
            self._http = Http(access)
        return self._http


def exchange_once(
    store: Store,
    server: ServerAccess | None = None,
    *,
    on_progress: Progress = _silent,
    cancelled: Callable[[], bool] = lambda: False,
) -> Outcome:
    """One exchange, with a connection of its own."""
    with closing(Exchanges(store, server)) as exchanges:
        return exchanges.once(on_progress=on_progress, cancelled=cancelled)


def note_standing(profile: Profile, store: Store) -> None:
    """Keep for the sign-in screen what of this person's work is not with the bureau, and their place in words."""
    person, safety = store.person, local_people.safety(store)
    places = (person.area[:9] + "000", person.area) if len(person.area) > 12 else (person.area,)
    place = "".join(area.name for code in places if (area := store.reference.area(code)) is not None)
    try:
        profile.note_waiting(person.login, records=safety.records, photos=safety.photos, place=place)
    except WorldFailed as error:
        # it is counted anew next time; what was done must not look undone because of it
        _LOG.info("The list of people was not brought up to date: %s", error.refusal.code)


def _counted(store: Store, failure: Failure | None, tally: Tally, photos: PhotoTally) -> Outcome:
    """What is pending is counted anew, except where the exchange itself has just found that nothing is."""
    entries_pending = 0
    if not tally.all_sent:
        head = store.head.state()
        entries_pending = head.dseq - head.sent
    return Outcome(
        failure=failure,
        entries_sent=tally.entries_sent,
        entries_received=tally.entries_received,
        entries_refused=tally.entries_refused,
        photos_sent=photos.sent,
        photos_verified=photos.verified,
        photos_received=photos.received,
        entries_pending=entries_pending,
        photos_pending=0 if photos.none_waited else len(store.photos.to_send()),
    )


def _noted(store: Store, outcome: Outcome) -> Outcome:
    """Write the exchange into the log. That this fails changes nothing of what was exchanged, and hides none of it."""
    moved = Moved(
        entries_sent=outcome.entries_sent,
        photos_sent=outcome.photos_verified,
        entries_received=outcome.entries_received,
        photos_received=outcome.photos_received,
        entries_refused=outcome.entries_refused,
    )
    try:
        store.exchange_log.note(moved, reason=outcome.reason, values=outcome.values)
    except Exception:  # noqa: BLE001 - whatever it is, the outcome is worth more than its log
        _LOG.warning("An exchange was not written into the log", exc_info=True)
    return outcome
