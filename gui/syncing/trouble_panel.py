"""What unfolds under something stuck: why, is it safe, what to do, and the buttons for that."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from gui.buttons import plain_button, primary_button
from gui.icons import Glyph
from gui.syncing.exchange_rows import ExchangeRow
from gui.syncing.exchange_words import name_and_size, reason_of
from gui.texts import picture, plain, strong, wrapped
from gui.theme import Tone
from resources.words import _


class TroublePanel(QFrame):
    """Three lines and one to three buttons for one row."""

    again_requested = Signal()
    open_requested = Signal(str)

    def __init__(self) -> None:
        """Hidden until a row needs a person."""
        super().__init__()
        self.setObjectName("troublePanel")
        self.setProperty("frame", "red")
        self._row: ExchangeRow | None = None
        self._name = strong(tone="red")
        self._answers = [wrapped(plain(tone="red")) for _each in range(3)]
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(picture(Glyph.PROBLEM, Tone.LIGHT_RED))
        head.addWidget(self._name, 1)
        column.addLayout(head)
        column.addLayout(self._lines())
        column.addLayout(self._buttons())
        self.hide()

    def show_row(self, row: ExchangeRow | None) -> None:
        """Explain this row; nothing to explain hides the panel."""
        self._row = row if row is not None and row.needs_person else None
        self.setVisible(self._row is not None)
        if self._row is None:
            return
        reason = reason_of(self._row)
        self._name.setText(name_and_size(self._row))
        for label, text in zip(self._answers, (reason.why, reason.safe, reason.do), strict=True):
            label.setText(text)

    def _lines(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(8)
        questions = (_("Why is it stuck?"), _("Is the data safe?"), _("What to do?"))
        for line, (question, label) in enumerate(zip(questions, self._answers, strict=True)):
            grid.addWidget(strong(question, tone="red"), line, 0)
            grid.addWidget(label, line, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(primary_button("againButton", _("Try again now"), glyph=Glyph.REFRESH, clicked=self._again))
        row.addWidget(plain_button("openTroubleButton", _("Open the finding"), clicked=self._open))
        copy = _("Copy for the administrator")
        row.addWidget(plain_button("copyTroubleButton", copy, glyph=Glyph.COPY, clicked=self._copy))
        row.addStretch(1)
        return row

    def _again(self) -> None:
        self.again_requested.emit()

    def _open(self) -> None:
        if self._row is not None:
            self.open_requested.emit(self._row.finding)

    def _copy(self) -> None:
        if self._row is not None:
            row = self._row
            facts = (row.number, row.title, row.state.value, row.reason or "", row.key)
            QGuiApplication.clipboard().setText("\n".join(facts))
