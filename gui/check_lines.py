"""Lines of a check-up: a mark, what was looked at, what was found; good news in plain ink, the rest bold."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.icons import Glyph
from gui.texts import picture, plain, strong
from gui.theme import Tone


class Health(Enum):
    """How it stands with one thing: its mark and the tone of its words."""

    GOOD = Glyph.GOOD, Tone.GREEN, ""
    ODD = Glyph.WARNING, Tone.LIGHT_AMBER, "amber"
    BAD = Glyph.PROBLEM, Tone.LIGHT_RED, "red"
    UNKNOWN = Glyph.NOT_YET, Tone.LIGHT_GREY, "sub"


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One thing that was looked at."""

    name: str
    health: Health
    found: str


class CheckLines(QWidget):
    """A column of lines, made anew whenever something was looked at again."""

    def __init__(self, name: str) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName(name)
        self.lines: tuple[CheckLine, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show these; nothing is touched if they say the same."""
        if tuple(lines) == self.lines:
            return
        self.lines = tuple(lines)
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for each in lines:
            self._column.addWidget(_row(each))


def _row(each: CheckLine) -> QWidget:
    glyph, mark, tone = each.health.value
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(9)
    line.addWidget(picture(glyph, mark, size=16))
    line.addWidget(plain(each.name, tone="sub"))
    line.addStretch(1)
    words = plain(each.found) if each.health is Health.GOOD else strong(each.found, tone=tone)
    line.addWidget(words)
    row.setAccessibleName(f"{each.name} {each.found}")
    return row
