"""Typed and pasted positions: many spellings, one meaning, and a reason for every no."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.coordinates import Position, in_words
from models.position_text import PositionRefused, read_position

HERE = Position(120.087312, 31.824605)
STATION = Position(119.9747, 31.78)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("120.087312,31.824605", HERE),
        ("  120.087312 , 31.824605  ", HERE),
        ("120.087312，31.824605", HERE),
        ("120.087312、31.824605", HERE),
        ("120.087312;31.824605", HERE),
        ("120.087312 31.824605", HERE),
        ("120.087312\t31.824605", HERE),
        ("(120.087312, 31.824605)", HERE),
        ("东经120.087312° 北纬31.824605°", HERE),
        ("北纬31.824605°东经120.087312°", HERE),
        ("经度：120.087312 纬度：31.824605", HERE),
        ("纬度:31.824605，经度:120.087312", HERE),
        ("E120.087312 N31.824605", HERE),
        ("31.824605°n, 120.087312°e", HERE),
        ("119°58′28.92″, 31°46′48″", STATION),
        ("119°58'28.92\"E 31°46'48\"N", STATION),
        ("31°46'48\"N 119°58'28.92\"E", STATION),
        ("119度58分28.92秒，31度46分48秒", STATION),
        ("东经119°58.482′ 北纬31°46.8′", STATION),
        ("东经119°58'28.92'' 北纬31°46'48''", STATION),
        ("120,31", Position(120, 31)),
        ("120.08731234567,31.82460512345", Position(120.0873123, 31.8246051)),
    ],
)
def test_read(text: str, expected: Position) -> None:
    """All of these are pasted by somebody."""
    assert read_position(text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "position_unreadable"),
        ("常焦路与丰北路路口", "position_unreadable"),
        ("120.087312", "position_unreadable"),
        ("120.087312,31.824605,5", "position_unreadable"),
        ("120.087312,", "position_unreadable"),
        ("119°75′28.92″, 31°46′48″", "position_unreadable"),
        ("东经120.087312 西经31.824605", "position_unreadable"),
        ("nan,nan", "position_unreadable"),
        ("31.824605,120.087312", "position_swapped"),
        ("东经31.824605 北纬120.087312", "position_swapped"),
        ("0,0", "position_null"),
        ("120.087312,-31.824605", "position_outside_china"),
        ("东经120.087312 南纬31.824605", "position_outside_china"),
        ("2.237,48.892", "position_outside_china"),
        ("1200.87312,31.824605", "position_outside_china"),
        ("9" * 400 + ",31", "position_outside_china"),
    ],
)
def test_refused(text: str, code: str) -> None:
    """Each no has its own code."""
    with pytest.raises(PositionRefused) as caught:
        read_position(text)
    assert caught.value.refusal.code == code


def test_swapped_offers_the_right_order() -> None:
    """The form can ask instead of scold."""
    with pytest.raises(PositionRefused) as caught:
        read_position("31.824605,120.087312")
    assert dict(caught.value.refusal.values) == {"lon": HERE.lon, "lat": HERE.lat}


@given(st.floats(73, 136), st.floats(3, 54))
def test_what_is_shown_can_be_read(lon: float, lat: float) -> None:
    """Copy from the detail, paste into the form."""
    read = read_position(in_words(Position(lon, lat)))
    assert read.lon == pytest.approx(lon, abs=1e-6)
    assert read.lat == pytest.approx(lat, abs=1e-6)


@given(st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    """A position in China or a refusal, never anything else."""
    with contextlib.suppress(PositionRefused):
        assert read_position(text).in_china
