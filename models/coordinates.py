"""Where something is: positions in CGCS2000, conversion from the systems of map apps, distance, words."""

import math
from dataclasses import dataclass

from models.vocabulary import CoordinateSystem
from resources.words import _

# Stored positions are CGCS2000, which equals WGS-84 at our accuracy (domain.md 9.2).
DECIMALS = 7
CHINA_LON = (73.0, 136.0)
CHINA_LAT = (3.0, 54.0)

# The published constants of GCJ-02 (Krasovsky 1940) and of Baidu's extra turn.
_AXIS = 6378245.0
_ECCENTRICITY = 0.00669342162296594323
_TURN = math.pi * 3000.0 / 180.0
_EARTH_RADIUS = 6371008.8


@dataclass(frozen=True, slots=True)
class Position:
    """Longitude and latitude in decimal degrees, longitude first as on every screen."""

    lon: float
    lat: float

    @property
    def in_china(self) -> bool:
        """Whether it lies in China's envelope; a swapped pair never does. NaN does not."""
        return CHINA_LON[0] <= self.lon <= CHINA_LON[1] and CHINA_LAT[0] <= self.lat <= CHINA_LAT[1]

    @property
    def swapped(self) -> "Position":
        """The same two numbers the other way round."""
        return Position(self.lat, self.lon)

    def rounded(self) -> "Position":
        """With the decimals that are stored."""
        return Position(round(self.lon, DECIMALS), round(self.lat, DECIMALS))


def distance(a: Position, b: Position) -> float:
    """Metres between two positions along the great circle."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half_lat, half_lon = (lat_b - lat_a) / 2, math.radians(b.lon - a.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 2 * _EARTH_RADIUS * math.asin(min(1.0, math.sqrt(chord)))


def in_words(position: Position) -> str:
    """As screens and stamps show it: 东经120.087312° 北纬31.824605°."""
    east, north = position.lon >= 0, position.lat >= 0
    lon = (_("{degrees}° E") if east else _("{degrees}° W")).format(degrees=f"{abs(position.lon):.6f}")
    lat = (_("{degrees}° N") if north else _("{degrees}° S")).format(degrees=f"{abs(position.lat):.6f}")
    return f"{lon} {lat}"


def to_cgcs2000(position: Position, system: CoordinateSystem) -> Position:
    """What was given in another system, as it is stored. An unknown system is taken as it stands."""
    if system is CoordinateSystem.GCJ02:
        return gcj02_to_wgs84(position)
    if system is CoordinateSystem.BD09:
        return bd09_to_wgs84(position)
    return position


def wgs84_to_gcj02(position: Position) -> Position:
    """Shift as Chinese map apps do; outside China nothing is shifted."""
    if not _shifted_region(position):
        return position
    d_lon, d_lat = _offset(position.lon - 105.0, position.lat - 35.0)
    lat = math.radians(position.lat)
    root = 1 - _ECCENTRICITY * math.sin(lat) ** 2
    d_lat = math.degrees(d_lat) / (_AXIS * (1 - _ECCENTRICITY) / root**1.5)
    d_lon = math.degrees(d_lon) / (_AXIS / math.sqrt(root) * math.cos(lat))
    return Position(position.lon + d_lon, position.lat + d_lat)


def gcj02_to_wgs84(position: Position) -> Position:
    """Undo the shift by iteration; the rest error is far below 1e-7 degrees."""
    guess = position
    for _step in range(10):
        there = wgs84_to_gcj02(guess)
        guess = Position(guess.lon + position.lon - there.lon, guess.lat + position.lat - there.lat)
    return guess


def gcj02_to_bd09(position: Position) -> Position:
    """Baidu's turn on top of GCJ-02."""
    radius = math.hypot(position.lon, position.lat) + 0.00002 * math.sin(position.lat * _TURN)
    angle = math.atan2(position.lat, position.lon) + 0.000003 * math.cos(position.lon * _TURN)
    return Position(radius * math.cos(angle) + 0.0065, radius * math.sin(angle) + 0.006)


def bd09_to_gcj02(position: Position) -> Position:
    """Undo Baidu's turn by iteration, for the published inverse is good to 1e-6 degrees only."""
    guess = Position(position.lon - 0.0065, position.lat - 0.006)
    for _step in range(10):
        there = gcj02_to_bd09(guess)
        guess = Position(guess.lon + position.lon - there.lon, guess.lat + position.lat - there.lat)
    return guess


def wgs84_to_bd09(position: Position) -> Position:
    """From a phone's position to one of Baidu's maps."""
    return gcj02_to_bd09(wgs84_to_gcj02(position)) if _shifted_region(position) else position


def bd09_to_wgs84(position: Position) -> Position:
    """From one of Baidu's maps to what is stored."""
    return gcj02_to_wgs84(bd09_to_gcj02(position)) if _shifted_region(position) else position


def _shifted_region(position: Position) -> bool:
    return 72.004 <= position.lon <= 137.8347 and 0.8293 <= position.lat <= 55.8271


def _offset(x: float, y: float) -> tuple[float, float]:
    """The published polynomial of GCJ-02 in metres, for degrees east of 105 and north of 35."""
    ripple = (20 * math.sin(6 * x * math.pi) + 20 * math.sin(2 * x * math.pi)) * 2 / 3
    lon = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x)) + ripple
    lon += (20 * math.sin(x * math.pi) + 40 * math.sin(x / 3 * math.pi)) * 2 / 3
    lon += (150 * math.sin(x / 12 * math.pi) + 300 * math.sin(x / 30 * math.pi)) * 2 / 3
    lat = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x)) + ripple
    lat += (20 * math.sin(y * math.pi) + 40 * math.sin(y / 3 * math.pi)) * 2 / 3
    lat += (160 * math.sin(y / 12 * math.pi) + 320 * math.sin(y * math.pi / 30)) * 2 / 3
    return lon, lat
