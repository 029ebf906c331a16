"""The open measures of a rectification, each with a box to tick: 这次完成."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from gui.texts import plain, small, wrapped
from gui.theme import SPACE
from models.facts import Measure
from resources.words import _


class MeasureTicks(QWidget):
    """A long measure breaks into lines; a click on its words ticks it, too."""

    def __init__(self, measures: Sequence[tuple[int, Measure]]) -> None:
        """With their numbers."""
        super().__init__()
        self.setObjectName("measureTicks")
        self._boxes: dict[int, QCheckBox] = {}
        self._labels: dict[QObject, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        for row, (number, measure) in enumerate(measures):
            self._add(grid, row, number, measure)

    def _add(self, grid: QGridLayout, row: int, number: int, measure: Measure) -> None:
        box = QCheckBox()
        box.setObjectName(f"measure_{number}")
        words = _("{number}. {content}").format(number=number, content=measure.content)
        box.setAccessibleName(words)
        label = wrapped(plain(words))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        label.installEventFilter(self)
        due = small(_("by {month}-{day}").format(month=f"{measure.due:%m}", day=f"{measure.due:%d}"))
        grid.addWidget(box, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label, row, 1)
        grid.addWidget(due, row, 2, Qt.AlignmentFlag.AlignTop)
        self._boxes[number], self._labels[label] = box, box

    @property
    def numbers(self) -> tuple[int, ...]:
        """Of all that are offered."""
        return tuple(self._boxes)

    @property
    def ticked(self) -> tuple[int, ...]:
        """The numbers of those that are done."""
        return tuple(number for number, box in self._boxes.items() if box.isChecked())

    def kept_text(self) -> str:
        """The numbers that are ticked."""
        return ",".join(str(number) for number in self.ticked)

    def take_back(self, text: str) -> None:
        """Tick them again, where they are still open."""
        for number, box in self._boxes.items():
            box.setChecked(str(number) in text.split(","))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on the words."""
        if isinstance(watched, QLabel) and isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._labels[watched].toggle()
            return True
        return super().eventFilter(watched, event)
