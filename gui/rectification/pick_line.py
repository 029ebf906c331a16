"""A line in which something is found by name, code or pinyin initials; all choices drop under it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from gui.icons import Glyph, icon
from gui.rectification.pick_choices import Choice, PickChoices
from gui.theme import SMALL_BUTTON_HEIGHT, Tone, px

_MOST_SHOWN = 8


class PickLine(QLineEdit):
    """`changed` tells of what a person typed or picked. What is typed freely has no value unless it names a choice."""

    changed = Signal()

    def __init__(self) -> None:
        """Nothing to choose from yet."""
        super().__init__()
        self.setMaxLength(60)
        self._all: tuple[Choice, ...] = ()
        self._picked: Choice | None = None
        self._model = PickChoices(self)
        self._completer = QCompleter(self._model, self)
        # what fits is our own question, by initials too
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST_SHOWN)
        self._list = QListView()
        self._list.setStyleSheet(f"QListView::item {{ min-height: {px(SMALL_BUTTON_HEIGHT)}px; }}")
        self._completer.setPopup(self._list)
        self._completer.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]
        self.setCompleter(self._completer)
        arrow = self.addAction(icon(Glyph.UNFOLD, Tone.SUB), QLineEdit.ActionPosition.TrailingPosition)
        arrow.triggered.connect(self.open_list)
        self.textEdited.connect(self._on_edited)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Replace the choices; what stands in the line stays."""
        self._all = tuple(choices)
        self._model.show_choices(self._all)

    def choose(self, value: object) -> None:
        """Show the choice of this value without telling anybody; one that is not offered empties the line."""
        self._show(next((choice for choice in self._all if choice.value == value), None))

    @property
    def value(self) -> Any:
        """The value of what was picked, or of the choice that is called what was typed; None where there is none."""
        text = self.text().strip()
        if self._picked is not None and self._picked.words == text:
            return self._picked.value
        return next((choice.value for choice in self._all if choice.words == text), None)

    def kept_text(self) -> str:
        """What stands in the line."""
        return self.text().strip()

    def take_back(self, text: str) -> None:
        """As if it were typed now."""
        self.setText(text)
        self.changed.emit()

    @Slot()
    def open_list(self) -> None:
        """All choices, whatever stands in the line."""
        self._model.show_choices(self._all)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._completer.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow down opens the list."""
        if event.key() == Qt.Key.Key_Down and not self._list.isVisible():
            self.open_list()
        else:
            super().keyPressEvent(event)

    def _show(self, choice: Choice | None) -> None:
        self._picked = choice
        self.setText(choice.words if choice else "")
        self.setCursorPosition(0)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._picked = None
        self._model.show_choices([choice for choice in self._all if choice.fits(text)])
        self.changed.emit()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self._show(self._model.choice(index.row()))
        self.changed.emit()
