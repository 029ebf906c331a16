"""还没到局里: how much of my work is only on this computer, and the way to send it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from gui import labels
from gui.buttons import plain_button, primary_button
from gui.card import Card
from gui.connection import Connection
from gui.icons import Glyph, pixmap
from gui.texts import plain, small, strong, wrapped
from gui.theme import Tone, mark, px
from models.findings import Safety
from resources.words import N_, _

_CONNECTIONS = {
    Connection.CONNECTED: (Glyph.CONNECTED, Tone.GREEN, N_("Connected"), "green"),
    Connection.SENDING: (Glyph.UNSENT, Tone.BRAND, N_("Reporting"), "brand"),
    Connection.OFFLINE: (Glyph.OFFLINE, Tone.AMBER, N_("Offline"), "amber"),
    Connection.PAUSED: (Glyph.PAUSE, Tone.AMBER, N_("Paused"), "amber"),
    Connection.UNCONNECTED: (Glyph.OFFLINE, Tone.AMBER, N_("Not connected yet"), "amber"),
    Connection.BLOCKED: (Glyph.PROBLEM, Tone.LIGHT_RED, N_("To see to"), "red"),
}
_ELSEWISE = (Glyph.NOT_YET, Tone.SUB, N_("Looking for the bureau"), "sub")


def connection_look(connection: Connection) -> tuple[Glyph, Tone, str, str]:
    """Mark and its tone, words and theirs."""
    glyph, tone, words, look = _CONNECTIONS.get(connection, _ELSEWISE)
    return glyph, tone, _(words), look


class UnsentCard(Card):
    """Two numbers, whether it is safe, and 立即同步."""

    exchange_requested = Signal()
    details_requested = Signal()

    def __init__(self) -> None:
        """Zero until counted."""
        super().__init__(_("Not yet with the bureau"), name="unsentCard")
        self._mark, self._where = QLabel(), strong()
        self._records, self._photos = strong("0"), strong("0")
        for number in (self._records, self._photos):
            number.setProperty("kind", "count")
        self._safe = wrapped(small())
        self._button: QPushButton = primary_button(
            "exchangeButton", _("Exchange now  F9"), glyph=Glyph.EXCHANGE, clicked=self.exchange_requested.emit
        )
        self.header.addWidget(self._mark)
        self.header.addWidget(self._where)
        self.body.addLayout(self._numbers())
        self.body.addWidget(self._safe)
        self.body.addLayout(self._buttons())

    def show_safety(self, safety: Safety, connection: Connection) -> None:
        """Counted from the journal this moment."""
        self._records.setText(labels.number(safety.records))
        self._photos.setText(labels.number(safety.photos))
        self._safe.setText(_safe_words(safety, connection))
        glyph, tone, words, look = connection_look(connection)
        self._mark.setPixmap(pixmap(glyph, tone, size=px(16), ratio=self.devicePixelRatioF()))
        self._where.setText(words)
        mark(self._where, tone=look)
        busy = {Connection.SENDING: _("Exchanging…"), Connection.UNCONNECTED: _("Connect to the bureau  F9")}
        self._button.setText(busy.get(connection, _("Exchange now  F9")))
        self._details.setVisible(connection is not Connection.UNCONNECTED)

    def show_held(self, words: str) -> None:
        """What photos wait for by the person's own choice, instead of that they go by themselves."""
        if words:
            self._safe.setText(words)

    def _numbers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for number, word in ((self._records, _("records")), (self._photos, _("photos"))):
            row.addWidget(number)
            row.addWidget(plain(word, tone="sub"))
            row.addSpacing(10)
        row.addStretch(1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._button)
        self._details = plain_button("exchangeDetailsButton", _("Each one"), clicked=self.details_requested.emit)
        row.addWidget(self._details)
        row.addStretch(1)
        return row


def _safe_words(safety: Safety, connection: Connection) -> str:
    if connection is Connection.UNCONNECTED:
        return _("It is stored on this computer and waits among the drafts. Once connected you check and register it.")
    if safety.refused or safety.stuck:
        return _("Everything is stored on this computer. Something needs you: see the exchange page.")
    if not safety.records and not safety.photos:
        return _("Everything is with the bureau and was read again there.")
    if connection is Connection.SENDING:
        return _("All of it is stored on this computer and is on its way now.")
    return _("All of it is stored on this computer. It goes by itself as soon as the bureau can be reached.")
