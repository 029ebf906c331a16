"""This laptop's store as the exchange sees it: each step is one read, or one transaction."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from models.entries import ClockNote
from models.head import Batch
from models.photos import PhotoStatus
from models.store import Store
from sync.steps import (
    KeepPhoto,
    LookAround,
    MarkPhoto,
    NextBatch,
    NoteClock,
    PhotosToSend,
    PhotosWanted,
    Standing,
    TakeAnswer,
    TakePage,
    TakeReference,
)

_SKEW_THAT_MATTERS = timedelta(seconds=2)
_SKEW_GROWS_OLD = timedelta(hours=6)


class Desk:
    """Carries out the steps that are the store's."""

    def __init__(self, store: Store) -> None:
        """The store of whoever is signed in."""
        self._store = store
        self._skew: ClockNote | None = None
        self.handlers: Mapping[type, Callable[[Any], Any]] = {
            NextBatch: self._next_batch,
            TakeAnswer: lambda step: store.head.take_answer(step.batch, step.answer),
            LookAround: self._look_around,
            TakePage: self._take_page,
            NoteClock: self._note_clock,
            TakeReference: lambda step: store.reference.replace(step.kind, step.version, step.rows),
            PhotosToSend: self._to_send,
            PhotosWanted: self._wanted,
            MarkPhoto: self._mark,
            KeepPhoto: lambda step: store.photos.receive(step.digest, step.content),
        }

    def _next_batch(self, step: NextBatch) -> Batch | None:
        return self._store.head.outgoing(step.entries, step.size, behind=step.behind)

    def _look_around(self, _: LookAround) -> Standing:
        head = self._store.head.state()
        self._skew = head.skew
        return Standing(head.dseq > head.sent, head.bookmark, self._store.reference.versions())

    def _take_page(self, step: TakePage) -> None:
        page = step.page
        self._store.head.take_page(page.lines, page.bookmark, history=page.history, left=page.left)

    def _note_clock(self, step: NoteClock) -> None:
        """Only where it says something new: an exchange of nothing should cost no write to the disk."""
        known = self._skew
        skew = self._store.clock.now() - step.server_time
        is_fresh = known is not None and abs(known.skew_age_s) < _SKEW_GROWS_OLD.total_seconds()
        if known is None or not is_fresh or abs(skew - timedelta(milliseconds=known.skew_ms)) > _SKEW_THAT_MATTERS:
            self._store.head.note_skew(step.server_time)

    def _to_send(self, _: PhotosToSend) -> tuple[PhotoStatus, ...]:
        return self._store.photos.to_send()

    def _wanted(self, _: PhotosWanted) -> tuple[PhotoStatus, ...]:
        return self._store.photos.wanted()

    def _mark(self, step: MarkPhoto) -> None:
        self._store.photos.mark(
            step.digest, step.state, sent_bytes=step.sent_bytes, reason=step.reason, tried=step.tried
        )
