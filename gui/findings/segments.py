"""A row of choices of which one is on: one stop for Tab, arrows move, the wheel does nothing."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from gui.findings.value_code import code_of

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class Segments(QFrame):
    """Choices are pairs of a value and its words; `chosen` tells of a person's choice only."""

    chosen = Signal(object)

    def __init__(self, choices: Iterable[tuple[Any, str]], *, unset: bool = False) -> None:
        """The first choice is on; `unset`: none is, until a person has chosen."""
        super().__init__()
        self.setProperty("frame", "segments")
        self._values: list[Any] = []
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for value, words in choices:
            button = _Segment(words)
            self._group.addButton(button, len(self._values))
            self._values.append(value)
            button.stepped.connect(self._on_stepped)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(self._on_clicked)
        if unset:
            self._keep_one_stop()
        else:
            self.choose(self._values[0])

    def setAccessibleName(self, name: str) -> None:
        """The focus is on a single choice: each says what it is a choice of."""
        super().setAccessibleName(name)
        for button in self._group.buttons():
            button.setAccessibleName(f"{name} {button.text()}")

    def choose(self, value: object) -> None:
        """Show a value without telling anybody."""
        self._group.button(self._values.index(value)).setChecked(True)
        self._keep_one_stop()

    @property
    def value(self) -> Any:
        """The value that is on; None where nobody has chosen yet."""
        place = self._group.checkedId()
        return self._values[place] if place >= 0 else None

    def kept_text(self) -> str:
        """The value as text; empty where nobody has chosen yet."""
        return code_of(self.value)

    def take_back(self, text: str) -> None:
        """As if a person chose now what kept_text said; what is no choice any more changes nothing."""
        place = next((place for place, value in enumerate(self._values) if code_of(value) == text), None)
        if place is not None and place != self._group.checkedId():
            self._group.button(place).setChecked(True)
            self._on_clicked(place)

    def focus_target(self) -> QPushButton:
        """The button that is on, else the first: where Tab stops."""
        button = self._group.checkedButton() or self._group.button(0)
        assert isinstance(button, QPushButton)
        return button

    @Slot(int)
    def _on_clicked(self, place: int) -> None:
        self._keep_one_stop()
        self.chosen.emit(self._values[place])

    @Slot(int)
    def _on_stepped(self, step: int) -> None:
        place = (self._group.checkedId() + step) % len(self._values)
        self._group.button(place).setChecked(True)
        self._group.button(place).setFocus(Qt.FocusReason.TabFocusReason)
        self._on_clicked(place)

    def _keep_one_stop(self) -> None:
        stop = self.focus_target()
        for button in self._group.buttons():
            on = button is stop
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)


class _Segment(QPushButton):
    stepped = Signal(int)

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCheckable(True)
        # in a dialog Enter in a line would click the first choice
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the neighbour."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)
