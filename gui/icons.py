"""Every icon by what it stands for; the drawings are Material Design Icons out of qtawesome's font."""

from enum import Enum
from functools import cache

from PySide6.QtGui import QIcon, QPixmap

from gui.glyph_engine import GlyphEngine
from gui.theme import Tone


class Glyph(Enum):
    """What an icon stands for, and its name in the font."""

    BRAND = "shield-check"
    WORKBENCH = "view-dashboard-outline"
    LEDGER = "table-large"
    EXCHANGE = "sync"
    SETTINGS = "cog-outline"
    PERSON = "account-circle"
    ADD = "plus"
    ADD_PHOTO = "image-plus-outline"
    PHOTO = "image-outline"
    PASTE = "content-paste"
    COPY = "content-copy"
    EDIT = "pencil-outline"
    REMOVE = "trash-can-outline"
    CLOSE = "close"
    CHECK = "check"
    SEARCH = "magnify"
    REFRESH = "refresh"
    FORWARD = "arrow-right"
    NEXT = "chevron-right"
    UNFOLD = "chevron-down"
    FOLD = "chevron-up"
    UP = "arrow-up"
    DOWN = "arrow-down"
    STAR = "star-outline"
    FILTER = "filter-variant"
    POSITION = "map-marker-outline"
    LOCK = "lock-outline"
    EYE = "eye-outline"
    HISTORY = "history"
    PAUSE = "pause"
    RETURNED = "arrow-u-left-top"
    TO_VERIFY = "clipboard-check-outline"
    DRAFT = "file-edit-outline"
    UNSENT = "cloud-upload-outline"
    OFFLINE = "cloud-off-outline"
    CONNECTED = "cloud-check-outline"
    LAPTOP = "laptop"
    UPLOAD = "upload"
    SERVER = "server"
    VERIFIED = "shield-check-outline"
    RESUBMITTED = "send-outline"
    UNKNOWN = "help-circle-outline"
    GOOD = "check-circle"
    NOT_YET = "circle-outline"
    WARNING = "alert"
    PROBLEM = "alert-octagon"
    INFO = "information-outline"
    CLOSED = "checkbox-marked"
    DUE = "timer-sand"
    OVERDUE = "timer-alert-outline"
    DISPATCH = "clipboard-arrow-right-outline"
    SIGN = "clipboard-edit-outline"
    RECTIFY = "progress-wrench"
    ACCEPT = "clipboard-search-outline"
    REVIEW = "file-check-outline"
    NOTICE = "bullhorn-outline"
    USER_SWITCH = "account-switch-outline"
    LACKING = "close-circle"
    NO_PHOTO = "image-off-outline"
    CURRENT = "record-circle"
    ENTERPRISE = "factory"
    UNIT = "domain"
    HELP = "lifebuoy"
    KEYBOARD = "keyboard-outline"
    CONTENTS = "format-list-bulleted"
    BACK = "arrow-left"


@cache
def icon(glyph: Glyph, tone: Tone = Tone.INK, *, checked: Tone | None = None) -> QIcon:
    """The icon in one colour; `checked` is its colour on a button that is on. Needs a QApplication."""
    return QIcon(GlyphEngine(glyph.value, tone, checked or tone))


@cache
def pixmap(glyph: Glyph, tone: Tone = Tone.INK, *, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels, for labels and painting."""
    picture = icon(glyph, tone).pixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture
