"""How much room a dialog has over its window: nine tenths of its height, the dialog's own frame included, and inside it."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QWidget

_MOST_OF_WINDOW = 0.9


class DialogRoom:
    """Asked while the dialog is shown: only then is it known what the system puts around it."""

    def __init__(self, dialog: QDialog, window: QWidget) -> None:
        """`window` is what the dialog stands over."""
        self._dialog, self._window = dialog, window

    @property
    def most(self) -> int:
        """How high the dialog may be inside its frame."""
        return round(self._window.height() * _MOST_OF_WINDOW) - self._frame

    @property
    def middle(self) -> QPoint:
        """Where its corner is when it stands in the middle of the window."""
        corner = self._window.mapToGlobal(QPoint(0, 0))
        spare = self._window.size() - self._dialog.frameGeometry().size()
        return corner + QPoint(max(0, spare.width() // 2), max(0, spare.height() // 2))

    @property
    def lowest(self) -> int:
        """How far down its corner may be with the buttons above the window's edge."""
        return self._window.mapToGlobal(QPoint(0, self._window.height())).y() - self._dialog.height() - self._frame

    @property
    def _frame(self) -> int:
        return self._dialog.frameGeometry().height() - self._dialog.height()
