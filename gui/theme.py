"""Colours, sizes, type and style of every screen (screens.md 5): Fusion, a palette and one style sheet."""

import re
from enum import Enum
from pathlib import Path
from string import Template
from typing import Self

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


class Tone(Enum):
    """A colour by what it is used for; contrast measured in screens.md 5."""

    INK = "#1f2937"
    SUB = "#566070"
    HINT = "#6b7280"
    BRAND = "#1d5fbf"
    BRAND_INK = "#1a56ad"
    BRAND_HOVER = "#184f9f"
    BRAND_PALE = "#e8f0fc"
    RED = "#b42318"
    RED_PALE = "#fee4e2"
    RED_PAPER = "#fef3f2"
    AMBER = "#93370d"
    AMBER_PAPER = "#fffaeb"
    AMBER_LINE = "#fec84b"
    GREEN = "#067647"
    GREEN_INK = "#05603a"
    GREEN_PALE = "#d1fadf"
    INDIGO = "#3538cd"
    INDIGO_PALE = "#e0eaff"
    TEAL = "#0e6f6a"
    TEAL_PALE = "#d5f5f2"
    LOCKED_PALE = "#eef1f5"
    PAGE = "#f4f6f9"
    PAPER = "#ffffff"
    LINE = "#e3e8ef"
    FIELD_LINE = "#8a96a8"
    RAIL = "#16263f"
    RAIL_PANEL = "#21375a"
    RAIL_TEXT = "#b8c4d6"
    RAIL_SMALL = "#9fb0c8"
    RAIL_AMBER = "#fdb022"
    RAIL_GREEN = "#32d583"
    RAIL_RED = "#fda29b"
    RAIL_BRAND = "#84adff"
    LIGHT_RED = "#d92d20"
    LIGHT_AMBER = "#dc6803"
    LIGHT_GREEN = "#12a150"
    LIGHT_GREY = "#7a8699"

    @property
    def colour(self) -> QColor:
        """As Qt paints with it."""
        return QColor(self.value)


class TypeSize(Enum):
    """字号: by how much type, rows and everything that holds words grow (screens.md 1); the value is a code."""

    factor: float

    def __new__(cls, code: str, factor: float) -> Self:
        """Code and factor."""
        member = object.__new__(cls)
        member._value_ = code
        member.factor = factor
        return member

    STANDARD = "standard", 1.0
    LARGE = "large", 1.25
    LARGEST = "largest", 1.5


TEXT_PX, SMALL_PX = 13, 12
SPACE_S, SPACE, SPACE_M, SPACE_L = 4, 8, 12, 16
FIELD_RADIUS = 6
FIELD_HEIGHT, SMALL_BUTTON_HEIGHT, ROW_HEIGHT, HEADER_HEIGHT = 32, 28, 40, 36
WIDE_FROM, MIDDLE_FROM = 1240, 980
"""Layout classes (screens.md 1): wide from the first width on, middle from the second, narrow below."""

_PREFERRED = ("Microsoft YaHei UI",)
_FALLBACK = ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "PingFang SC")


_SIZE = re.compile(r"@(\d+)(?:-(\d+))?")
_size = TypeSize.STANDARD
_dressed: TypeSize | None = None


def px(length: float) -> int:
    """A length of screens.md in pixels of the type size in use. Ask when a widget is made or painted, never at import."""
    return round(length * _size.factor)


def type_size() -> TypeSize:
    """The type size in use."""
    return _size


def apply_to(application: QApplication, size: TypeSize | None = None) -> None:
    """Dress the application in this type size; the one in use where none is given. What is shown already must be made anew."""
    global _size, _dressed  # noqa: PLW0603 - one application, one look
    _size = size or _size
    if _dressed is _size:
        return
    if _dressed is None:
        application.setStyle(QStyleFactory.create("Fusion"))
        application.setPalette(_palette())
    _dressed = _size
    application.setFont(_font())
    application.setStyleSheet(style_sheet())


def style_sheet() -> str:
    """The style sheet with its tokens filled in; in it @26 is px(26), and @26-2 two pixels less, which a thicker frame takes."""
    tokens = {tone.name.lower(): tone.value for tone in Tone}
    icons = (RESOURCES / "icons").as_posix()
    text = (RESOURCES / "style.qss").read_text(encoding="utf-8")
    text = Template(text).substitute(tokens, icons=icons)
    return _SIZE.sub(lambda found: f"{px(int(found[1])) - int(found[2] or 0)}px", text)


def font(size: int = TEXT_PX, *, bold: bool = False) -> QFont:
    """The application's font in another size (of screens.md), for painting."""
    result = QFont(QApplication.font())
    result.setPixelSize(px(size))
    result.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return result


def mark(widget: QWidget, **properties: str | bool) -> None:
    """Set properties that the style sheet selects by (`state="wrong"`), and have the widget drawn anew."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _font() -> QFont:
    result = QFont()
    result.setFamilies([*_families(), QFont().family()])
    result.setPixelSize(px(TEXT_PX))
    return result


def _families() -> list[str]:
    installed = set(QFontDatabase.families())
    found = [family for family in _PREFERRED if family in installed]
    if not found:
        # The family inside the shipped file is not always called what the file is: ask Qt.
        for file in sorted((RESOURCES / "fonts").glob("*.[otw]*")):
            found += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    return found + [family for family in _FALLBACK if family in installed]


def _palette() -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, tone in (
        (roles.Window, Tone.PAGE),
        (roles.WindowText, Tone.INK),
        (roles.Base, Tone.PAPER),
        (roles.AlternateBase, Tone.PAGE),
        (roles.Text, Tone.INK),
        (roles.Button, Tone.PAPER),
        (roles.ButtonText, Tone.INK),
        (roles.PlaceholderText, Tone.HINT),
        (roles.Highlight, Tone.BRAND),
        (roles.HighlightedText, Tone.PAPER),
        (roles.Link, Tone.BRAND),
        (roles.ToolTipBase, Tone.INK),
        (roles.ToolTipText, Tone.PAPER),
        (roles.Accent, Tone.BRAND),
    ):
        palette.setColor(role, tone.colour)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, Tone.SUB.colour)
    return palette
