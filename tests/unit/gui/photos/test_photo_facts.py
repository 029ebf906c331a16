"""What photos say together, and what their stamps say."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gui.photos.photo_facts import photo_facts
from gui.photos.stamp import short_stamp, spoken, stamp_lines
from models.coordinates import Position
from models.facts import Photo
from models.vocabulary import TimeSource
from tests.builders import NOON, photo

HERE = Position(120.087312, 31.824605)


def shot(minutes: int = 0, **changes: object) -> Photo:
    """A photo of a phone that knows when and where."""
    base = photo(taken_at=NOON + timedelta(minutes=minutes), time_source=TimeSource.EXIF, position=HERE)
    return replace(base, **changes)  # type: ignore[arg-type]


CASES = {
    "one": ((shot(),), "11-22 12:00", True, "1 张有定位", True),
    "three minutes": ((shot(), shot(3)), "11-22 12:00—12:03", True, "2 张都在 5 米内", True),
    "two days": ((shot(), shot(1440)), "11-22 12:00—11-23 12:00", True, "2 张都在 5 米内", True),
    "two years": ((shot(), shot(60 * 24 * 60)), "2026-11-22—2027-01-21", True, "2 张都在 5 米内", True),
    "one without time": ((shot(), shot(3, time_source=TimeSource.FILE)), "11-22 12:00", False, "2 张都在 5 米内", True),
    "one without position": ((shot(), shot(3, position=None)), "11-22 12:00—12:03", True, "1 张有定位", False),
    "nothing known": ((photo(),), "照片里没有", False, "照片里没有", False),
    "apart": ((shot(), shot(position=Position(120.0876, 31.8246))), "11-22 12:00", True, "2 张都在 30 米内", True),
}


@pytest.mark.parametrize("case", CASES)
def test_when_and_where(case: str) -> None:
    photos, time, time_good, place, place_good = CASES[case]
    when, where = photo_facts(photos)
    assert (when.text, when.good, where.text, where.good) == (time, time_good, place, place_good)


def test_no_photos_say_nothing() -> None:
    assert photo_facts(()) == ()


def test_stamps_name_what_is_lacking() -> None:
    assert stamp_lines(shot(), 1, 4) == ("2026-11-22 12:00:00  整改前  1/4", "东经120.087312° 北纬31.824605°")
    assert stamp_lines(photo(), 2, 4) == ("照片没有时间  整改前  2/4", "照片没有定位")
    assert short_stamp(photo()) == ""
    assert spoken(shot(), 2, "常焦路") == "第2张，整改前，11-22 12:00，常焦路"
