"""One exchange of a store with its server, for the window and for the command line alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from models.profile import Profile
from models.store import Store
from sync.access import read_access
from sync.desk import Desk
from sync.driver import Driver
from sync.exchange import Tally, exchange
from sync.failures import SIGNED_OUT, Failed, Failure
from sync.http import Http, ServerAccess
from sync.line import Line
from sync.originals import Originals
from sync.photo_exchange import PhotoTally

Progress = Callable[[str, int, int], None]
"""Stage (send, take, photos, fetch), done, of how many (0: not known)."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an exchange. `pending` is what the bureau does not have yet, counted from the store."""

    failure: Failure | None = None
    entries_sent: int = 0
    entries_received: int = 0
    entries_refused: int = 0
    photos_sent: int = 0
    photos_verified: int = 0
    photos_received: int = 0
    entries_pending: int = 0
    photos_pending: int = 0

    @property
    def ok(self) -> bool:
        """Whether the exchange came to its end."""
        return self.failure is None

    @property
    def reason(self) -> str | None:
        """The code of what ended it early."""
        return self.failure.code if self.failure else None

    @property
    def values(self) -> Mapping[str, object]:
        """The values of the reason's sentence."""
        return self.failure.values if self.failure else {}


def exchange_once(
    store: Store,
    server: ServerAccess | None = None,
    *,
    on_progress: Progress = lambda _stage, _done, _of: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Exchange everything there is to exchange. Never raises for what the line, the server or the disk does.

    Stopping it, or killing the program, at any moment loses nothing: the next exchange goes on where it was.
    """
    access = server or read_access(store.settings)
    if access is None or not access.token:
        return _counted(store, SIGNED_OUT, Tally(), PhotoTally())
    try:
        http = Http(access)
    except Failed as failed:
        return _counted(store, failed.failure, Tally(), PhotoTally())
    tally, photos = Tally(), PhotoTally()
    driver = Driver(
        line=Line(http, Originals(store.photos)).handlers,
        desk=Desk(store).handlers,
        tell=lambda step: on_progress(step.stage, step.done, step.of),
        cancelled=cancelled,
    )
    try:
        failure = driver.run(exchange(tally, photos))
    finally:
        driver.close()
        http.close()
    return _counted(store, failure, tally, photos)


def note_standing(profile: Profile, store: Store) -> None:
    """Keep for the sign-in screen what of this person's work is not with the bureau, and their place in words."""
    person, safety = store.person, store.findings.safety()
    places = (person.area[:9] + "000", person.area) if len(person.area) > 12 else (person.area,)
    place = "".join(area.name for code in places if (area := store.reference.area(code)) is not None)
    profile.note_waiting(person.login, records=safety.records, photos=safety.photos, place=place)


def _counted(store: Store, failure: Failure | None, tally: Tally, photos: PhotoTally) -> Outcome:
    head = store.head.state()
    return Outcome(
        failure=failure,
        entries_sent=tally.entries_sent,
        entries_received=tally.entries_received,
        entries_refused=tally.entries_refused,
        photos_sent=photos.sent,
        photos_verified=photos.verified,
        photos_received=photos.received,
        entries_pending=head.dseq - head.sent,
        photos_pending=len(store.photos.to_send()),
    )
