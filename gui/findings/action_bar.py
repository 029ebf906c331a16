"""The bar at the bottom of the form: what is missing at the left, the buttons at the right, the primary outermost."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from gui.busy_mark import BusyMark
from gui.buttons import link_button, plain_button, primary_button
from gui.findings.form_step import FormStep
from gui.icons import Glyph
from gui.texts import picture, small, strong, wrapped
from gui.theme import SPACE, SPACE_L, Tone, px
from resources.words import _, ngettext

HEIGHT = 54
_MOST_NAMED, _ROOMY = 3, 1000
"""How many missing fields are called by name: one less where the bar is narrow."""
_LEAST_WORDS, _WORDS_LINE = 260, 40
"""A problem beside the buttons is at least this wide; over them it is this high."""


class ActionBar(QFrame):
    """Asks for saving, saving and going on, and jumping to the next gap."""

    save_wanted = Signal()
    save_and_next_wanted = Signal()
    jump_wanted = Signal()
    aside_wanted = Signal()
    """Leave this one as a draft and begin another."""
    turn_wanted = Signal(int)
    """In a narrow window: so many steps on, or back."""

    def __init__(self) -> None:
        """Nothing is missing before somebody tried to save."""
        super().__init__()
        self.setObjectName("actionBar")
        self.setProperty("frame", "bar")
        self.setFixedHeight(px(HEIGHT))
        self._mark = picture(Glyph.PROBLEM, Tone.RED)
        self._missing = strong(tone="red")
        self._missing.setObjectName("missingLabel")
        self._titles: tuple[str, ...] = ()
        self._problem = wrapped(strong(tone="red"))
        self._problem.setObjectName("problemLabel")
        self._jump = link_button("jumpButton", _("Jump there  F8"), clicked=self.jump_wanted.emit)
        self._note = small(_("Saving works without a network, it is reported once connected"))
        self._aside = link_button("asideButton", _("Put aside, log another"), clicked=self.aside_wanted.emit)
        self._aside.hide()
        self.next_button = plain_button(
            "saveAndNextButton", _("Save and log the next  Alt+Enter"), clicked=self.save_and_next_wanted.emit
        )
        self.save_button = primary_button(
            "saveButton", _("Save  Ctrl+Enter"), glyph=Glyph.CHECK, clicked=self.save_wanted.emit
        )
        self._busy = BusyMark(self.save_button)
        self._back = plain_button("stepBackButton", _("Step back"), clicked=lambda: self.turn_wanted.emit(-1))
        self._on = primary_button("stepOnButton", _("Next step"), clicked=lambda: self.turn_wanted.emit(1))
        self._next_too, self._begun = True, False
        self._step: FormStep | None = None
        for button in (self._back, self._on, self.next_button, self.save_button):
            button.setProperty("size", "field")
        self._lay_out()
        self.show_missing(())
        self.show_step(None)

    def _lay_out(self) -> None:
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        for part in (self._left, self._right):
            part.setSpacing(SPACE)
        self._left.addWidget(self._mark)
        self._left.addWidget(self._missing)
        self._left.addWidget(self._jump)
        self._left.addWidget(self._problem, 1)
        self._gap = QWidget()
        self._left.addWidget(self._gap, 1)
        self._right.addStretch(1)
        for control in (self._aside, self._note, self._back, self._on, self.next_button, self.save_button):
            self._right.addWidget(control)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(SPACE_L + 4, 0, SPACE_L, 0)
        self._row.setSpacing(SPACE)
        self._row.addLayout(self._left, 1)
        self._row.addLayout(self._right)

    def show_missing(self, titles: Sequence[str]) -> None:
        """List what is missing, by the names of the fields."""
        self._titles = tuple(titles)
        self._name_missing()
        self._show_left(missing=bool(titles), problem=False)

    def show_problem(self, words: str) -> None:
        """Say why saving did not work, in two lines where it must be; it stays until the next attempt."""
        self._problem.setText(words)
        self._show_left(missing=False, problem=bool(words))

    def show_step(self, step: FormStep | None) -> None:
        """In a narrow window: on to the next step, and saving in the last one; None: all at once."""
        self._step = step
        self._show_buttons()

    def _show_left(self, *, missing: bool, problem: bool) -> None:
        self._mark.setVisible(missing or problem)
        for widget in (self._missing, self._jump):
            widget.setVisible(missing)
        self._problem.setVisible(problem)
        self._gap.setVisible(not problem)
        self._fit()

    def _show_buttons(self) -> None:
        step = self._step
        is_last = step in (None, FormStep.CHECK)
        self._back.setVisible(step not in (None, FormStep.PHOTOS))
        self._on.setVisible(not is_last)
        self.save_button.setVisible(is_last)
        self.next_button.setVisible(is_last and self._next_too)
        self._aside.setVisible(self._begun and self._next_too and step in (None, FormStep.PHOTOS))
        self._note.setVisible(not self._begun and step is None)
        self._fit()

    def _fit(self) -> None:
        """What is said stands beside the buttons, over them where both do not fit."""
        margins, words = self._row.contentsMargins(), not self._mark.isHidden()
        room = self.width() - margins.left() - margins.right() - SPACE
        buttons = self._right.sizeHint().width()
        if not self._note.isHidden() and buttons > room:
            self._note.hide()
            buttons = self._right.sizeHint().width()
        if not self._problem.isHidden():
            wanted = self._mark.sizeHint().width() + px(_LEAST_WORDS)
        else:
            wanted = self._left.sizeHint().width() if words else 0
        over = words and wanted + buttons > room
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if over else QBoxLayout.Direction.LeftToRight)
        self.setFixedHeight(px(HEIGHT) + (px(_WORDS_LINE) if over else 0))

    def _name_missing(self) -> None:
        titles, most = self._titles, _MOST_NAMED - (self.width() < px(_ROOMY))
        count = ngettext("{n} thing missing: {fields}", "{n} things missing: {fields}", len(titles))
        self._missing.setText(count.format(n=len(titles), fields=_list(titles, most)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room, fewer names."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._name_missing()
            self._show_buttons()

    def show_begun(self, *, begun: bool) -> None:
        """Once something is in the form it can be put aside as a draft."""
        self._begun = begun
        self._show_buttons()

    def show_busy(self, *, busy: bool) -> None:
        """While it is being written the buttons wait; the fields do not."""
        self.save_button.setEnabled(not busy)
        self._busy.show_busy(busy=busy)
        self.next_button.setEnabled(not busy)

    def show_purpose(self, save: str, *, note: str, next_too: bool) -> None:
        """Other words on the buttons, for completing and correcting."""
        self.save_button.setText(save)
        self._note.setText(note)
        self._next_too = next_too
        self._show_buttons()


def _list(titles: Sequence[str], most: int) -> str:
    """So many by name; more would push the buttons out."""
    named = "、".join(titles[:most])
    return _("{fields} and others").format(fields=named) if len(titles) > most else named
