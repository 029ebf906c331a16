"""The gate of a step in its dialog: a line each with ✓ or ✗, and a button where a gap is closed elsewhere."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.buttons import plain_button
from gui.case_file.gate_words import Cure, GateLine, Mark
from gui.findings.clearing import empty
from gui.icons import Glyph
from gui.texts import picture, plain, strong, wrapped
from gui.theme import SPACE, SPACE_S, Tone
from resources.words import _


class GateList(QWidget):
    """Made anew whenever a line says something else."""

    def __init__(self, cured: Callable[[Cure], None]) -> None:
        """`cured` hears which gap somebody wants to close."""
        super().__init__()
        self.setObjectName("gateList")
        self._cured = cured
        self._lines: tuple[GateLine, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_S + 2)

    @property
    def lines(self) -> tuple[GateLine, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: Sequence[GateLine]) -> None:
        """Show these."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        empty(self._column)
        for number, line in enumerate(self._lines):
            self._column.addLayout(self._row(number, line))

    def _row(self, number: int, line: GateLine) -> QHBoxLayout:
        is_met = line.mark is Mark.MET
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        glyph, tone = (Glyph.GOOD, Tone.GREEN) if is_met else (Glyph.PROBLEM, Tone.RED)
        mark = picture(glyph, tone, says=_("met") if is_met else _("missing"))
        row.addWidget(mark)
        row.addWidget(wrapped(plain(line.words) if is_met else strong(line.words, tone="red")), 1)
        if line.cure is not None and line.cure.action:
            row.addWidget(self._button(number, line.cure))
        return row

    def _button(self, number: int, cure: Cure) -> QPushButton:
        return plain_button(f"cure_{number}", cure.words, clicked=lambda: self._cured(cure))
