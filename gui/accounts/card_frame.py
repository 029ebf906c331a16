"""The frame that all cards of signing in share: 420 wide, a title, fields, one message, one main button."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.accounts.first_steps import FirstStep, FirstSteps
from gui.buttons import link_button
from gui.icons import Glyph
from gui.texts import page_title, picture, plain, small, wrapped
from gui.theme import Tone, px
from resources.words import _

WIDTH, HEIGHT = 420, 440


class CardFrame(QFrame):
    """Subclasses fill `body` and set the main button."""

    def __init__(self, name: str, title: str) -> None:
        """An empty card with its title."""
        super().__init__()
        self.setObjectName(name)
        self.setProperty("frame", "card")
        self.setFixedWidth(px(WIDTH))
        self._message = wrapped(plain(tone="red"))
        self._message.setObjectName(f"{name}Message")
        self._message.hide()
        self._remark = wrapped(small())
        self._remark.setObjectName(f"{name}Remark")
        self._remark.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(8)
        self._back: QPushButton | None = None
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 20)
        column.setSpacing(12)
        column.addLayout(self._title_row(title))
        column.addLayout(self.body)
        column.addStretch(1)
        column.addWidget(self._remark)
        column.addWidget(self._message)
        column.addLayout(self._foot)

    def minimumSizeHint(self) -> QSize:
        """As high as drawn, and higher where there is more to say: Qt's own forgets what breaks into lines."""
        needed = self._column.totalMinimumHeightForWidth(px(WIDTH))
        return super().minimumSizeHint().expandedTo(QSize(px(WIDTH), max(needed, px(HEIGHT))))

    def show_message(self, text: str, *, good: bool = False) -> None:
        """Why it did not work (stays until the next try), or where it stands."""
        self._message.setProperty("tone", "sub" if good else "red")
        self._message.style().unpolish(self._message)
        self._message.style().polish(self._message)
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def show_remark(self, text: str) -> None:
        """A line that stays: what became of the one who signed out."""
        self._remark.setText(text)
        self._remark.setVisible(bool(text))

    def put_steps(self, step: FirstStep, chosen: Callable[[FirstStep], object]) -> None:
        """The line of the first minute, over the fields."""
        line = FirstSteps(step)
        line.chosen.connect(chosen)
        self._column.insertWidget(1, line)

    def add_field(self, label: str, field: QWidget) -> None:
        """A field under its label."""
        words = plain(label, tone="sub")
        words.setBuddy(field)
        field.setAccessibleName(label)
        self.body.addWidget(words)
        self.body.addWidget(field)

    def add_button(self, button: QPushButton) -> None:
        """The main one, which Enter presses too; another way on stands under it."""
        button.setProperty("size", "field")
        self._foot.addWidget(button)

    def add_back(self, name: str, back: Callable[[], object]) -> QPushButton:
        """The way back to the card before, which Esc goes, too."""
        self._back = link_button(name, _("Back"), clicked=back)
        self.add_ways_out(self._back)
        return self._back

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back one level, where there is one."""
        if event.key() == Qt.Key.Key_Escape and self._back is not None and not self._back.isHidden():
            self._back.click()
            return
        super().keyPressEvent(event)

    def add_ways_out(self, *buttons: QPushButton) -> None:
        """Links under the main button."""
        row = QHBoxLayout()
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._foot.addLayout(row)

    def _title_row(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(picture(Glyph.BRAND, Tone.BRAND, size=28, says=_("Gewu")))
        row.addWidget(page_title(title), 1, Qt.AlignmentFlag.AlignVCenter)
        return row
