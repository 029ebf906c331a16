"""A white card with a title line: the frame that everything on a page stands in."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.texts import card_title, small


class Card(QFrame):
    """Title and remark at the left, whatever is added to `header` at the right, the rest in `body`."""

    def __init__(self, title: str = "", *, name: str = "card", parent: QWidget | None = None) -> None:
        """Without a title there is no header line."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("frame", "card")
        self.title = card_title(title)
        self.remark = small()
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        if title:
            self.header.addWidget(self.title)
            self.header.addWidget(self.remark)
            self.header.addStretch(1)
            self.body.addLayout(self.header)


def line() -> QFrame:
    """A hairline between two parts of a card."""
    frame = QFrame()
    frame.setProperty("frame", "line")
    frame.setFixedHeight(1)
    return frame
