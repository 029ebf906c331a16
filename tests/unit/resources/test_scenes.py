"""Made-up photos: always the same for a seed, different otherwise, and real files to the program."""

from datetime import datetime
from itertools import pairwise

import pytest
from PIL import Image, ImageChops, ImageStat

from models.clock import CHINA, MovableClock
from models.coordinates import Position
from models.pictures import inspect
from resources.scenes import SCENES, draw, photo

SMALL = (160, 120)
NOON = datetime(2026, 11, 22, 12, 5, 9, tzinfo=CHINA)
PLACE = Position(120.087312, 31.824605)


def difference(a: Image.Image, b: Image.Image) -> float:
    """Mean difference of the channels, 0 to 255."""
    return max(ImageStat.Stat(ImageChops.difference(a, b)).mean)


@pytest.mark.parametrize("kind", SCENES)
def test_each_scene_before_and_after(kind: str) -> None:
    """Full of things, in the size that was asked for; putting right is seen."""
    before, after = (draw(kind, seed=1, after=after, size=SMALL) for after in (False, True))
    assert before.size == after.size == SMALL
    assert before.mode == "RGB"
    assert min(ImageStat.Stat(before).stddev) > 12
    assert difference(before, after) > 4


def test_a_seed_is_a_picture() -> None:
    """The demo and its screenshots look the same on every machine, findings among each other do not."""
    assert difference(draw("soil", seed=7, size=SMALL), draw("soil", seed=7, size=SMALL)) == 0
    pictures = [draw("soil", seed=seed, size=SMALL) for seed in range(4)]
    assert all(difference(a, b) > 4 for a, b in pairwise(pictures))


def test_several_shots_of_one_place() -> None:
    """No two pictures of a finding are the same file."""
    first, second = (draw("soil", seed=7, shot=shot, size=SMALL) for shot in (0, 1))
    assert difference(first, second) > 2


def test_photo_is_a_photo() -> None:
    """The program finds in it what a phone would have written."""
    facts = inspect(photo("outlet", seed=3, taken_at=NOON, position=PLACE), clock=MovableClock(NOON), name="IMG_1.jpg")
    assert (facts.width, facts.height) == (1600, 1200)
    assert (facts.taken_at, facts.position, facts.warnings) == (NOON, PLACE, ())
    assert 150_000 < facts.size < 450_000


def test_photo_without_position() -> None:
    """As chat tools leave it."""
    facts = inspect(photo("pond", seed=3, taken_at=NOON), clock=MovableClock(NOON), name="IMG_1.jpg")
    assert facts.position is None
