"""Tokens, style sheet and icons hang together."""

import re

import pytest

from gui import theme
from gui.icons import Glyph, icon, pixmap
from gui.theme import Tone


def luminance(tone: Tone) -> float:
    channels = [int(tone.value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Tone, other: Tone) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (Tone.INK, Tone.PAGE),
        (Tone.SUB, Tone.PAGE),
        (Tone.SUB, Tone.BRAND_PALE),
        (Tone.HINT, Tone.PAPER),
        (Tone.RED, Tone.RED_PALE),
        (Tone.AMBER, Tone.AMBER_PAPER),
        (Tone.GREEN_INK, Tone.GREEN_PALE),
        (Tone.INDIGO, Tone.INDIGO_PALE),
        (Tone.TEAL, Tone.TEAL_PALE),
        (Tone.RAIL_TEXT, Tone.RAIL),
        (Tone.RAIL_SMALL, Tone.RAIL_PANEL),
        (Tone.PAPER, Tone.BRAND),
        (Tone.SUB, Tone.LOCKED_PALE),
    ],
)
def test_text_can_be_read(ink: Tone, ground: Tone) -> None:
    assert contrast(ink, ground) >= 4.5


def test_style_sheet_is_filled_in() -> None:
    sheet = theme.style_sheet()
    assert not re.search(r"\$\w", sheet.split("*/", 1)[1])
    for path in re.findall(r'url\("([^"]+)"\)', sheet):
        assert (theme.RESOURCES / "icons" / path.rsplit("/", 1)[1]).exists()


@pytest.mark.usefixtures("dressed")
def test_every_glyph_is_in_the_font() -> None:
    for glyph in Glyph:
        assert not icon(glyph).isNull()
        assert not pixmap(glyph, Tone.BRAND, size=20, ratio=1.5).isNull()


@pytest.mark.usefixtures("dressed")
def test_chinese_has_a_font() -> None:
    from PySide6.QtGui import QFontMetrics

    assert QFontMetrics(theme.font()).inFont("台")
    assert theme.font(18, bold=True).pixelSize() == 18
