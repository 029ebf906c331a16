"""Photos as they come from phones, cards and chats: their facts, their thumbnails, their line of output."""

import hashlib
import io
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from models.clock import CHINA
from models.errors import PictureRefused
from models.ids import Digest
from models.pictures import LARGE_BYTES, PictureFacts, as_line, inspect, thumbnail
from models.vocabulary import TimeSource
from tests.pictures import CLOCK, HEIC, HERE, NOW, exif_of, look, picture


def test_whole_jpeg() -> None:
    """A photo with everything has no warnings."""
    data = picture()
    facts = look(data)
    assert facts == PictureFacts(
        sha256=Digest(hashlib.sha256(data).hexdigest()),
        size=len(data),
        media_type="image/jpeg",
        width=160,
        height=120,
        taken_at=datetime(2026, 11, 22, 15, 18, 6, tzinfo=CHINA),
        time_source=TimeSource.EXIF,
        position=HERE,
        warnings=(),
    )


@pytest.mark.parametrize(("orientation", "shown"), [(1, (160, 120)), (3, (160, 120)), (6, (120, 160)), (8, (120, 160))])
def test_size_is_as_displayed(orientation: int, shown: tuple[int, int]) -> None:
    """Phones store portrait pictures lying; the facts say how they stand."""
    facts = look(picture(exif=exif_of(orientation=orientation)))
    assert (facts.width, facts.height) == shown


def test_heic_under_any_name() -> None:
    """Told by content; a wrong name is a warning, not a refusal."""
    facts = look(HEIC, "IMG_2091.jpg")
    assert (facts.media_type, facts.width, facts.height) == ("image/heic", 64, 96)
    assert (facts.taken_at, facts.position) == (datetime(2026, 11, 22, 15, 18, 6, tzinfo=CHINA), HERE)
    assert facts.warnings == ("mislabelled",)
    assert look(HEIC, "IMG_2091.HEIC").warnings == ()


def test_png_screenshot() -> None:
    """A pasted picture has neither time nor position, and says so."""
    out = io.BytesIO()
    Image.new("RGBA", (50, 40), (10, 20, 30, 128)).save(out, "PNG")
    facts = look(out.getvalue(), "")
    assert (facts.media_type, facts.width, facts.height) == ("image/png", 50, 40)
    assert (facts.taken_at, facts.time_source, facts.position) == (None, None, None)
    assert facts.warnings == ("no_time", "no_position")


def test_png_with_exif() -> None:
    """Some phones write EXIF into screenshots, too."""
    assert look(picture("PNG"), "a.png").taken_at == datetime(2026, 11, 22, 15, 18, 6, tzinfo=CHINA)


def test_large_is_said() -> None:
    """A photo that will take long on a slow line; bytes behind the picture belong to some phones' format."""
    assert look(picture() + bytes(LARGE_BYTES)).warnings == ("large",)


def test_file_gives_its_time_when_the_photo_has_none(tmp_path: Path) -> None:
    """The source of the time is told; the warning stays."""
    path = tmp_path / "微信图片_20261122.jpg"
    path.write_bytes(picture(exif=b""))
    os.utime(path, (NOW.timestamp() - 60, NOW.timestamp() - 60))
    facts = inspect(path, clock=CLOCK)
    assert (facts.taken_at, facts.time_source) == (NOW - timedelta(minutes=1), TimeSource.FILE)
    assert facts.warnings == ("no_time", "no_position")


@pytest.mark.parametrize("data", [picture(exif=exif_of(orientation=6)), HEIC], ids=["jpeg", "heic"])
def test_thumbnail_stands_upright(data: bytes) -> None:
    """Small, JPEG, turned, without the original's EXIF."""
    small = Image.open(io.BytesIO(thumbnail(data, edge=48)))
    assert small.format == "JPEG"
    assert small.height == 48
    assert small.width in (32, 36)
    assert not small.getexif()


def test_thumbnail_of_a_transparent_picture_is_on_white() -> None:
    """Not black, as a plain conversion would have it."""
    out = io.BytesIO()
    Image.new("RGBA", (50, 40), (0, 0, 0, 0)).save(out, "PNG")
    small = Image.open(io.BytesIO(thumbnail(out.getvalue(), edge=20)))
    assert small.getpixel((5, 5)) == (255, 255, 255)


def test_thumbnail_of_nonsense_is_refused() -> None:
    """The same failure as inspect's."""
    with pytest.raises(PictureRefused):
        thumbnail(picture()[:300], edge=48)


def test_threads_do_not_disturb_each_other() -> None:
    """Many photos at once: each gets its own facts."""
    photos = [picture(size=(100 + n, 80)) for n in range(12)] + [HEIC] * 4
    with ThreadPoolExecutor(8) as pool:
        facts = list(pool.map(look, photos))
    assert [fact.width for fact in facts] == [100 + n for n in range(12)] + [64] * 4


def test_line_of_an_accepted_photo() -> None:
    """The shape that scripts rely on."""
    data = picture()
    assert as_line(Path("a.jpg"), look(data)) == {
        "file": "a.jpg",
        "accepted": True,
        "reason": None,
        "sha256": hashlib.sha256(data).hexdigest(),
        "media_type": "image/jpeg",
        "width": 160,
        "height": 120,
        "taken_at": "2026-11-22T15:18:06+08:00",
        "time_source": "exif",
        "lon": 120.087312,
        "lat": 31.824605,
        "warnings": [],
    }


def test_line_of_a_refused_photo() -> None:
    """The same keys, a sentence in Chinese, no fact invented."""
    with pytest.raises(PictureRefused) as caught:
        look(b"", "空.jpg")
    line = as_line(Path("空.jpg"), caught.value)
    assert line.keys() == as_line(Path("a.jpg"), look(picture())).keys()
    assert line["accepted"] is False
    assert line["reason"] == "空.jpg 是空文件（0 字节）。其他照片都好。请从手机再拷一次。"
    assert {line[key] for key in ("sha256", "width", "taken_at", "lon")} == {None}
