"""Photos after entries, as pure conversations: own ones up, those of others down, several at a time on quick lines."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from models.errors import Damaged
from models.photos import PhotoStatus
from sync.failures import Failed, Failure
from sync.pace import LARGEST_CHUNK, Pace
from sync.photo_upload import OF_THIS_PHOTO, send_photo
from sync.steps import Conversation, FetchPart, Have, Held, KeepPhoto, PhotosToSend, PhotosWanted, Tell, Together
from sync.trying import ask, do

ASKED_AT_ONCE = 500
_ABSENT = Held("absent")
MayTravel = Callable[[], bool]
"""Asked before each photo: whether another one may travel now (sync.timing)."""


def at_any_time() -> bool:
    """Nobody wants photos to wait."""
    return True


@dataclass(slots=True)
class PhotoTally:
    """What happened so far. `failure` is what kept photos from being sent while the rest went on."""

    sent: int = 0
    verified: int = 0
    received: int = 0
    none_waited: bool = False
    failure: Failure | None = None


def send_photos(tally: PhotoTally, may_travel: MayTravel = at_any_time) -> Conversation[None]:
    """Own photos that the bureau has not verified, oldest first."""
    waiting = yield from do(PhotosToSend())
    tally.none_waited = not waiting
    pace = Pace()
    for start in range(0, len(waiting), ASKED_AT_ONCE):
        if not may_travel():
            return
        group = waiting[start : start + ASKED_AT_ONCE]
        held = yield from ask(Have(tuple(photo.sha256 for photo in group)))
        yield from _in_lanes(group, _sender(held, pace, tally, len(waiting)), pace, may_travel)
        if tally.failure is not None:
            return


def fetch_photos(tally: PhotoTally, may_travel: MayTravel = at_any_time) -> Conversation[None]:
    """Photos of others that are not here yet; one that the server does not have yet comes with a later exchange."""
    wanted = yield from do(PhotosWanted())
    pace = Pace()

    def fetch(photo: PhotoStatus) -> Conversation[None]:
        try:
            content = yield from _fetch(photo, pace)
            yield from do(KeepPhoto(photo.sha256, content))
        except Damaged:
            return  # not the bytes of this digest: nothing was kept, the next exchange asks again
        except Failed as failed:
            if failed.failure.code not in OF_THIS_PHOTO:
                raise
            return
        tally.received += 1
        yield from do(Tell("fetch", tally.received, len(wanted)))

    yield from _in_lanes(wanted, fetch, pace, may_travel)


def _sender(
    held: Mapping[str, Held], pace: Pace, tally: PhotoTally, total: int
) -> Callable[[PhotoStatus], Conversation[None]]:
    def send(photo: PhotoStatus) -> Conversation[None]:
        if tally.failure is not None:
            return
        at_bureau = held.get(photo.sha256, _ABSENT)
        try:
            verified = yield from send_photo(photo, at_bureau, pace)
        except Failed as failed:
            if failed.failure.code != "bureau_full":
                raise
            tally.failure = failed.failure  # text goes on; photos wait until the bureau has made room
            return
        if verified:
            tally.verified += 1
            tally.sent += at_bureau.state != "verified"
            yield from do(Tell("photos", tally.verified, total))

    return send


def _in_lanes(
    photos: Iterable[PhotoStatus],
    carry: Callable[[PhotoStatus], Conversation[None]],
    pace: Pace,
    may_travel: MayTravel,
) -> Conversation[None]:
    """One alone until it is known that the line is quick; then as many at a time as it bears."""
    queue = deque(photos)
    while queue and may_travel():
        if pace.lanes > 1 and len(queue) > 1:
            yield from do(Together(tuple(_lane(queue, carry, may_travel) for _ in range(min(pace.lanes, len(queue))))))
        else:
            yield from carry(queue.popleft())


def _lane(
    queue: deque[PhotoStatus], carry: Callable[[PhotoStatus], Conversation[None]], may_travel: MayTravel
) -> Conversation[None]:
    while may_travel():
        try:
            photo = queue.popleft()  # atomic: lanes may run on threads of their own
        except IndexError:
            return
        yield from carry(photo)


def _fetch(photo: PhotoStatus, pace: Pace) -> Conversation[bytes]:
    content, size = bytearray(), photo.size
    while len(content) < size:
        part = yield from ask(FetchPart(photo.sha256, len(content), LARGEST_CHUNK))
        if part.size != size or not part.content:
            raise Damaged(where=photo.sha256)
        content += part.content
        pace.arrived(len(part.content), part.seconds)
    return bytes(content)
