"""The lines of 流转记录 as widgets, newest first; nothing can be edited or deleted here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.card import line as hairline
from gui.case_file.history_words import HistoryLine
from gui.findings.clearing import empty
from gui.icons import Glyph
from gui.texts import picture, plain, small, strong, wrapped
from gui.theme import SPACE, SPACE_S, Tone


class HistoryList(QWidget):
    """Built anew whenever it says something else."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("historyList")
        self._lines: tuple[HistoryLine, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show these."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        empty(self._column)
        for place, line in enumerate(lines):
            if place:
                self._column.addWidget(hairline())
            self._column.addWidget(_line(line))


def _line(line: HistoryLine) -> QWidget:
    widget = QWidget()
    widget.setObjectName("historyLine")
    widget.setAccessibleName("，".join(part for part in (line.who, line.when, line.what, line.doubt) if part))
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE)
    glyph, tone = (Glyph.WARNING, Tone.LIGHT_AMBER) if line.doubt else (Glyph.NOT_YET, Tone.BRAND)
    row.addWidget(picture(glyph, tone, size=12), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addLayout(_head(line))
    column.addWidget(wrapped(plain(line.what)))
    if line.doubt:
        column.addWidget(wrapped(small(line.doubt, tone="amber")))
    row.addLayout(column, 1)
    return widget


def _head(line: HistoryLine) -> QHBoxLayout:
    head = QHBoxLayout()
    head.setSpacing(SPACE_S + 2)
    head.addWidget(strong(line.who))
    when = small(line.when)
    # a computer's name is for whoever asks, not for every line
    when.setToolTip(line.where)
    head.addWidget(when)
    head.addStretch(1)
    head.addWidget(small(line.at_bureau))
    return head
