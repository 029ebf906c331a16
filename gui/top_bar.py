"""The bar over every page: what this is, one line of context, and the way to log a finding."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from gui.buttons import primary_button
from gui.elided_label import ElidedLabel
from gui.icons import Glyph
from gui.page import Page
from gui.theme import px
from resources.words import _

HEIGHT = 56


class TopBar(QFrame):
    """Shows the heading of the page in front."""

    raise_requested = Signal()

    def __init__(self, *, may_raise: bool) -> None:
        """Who may not log findings has no button for it."""
        super().__init__()
        self.setObjectName("topBar")
        self.setFixedHeight(px(HEIGHT))
        # places and reasons may be long: they give way, and never widen the window
        self._title, self._context = ElidedLabel(), ElidedLabel()
        self._title.setObjectName("pageTitle")
        self._title.setProperty("kind", "page-title")
        self._context.setObjectName("pageContext")
        self._context.setProperty("kind", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 16, 0)
        row.setSpacing(12)
        row.addLayout(self._heading(), 1)
        if may_raise:
            text = _("Log finding  Ctrl+N")
            row.addWidget(primary_button("raiseButton", text, glyph=Glyph.ADD, clicked=self.raise_requested.emit))

    def show_heading(self, page: Page) -> None:
        """The title and context line of this page."""
        self._title.setText(page.title)
        self._context.setText(page.context)
        self._context.setVisible(bool(page.context))

    def _heading(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._context)
        column.addStretch(1)
        return column
