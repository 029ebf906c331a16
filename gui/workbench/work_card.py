"""The card of 今天要办的事: the list, or what to say when there is none, is read, or could not be read."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from gui.buttons import link_button, plain_button, primary_button
from gui.card import Card, line
from gui.icons import Glyph
from gui.labels import number
from gui.row_shapes import RowShapes
from gui.texts import plain, small, wrapped
from gui.workbench.work_list import WorkList, WorkModel
from gui.workbench.work_painter import ROW
from gui.workbench.work_row import Kind, WorkRow
from resources.words import _

MOST_ROWS = 50


class WorkCard(Card):
    """Shows rows; a person's wishes go out as signals."""

    open_requested = Signal(object)
    step_requested = Signal(object)
    known_requested = Signal(object)
    raise_requested = Signal()
    again_requested = Signal()
    rest_requested = Signal()
    """What is more than the list shows: it stands in the ledger."""

    def __init__(self, *, may_raise: bool) -> None:
        """Empty shapes until the first rows."""
        super().__init__(_("To do today"), name="workCard")
        self.body.setContentsMargins(1, 10, 1, 1)
        self.body.setSpacing(6)
        self.header.setContentsMargins(11, 0, 11, 0)
        self._rest = link_button("restButton", "", clicked=self.rest_requested.emit)
        self._rest.hide()
        self.header.addWidget(self._rest)
        self._keys = small(_("Enter opens · ↑↓ choose · Ctrl+Enter does it"))
        self.header.addWidget(self._keys)
        self._model = WorkModel()
        self._list = WorkList(self._model)
        self._list.open_requested.connect(self.open_requested)
        self._list.step_requested.connect(self.step_requested)
        self._list.known_requested.connect(self.known_requested)
        self._stack = QStackedLayout()
        # first, or what is added to it shows as a window of its own for a moment
        self.body.addLayout(self._stack, 1)
        self._shapes = RowShapes(self._list, row=ROW)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._nothing(may_raise=may_raise))
        self._stack.addWidget(self._failed())

    def add_below(self, widget: QWidget) -> None:
        """Something that stands under the list in the same card."""
        self.body.addWidget(line())
        self.body.addWidget(widget)

    def wait(self) -> None:
        """Rows are on their way: shapes stand for them if it takes longer than a blink."""
        if not self._model.rows:
            self._stack.setCurrentIndex(0)
            self._shapes.wait()

    def show_rows(self, rows: tuple[WorkRow, ...], *, more: int = 0) -> None:
        """The things to do, at most fifty; the rest, and `more` that were not read, are named."""
        self._shapes.done()
        self._model.show_rows(rows[:MOST_ROWS])
        more += max(0, len(rows) - MOST_ROWS)
        self.remark.setText(_("{n} by urgency").format(n=number(len(rows))) if rows else "")
        self._rest.setText(_("{n} more, see the ledger").format(n=number(more)))
        self._rest.setVisible(more > 0)
        self._fit_header()
        self._stack.setCurrentIndex(0 if rows else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The keys are told where there is room to."""
        super().resizeEvent(event)
        self._fit_header()

    def _fit_header(self) -> None:
        parts = (self.title, self.remark, self._rest)
        taken = sum(part.sizeHint().width() + self.header.spacing() for part in parts if not part.isHidden())
        margins = self.header.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self.header.spacing()
        self._keys.setVisible(taken + self._keys.sizeHint().width() <= room)

    def show_failed(self) -> None:
        """The list could not be read."""
        self._shapes.done()
        self._stack.setCurrentIndex(2)

    def focus_rows(self) -> None:
        """Ready for the arrows."""
        self._list.setFocus()

    def choose_first(self, kind: Kind) -> None:
        """Go to the first row of a kind."""
        for place, row in enumerate(self._model.rows):
            if row.kind is kind:
                self._list.setCurrentIndex(self._model.index(place))
                self._list.setFocus()
                return

    def _nothing(self, *, may_raise: bool) -> QWidget:
        words = plain(_("Nothing to do today."))
        if not may_raise:
            return _message(words)
        button = primary_button(
            "raiseFromEmptyButton", _("Log finding  Ctrl+N"), glyph=Glyph.ADD, clicked=self.raise_requested.emit
        )
        words.setText(_("Nothing to do today. You can go on patrol and log what you find."))
        return _message(words, button)

    def _failed(self) -> QWidget:
        words = _("The list could not be read. All records are there, nothing is lost. Please press “Read again”.")
        button = plain_button("readAgainButton", _("Read again"), clicked=self.again_requested.emit)
        return _message(plain(words), button)


def _message(words: QLabel, *buttons: QWidget) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(16, 20, 16, 16)
    column.setSpacing(12)
    column.addWidget(wrapped(words))
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(1)
    return inside
