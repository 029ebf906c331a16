"""A row of tabs: one stop for Tab, the arrows go from one to the next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout

from gui.buttons import tab_button

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class TabRow(QFrame):
    """Emits the place of the tab that is on now."""

    chosen = Signal(int)

    def __init__(self, tabs: Sequence[tuple[str, str]]) -> None:
        """Name and words of each; the first is on."""
        super().__init__()
        self.setProperty("frame", "tabs")
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 0)
        row.setSpacing(0)
        for place, (name, words) in enumerate(tabs):
            button = tab_button(f"{name}Tab", words, clicked=partial(self.chosen.emit, place))
            button.installEventFilter(self)
            self._group.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        self.show_tab(0)

    @property
    def current(self) -> int:
        """The place of the tab that is on."""
        return self._group.checkedId()

    def show_tab(self, place: int) -> None:
        """Switch it on without telling anybody."""
        for button in self._group.buttons():
            on = button is self._group.button(place)
            button.setChecked(on)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def focus_shown(self) -> None:
        """Put the cursor on the tab that is on."""
        self._group.button(self.current).setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows choose the neighbour."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                place = (self.current + step) % len(self._group.buttons())
                self.show_tab(place)
                self.focus_shown()
                self.chosen.emit(place)
                return True
        return super().eventFilter(watched, event)
