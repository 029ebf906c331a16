"""The label over a field of a step's dialog, with 必填 where it is, and where its default comes from at the right."""

from PySide6.QtWidgets import QHBoxLayout

from gui.texts import required as required_word
from gui.texts import source, strong
from gui.theme import SPACE, SPACE_S


def field_label(title: str, *, required: bool = False, origin: str = "") -> QHBoxLayout:
    """One line."""
    row = QHBoxLayout()
    row.setSpacing(SPACE_S)
    row.setContentsMargins(0, SPACE, 0, 0)
    row.addWidget(strong(title))
    if required:
        row.addWidget(required_word())
    row.addStretch(1)
    if origin:
        row.addWidget(source(origin))
    return row
