"""Times and positions of cameras: believed, or named as what they are."""

from datetime import timedelta

import pytest
from PIL.TiffImagePlugin import IFDRational

from tests.pictures import HERE, NOW, exif_of, look, picture

NOWHERE = IFDRational(0, 0)


@pytest.mark.parametrize(
    ("exif", "expected"),
    [
        (exif_of(), "2026-11-22T15:18:06+08:00"),
        (exif_of(OffsetTimeOriginal="+08:00"), "2026-11-22T15:18:06+08:00"),
        (exif_of(OffsetTimeOriginal="+00:00", time="2026:11:22 07:18:06"), "2026-11-22T15:18:06+08:00"),
        (exif_of(OffsetTimeOriginal="   :  "), "2026-11-22T15:18:06+08:00"),
        (exif_of(time=None, DateTimeDigitized="2026:11:22 15:18:07"), "2026-11-22T15:18:07+08:00"),
        (exif_of(time="    :  :     :  :  "), None),
        (exif_of(time="0000:00:00 00:00:00"), None),
        (exif_of(time="0001:01:01 00:00:00"), None),
        (exif_of(time="1970:01:01 00:00:00"), None),
        (exif_of(time="2026:13:45 99:00:00"), None),
        (exif_of(time="yesterday"), None),
        (exif_of(time=""), None),
        (exif_of(time=None), None),
    ],
)
def test_time(exif: bytes, expected: str | None) -> None:
    """Times without zone are China's; blank and impossible ones are none."""
    facts = look(picture(exif=exif))
    assert (facts.taken_at.isoformat() if facts.taken_at else None) == expected
    assert ("no_time" in facts.warnings) == (expected is None)
    assert facts.position == HERE


@pytest.mark.parametrize(("ahead", "warned"), [(9, False), (11, True), (14 * 60, True)])
def test_future_time_is_kept_and_said(ahead: int, warned: bool) -> None:
    """Ten minutes are forgiven; the time itself is never touched."""
    moment = NOW + timedelta(minutes=ahead)
    facts = look(picture(exif=exif_of(time=f"{moment:%Y:%m:%d %H:%M:%S}")))
    assert facts.taken_at == moment
    assert ("future_time" in facts.warnings) == warned


@pytest.mark.parametrize(
    ("exif", "doubts"),
    [
        (exif_of(lon=None), ("no_position",)),
        (exif_of(lon=(0.0, 0.0, 0.0), lat=(0.0, 0.0, 0.0), sides="WS"), ("no_position", "null_island")),
        (exif_of(lon=(NOWHERE,) * 3, lat=(NOWHERE,) * 3), ("no_position", "position_not_a_number")),
        (exif_of(lat=(NOWHERE,) * 3), ("no_position", "position_not_a_number")),
        (exif_of(sides="ES"), ("no_position", "position_outside_china")),
        (exif_of(sides="WN"), ("no_position", "position_outside_china")),
        (exif_of(lon=(220.0, 0.0, 0.0)), ("no_position", "position_outside_china")),
        (exif_of(lon=(2.0, 14.0, 11.0), lat=(48.0, 53.0, 33.0)), ("no_position", "position_outside_china")),
    ],
)
def test_position_that_cannot_be_believed(exif: bytes, doubts: tuple[str, ...]) -> None:
    """No coordinates, and the reason why."""
    facts = look(picture(exif=exif))
    assert facts.position is None
    assert facts.warnings == doubts


@pytest.mark.filterwarnings("ignore:Corrupt EXIF:UserWarning")
def test_broken_exif_keeps_nothing_out() -> None:
    """Chat tools and cheap apps write rubbish into EXIF; the photo itself is fine."""
    good = exif_of()
    data = picture(exif=b"Exif\x00\x00" + good[6:14] + b"\xff" * (len(good) - 14))
    assert look(data).warnings == ("no_time", "no_position")
