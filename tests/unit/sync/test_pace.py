"""How quick the line is, learnt from what travelled; how many photos travel at once."""

from collections.abc import Sequence
from typing import Any

import pytest

from models.ids import Digest
from models.photos import PhotoState, PhotoStatus
from sync.driver import Driver
from sync.pace import FIRST_CHUNK, LANES, SMALLEST_CHUNK, Pace
from sync.photo_exchange import PhotoTally, send_photos
from sync.steps import Conversation, Have, MarkPhoto, Opened, OpenUpload, PhotosToSend, Together, Upload

QUICK = (FIRST_CHUNK, 0.05)
SLOW = (FIRST_CHUNK, 2.0)


@pytest.mark.parametrize(
    ("arrived", "lanes"),
    [
        ([], 1),
        ([QUICK], LANES),
        ([SLOW], 1),
        ([QUICK, SLOW], 1),
        ([QUICK, (SMALLEST_CHUNK - 1, 0.1)], LANES),
        ([SLOW, (SMALLEST_CHUNK - 1, 0.01)], LANES),
    ],
    ids=["nothing", "quick", "slow", "slower", "the rest of a quick one", "a little, quickly"],
)
def test_how_many_at_once(arrived: Sequence[tuple[int, float]], lanes: int) -> None:
    pace = Pace()
    for size, seconds in arrived:
        pace.arrived(size, seconds)
    assert pace.lanes == lanes


def test_a_line_that_proves_quick_later_is_used_then() -> None:
    """The first photos were slow, one by one; from the first quick one on several travel at a time."""
    photos = tuple(
        PhotoStatus(Digest(f"{n:064x}"), "", "", FIRST_CHUNK, "image/jpeg", PhotoState.WAITING) for n in range(9)
    )
    seconds = iter([2.0, 2.0, *[0.05] * 7])
    together: list[int] = []

    class Watched(Driver):
        def run(self, conversation: Conversation[Any]) -> Any:
            return super().run(_watched(conversation, together))

    driver = Watched(
        line={
            Have: lambda _: {},
            OpenUpload: lambda step: Opened(Upload("", step.size), next(seconds), verified=True),
        },
        desk={PhotosToSend: lambda _: photos, MarkPhoto: lambda _: None},
        tell=lambda _: None,
        cancelled=lambda: False,
    )
    tally = PhotoTally()
    driver.run(send_photos(tally))
    driver.close()
    assert tally.verified == len(photos)
    assert together == [LANES]


def _watched(conversation: Conversation[Any], together: list[int]) -> Conversation[Any]:
    """The same conversation, with a note of how many went on at the same time."""
    try:
        step = next(conversation)
        while True:
            if isinstance(step, Together):
                together.append(len(step.conversations))
            step = conversation.send((yield step))
    except StopIteration as end:
        result: Any = end.value
        return result
