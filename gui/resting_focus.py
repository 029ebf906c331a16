"""Puts the cursor back where it stood in a page or face that comes to the front again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def give_focus_back(widget: QWidget) -> None:
    """To the control inside that had it last; to the widget itself where none had."""
    last: QWidget | None = widget.focusWidget()
    (widget if last is None else last).setFocus(Qt.FocusReason.OtherFocusReason)
