"""One photo up: tus, resumed where the server says it stands, and done only when the server has re-read it whole."""

from models.errors import Damaged
from models.photos import PhotoState, PhotoStatus
from sync.failures import MOST_TRIES, OFFSET_MOVED, STOPPED, Failed, Failure, Retry, worth_waiting
from sync.pace import Pace
from sync.steps import (
    AskOffset,
    CommitPhoto,
    Conversation,
    Held,
    MarkPhoto,
    Opened,
    OpenUpload,
    Rest,
    SendChunk,
    Upload,
)
from sync.trying import ask, do

OF_THIS_PHOTO = frozenset(
    {
        "bureau_conflict",
        "bureau_refused",
        "chunk_damaged",
        "gone",
        "not_verified",
        "offset_moved",
        "photo_too_large",
        "rights_gone",
        "too_large",
    }
)
"""Failures that the next photo need not meet; all others are of the line or the server and end the exchange."""
_PASSING = frozenset({"offset_moved", "gone"})
_STATES = {"photo_too_large": PhotoState.REFUSED}
_NOT_VERIFIED = Failure("not_verified")


class _NotYetRead(Failed):
    """Every byte arrived, but whether the server has read them again is not known."""


def send_photo(photo: PhotoStatus, held: Held, pace: Pace) -> Conversation[bool]:
    """Bring one photo to the bureau; True when it is verified there. Raises Failed where the line or server fails."""
    if held.state == "verified":
        yield from do(MarkPhoto(photo.sha256, PhotoState.VERIFIED, photo.size))
        return True
    try:
        yield from _send_and_commit(photo, held.upload, pace)
    except Damaged:
        yield from do(MarkPhoto(photo.sha256, PhotoState.STUCK, reason="damaged", tried=True))
        return False
    except Failed as failed:
        code = failed.failure.code
        received = isinstance(failed, _NotYetRead)
        state = _STATES.get(code, PhotoState.STUCK if code in OF_THIS_PHOTO else PhotoState.WAITING)
        yield from do(
            MarkPhoto(
                photo.sha256,
                PhotoState.RECEIVED if received else state,
                sent_bytes=photo.size if received else 0,
                reason=None if code == STOPPED.code else code,
                tried=True,
            )
        )
        if code not in OF_THIS_PHOTO:
            raise
        return False
    yield from do(MarkPhoto(photo.sha256, PhotoState.VERIFIED, photo.size))
    return True


def _send_and_commit(photo: PhotoStatus, upload: Upload | None, pace: Pace) -> Conversation[None]:
    """Twice at most: where the server finds other bytes than were sent, they are sent anew from the beginning."""
    for is_last in (False, True):
        opened = Opened(upload, 0) if upload else (yield from _begin(photo, pace))
        if opened.verified:
            return
        yield from _send_bytes(photo, opened.upload, pace)
        try:
            if (yield from ask(CommitPhoto(photo.sha256))):
                return
        except Failed as failed:
            if failed.failure.code not in OF_THIS_PHOTO:
                raise _NotYetRead(failed.failure) from failed
            if is_last:
                raise
        upload = None
    raise Failed(_NOT_VERIFIED)


def _begin(photo: PhotoStatus, pace: Pace) -> Conversation[Opened]:
    """A place for the photo; its first bytes travel along, and where that fails the place is asked for alone.

    A photo that travelled whole may be proven by the same request.
    """
    first = min(pace.chunk, photo.size)
    try:
        opened = yield from do(OpenUpload(photo.sha256, photo.size, first))
        pace.arrived(opened.upload.offset, opened.seconds)
    except Failed as failed:
        if failed.failure.retry is not Retry.SOON and failed.failure.code != "too_large":
            raise
        opened = yield from ask(OpenUpload(photo.sha256, photo.size, 0))
    return opened


def _send_bytes(photo: PhotoStatus, place: Upload, pace: Pace) -> Conversation[None]:
    attempt = 0
    while place.offset < photo.size:
        yield from do(MarkPhoto(photo.sha256, PhotoState.SENDING, place.offset))
        try:
            place, attempt = (yield from _send_chunk(photo, place, pace)), 0
        except Failed as failed:
            place = yield from _go_on(photo, place, failed, attempt, pace)
            attempt += 1


def _send_chunk(photo: PhotoStatus, place: Upload, pace: Pace) -> Conversation[Upload]:
    length = min(pace.chunk, photo.size - place.offset)
    sent = yield from do(SendChunk(place.url, photo.sha256, place.offset, length))
    if not place.offset < sent.offset <= photo.size:
        raise Failed(OFFSET_MOVED)
    pace.arrived(length, sent.seconds)
    return Upload(place.url, sent.offset)


def _go_on(photo: PhotoStatus, place: Upload, failed: Failed, attempt: int, pace: Pace) -> Conversation[Upload]:
    """Where to go on after a chunk that failed: the server's word on the offset counts, never our own."""
    failure = failed.failure
    if failure.code == "too_large":
        if not pace.too_large():
            raise failed
    elif failure.code in _PASSING and attempt + 1 < MOST_TRIES:
        pass
    elif worth_waiting(failure, attempt):
        pace.broke()
        yield from do(Rest(attempt, failure.after))
    else:
        raise failed
    try:
        if failure.code != "gone":
            return Upload(place.url, (yield from ask(AskOffset(place.url))))
    except Failed as lost:
        if lost.failure.code != "gone":
            raise
    opened = yield from ask(OpenUpload(photo.sha256, photo.size, 0))
    return opened.upload
