"""Every icon is in the font, and is drawn in the colour of its state."""

import pytest
from PySide6.QtGui import QColor, QIcon
from pytestqt.qtbot import QtBot

from gui.icons import Glyph, icon
from gui.theme import Tone


def _colours(drawn: QIcon, mode: QIcon.Mode, state: QIcon.State) -> set[str]:
    picture = drawn.pixmap(64, 64, mode, state).toImage()
    pixels = (picture.pixelColor(x, y) for x in range(64) for y in range(64))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("glyph", Glyph)
def test_every_glyph_is_drawn(qtbot: QtBot, glyph: Glyph) -> None:
    assert _colours(icon(glyph), QIcon.Mode.Normal, QIcon.State.Off) == {QColor(Tone.INK.value).name()}


@pytest.mark.parametrize(
    ("mode", "state", "tone"),
    [
        (QIcon.Mode.Normal, QIcon.State.Off, Tone.INK),
        (QIcon.Mode.Normal, QIcon.State.On, Tone.SUB),
        (QIcon.Mode.Active, QIcon.State.Off, Tone.SUB),
        (QIcon.Mode.Disabled, QIcon.State.On, Tone.SUB),
    ],
)
def test_its_colour_says_its_state(qtbot: QtBot, mode: QIcon.Mode, state: QIcon.State, tone: Tone) -> None:
    assert _colours(icon(Glyph.CHECK, checked=Tone.SUB), mode, state) == {QColor(tone.value).name()}
