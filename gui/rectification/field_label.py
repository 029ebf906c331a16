"""The label over a field of a step's dialog, with 必填 where it is, and where its default comes from at the right."""

from PySide6.QtWidgets import QHBoxLayout

from gui.texts import required as required_word
from gui.texts import source, strong
from gui.theme import SPACE, SPACE_S


class FieldLabel(QHBoxLayout):
    """One line; the words at the right may change as the person types."""

    def __init__(self, title: str, *, required: bool, origin: str) -> None:
        """Title, 必填, source."""
        super().__init__()
        self.setSpacing(SPACE_S)
        self.setContentsMargins(0, SPACE, 0, 0)
        self.addWidget(strong(title))
        if required:
            self.addWidget(required_word())
        self.addStretch(1)
        self._origin = source(origin)
        self.addWidget(self._origin)

    @property
    def origin(self) -> str:
        """The words at the right."""
        return self._origin.text()

    def show_origin(self, words: str) -> None:
        """Say where the value comes from now."""
        self._origin.setText(words)


def field_label(title: str, *, required: bool = False, origin: str = "") -> FieldLabel:
    """One line."""
    return FieldLabel(title, required=required, origin=origin)
