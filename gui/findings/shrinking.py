"""The inside of a scroll area that shrinks to its least height before it scrolls.

QScrollArea takes the preferred height of a layout whose labels break into lines; the photo preview and the description
are meant to give way first.
"""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget


class Shrinking(QWidget):
    """Holds one layout, as high as the scroll area or as the layout needs at least."""

    def __init__(self, layout: QLayout) -> None:
        """The layout sits in a child, for the scroll area asks a layout of its own widget otherwise."""
        super().__init__()
        self._inside = QWidget(self)
        self._inside.setLayout(layout)
        self._inside.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """What the layout cannot do without at this width."""
        layout = self._inside.layout()
        assert layout is not None
        least = layout.minimumSize()
        width = max(self.width(), least.width())
        height = layout.minimumHeightForWidth(width) if layout.hasHeightForWidth() else least.height()
        return QSize(least.width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The inside fills it."""
        self._inside.setGeometry(self.rect())
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The inside wants another height: the scroll area is to ask again."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
