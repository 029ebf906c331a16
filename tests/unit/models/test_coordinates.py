"""Positions: conversions against published values, distances, words."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.coordinates import (
    Position,
    bd09_to_gcj02,
    bd09_to_wgs84,
    distance,
    gcj02_to_bd09,
    gcj02_to_wgs84,
    in_words,
    to_cgcs2000,
    wgs84_to_bd09,
    wgs84_to_gcj02,
)
from models.vocabulary import CoordinateSystem

# The published inverse of (123, 45) leaves 2e-7 itself when it is shifted forth again.
PUBLISHED = 2.5e-7
Conversion = Callable[[Position], Position]
anywhere_in_china = st.builds(Position, st.floats(74, 135), st.floats(4, 53))


def same(a: Position, b: Position, within: float = PUBLISHED) -> bool:
    """Equal up to rounding in the last published digit."""
    return abs(a.lon - b.lon) <= within and abs(a.lat - b.lat) <= within


@pytest.mark.parametrize(
    ("convert", "given_position", "expected"),
    [
        (wgs84_to_gcj02, Position(120, 40), Position(120.0056757, 40.0013048)),
        (gcj02_to_wgs84, Position(120.0056757, 40.0013048), Position(120, 40)),
        (gcj02_to_wgs84, Position(123, 45), Position(122.9939560, 44.9980407)),
        (wgs84_to_bd09, Position(116.403988, 39.914266), Position(116.4166156, 39.9219658)),
        (bd09_to_wgs84, Position(116.4166156, 39.9219658), Position(116.403988, 39.914266)),
    ],
)
def test_published_values(convert: Conversion, given_position: Position, expected: Position) -> None:
    """The vectors of the domain reference."""
    assert same(convert(given_position), expected)


@given(anywhere_in_china)
def test_there_and_back_is_the_same(position: Position) -> None:
    """The inverses are good to far more than the seven decimals that are stored."""
    assert same(gcj02_to_wgs84(wgs84_to_gcj02(position)), position, 1e-9)
    assert same(bd09_to_gcj02(gcj02_to_bd09(position)), position, 1e-9)
    assert same(bd09_to_wgs84(wgs84_to_bd09(position)), position, 1e-9)


@given(anywhere_in_china)
def test_the_shift_is_some_hundred_metres(position: Position) -> None:
    """What mixing up systems costs."""
    assert 10 < distance(position, wgs84_to_gcj02(position)) < 1500


@pytest.mark.parametrize("convert", [wgs84_to_gcj02, gcj02_to_wgs84, wgs84_to_bd09, bd09_to_wgs84])
@pytest.mark.parametrize("place", [Position(2.2, 48.9), Position(-122.3, 47.6), Position(151.2, -33.9)])
def test_nothing_is_shifted_abroad(convert: Conversion, place: Position) -> None:
    """The map apps' shift ends at the border."""
    assert convert(place) == place


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        (CoordinateSystem.WGS84, Position(120, 40)),
        (CoordinateSystem.CGCS2000, Position(120, 40)),
        (CoordinateSystem.UNKNOWN, Position(120, 40)),
        (CoordinateSystem.GCJ02, gcj02_to_wgs84(Position(120, 40))),
        (CoordinateSystem.BD09, bd09_to_wgs84(Position(120, 40))),
    ],
)
def test_what_is_stored(system: CoordinateSystem, expected: Position) -> None:
    """CGCS2000, whatever the source."""
    assert to_cgcs2000(Position(120, 40), system) == expected


@pytest.mark.parametrize(
    ("position", "inside"),
    [
        (Position(119.97, 31.78), True),
        (Position(73, 3), True),
        (Position(136, 54), True),
        (Position(31.78, 119.97), False),
        (Position(0, 0), False),
        (Position(119.97, -31.78), False),
        (Position(136.1, 40), False),
        (Position(float("nan"), 31.78), False),
        (Position(119.97, float("nan")), False),
        (Position(float("inf"), 31.78), False),
    ],
)
def test_china(position: Position, inside: bool) -> None:
    """The envelope of the domain reference."""
    assert position.in_china is inside


def test_distance() -> None:
    """A degree of latitude, a short walk in 郑陆, no way at all, the far side of the earth."""
    assert distance(Position(120, 31), Position(120, 32)) == pytest.approx(111_195, abs=1)
    assert distance(Position(120.087312, 31.824605), Position(120.087312, 31.824905)) == pytest.approx(33.4, abs=0.1)
    assert distance(Position(120, 31), Position(120, 31)) == 0
    assert distance(Position(0, 0), Position(180, 0)) == pytest.approx(20_015_115, abs=1)


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (Position(120.087312, 31.824605), "东经120.087312° 北纬31.824605°"),
        (Position(119.9747, 31.78), "东经119.974700° 北纬31.780000°"),
        (Position(-70.5, -33.25), "西经70.500000° 南纬33.250000°"),
    ],
)
def test_words(position: Position, words: str) -> None:
    """Longitude first, six decimals."""
    assert in_words(position) == words
