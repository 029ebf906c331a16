"""Notices that nobody has touched keys or mouse for a while, so that the screen can be locked."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

LOCK_AFTER_MS = 15 * 60 * 1000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Emits once after the time has passed; the next touch starts it anew."""

    idle = Signal()

    def __init__(self, application: QCoreApplication, after_ms: int = LOCK_AFTER_MS) -> None:
        """Watches every event of the application."""
        super().__init__(application)
        self._application = application
        self._timer = QTimer(self, singleShot=True, interval=after_ms)
        self._timer.timeout.connect(self.idle)
        application.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks, never takes."""
        if event.type() in _TOUCHES:
            self._timer.start()
        return super().eventFilter(watched, event)
