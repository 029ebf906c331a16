"""Small pictures as phones write them, for every test that needs one."""

import io
from datetime import datetime
from pathlib import Path

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from models.clock import CHINA, MovableClock
from models.coordinates import Position
from models.pictures import PictureFacts, inspect

NOW = datetime(2026, 11, 22, 16, 2, 11, tzinfo=CHINA)
CLOCK = MovableClock(NOW)
SHOT = "2026:11:22 15:18:06"
EAST = (120.0, 5.0, 14.3232)
NORTH = (31.0, 49.0, 28.578)
HERE = Position(120.087312, 31.824605)
HEIC = (Path(__file__).parent / "fixtures" / "turned.heic").read_bytes()


def exif_of(
    *,
    time: object = SHOT,
    lon: object = EAST,
    lat: object = NORTH,
    sides: str = "EN",
    orientation: int = 1,
    **tags: str,
) -> bytes:
    """EXIF as a phone writes it; None leaves a tag out."""
    exif = Image.Exif()
    exif[Base.Orientation] = orientation
    if time is not None:
        exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = time
    for name, value in tags.items():
        exif.get_ifd(IFD.Exif)[Base[name]] = value
    if lon is not None:
        gps: dict[int, object] = {
            GPS.GPSLongitudeRef: sides[0],
            GPS.GPSLongitude: lon,
            GPS.GPSLatitudeRef: sides[1],
            GPS.GPSLatitude: lat,
        }
        exif.get_ifd(IFD.GPSInfo).update(gps)
    return exif.tobytes()


def picture(kind: str = "JPEG", *, size: tuple[int, int] = (160, 120), exif: bytes | None = None) -> bytes:
    """A small picture with some structure."""
    image = Image.effect_noise(size, 60).convert("RGB")
    out = io.BytesIO()
    image.save(out, kind, exif=exif if exif is not None else exif_of())
    return out.getvalue()


def look(data: bytes, name: str = "IMG_2091.jpg") -> PictureFacts:
    """Inspect with the test's clock."""
    return inspect(data, clock=CLOCK, name=name)
