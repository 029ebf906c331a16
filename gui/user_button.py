"""Who is signed in, at the foot of the rail; opens the menu to lock or to let somebody else work."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout

from gui.icons import Glyph, icon
from gui.texts import picture
from gui.theme import Tone, px
from resources.words import _


class UserButton(QPushButton):
    """Name, post, and two ways to leave the chair."""

    lock_requested = Signal()
    switch_requested = Signal()

    def __init__(self) -> None:
        """Empty until show_person."""
        super().__init__()
        self.setObjectName("userButton")
        self.setFixedHeight(px(44))
        self._name, self._post = QLabel(), QLabel()
        self._name.setProperty("kind", "strong")
        self._post.setProperty("kind", "rail-small")
        self._post_text = ""
        self._menu = self._make_menu()
        self._lines()
        self.clicked.connect(self._open_menu)

    def show_person(self, name: str, post: str) -> None:
        """Who it is and as what."""
        self._post_text = post
        self._name.setText(name)
        self._elide()
        self.setToolTip(f"{name}\n{post}")
        self.setAccessibleName(_("{name}, {post}: lock or switch user").format(name=name, post=post))

    def show_narrow(self, *, narrow: bool) -> None:
        """Only the name in the narrow rail."""
        self._mark.setVisible(not narrow)
        self._post.setVisible(not narrow)
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter if narrow else Qt.AlignmentFlag.AlignLeft)
        self._row.setContentsMargins(0 if narrow else 2, 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long post is cut at its end; the tooltip has it whole."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - 34
        text = self._post.fontMetrics().elidedText(self._post_text, Qt.TextElideMode.ElideRight, max(room, 20))
        self._post.setText(text)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        lock = menu.addAction(icon(Glyph.LOCK), _("Lock  Ctrl+L"))
        lock.setObjectName("lockAction")
        lock.triggered.connect(self.lock_requested)
        switch = menu.addAction(icon(Glyph.USER_SWITCH), _("Switch user"))
        switch.setObjectName("switchAction")
        switch.triggered.connect(self.switch_requested)
        return menu

    def _open_menu(self) -> None:
        corner = self.mapToGlobal(self.rect().topLeft())
        corner.setY(corner.y() - self._menu.sizeHint().height() - 4)
        self._menu.popup(corner)

    def _lines(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(8)
        self._mark = picture(Glyph.PERSON, Tone.RAIL_TEXT, size=24)
        row.addWidget(self._mark)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._name)
        column.addWidget(self._post)
        column.addStretch(1)
        row.addLayout(column, 1)
        for label in (self._mark, self._name, self._post):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
