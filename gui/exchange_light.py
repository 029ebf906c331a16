"""The exchange light in the rail: what the connection is, what is not yet safe, when it was last exchanged."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from gui import labels
from gui.connection import Connection
from gui.icons import Glyph, pixmap
from gui.theme import Tone, px
from gui.waiting_photos import short_words, still
from models.findings import Safety
from resources.words import N_, _, ngettext
from sync.timing import Waiting


@dataclass(frozen=True, slots=True)
class LightWords:
    """The three lines and the mark beside them."""

    glyph: Glyph
    tone: Tone
    first: str
    second: str
    third: str
    short: str
    """One word for the narrow rail."""


def light_words(
    connection: Connection,
    safety: Safety,
    *,
    last: datetime | None,
    now: datetime,
    reason: str | None = None,
    waiting: Waiting | None = None,
) -> LightWords:
    """What the light says; `safety` was counted from the journal this moment, `reason` is what ended the last exchange.

    `waiting`: what photos wait for by the person's own choice.
    """
    short = _short(connection, safety)
    third = _("Last exchange {time}").format(time=labels.moment(last, now)) if last else _("Not exchanged yet")
    if connection is Connection.SENDING:
        return LightWords(Glyph.UNSENT, Tone.RAIL_TEXT, _("Reporting"), _not_yet(safety, sending=True), third, short)
    if connection is Connection.UNCONNECTED:
        here = _not_yet(safety) if safety.records else _("What you write down stays here")
        return LightWords(
            Glyph.OFFLINE, Tone.RAIL_AMBER, _("Not connected yet"), here, _("Press here to connect"), short
        )
    if connection is Connection.BLOCKED or safety.refused or safety.stuck:
        things = safety.refused + safety.stuck + (connection is Connection.BLOCKED)
        first = ngettext("{n} thing to see to", "{n} things to see to", things).format(n=things)
        return LightWords(Glyph.PROBLEM, Tone.RAIL_RED, first, _trouble(connection, safety, reason), third, short)
    if connection is Connection.CONNECTED:
        first, held = _("Connected to the bureau"), still(waiting, now)
        second = short_words(safety.photos, held, now) if held and safety.photos else _not_yet(safety)
        return LightWords(Glyph.CONNECTED, Tone.RAIL_GREEN, first, second, third, short)
    first = {
        Connection.OFFLINE: _("Offline"),
        Connection.PAUSED: _("Exchange paused"),
        Connection.UNKNOWN: _("Looking for the bureau"),
    }[connection]
    return LightWords(Glyph.OFFLINE, Tone.RAIL_AMBER, first, _not_yet(safety), third, short)


def _short(connection: Connection, safety: Safety) -> str:
    """What is not yet safe comes before what the connection is."""
    if connection is not Connection.SENDING and (connection is Connection.BLOCKED or safety.refused or safety.stuck):
        return _("To see to (rail)")
    if safety.records or safety.photos:
        return _("{n} to go (rail)").format(n=labels.number(safety.records + safety.photos))
    return _(_SHORT[connection])


_SHORT = {
    Connection.SENDING: N_("Reporting (rail)"),
    Connection.CONNECTED: N_("Stored (rail)"),
    Connection.OFFLINE: N_("Offline"),
    Connection.PAUSED: N_("Paused (rail)"),
    Connection.UNKNOWN: N_("Looking (rail)"),
    Connection.UNCONNECTED: N_("Connect (rail)"),
    Connection.BLOCKED: N_("To see to (rail)"),
}


def _not_yet(safety: Safety, *, sending: bool = False) -> str:
    if not safety.records and not safety.photos:
        return _("Everything checked and stored")
    if sending and not safety.records:
        return ngettext(
            "{n} photo not yet with the bureau", "{n} photos not yet with the bureau", safety.photos
        ).format(n=labels.number(safety.photos))
    return _("{amount} not yet with the bureau").format(amount=labels.waiting(safety.records, safety.photos))


def _trouble(connection: Connection, safety: Safety, reason: str | None) -> str:
    if connection is Connection.BLOCKED:
        return _(_HINDRANCES.get(reason or "", _SOMETHING))
    if safety.stuck:
        return ngettext("{n} photo is stuck", "{n} photos are stuck", safety.stuck).format(n=safety.stuck)
    return ngettext("{n} record was not taken", "{n} records were not taken", safety.refused).format(n=safety.refused)


_SOMETHING = N_("Something is in the way")
_HINDRANCES = {
    "portal": N_("Network asks for a login"),
    "signed_out": N_("Sign-in has expired"),
    "wrong_server": N_("Not our bureau's server"),
    "program_too_old": N_("A newer version is needed"),
}


class ExchangeLight(QPushButton):
    """Shows LightWords; a click opens 同步."""

    def __init__(self) -> None:
        """Empty until the first words."""
        super().__init__()
        self.setObjectName("exchangeLight")
        self.setFixedHeight(px(76))
        self._mark, self._first, self._second, self._third = QLabel(), QLabel(), QLabel(), QLabel()
        self._short = QLabel()
        self._short.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._short.setProperty("line", "short")
        self._short.hide()
        self._second.setWordWrap(True)
        self._first.setProperty("line", "first")
        self._third.setProperty("line", "last")
        self._lines()

    def show_words(self, words: LightWords) -> None:
        """Say these three lines."""
        self._mark.setPixmap(pixmap(words.glyph, words.tone, size=16, ratio=self.devicePixelRatioF()))
        texts = (words.first, words.second, words.third, words.short)
        for label, text in zip((self._first, self._second, self._third, self._short), texts, strict=True):
            label.setText(text)
        self._fit_height()
        spoken = f"{words.first}\n{words.second}\n{words.third}"
        self.setToolTip(spoken)
        self.setAccessibleName(spoken)

    def show_narrow(self, *, narrow: bool) -> None:
        """In the narrow rail the mark and one word remain; all words stand in the tooltip."""
        for label in (self._first, self._second, self._third):
            label.setVisible(not narrow)
        self._short.setVisible(narrow)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter if narrow else Qt.AlignmentFlag.AlignLeft)
        self._column.setContentsMargins(*((0, 6, 0, 4) if narrow else (10, 6, 4, 6)))
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may break the second line elsewhere."""
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        """What is in the way may take two lines."""
        if self._second.isHidden():
            self.setFixedHeight(px(50))
            return
        one, room = self._second.fontMetrics().height(), max(self._second.width(), 1)
        self.setFixedHeight(px(76) + max(0, self._second.heightForWidth(room) - one))

    def _lines(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 4, 6)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._mark)
        top.addWidget(self._first, 1)
        column.addLayout(top)
        column.addWidget(self._second)
        column.addWidget(self._third)
        column.addWidget(self._short)
        for label in (self._mark, self._first, self._second, self._third, self._short):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setTextFormat(Qt.TextFormat.PlainText)
