"""Labels of the few kinds that screens are written in: titles, small print, facts with their tone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from gui.icons import Glyph, pixmap
from gui.theme import Tone, px
from resources.words import _


def page_title(text: str = "") -> QLabel:
    """18 px, bold."""
    return _label(text, "page-title")


def card_title(text: str = "") -> QLabel:
    """15 px, bold."""
    return _label(text, "card-title")


def strong(text: str = "", *, tone: str = "") -> QLabel:
    """13 px, bold; tone red, amber, green, brand, teal or sub."""
    return _label(text, "strong", tone)


def plain(text: str = "", *, tone: str = "") -> QLabel:
    """13 px."""
    return _label(text, "plain", tone)


def small(text: str = "", *, tone: str = "") -> QLabel:
    """12 px, secondary."""
    return _label(text, "small", tone)


def source(text: str = "") -> QLabel:
    """12 px, green: where a default comes from."""
    return _label(text, "source")


def required() -> QLabel:
    """必填, the word, not a star."""
    return _label(_("required"), "required")


def wrapped(label: QLabel) -> QLabel:
    """The same label, breaking into lines where it must; can be selected and copied."""
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def picture(glyph: Glyph, tone: Tone, *, size: int = 16, says: str = "") -> QLabel:
    """An icon beside words; `says` only where no word stands beside it."""
    label = QLabel()
    label.setPixmap(pixmap(glyph, tone, size=px(size), ratio=label.devicePixelRatioF()))
    label.setFixedSize(px(size), px(size))
    label.setAccessibleName(says)
    label.setToolTip(says)
    return label


def _label(text: str, kind: str, tone: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", kind)
    if tone:
        label.setProperty("tone", tone)
    # what people typed is text, never markup
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
