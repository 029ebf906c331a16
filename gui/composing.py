"""Whether the pinyin bar is open over one of the watched texts: then no key of ours acts (screens.md 4)."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget


class Composing(QObject):
    """One for a page or a dialog; false in a truth test while nobody composes."""

    def __init__(self, parent: QObject) -> None:
        """Watches nothing yet."""
        super().__init__(parent)
        self._now = False

    def __bool__(self) -> bool:
        """Whether somebody composes now."""
        return self._now

    def watch(self, *texts: QWidget) -> None:
        """Keep an eye on these."""
        for text in texts:
            text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The bar opens and closes; where the cursor leaves, it is closed."""
        if isinstance(event, QInputMethodEvent):
            self._now = bool(event.preeditString())
        elif event.type() == QEvent.Type.FocusOut:
            self._now = False
        return super().eventFilter(watched, event)
