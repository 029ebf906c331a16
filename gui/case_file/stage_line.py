"""The seven steps on one line, painted: as much of who and when as there is room for, never a word cut off."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.case_file.stages import Progress, Stage
from gui.icons import Glyph, pixmap
from gui.theme import Tone, font, px

HEIGHT = 40
_MARK, _GAP, _SHORTEST_LINE, _AROUND_LINE = 14, 6, 10, 6
_LOOKS = {
    Progress.DONE: (Glyph.GOOD, Tone.GREEN, Tone.INK),
    Progress.CURRENT: (Glyph.CURRENT, Tone.BRAND, Tone.INK),
    Progress.FUTURE: (Glyph.NOT_YET, Tone.LIGHT_GREY, Tone.SUB),
}


class StageLine(QWidget):
    """Not for the focus: it only tells. The whole words stand in the tooltip, too."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("stageLine")
        self.setMinimumSize(QSize(px(330), px(HEIGHT)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._stages: tuple[Stage, ...] = ()

    def show_stages(self, stages: Sequence[Stage]) -> None:
        """Show these."""
        self._stages = tuple(stages)
        self.setAccessibleName("；".join(stage.spoken for stage in stages))
        self.setToolTip("\n".join(stage.spoken for stage in stages))
        self.update()

    def second_lines(self, width: int) -> tuple[str, ...]:
        """What stands under the titles in a line this wide: all, or the days alone, or where it stands, or nothing."""
        shortened = (
            [stage.words for stage in self._stages],
            [stage.words if stage.progress is not Progress.FUTURE else "" for stage in self._stages],
            [stage.brief for stage in self._stages],
            [stage.brief if stage.progress is Progress.CURRENT else "" for stage in self._stages],
        )
        nothing = tuple("" for _stage in self._stages)
        return next((tuple(words) for words in shortened if self._needs(words) <= width), nothing)

    def least_width(self) -> int:
        """What the titles alone need."""
        return self._needs([""] * len(self._stages))

    def _needs(self, words: Sequence[str]) -> int:
        spaces = (_SHORTEST_LINE + 2 * _AROUND_LINE) * max(0, len(self._stages) - 1)
        return sum(_width(stage, text) for stage, text in zip(self._stages, words, strict=True)) + spaces

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark, title, second line, and the line to the next."""
        if not self._stages:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = self.second_lines(self.width())
        widths = [_width(stage, text) for stage, text in zip(self._stages, words, strict=True)]
        rest = max(0, self.width() - sum(widths)) / max(1, len(widths) - 1)
        left = 0.0
        for place, (stage, text, width) in enumerate(zip(self._stages, words, widths, strict=True)):
            _paint_stage(painter, round(left), stage, text, self.devicePixelRatioF())
            left += width
            if place + 1 < len(widths):
                done = self._stages[place].progress is Progress.DONE
                _paint_line(painter, left + _AROUND_LINE, left + rest - _AROUND_LINE, done=done)
            left += rest


def _width(stage: Stage, text: str) -> int:
    title = QFontMetrics(font(13, bold=True)).horizontalAdvance(stage.title)
    return px(_MARK) + _GAP + max(title, QFontMetrics(font(12)).horizontalAdvance(text)) + 2


def _paint_stage(painter: QPainter, left: int, stage: Stage, text: str, ratio: float) -> None:
    glyph, tone, ink = _LOOKS[stage.progress]
    painter.drawPixmap(left, px(3) if text else px(12), pixmap(glyph, tone, size=px(_MARK), ratio=ratio))
    begin = left + px(_MARK) + _GAP
    painter.setFont(font(13, bold=True))
    painter.setPen(ink.colour)
    top = 0 if text else px(9)
    painter.drawText(QRect(begin, top, px(300), px(20)), Qt.AlignmentFlag.AlignVCenter, stage.title)
    painter.setFont(font(12))
    painter.setPen(Tone.SUB.colour)
    painter.drawText(QRect(begin, px(20), px(300), px(18)), Qt.AlignmentFlag.AlignVCenter, text)


def _paint_line(painter: QPainter, left: float, right: float, *, done: bool) -> None:
    painter.setPen(QPen((Tone.GREEN if done else Tone.LIGHT_GREY).colour, 2 if done else 1))
    painter.drawLine(QPointF(left, px(HEIGHT) / 2 - 1), QPointF(right, px(HEIGHT) / 2 - 1))
