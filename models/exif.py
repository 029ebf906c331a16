"""What a camera wrote into a photo: when it was taken and where, as far as it can be believed."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from PIL.ExifTags import GPS, IFD, Base
from PIL.Image import Exif
from PIL.ImageFile import ImageFile

from models.clock import CHINA
from models.coordinates import Position

_TIME_TAGS = (
    (Base.DateTimeOriginal, Base.OffsetTimeOriginal),
    (Base.DateTimeDigitized, Base.OffsetTimeDigitized),
)


_FIRST_YEAR = 1990
"""Cameras wrote no EXIF before; a clock that nobody set begins in 1970 or 1980."""


@dataclass(frozen=True, slots=True)
class Shot:
    """Time and position of a photo; `doubt` is the code why a position that was there is not believed."""

    taken_at: datetime | None = None
    position: Position | None = None
    doubt: str | None = None


def read_shot(picture: ImageFile) -> Shot:
    """Read the EXIF of an opened picture. Never raises: no tag of a careless app may keep a photo out."""
    try:
        exif = _exif(picture)
        taken_at = _taken_at(exif)
    except Exception:  # noqa: BLE001 - bytes of any camera in the world enter here
        return Shot()
    try:
        return _with_position(taken_at, exif)
    except Exception:  # noqa: BLE001 - as above
        return Shot(taken_at, doubt="position_not_a_number")


def _exif(picture: ImageFile) -> Exif:
    """PNG is asked only for what stands before its pixels: Pillow would decode all of them to look behind."""
    if isinstance(raw := picture.info.get("exif"), bytes):
        exif = Exif()
        exif.load(raw)
        return exif
    return picture.getexif() if picture.format != "PNG" else Exif()


def _taken_at(exif: Exif) -> datetime | None:
    shooting = exif.get_ifd(IFD.Exif)
    for time_tag, offset_tag in _TIME_TAGS:
        if moment := _moment(shooting.get(time_tag), shooting.get(offset_tag)):
            return moment
    return _moment(exif.get(Base.DateTime), shooting.get(Base.OffsetTime))


def _moment(text: object, offset: object) -> datetime | None:
    """An EXIF time; cameras seldom say their zone, ours is China's. Blank and impossible times are none."""
    try:
        naive = datetime.strptime(str(text).strip(" \x00")[:19], "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - set below
    except ValueError:
        return None
    return naive.replace(tzinfo=_zone(offset)).astimezone(CHINA) if naive.year >= _FIRST_YEAR else None


def _zone(offset: object) -> timezone:
    try:
        shift = datetime.strptime(str(offset).strip(" \x00"), "%z").utcoffset()
    except ValueError:
        return CHINA
    return timezone(shift) if shift is not None and abs(shift) <= timedelta(hours=14) else CHINA


def _with_position(taken_at: datetime | None, exif: Exif) -> Shot:
    tags = exif.get_ifd(IFD.GPSInfo)
    if GPS.GPSLongitude not in tags or GPS.GPSLatitude not in tags:
        return Shot(taken_at)
    lon = _degrees(tags[GPS.GPSLongitude], tags.get(GPS.GPSLongitudeRef), "W")
    lat = _degrees(tags[GPS.GPSLatitude], tags.get(GPS.GPSLatitudeRef), "S")
    if not (math.isfinite(lon) and math.isfinite(lat)):
        return Shot(taken_at, doubt="position_not_a_number")
    if lon == 0 and lat == 0:
        return Shot(taken_at, doubt="null_island")
    position = Position(lon, lat).rounded()
    return Shot(taken_at, position) if position.in_china else Shot(taken_at, doubt="position_outside_china")


def _degrees(parts: object, side: object, negative: str) -> float:
    """Degrees, minutes, seconds to one number; a camera without satellites writes 0/0, which is NaN."""
    values = [float(part) for part in parts] if isinstance(parts, tuple) else [float(str(parts))]
    total = math.fsum(value / 60.0**power for power, value in enumerate(values[:3]))
    side_text = side.decode("ascii", "replace") if isinstance(side, bytes) else str(side)
    return -total if side_text.strip(" \x00").upper() == negative else total
