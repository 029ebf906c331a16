"""The kinds of buttons of screens.md 5, made in one line each."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from gui.icons import Glyph, icon
from gui.theme import Tone, px


def primary_button(name: str, text: str, *, glyph: Glyph | None = None, clicked: Callable[[], object]) -> QPushButton:
    """The one next step, in the brand colour."""
    return _button(name, text, "primary", glyph, Tone.PAPER, clicked)


def plain_button(name: str, text: str, *, glyph: Glyph | None = None, clicked: Callable[[], object]) -> QPushButton:
    """Any other step, outlined."""
    return _button(name, text, "plain", glyph, Tone.INK, clicked)


def link_button(name: str, text: str, *, glyph: Glyph | None = None, clicked: Callable[[], object]) -> QPushButton:
    """A way elsewhere, as a word in the brand colour."""
    return _button(name, text, "link", glyph, Tone.BRAND_INK, clicked)


def icon_button(name: str, says: str, *, glyph: Glyph, clicked: Callable[[], object]) -> QPushButton:
    """An icon alone, 28×28; `says` is its tooltip and accessible name."""
    button = _button(name, "", "bare", glyph, Tone.SUB, clicked)
    button.setFixedSize(px(28), px(28))
    button.setToolTip(says)
    button.setAccessibleName(says)
    return button


def tab_button(name: str, text: str, *, clicked: Callable[[], object]) -> QPushButton:
    """One of a row of tabs or segments: stands in a frame "tabs" or "segments", checkable."""
    button = _button(name, text, "tab", None, Tone.SUB, clicked)
    button.setCheckable(True)
    return button


def as_kind(button: QPushButton, kind: str) -> None:
    """Make a button another kind (plain, primary, locked) while it stays what it is."""
    if button.property("kind") != kind:
        button.setProperty("kind", kind)
        _repolish(button)


def _button(
    name: str, text: str, kind: str, glyph: Glyph | None, tone: Tone, clicked: Callable[[], object]
) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("kind", kind)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAutoDefault(False)
    if glyph is not None:
        button.setIcon(icon(glyph, tone))
        button.setIconSize(QSize(px(16), px(16)))
    button.clicked.connect(lambda _checked=False: clicked())
    return button


def _repolish(widget: QWidget) -> None:
    widget.style().unpolish(widget)
    widget.style().polish(widget)
