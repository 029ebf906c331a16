"""The exchange as a pure state machine: entries up, entries down, reference data, then photos. No I/O in here."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.answers import Answer
from models.entries import LONGEST_BODY
from models.errors import Malformed, WorldFailed
from models.head import Batch, Bookmark
from sync.failures import GARBLED, Failed, Failure
from sync.photo_exchange import MayTravel, PhotoTally, at_any_time, fetch_photos, send_photos
from sync.steps import (
    Conversation,
    FetchReference,
    LookAround,
    NextBatch,
    NoteClock,
    Pull,
    Push,
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
    all_sent: bool = False


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

    def leave_nothing_behind(self, batch: Batch) -> bool:
        """Whether a batch is so small that no limit can have ended it: the usual few."""
        untouched = self.entries == BATCH_ENTRIES
        return untouched and len(batch.bodies) < self.entries and sum(map(len, batch.bodies)) < self.size // 2


@dataclass(frozen=True, slots=True)
class _Answered:
    """A batch and what the server said of it."""

    batch: Batch
    answer: Answer


def exchange(tally: Tally, photos: PhotoTally, may_travel: MayTravel = at_any_time) -> Conversation[Failure | None]:
    """One exchange from beginning to end; answers with what ended it early, or None. Counts into the tallies."""
    try:
        standing = yield from do(LookAround())
        if standing.anything_to_send:
            yield from send_entries(tally)
        tally.all_sent = True
        versions = yield from take_entries(standing.bookmark, tally)
        yield from refresh_reference(standing.reference, versions)
        yield from send_photos(photos, may_travel)
        yield from fetch_photos(photos, may_travel)
    except Failed as failed:
        return failed.failure
    except Malformed:
        return GARBLED
    except WorldFailed as failed:
        return Failure(failed.refusal.code, values=failed.refusal.values)
    return photos.failure


def send_entries(tally: Tally) -> Conversation[None]:
    """Own entries in their order. While a batch is away, the answer before it is written down and the next prepared."""
    limits = _Limits()
    answered: _Answered | None = None
    batch = yield from do(NextBatch(limits.entries, limits.size))
    while batch is not None:
        try:
            following, answer = yield from _push(batch, answered, limits, tally)
        except Failed as failed:
            if failed.failure.code != "too_large" or not limits.halve():
                raise
            answered = None  # it was written down meanwhile
            batch = yield from do(NextBatch(limits.entries, limits.size))
            continue
        answered, batch = _Answered(batch, answer), following
    yield from _write_down(answered, tally)


def _push(
    batch: Batch, answered: _Answered | None, limits: _Limits, tally: Tally
) -> Conversation[tuple[Batch | None, Answer]]:
    if answered is None and limits.leave_nothing_behind(batch):
        answer = yield from ask(Push(batch))
        return None, answer
    both = Together((_meanwhile(answered, batch, limits, tally), ask(Push(batch))))
    following, answer = yield from do(both)
    return following, answer


def _meanwhile(answered: _Answered | None, batch: Batch, limits: _Limits, tally: Tally) -> Conversation[Batch | None]:
    yield from _write_down(answered, tally)
    return (yield from do(NextBatch(limits.entries, limits.size, batch)))


def _write_down(answered: _Answered | None, tally: Tally) -> Conversation[None]:
    if answered is not None:
        answer = answered.answer
        yield from do(TakeAnswer(answered.batch, answer))
        tally.entries_sent += sum(run.count for run in answer.runs)
        tally.entries_refused += len(answer.refused)
        yield from do(Tell("send", tally.entries_sent, 0))


def take_entries(bookmark: Bookmark, tally: Tally) -> Conversation[Mapping[str, int]]:
    """Entries of others, page by page; while a page is written down, the next one is already on its way."""
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
        tally.entries_received += len(page.lines) + len(page.history)
        yield from do(Tell("take", tally.entries_received, 0))


def refresh_reference(held: Mapping[str, int], versions: Mapping[str, int]) -> Conversation[None]:
    """Reference data whose version at the bureau is another one."""
    for kind, version in versions.items():
        if kind in held and held[kind] != version:
            newest, rows = yield from ask(FetchReference(kind, held[kind]))
            if rows is not None:
                yield from do(TakeReference(kind, newest, rows))
