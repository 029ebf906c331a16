"""The checklist before a step: each line with its mark, and the way to the cure where something is missing."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.buttons import plain_button
from gui.findings.clearing import empty
from gui.icons import Glyph
from gui.rectification.gate_words import GateLine, Mark
from gui.texts import picture, plain, strong, wrapped
from gui.theme import SPACE, SPACE_S, Tone
from resources.words import N_, _

_LOOKS = {
    Mark.MET: (Glyph.GOOD, Tone.GREEN, N_("met (gate)")),
    Mark.LACKING: (Glyph.LACKING, Tone.RED, N_("missing (gate)")),
    Mark.LATER: (Glyph.NOT_YET, Tone.SUB, N_("later (gate)")),
}


class GateList(QWidget):
    """A line is built anew only when it says something else, so that cures keep their place in the order of Tab."""

    cure_wanted = Signal(object)

    def __init__(self) -> None:
        """No lines."""
        super().__init__()
        self.setObjectName("gateList")
        self._lines: tuple[GateLine, ...] = ()
        self._cures: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_S)
        self.hide()

    def show_lines(self, lines: Sequence[GateLine]) -> None:
        """Show these."""
        self.setVisible(bool(lines))
        before, self._lines = self._lines, tuple(lines)
        if _with_cures(before) == _with_cures(self._lines):
            self._say_anew(before)
            return
        self._cures = []
        empty(self._column)
        for line in lines:
            self._column.addWidget(self._row(line))

    def _say_anew(self, before: Sequence[GateLine]) -> None:
        for at, (old, line) in enumerate(zip(before, self._lines, strict=True)):
            if old == line:
                continue
            item = self._column.takeAt(at)
            if item is not None and (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
            self._column.insertWidget(at, self._row(line))

    def focus_first_gap(self) -> QWidget | None:
        """Put the cursor on the first cure; returns it."""
        first = next(iter(self._cures), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return first

    def _row(self, line: GateLine) -> QWidget:
        glyph, tone, said = _LOOKS[line.mark]
        holder = QWidget()
        holder.setObjectName("gateLine")
        holder.setAccessibleName(f"{_(said)}，{line.words}")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE + 2)
        row.addWidget(picture(glyph, tone, says=_(said)))
        lacks = line.mark is Mark.LACKING
        words = strong(line.words, tone="red") if lacks else plain(line.words, tone="sub" if tone is Tone.SUB else "")
        row.addWidget(wrapped(words), 1)
        if line.cure is not None:
            cure = plain_button("cureButton", line.cure.words, clicked=partial(self.cure_wanted.emit, line.cure))
            cure.setAccessibleName(f"{line.cure.words}，{line.words}")
            self._cures.append(cure)
            row.addWidget(cure)
        return holder


def _with_cures(lines: Sequence[GateLine]) -> list[GateLine | None]:
    return [line if line.cure else None for line in lines]
