"""What every tab of 设置 is: a column of cards as wide as can be read, that scrolls where there is less room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import px

READABLE = 820


class Tab(QWidget):
    """Subclasses add cards to `column` and read anew in `shown`."""

    news = Signal(object)
    """A News for the toast."""

    def __init__(self, name: str, *, widest: int = READABLE) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName(f"{name}Settings")
        self.setMaximumWidth(px(widest))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def shown(self) -> None:
        """The tab came to the front: read anew."""

    def left(self) -> None:
        """Another one comes to the front, or another page."""


def scrolling(tab: Tab) -> QScrollArea:
    """The tab at the left of its room, scrolling up and down."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(16, 12, 16, 12)
    row = QHBoxLayout()  # it knows how wide the tab may become, and asks for its height at that width
    row.addWidget(tab, 1)
    row.addStretch()
    column.addLayout(row)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(holder)
    return area
