"""From a drawing to a photo: a phone's lens, sensor and file."""

import io
from datetime import datetime
from random import Random

from PIL import Image, ImageChops, ImageFilter
from PIL.ExifTags import GPS, IFD, Base

from resources.scenes.texture import grain, scaled


def through_a_lens(drawing: Image.Image, standpoint: Random, chance: Random, size: tuple[int, int]) -> Image.Image:
    """Where the person stood, a hand that is not quite level, a lens darker at its corners, a noisy sensor."""
    sharp = drawing.filter(ImageFilter.UnsharpMask(1.0, 60, 2))
    tilted = sharp.rotate(chance.uniform(-0.9, 0.9), Image.Resampling.BICUBIC)
    share = standpoint.uniform(0.78, 0.97) * chance.uniform(0.97, 1.0)
    wide, high = drawing.width * share, drawing.height * share
    left = (drawing.width - wide) * standpoint.uniform(0.2, 0.8)
    top = (drawing.height - high) * standpoint.uniform(0.3, 0.7)
    frame = (left, top, left + wide, top + high)
    picture = tilted.resize(size, Image.Resampling.BICUBIC, box=frame)
    dark = Image.radial_gradient("L").resize(size)
    picture.paste((12, 14, 18), mask=scaled(dark.point([max(0, value - 130) for value in range(256)]), 0.5))
    picture = picture.point([min(255, round(255 * (value / 255) ** 0.88)) for value in range(256)] * 3)
    noise = scaled(grain(chance, size), 0.075).convert("RGB")
    return ImageChops.add(picture, noise, 1, -round(127 * 0.075))


def as_file(picture: Image.Image, *, taken_at: datetime, lon: float | None, lat: float | None) -> bytes:
    """JPEG with the EXIF that a phone writes."""
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Model], exif[Base.Orientation] = "Gewu", "Gewu Scene 1", 1
    stamp = f"{taken_at:%Y:%m:%d %H:%M:%S}"
    exif[Base.DateTime] = stamp
    exif.get_ifd(IFD.Exif).update({Base.DateTimeOriginal: stamp, Base.DateTimeDigitized: stamp})
    if offset := taken_at.strftime("%z"):
        exif.get_ifd(IFD.Exif)[Base.OffsetTimeOriginal] = f"{offset[:3]}:{offset[3:]}"
    if lon is not None and lat is not None:
        place: dict[int, object] = {GPS.GPSLongitudeRef: "E" if lon >= 0 else "W", GPS.GPSLongitude: _sexagesimal(lon)}
        place |= {GPS.GPSLatitudeRef: "N" if lat >= 0 else "S", GPS.GPSLatitude: _sexagesimal(lat)}
        exif.get_ifd(IFD.GPSInfo).update(place)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=77, exif=exif)
    return out.getvalue()


def _sexagesimal(degrees: float) -> tuple[float, float, float]:
    whole, rest = divmod(abs(degrees) * 3600, 3600)
    return whole, rest // 60, round(rest % 60, 5)
