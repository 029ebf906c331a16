"""最近登记: the last three findings of mine, each with its first photo."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import labels
from gui.buttons import link_button
from gui.elided_label import ElidedLabel
from gui.icons import Glyph
from gui.texts import strong
from gui.workbench.work import Recent
from models import taxonomy
from resources.words import _

Pictures = Callable[[str], QPixmap | None]
_PICTURE = (66, 48)


class RecentStrip(QWidget):
    """Hidden while there is nothing recent."""

    open_requested = Signal(str)
    mine_requested = Signal()

    def __init__(self, pictures: Pictures) -> None:
        """`pictures` is asked again when a thumbnail arrives."""
        super().__init__()
        self._pictures = pictures
        self._shown: tuple[Recent, ...] = ()
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(strong(_("Logged lately")))
        head.addStretch(1)
        words = _("See mine in the ledger")
        head.addWidget(link_button("seeMineButton", words, glyph=Glyph.FORWARD, clicked=self.mine_requested.emit))
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
        self.setVisible(bool(recent))

    def refresh_pictures(self) -> None:
        """A thumbnail arrived."""
        self._rebuild()

    def _rebuild(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for recent in self._shown:
            self._row.addWidget(self._card(recent), 1)
        for _missing in range(3 - len(self._shown)):
            self._row.addStretch(1)

    def _card(self, recent: Recent) -> QPushButton:
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
        row.addWidget(self._picture(recent))
        row.addLayout(_words(title, state), 1)
        return card

    def _picture(self, recent: Recent) -> QLabel:
        label = QLabel()
        label.setFixedSize(*_PICTURE)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        picture = self._pictures(recent.picture) if recent.picture else None
        if picture is not None and not picture.isNull():
            mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding
            shown = picture.scaled(label.size(), mode, Qt.TransformationMode.SmoothTransformation)
            label.setPixmap(
                shown.copy((shown.width() - _PICTURE[0]) // 2, (shown.height() - _PICTURE[1]) // 2, *_PICTURE)
            )
        return label


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
