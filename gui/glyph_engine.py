"""Draws one character of the icon font: qtawesome's font without qtawesome, which loads eleven more and all of Qt."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from gui.theme import Tone

_FONT = "materialdesignicons6-webfont-*.ttf"
_CHARACTERS = "materialdesignicons6-webfont-charmap-*.json"
_OF_HEIGHT = 0.875
"""A 16 pixel icon has 14 pixel glyphs: the rest is the font's bearing."""


class GlyphEngine(QIconEngine):
    """An icon of one glyph, in a colour for when it rests, one for on and under the mouse, and grey while disabled."""

    def __init__(self, name: str, off: Tone, on: Tone) -> None:
        """`name` as in the font, without its prefix."""
        super().__init__()
        self._name, self._off, self._on = name, off, on

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw it in the middle."""
        rests = state is QIcon.State.Off and mode is QIcon.Mode.Normal
        tone = self._off if rests else self._on
        font = QFont(_family())
        font.setPixelSize(round(rect.height() * _OF_HEIGHT))
        painter.save()
        painter.setPen(Tone.SUB.value if mode is QIcon.Mode.Disabled else tone.value)
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, _characters()[self._name])
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """It alone, on nothing."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Another one of the same."""
        return GlyphEngine(self._name, self._off, self._on)


def _file(pattern: str) -> Path:
    found = find_spec("qtawesome")  # found without being loaded
    assert found is not None, "it is one of our dependencies"
    assert found.origin is not None, "a package has a file"
    return next((Path(found.origin).parent / "fonts").glob(pattern))


@cache
def _family() -> str:
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(_file(_FONT))))[0]


@cache
def _characters() -> dict[str, str]:
    codes = json.loads(_file(_CHARACTERS).read_bytes())
    return {name: chr(int(code, 16)) for name, code in codes.items()}
