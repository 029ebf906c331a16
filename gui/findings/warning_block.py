"""The amber boxes under the photos: each soft warning with its answers, at most two open, the rest as a line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.buttons import link_button, plain_button
from gui.findings.clearing import empty
from gui.findings.soft_warnings import MOST_OPEN, Choice, SoftWarning
from gui.icons import Glyph
from gui.texts import picture, plain, wrapped
from gui.theme import SPACE, SPACE_M, SPACE_S, Tone
from resources.words import _, ngettext


class WarningBlock(QWidget):
    """Shows what it is told to and emits the answer that a person gives."""

    answered = Signal(str, object)
    """Code of the warning, the Choice."""

    def __init__(self) -> None:
        """Nothing is odd at first."""
        super().__init__()
        self.setObjectName("softWarnings")
        self._shown: tuple[SoftWarning, ...] = ()
        self._all = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)

    def show_warnings(self, warnings: Sequence[SoftWarning]) -> None:
        """Show these; the same ones are left as they stand, so that a button does not move under the mouse."""
        if tuple(warnings) == self._shown:
            return
        self._shown = tuple(warnings)
        self._build()

    def _build(self) -> None:
        empty(self._column)
        shown = self._shown if self._all else self._shown[:MOST_OPEN]
        for warning in shown:
            self._column.addWidget(self._box(warning))
        rest = len(self._shown) - len(shown)
        if rest:
            words = ngettext("{n} more reminder", "{n} more reminders", rest).format(n=rest)
            self._column.addWidget(link_button("moreWarningsButton", words, clicked=self._on_more))
        self.setVisible(bool(self._shown))

    def _box(self, warning: SoftWarning) -> QFrame:
        box = QFrame()
        box.setObjectName("softWarning")
        box.setProperty("frame", "amber")
        row = QHBoxLayout(box)
        row.setContentsMargins(SPACE_M, SPACE, SPACE_M, SPACE)
        row.setSpacing(SPACE_M)
        mark = picture(Glyph.WARNING, Tone.AMBER)
        column = QVBoxLayout()
        column.setSpacing(SPACE_S + 2)
        column.addWidget(wrapped(plain(warning.text, tone="amber")))
        answers = QHBoxLayout()
        answers.setSpacing(SPACE)
        for choice in warning.choices:
            answers.addWidget(self._answer(warning, choice))
        answers.addStretch(1)
        column.addLayout(answers)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        return box

    def _answer(self, warning: SoftWarning, choice: Choice) -> QWidget:
        name = f"answer_{choice.code}"
        return plain_button(name, _(choice.words), clicked=lambda: self.answered.emit(warning.code, choice))

    @Slot()
    def _on_more(self) -> None:
        self._all = True
        self._build()
