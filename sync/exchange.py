"""The exchange as a pure state machine: entries up, entries down, reference data, then photos. No I/O in here."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.entries import LONGEST_BODY
from models.errors import Malformed, WorldFailed
from models.head import Batch, Bookmark
from sync.failures import GARBLED, Failed, Failure
from sync.photo_exchange import PhotoTally, fetch_photos, send_photos
from sync.steps import (
    Conversation,
    FetchReference,
    NextBatch,
    NoteClock,
    Pull,
    Push,
    ReadBookmark,
    ReferenceVersions,
    TakeAnswer,
    TakePage,
    TakeReference,
    Tell,
    Together,
)
from sync.trying import ask, do
from sync.wire import Page

BATCH_ENTRIES = 500
BATCH_BYTES = 512 * 1024


@dataclass(slots=True)
class Tally:
    """What happened so far; true at every moment, also when the exchange ends early."""

    entries_sent: int = 0
    entries_received: int = 0
    entries_refused: int = 0


@dataclass(slots=True)
class _Limits:
    """How much goes into a batch; halved when something on the way finds it too large."""

    entries: int = BATCH_ENTRIES
    size: int = BATCH_BYTES

    def halve(self) -> bool:
        """Ask for less at a time; False where less is not possible."""
        if self.entries == 1 and self.size <= LONGEST_BODY:
            return False
        self.entries, self.size = max(1, self.entries // 2), max(LONGEST_BODY, self.size // 2)
        return True


def exchange(tally: Tally, photos: PhotoTally) -> Conversation[Failure | None]:
    """One exchange from beginning to end; answers with what ended it early, or None. Counts into the tallies."""
    try:
        yield from send_entries(tally)
        versions = yield from take_entries(tally)
        yield from refresh_reference(versions)
        yield from send_photos(photos)
        yield from fetch_photos(photos)
    except Failed as failed:
        return failed.failure
    except Malformed:
        return GARBLED
    except WorldFailed as failed:
        return Failure(failed.refusal.code, values=failed.refusal.values)
    return photos.failure


def send_entries(tally: Tally) -> Conversation[None]:
    """Own entries in their order, a batch at a time; each answer is written down before the next batch is prepared."""
    limits = _Limits()
    while True:
        batch = yield from do(NextBatch(limits.entries, limits.size))
        if batch is None:
            return
        yield from _send_batch(batch, limits, tally)


def _send_batch(batch: Batch, limits: _Limits, tally: Tally) -> Conversation[None]:
    try:
        answer = yield from ask(Push(batch))
    except Failed as failed:
        if failed.failure.code != "too_large" or not limits.halve():
            raise
        return
    yield from do(TakeAnswer(batch, answer))
    tally.entries_sent += sum(run.count for run in answer.runs)
    tally.entries_refused += len(answer.refused)
    yield from do(Tell("send", tally.entries_sent, 0))


def take_entries(tally: Tally) -> Conversation[Mapping[str, int]]:
    """Entries of others, page by page; while a page is written down, the next one is already on its way."""
    bookmark = yield from do(ReadBookmark())
    page, server_time = yield from ask(Pull(bookmark))
    if server_time is not None:
        yield from do(NoteClock(server_time))
    while page.more:
        both = Together((_take(page, bookmark, tally), ask(Pull(page.bookmark))))
        _, (following, _) = yield from do(both)
        bookmark, page = page.bookmark, following
    yield from _take(page, bookmark, tally)
    return page.reference


def _take(page: Page, before: Bookmark, tally: Tally) -> Conversation[None]:
    if page.bookmark != before:
        yield from do(TakePage(page))
        tally.entries_received += len(page.lines)
        yield from do(Tell("take", tally.entries_received, 0))


def refresh_reference(versions: Mapping[str, int]) -> Conversation[None]:
    """Reference data whose version at the bureau is another one."""
    held = yield from do(ReferenceVersions())
    for kind, version in versions.items():
        if kind in held and held[kind] != version:
            newest, rows = yield from ask(FetchReference(kind, held[kind]))
            if rows is not None:
                yield from do(TakeReference(kind, newest, rows))
