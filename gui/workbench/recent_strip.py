"""最近登记: the last three findings of mine, each with its first photo."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import labels
from gui.buttons import link_button
from gui.elided_label import ElidedLabel
from gui.icons import Glyph
from gui.texts import strong
from gui.theme import px
from gui.workbench.work import Recent
from models import taxonomy
from resources.words import _

Pictures = Callable[[str], QPixmap | None]
_PICTURE = (66, 48)
_LEAST_WIDTH = 240
"""What a card needs for number and state, which are never cut."""


class RecentStrip(QWidget):
    """Hidden while there is nothing recent."""

    open_requested = Signal(str)
    mine_requested = Signal()

    def __init__(self, pictures: Pictures) -> None:
        """`pictures` is asked again when a thumbnail arrives."""
        super().__init__()
        self._pictures = pictures
        self._shown: tuple[Recent, ...] = ()
        self._has_room = True
        self._cards: list[QPushButton] = []
        self._labels: list[QLabel] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(strong(_("Logged lately")))
        head.addStretch(1)
        words = _("See mine in the ledger")
        self._mine = link_button("seeMineButton", words, glyph=Glyph.FORWARD, clicked=self.mine_requested.emit)
        head.addWidget(self._mine)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._row)
        self.hide()

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Show these instead."""
        if tuple(recent) != self._shown:
            self._shown = tuple(recent)
            self._rebuild()
        self.setVisible(bool(recent) and self._has_room)

    def fit(self, *, has_room: bool) -> None:
        """In a low window the rows to do come first."""
        self._has_room = has_room
        self.setVisible(bool(self._shown) and has_room)

    def refresh_pictures(self) -> None:
        """A thumbnail arrived."""
        for label, recent in zip(self._labels, self._shown, strict=True):
            self._show_picture(label, recent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer cards where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for place, card in enumerate(self._cards):
            card.setVisible(place < self.width() // px(_LEAST_WIDTH))

    def _rebuild(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._labels = [QLabel() for _recent in self._shown]
        self._cards = [self._card(*pair) for pair in zip(self._shown, self._labels, strict=True)]
        for card in self._cards:
            self._row.addWidget(card, 1)
        for _missing in range(3 - len(self._shown)):
            self._row.addStretch(1)
        for before, after in pairwise([self._mine, *self._cards]):
            QWidget.setTabOrder(before, after)
        self._fit()

    def _card(self, recent: Recent, label: QLabel) -> QPushButton:
        card = QPushButton()
        card.setObjectName(f"recent-{recent.row.number}")
        card.setProperty("kind", "recent")
        card.setCursor(Qt.CursorShape.PointingHandCursor)
        card.clicked.connect(lambda _checked=False: self.open_requested.emit(recent.row.id))
        known = taxonomy.category(recent.row.category)
        title = f"{recent.row.place} {known.short}" if known else recent.row.place
        where = _("only on this computer") if recent.row.pending else _("at the bureau")
        state = _("{number} · {where}").format(number=labels.short_number(recent.row.number), where=where)
        card.setAccessibleName(f"{title} {state}")
        card.setToolTip(title)
        row = QHBoxLayout(card)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(10)
        label.setFixedSize(px(_PICTURE[0]), px(_PICTURE[1]))
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._show_picture(label, recent)
        row.addWidget(label)
        row.addLayout(_words(title, state), 1)
        return card

    def _show_picture(self, label: QLabel, recent: Recent) -> None:
        picture = self._pictures(recent.picture) if recent.picture else None
        if picture is not None and not picture.isNull():
            mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding
            shown = picture.scaled(label.size(), mode, Qt.TransformationMode.SmoothTransformation)
            label.setPixmap(
                shown.copy((shown.width() - _PICTURE[0]) // 2, (shown.height() - _PICTURE[1]) // 2, *_PICTURE)
            )


def _words(title: str, state: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addStretch(1)
    second = ElidedLabel(state)
    second.setProperty("kind", "small")
    for label in (ElidedLabel(title, mode=Qt.TextElideMode.ElideMiddle), second):
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column.addWidget(label)
    column.addStretch(1)
    return column
