"""A combo box that the wheel never changes while it is closed, over labelled choices."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class QuietCombo(QComboBox):
    """Choices are pairs of a value and its words; `chosen` tells of a person's choice only."""

    chosen = Signal(object)

    def __init__(self, choices: Iterable[tuple[Any, str]] = (), parent: QWidget | None = None) -> None:
        """Nothing is chosen before `choose`."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._values: list[Any] = []
        self.offer(choices)
        self.activated.connect(self._on_activated)

    def offer(self, choices: Iterable[tuple[Any, str]]) -> None:
        """Replace the choices, keeping the one that is chosen where it is still there."""
        kept = self.value
        self.clear()
        self._values = []
        for value, words in choices:
            self._values.append(value)
            self.addItem(words)
        self.choose(kept)

    def choose(self, value: object) -> None:
        """Show a value without telling anybody; one that is not offered shows as nothing."""
        place = self._values.index(value) if value in self._values else -1
        if place != self.currentIndex():
            self.setCurrentIndex(place)

    @property
    def value(self) -> Any:
        """The chosen value, None where there is none."""
        place = self.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    @Slot(int)
    def _on_activated(self, _place: int) -> None:
        self.chosen.emit(self.value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the form must not change a field on the way."""
        event.ignore()
