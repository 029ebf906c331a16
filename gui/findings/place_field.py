"""Field 2, 具体地点: written so that somebody else finds it; a known place nearby is suggested and Tab takes it."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.findings.field import Field
from gui.findings.form_values import FormField, FormValues
from resources.words import _


class PlaceField(Field):
    """One line of text."""

    def __init__(self) -> None:
        """The suggestion shows as the placeholder."""
        super().__init__(FormField.PLACE, _("Place"), number=2, required=True)
        self._suggestion = ""
        self._text = QLineEdit()
        self._text.setObjectName("placeEdit")
        self._text.setAccessibleName(self.title)
        self._text.textEdited.connect(self._on_edited)
        self._text.editingFinished.connect(self._on_finished)
        self._text.installEventFilter(self)
        self.put(self._text)
        self.suggest("")

    def suggest(self, place: str) -> None:
        """Offer the nearest known place; empty: an example of how to write one."""
        self._suggestion = place
        example = _("e.g. building site at the south-east corner of Changjiao and Fengbei roads")
        self._text.setPlaceholderText(_("{place}   press Tab to take it").format(place=place) if place else example)

    def show_values(self, values: FormValues) -> None:
        """Show the place."""
        if self._text.text() != values.place:
            self._text.setText(values.place)

    def controls(self) -> tuple[QWidget, ...]:
        """The line."""
        return (self._text,)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab in the empty line takes the suggestion, as it is shown there."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            wanted = event.key() == Qt.Key.Key_Tab and self._suggestion and not self._text.text()
            if wanted:
                self._text.setText(self._suggestion)
                self._on_edited(self._suggestion)
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self.edited.emit(self.field, {"place": text})

    @Slot()
    def _on_finished(self) -> None:
        trimmed = self._text.text().strip()
        if trimmed != self._text.text():
            self._text.setText(trimmed)
            self._on_edited(trimmed)
