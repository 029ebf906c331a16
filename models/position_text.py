"""Reading a position that a person typed or pasted: decimal degrees, 度分秒, either order if it is labelled."""

import re
from enum import Enum

from models.coordinates import Position
from models.errors import GewuError


class PositionRefused(GewuError):
    """The text is not a position in China; the code says why."""

    code = "position_unreadable"


class _Axis(Enum):
    LON = 1
    LAT = 2


# A letter or word that names the axis; the sign says which side of it.
_LABELS = {
    "E": (_Axis.LON, 1),
    "W": (_Axis.LON, -1),
    "N": (_Axis.LAT, 1),
    "S": (_Axis.LAT, -1),
    "东经": (_Axis.LON, 1),
    "西经": (_Axis.LON, -1),
    "北纬": (_Axis.LAT, 1),
    "南纬": (_Axis.LAT, -1),
    "经度": (_Axis.LON, 1),
    "纬度": (_Axis.LAT, 1),
}
_LABEL = "|".join(_LABELS)
_NUMBER = r"\d+(?:\.\d+)?"
_DEGREES = rf"""
    (?P<sign>[-+−])?\s*(?P<degrees>{_NUMBER})\s*[°度º]?
    (?:\s*(?P<minutes>{_NUMBER})\s*[′'’分]
       (?:\s*(?P<seconds>{_NUMBER})\s*(?:″|"|”|''|′′|秒)?)?)?
"""
_AXIS = re.compile(
    rf"\s*(?P<before>{_LABEL})?\s*[:：]?\s*{_DEGREES}\s*(?(before)|(?P<after>{_LABEL})?)\s*[,，;；、/]?\s*", re.VERBOSE
)


def read_position(text: str) -> Position:
    """The position that the text names. Raises PositionRefused: unreadable, swapped, null, outside China."""
    axes = _two_axes(text)
    position = _in_order(text, *axes).rounded()
    if position.lon == 0 and position.lat == 0:
        raise PositionRefused("position_null")
    if position.in_china:
        return position
    if position.swapped.in_china:
        raise PositionRefused("position_swapped", lon=position.lat, lat=position.lon)
    raise PositionRefused("position_outside_china", lon=position.lon, lat=position.lat)


def _two_axes(text: str) -> tuple[tuple[_Axis | None, float], tuple[_Axis | None, float]]:
    cleaned = text.strip().strip("()（）[]").upper()
    first = _AXIS.match(cleaned)
    second = _AXIS.fullmatch(cleaned, first.end()) if first else None
    if first is None or second is None:
        raise PositionRefused(text=text)
    return _axis(first, text), _axis(second, text)


def _axis(found: re.Match[str], text: str) -> tuple[_Axis | None, float]:
    minutes, seconds = float(found["minutes"] or 0), float(found["seconds"] or 0)
    if minutes >= 60 or seconds >= 60:
        raise PositionRefused(text=text)
    value = float(found["degrees"]) + minutes / 60 + seconds / 3600
    value = -value if found["sign"] in ("-", "−") else value
    label = found["before"] or found["after"]
    if label is None:
        return None, value
    axis, side = _LABELS[label]
    return axis, value * side


def _in_order(text: str, first: tuple[_Axis | None, float], second: tuple[_Axis | None, float]) -> Position:
    """Labels decide; without any the longitude comes first, as on our screens."""
    if first[0] is not None and first[0] is second[0]:
        raise PositionRefused(text=text)
    if first[0] is _Axis.LAT or second[0] is _Axis.LON:
        return Position(second[1], first[1])
    return Position(first[1], second[1])
