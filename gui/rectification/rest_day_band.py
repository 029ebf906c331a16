"""The amber band under a deadline on a day of rest: it is not moved by itself, but a person may move it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from gui.buttons import plain_button
from gui.day_words import named_day
from gui.icons import Glyph
from gui.texts import picture, plain, wrapped
from gui.theme import SPACE, SPACE_M, SPACE_S, Tone
from models.rest_days import RestDays
from resources.words import _


class RestDayBand(QFrame):
    """Hidden on working days, and for a day that a person kept."""

    moved = Signal(object)
    """The working day that was chosen instead."""
    settled = Signal()
    """It is to stay as it is."""

    def __init__(self, rest: RestDays, today: date) -> None:
        """Nothing to say yet."""
        super().__init__()
        self.setObjectName("restDayBand")
        self.setProperty("frame", "amber")
        self._rest, self._today = rest, today
        self._kept: date | None = None
        self._day = today
        self._words = wrapped(plain(tone="amber"))
        self._before = plain_button("restDayBefore", "", clicked=self._on_before)
        self._after = plain_button("restDayAfter", "", clicked=self._on_after)
        self._keep = plain_button("restDayKeep", _("Keep this day"), clicked=self._on_keep)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE_S, SPACE, SPACE_S)
        row.setSpacing(SPACE)
        row.addWidget(picture(Glyph.WARNING, Tone.LIGHT_AMBER), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        for button in (self._before, self._after, self._keep):
            row.addWidget(button)
        self.hide()

    def show_day(self, day: date) -> None:
        """Say something of this day where there is something to say."""
        self._day = day
        before, after = self._rest.working_before(day), self._rest.working_after(day)
        self._words.setText(_("{day}: a day of rest; it is not moved.").format(day=named_day(day)))
        self._before.setText(_("Move to {day}").format(day=named_day(before)))
        self._before.setVisible(before >= self._today)
        self._after.setText(_("Move to {day}").format(day=named_day(after)))
        self.setVisible(self._rest.is_rest(day) and day != self._kept)

    def _on_before(self) -> None:
        self.moved.emit(self._rest.working_before(self._day))

    def _on_after(self) -> None:
        self.moved.emit(self._rest.working_after(self._day))

    def _on_keep(self) -> None:
        self._kept = self._day
        self.hide()
        self.settled.emit()
