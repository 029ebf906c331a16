"""The bar at the bottom of the form: what is missing at the left, the buttons at the right, the primary outermost."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gui.buttons import link_button, plain_button, primary_button
from gui.icons import Glyph
from gui.texts import picture, small, strong, wrapped
from gui.theme import SPACE, SPACE_L, SPACE_M, Tone, px
from resources.words import _, ngettext

HEIGHT = 54
_MOST_NAMED, _ROOMY = 3, 1000
"""How many missing fields are called by name: one less where the bar is narrow."""


class ActionBar(QFrame):
    """Asks for saving, saving and going on, and jumping to the next gap."""

    save_wanted = Signal()
    save_and_next_wanted = Signal()
    jump_wanted = Signal()
    aside_wanted = Signal()
    """Leave this one as a draft and begin another."""

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
        for button in (self.next_button, self.save_button):
            button.setProperty("size", "field")
        self._lay_out()
        self.show_missing(())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L + 4, 0, SPACE_L, 0)
        row.setSpacing(SPACE)
        row.addWidget(self._mark)
        row.addWidget(self._missing)
        row.addWidget(self._jump)
        row.addWidget(self._problem, 1)
        self._gap = QWidget()
        row.addWidget(self._gap, 1)
        row.addWidget(self._aside)
        row.addWidget(self._note)
        row.addSpacing(SPACE_M - SPACE)
        row.addWidget(self.next_button)
        row.addWidget(self.save_button)

    def show_missing(self, titles: Sequence[str]) -> None:
        """List what is missing, by the names of the fields."""
        self._titles = tuple(titles)
        self._name_missing()
        self._show_left(missing=bool(titles), problem=False)

    def show_problem(self, words: str) -> None:
        """Say why saving did not work, in two lines where it must be; it stays until the next attempt."""
        self._problem.setText(words)
        self._show_left(missing=False, problem=bool(words))

    def _show_left(self, *, missing: bool, problem: bool) -> None:
        self._mark.setVisible(missing or problem)
        for widget in (self._missing, self._jump):
            widget.setVisible(missing)
        self._problem.setVisible(problem)
        self._gap.setVisible(not problem)

    def _name_missing(self) -> None:
        titles, most = self._titles, _MOST_NAMED - (self.width() < px(_ROOMY))
        count = ngettext("{n} thing missing: {fields}", "{n} things missing: {fields}", len(titles))
        self._missing.setText(count.format(n=len(titles), fields=_list(titles, most)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room, fewer names."""
        super().resizeEvent(event)
        self._name_missing()

    def show_begun(self, *, begun: bool) -> None:
        """Once something is in the form it can be put aside as a draft."""
        self._aside.setVisible(begun)
        self._note.setVisible(not begun)

    def show_busy(self, *, busy: bool) -> None:
        """While it is being written the buttons wait; the fields do not."""
        self.save_button.setEnabled(not busy)
        self.next_button.setEnabled(not busy)

    def show_purpose(self, save: str, *, note: str, next_too: bool) -> None:
        """Other words on the buttons, for completing and correcting."""
        self.save_button.setText(save)
        self._note.setText(note)
        self.next_button.setVisible(next_too)


def _list(titles: Sequence[str], most: int) -> str:
    """So many by name; more would push the buttons out."""
    named = "、".join(titles[:most])
    return _("{fields} and others").format(fields=named) if len(titles) > most else named
