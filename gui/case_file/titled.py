"""A part of a tab: a bold title, a remark beside it, and rows below."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.texts import small, strong
from gui.theme import SPACE, SPACE_S


class Titled(QWidget):
    """`rows` takes what stands under the title."""

    def __init__(self, title: str, remark: str = "") -> None:
        """No rows yet."""
        super().__init__()
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(strong(title))
        if remark:
            head.addWidget(small(remark))
        head.addStretch(1)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(SPACE_S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S + 2)
        column.addLayout(head)
        column.addLayout(self.rows)
