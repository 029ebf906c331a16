"""One photo up, step by step: chunks grow and shrink with the line, and only the server's word makes it verified."""

from collections.abc import Callable
from typing import Any

import pytest

from models.errors import Damaged, GewuError
from models.ids import Digest
from models.photos import PhotoState, PhotoStatus
from sync import failures
from sync.failures import Failed, Failure, Retry
from sync.pace import FIRST_CHUNK, LARGEST_CHUNK, SMALLEST_CHUNK, Pace
from sync.photo_upload import send_photo
from sync.steps import (
    AskOffset,
    CommitPhoto,
    Held,
    MarkPhoto,
    Opened,
    OpenUpload,
    Rest,
    SendChunk,
    Sent,
    Step,
    Upload,
)

SHA = Digest("a" * 64)
ABSENT = Held("absent")


def photo(size: int) -> PhotoStatus:
    """A photo of this size that waits."""
    return PhotoStatus(SHA, "finding", "a.jpg", size, "image/jpeg", PhotoState.WAITING)


class Bureau:
    """Answers each step, and remembers what was marked. `trouble`: failures for a kind of step, in their order."""

    def __init__(self, seconds: float = 0.01) -> None:
        self.seconds = seconds
        self.there = 0
        self.trouble: dict[type, list[GewuError | None]] = {}
        self.marks: list[tuple[PhotoState, int, str | None]] = []
        self.chunks: list[int] = []
        self.verifies, self.proves_at_once = True, False

    def answer(self, step: Step[Any]) -> Any:
        """What a step is answered with."""
        waiting = self.trouble.get(type(step), [])
        if waiting and (error := waiting.pop(0)) is not None:
            raise error
        replies: dict[type, Callable[[Any], Any]] = {
            MarkPhoto: lambda s: self.marks.append((s.state, s.sent_bytes, s.reason)),
            OpenUpload: self._open,
            SendChunk: self._take,
            AskOffset: lambda _: self.there,
            CommitPhoto: lambda _: self.verifies,
            Rest: lambda _: None,
        }
        return replies[type(step)](step)

    def _open(self, step: OpenUpload) -> Opened:
        self.there = step.first
        self.chunks.append(step.first)
        return Opened(Upload("/uploads/1", step.first), self.seconds, verified=self.proves_at_once)

    def _take(self, step: SendChunk) -> Sent:
        assert step.offset == self.there
        self.there += step.length
        self.chunks.append(step.length)
        return Sent(self.there, self.seconds)

    def send(self, size: int, held: Held = ABSENT, pace: Pace | None = None) -> bool:
        """Bring a photo here."""
        conversation = send_photo(photo(size), held, pace or Pace())
        reply: Any = None
        error: GewuError | None = None
        while True:
            try:
                step = conversation.send(reply) if error is None else conversation.throw(error)
            except StopIteration as end:
                return bool(end.value)
            reply, error = None, None
            try:
                reply = self.answer(step)
            except GewuError as raised:
                error = raised


def test_a_small_photo_takes_two_requests() -> None:
    bureau = Bureau()
    assert bureau.send(1_000)
    assert bureau.chunks == [1_000]
    assert bureau.marks == [(PhotoState.VERIFIED, 1_000, None)]


def test_a_photo_that_was_proven_as_it_came_takes_one() -> None:
    bureau = Bureau()
    bureau.proves_at_once, bureau.verifies = True, False
    assert bureau.send(1_000)
    assert bureau.marks == [(PhotoState.VERIFIED, 1_000, None)]


def test_chunks_grow_on_a_quick_line_and_shrink_on_a_slow_one() -> None:
    quick = Bureau()
    quick.send(4 * LARGEST_CHUNK)
    assert quick.chunks[:4] == [FIRST_CHUNK, 2 * FIRST_CHUNK, 4 * FIRST_CHUNK, LARGEST_CHUNK]
    slow = Bureau(seconds=20.0)
    slow.send(FIRST_CHUNK * 2)
    assert slow.chunks[:3] == [FIRST_CHUNK, FIRST_CHUNK // 2, SMALLEST_CHUNK]


def test_what_the_bureau_holds_already_is_only_noted() -> None:
    bureau = Bureau()
    assert bureau.send(1_000, Held("verified"))
    assert bureau.chunks == []


def test_it_goes_on_where_the_bureau_stands() -> None:
    bureau = Bureau()
    bureau.there = 700
    assert bureau.send(1_000, Held("partial", Upload("/uploads/1", 700)))
    assert bureau.chunks == [300]


def test_something_on_the_way_takes_only_small_pieces() -> None:
    bureau = Bureau()
    too_large = Failed(failures.TOO_LARGE)
    bureau.trouble = {OpenUpload: [too_large], SendChunk: [too_large, None, too_large]}
    pace = Pace()
    assert bureau.send(FIRST_CHUNK, pace=pace)
    assert pace.largest == FIRST_CHUNK // 4
    assert bureau.chunks[-1] <= FIRST_CHUNK // 4


@pytest.mark.parametrize(
    ("where", "error", "state", "reason", "ends"),
    [
        (SendChunk, Damaged(where="x"), PhotoState.STUCK, "damaged", False),
        (OpenUpload, Failed(Failure("photo_too_large", Retry.PERSON)), PhotoState.REFUSED, "photo_too_large", False),
        (OpenUpload, Failed(failures.GONE), PhotoState.STUCK, "gone", False),
        (OpenUpload, Failed(failures.SIGNED_OUT), PhotoState.WAITING, "signed_out", True),
        (OpenUpload, Failed(Failure("bureau_full")), PhotoState.WAITING, "bureau_full", True),
        (SendChunk, Failed(failures.OFFLINE), PhotoState.WAITING, "offline", True),
        (SendChunk, Failed(failures.STOPPED), PhotoState.WAITING, None, True),
        (CommitPhoto, Failed(failures.OFFLINE), PhotoState.RECEIVED, "offline", True),
    ],
)
def test_each_failure_leaves_its_mark(
    where: type, error: GewuError, state: PhotoState, reason: str | None, ends: bool
) -> None:
    bureau = Bureau()
    bureau.trouble = {where: [error] * 9}
    if ends:
        with pytest.raises(Failed):
            bureau.send(FIRST_CHUNK + 1)
    else:
        assert not bureau.send(FIRST_CHUNK + 1)
    assert (bureau.marks[-1][0], bureau.marks[-1][2]) == (state, reason)
    assert PhotoState.VERIFIED not in {mark[0] for mark in bureau.marks}


def test_bytes_that_never_verify_are_stuck_not_safe() -> None:
    bureau = Bureau()
    bureau.verifies = False
    assert not bureau.send(1_000)
    assert bureau.chunks == [1_000, 1_000]
    assert bureau.marks[-1] == (PhotoState.STUCK, 0, "not_verified")


def test_a_server_that_counts_backwards_ends_in_stuck_not_in_a_circle() -> None:
    bureau = Bureau()
    held = Held("partial", Upload("/uploads/1", 0))
    bureau._take = lambda step: Sent(step.offset, 0.01)  # type: ignore[method-assign]
    assert not bureau.send(1_000, held)
    assert bureau.marks[-1][0] is PhotoState.STUCK
