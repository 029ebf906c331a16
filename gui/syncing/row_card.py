"""The card of rows on the exchange screen: tabs, the table, and what unfolds under something stuck."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from gui.buttons import tab_button
from gui.card import Card
from gui.flow import Flow
from gui.labels import number
from gui.syncing.exchange_model import ExchangeModel
from gui.syncing.exchange_rows import MOST_ROWS, ExchangeRow, ExchangeView, Show
from gui.syncing.exchange_table import ExchangeTable, Pictures
from gui.syncing.log_table import LogTable
from gui.syncing.trouble_panel import TroublePanel
from gui.texts import plain, small, wrapped
from gui.theme import HEADER_HEIGHT, ROW_HEIGHT, px
from resources.words import N_, _

_LEAST_ROWS = 2
"""Stay in sight: the page scrolls rather than the table vanish."""
_TABS = {
    Show.NOT_THERE: N_("Not with the bureau"),
    Show.TO_SEE_TO: N_("To see to"),
    Show.RECEIVED: N_("Received"),
    Show.ALL: N_("All"),
    Show.LOG: N_("Exchange log"),
}
_EMPTY = {
    Show.NOT_THERE: N_("Everything is with the bureau and checked."),
    Show.TO_SEE_TO: N_("Nothing is stuck."),
    Show.RECEIVED: N_("Nothing has come down from others yet."),
    Show.ALL: N_("Nothing has been recorded on this computer yet."),
    Show.LOG: N_("No exchange has moved anything or ended early yet."),
}


class RowCard(Card):
    """Shows one ExchangeView; the tab that is asked for is read by whoever listens to `show_requested`."""

    show_requested = Signal()
    again_requested = Signal()
    open_requested = Signal(str)

    def __init__(self, pictures: Pictures) -> None:
        """Not with the bureau is the first tab."""
        super().__init__(name="exchangeRows")
        self.show_asked = Show.NOT_THERE
        self._model = ExchangeModel()
        self._table = ExchangeTable(self._model, pictures)
        self._log = LogTable()
        self._trouble = TroublePanel()
        self._empty = wrapped(plain(tone="sub"))
        self._more = small()
        self._keys = small(_("Enter opens the finding · R tries again"))
        self._group = QButtonGroup(self)
        self._buttons = {show: self._tab(show) for show in Show}
        self.body.setContentsMargins(0, 0, 0, 8)
        self.body.setSpacing(0)
        self.body.addWidget(self._tabs())
        self.body.addWidget(self._trouble_row())
        self.body.addWidget(self._middle(), 1)
        self.body.addLayout(self._foot())
        self._table.row_chosen.connect(self._on_chosen)
        self._table.open_requested.connect(self.open_requested)
        self._table.again_requested.connect(self.again_requested)
        self._trouble.open_requested.connect(self.open_requested)
        self._trouble.again_requested.connect(self.again_requested)

    def show_view(self, view: ExchangeView, now: datetime, held: str = "") -> None:
        """The rows and the number on each tab; times of the log are told as of `now`. `held`: what photos wait for."""
        for show, button in self._buttons.items():
            count = view.counts.get(show, 0)
            button.setText(f"{_(_TABS[show])} {number(count)}" if count else _(_TABS[show]))
        if view.show is not self.show_asked:
            return
        self._model.show_rows(view.rows, held)
        self._log.show_log(view.log, now)
        face = self._table if view.rows else self._log if view.log else self._nothing
        self._stack.setCurrentWidget(face)
        self._empty.setText(_(_EMPTY[view.show]))
        self._more.setText(_left_out(view))
        self._keys.setHidden(view.show is Show.LOG)
        chosen = self._table.currentIndex()
        if not chosen.isValid() and view.rows and view.rows[0].needs_person:
            self._table.selectRow(0)
        self._on_chosen(self._chosen())

    @Slot()
    def repaint_pictures(self) -> None:
        """A thumbnail arrived."""
        self._table.viewport().update()

    def _chosen(self) -> ExchangeRow | None:
        index = self._table.currentIndex()
        return self._model.rows[index.row()] if index.isValid() and index.row() < len(self._model.rows) else None

    def _on_chosen(self, row: ExchangeRow | None) -> None:
        self._trouble.show_row(row)
        self._unfolded.setHidden(self._trouble.isHidden())

    def _tab(self, show: Show) -> QPushButton:
        def choose() -> None:
            self.show_asked = show
            self.show_requested.emit()

        button = tab_button(f"{show.value}Tab", _(_TABS[show]), clicked=choose)
        button.setChecked(show is self.show_asked)
        self._group.addButton(button)
        return button

    def _tabs(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("frame", "tabs")
        row = Flow(0)
        row.setContentsMargins(8, 2, 8, 0)
        frame.setLayout(row)
        for button in self._buttons.values():
            row.addWidget(button)
        return frame

    def _trouble_row(self) -> QWidget:
        self._unfolded = QWidget()
        row = QHBoxLayout(self._unfolded)
        row.setContentsMargins(14, 10, 14, 10)
        row.addWidget(self._trouble)
        self._unfolded.hide()
        return self._unfolded

    def _middle(self) -> QWidget:
        middle = QWidget()
        # without a parent its first part would show as a window of its own for a moment
        self._stack = QStackedLayout(middle)
        for face in (self._table, self._log):
            face.setMinimumHeight(px(HEADER_HEIGHT) + _LEAST_ROWS * px(ROW_HEIGHT))
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._log)
        self._nothing = QWidget()
        column = QVBoxLayout(self._nothing)
        column.setContentsMargins(16, 24, 16, 16)
        column.addWidget(self._empty)
        column.addStretch(1)
        self._stack.addWidget(self._nothing)
        return middle

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 0)
        row.addWidget(self._more)
        row.addStretch(1)
        row.addWidget(self._keys)
        return row


def _left_out(view: ExchangeView) -> str:
    if len(view.log) == MOST_ROWS:
        return _("The newest {n} are shown").format(n=number(MOST_ROWS))
    hidden = view.counts.get(view.show, 0) - len(view.rows)
    if hidden <= 0 or len(view.rows) < MOST_ROWS:
        return ""
    return _("{n} more are not shown here").format(n=number(hidden))
