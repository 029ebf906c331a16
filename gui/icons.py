"""Every icon by what it stands for; the drawings are Material Design Icons out of qtawesome's font."""

from enum import Enum
from functools import cache

import qtawesome
from PySide6.QtGui import QIcon, QPixmap

from gui.theme import Tone


class Glyph(Enum):
    """What an icon stands for, and its name in the font."""

    BRAND = "mdi6.shield-check"
    WORKBENCH = "mdi6.view-dashboard-outline"
    LEDGER = "mdi6.table-large"
    EXCHANGE = "mdi6.sync"
    PERSON = "mdi6.account-circle"
    ADD = "mdi6.plus"
    ADD_PHOTO = "mdi6.image-plus-outline"
    PHOTO = "mdi6.image-outline"
    PASTE = "mdi6.content-paste"
    COPY = "mdi6.content-copy"
    EDIT = "mdi6.pencil-outline"
    REMOVE = "mdi6.trash-can-outline"
    CLOSE = "mdi6.close"
    CHECK = "mdi6.check"
    SEARCH = "mdi6.magnify"
    REFRESH = "mdi6.refresh"
    FORWARD = "mdi6.arrow-right"
    NEXT = "mdi6.chevron-right"
    UNFOLD = "mdi6.chevron-down"
    FOLD = "mdi6.chevron-up"
    POSITION = "mdi6.map-marker-outline"
    LOCK = "mdi6.lock-outline"
    EYE = "mdi6.eye-outline"
    HISTORY = "mdi6.history"
    PAUSE = "mdi6.pause"
    RETURNED = "mdi6.arrow-u-left-top"
    TO_VERIFY = "mdi6.clipboard-check-outline"
    DRAFT = "mdi6.file-edit-outline"
    UNSENT = "mdi6.cloud-upload-outline"
    OFFLINE = "mdi6.cloud-off-outline"
    CONNECTED = "mdi6.cloud-check-outline"
    LAPTOP = "mdi6.laptop"
    UPLOAD = "mdi6.upload"
    SERVER = "mdi6.server"
    VERIFIED = "mdi6.shield-check-outline"
    RESUBMITTED = "mdi6.send-outline"
    UNKNOWN = "mdi6.help-circle-outline"
    GOOD = "mdi6.check-circle"
    NOT_YET = "mdi6.circle-outline"
    WARNING = "mdi6.alert"
    PROBLEM = "mdi6.alert-octagon"
    INFO = "mdi6.information-outline"
    CLOSED = "mdi6.checkbox-marked"
    DUE = "mdi6.timer-sand"
    OVERDUE = "mdi6.timer-alert-outline"
    DISPATCH = "mdi6.clipboard-arrow-right-outline"
    SIGN = "mdi6.clipboard-edit-outline"
    RECTIFY = "mdi6.progress-wrench"
    ACCEPT = "mdi6.clipboard-search-outline"
    REVIEW = "mdi6.file-check-outline"
    NOTICE = "mdi6.bullhorn-outline"
    USER_SWITCH = "mdi6.account-switch-outline"
    LACKING = "mdi6.close-circle"
    NO_PHOTO = "mdi6.image-off-outline"
    CURRENT = "mdi6.record-circle"


@cache
def icon(glyph: Glyph, tone: Tone = Tone.INK, *, checked: Tone | None = None) -> QIcon:
    """The icon in one colour; `checked` is its colour on a button that is on. Needs a QApplication."""
    options: dict[str, str] = {"color": tone.value, "color_disabled": Tone.SUB.value}
    if checked is not None:
        options["color_on"] = checked.value
    result: QIcon = qtawesome.icon(glyph.value, **options)
    return result


def pixmap(glyph: Glyph, tone: Tone = Tone.INK, *, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels, for labels and painting."""
    picture = icon(glyph, tone).pixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture
