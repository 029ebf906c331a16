"""开源声明: the parts at the left, the licence of the chosen one at the right; under each other where it is narrow."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QListWidget, QPlainTextEdit

from gui.card import Card
from gui.labels import number
from gui.texts import small, wrapped
from gui.theme import mark, px
from resources.notices import Notice
from resources.words import _, ngettext

_HIGH, _BESIDE_FROM = 260, 640


class NoticesCard(Card):
    """Shows what it is given; needs no network."""

    def __init__(self) -> None:
        """Empty until the licences were read."""
        super().__init__(_("Open-source notices"), name="noticesCard")
        self._notices: tuple[Notice, ...] = ()
        self._list = QListWidget()
        self._list.setObjectName("noticesList")
        self._list.setAccessibleName(self.title.text())
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWordWrap(True)
        mark(self._list, frame="field")
        self._list.currentRowChanged.connect(self._on_row)
        self._text = QPlainTextEdit()
        self._text.setObjectName("licenceText")
        self._text.setAccessibleName(_("Text of the licence"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(12)
        self._both.addWidget(self._list, 2)
        self._both.addWidget(self._text, 3)
        for part in (self._list, self._text):
            part.setFixedHeight(px(_HIGH))
        words = _(
            "The program uses these parts, each under its own licence. The texts are in the language of their authors."
        )
        self.body.addWidget(wrapped(small(words)))
        self.body.addLayout(self._both)

    def show_notices(self, notices: tuple[Notice, ...]) -> None:
        """All parts, the first one chosen; nothing is touched if they stand there."""
        if notices == self._notices:
            return
        self._notices = notices
        self._list.clear()
        self._list.addItems([_line(notice) for notice in notices])
        self._list.setCurrentRow(0)
        count = len(notices)
        self.remark.setText(ngettext("{n} part", "{n} parts", count).format(n=number(count)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side only where there is room."""
        super().resizeEvent(event)
        beside = event.size().width() >= px(_BESIDE_FROM)
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    @Slot(int)
    def _on_row(self, row: int) -> None:
        self._text.setPlainText(self._notices[row].text if 0 <= row < len(self._notices) else "")


def _line(notice: Notice) -> str:
    return "  ".join(part for part in (notice.name, notice.version, notice.licence) if part)
