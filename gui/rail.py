"""The rail at the left: the places of the program, the exchange light, and who is signed in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from gui.exchange_light import ExchangeLight
from gui.icons import Glyph, icon
from gui.room import Room
from gui.texts import picture
from gui.theme import Tone, px
from gui.user_button import UserButton
from resources.words import _

WIDE, NARROW = 184, 56


@dataclass(frozen=True, slots=True)
class RailItem:
    """One place: its code, icon and words, and the digit of its shortcut Ctrl+digit."""

    code: str
    glyph: Glyph
    text: str
    digit: int


class Rail(QFrame):
    """Emits which place was asked for."""

    chosen = Signal(str)

    def __init__(self, items: Sequence[RailItem]) -> None:
        """Only places that exist."""
        super().__init__()
        self.setObjectName("rail")
        self.light = ExchangeLight()
        self.user = UserButton()
        self._items = tuple(items)
        self._brand = QLabel(_("Gewu · grid patrol"))
        self._buttons = {item.code: self._button(item) for item in items}
        self._group = QButtonGroup(self)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(4)
        column.addLayout(self._brand_row())
        column.addSpacing(4)
        for button in self._buttons.values():
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self.light)
        column.addSpacing(6)
        column.addWidget(self.user)
        self.show_room(Room.WIDE)

    def show_place(self, code: str) -> None:
        """Mark where we are."""
        if code in self._buttons:
            self._buttons[code].setChecked(True)

    def show_room(self, room: Room) -> None:
        """Words beside the icons where there is room for them."""
        narrow = room is not Room.WIDE
        self.setFixedWidth(px(NARROW) if narrow else px(WIDE))
        margin = 4 if narrow else 10
        self._column.setContentsMargins(margin, 6, margin, 8)
        self._brand.setVisible(not narrow)
        for item in self._items:
            self._buttons[item.code].setText("" if narrow else _beside(item))
        self.light.show_narrow(narrow=narrow)
        self.user.show_narrow(narrow=narrow)

    def _brand_row(self) -> QHBoxLayout:
        self._brand.setProperty("kind", "brand")
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(picture(Glyph.BRAND, Tone.RAIL_BRAND, size=24, says=_("Gewu")))
        row.addWidget(self._brand, 1)
        self._brand.setFixedHeight(px(44))
        return row

    def _button(self, item: RailItem) -> QPushButton:
        button = QPushButton(_beside(item))
        button.setObjectName(f"{item.code}RailButton")
        button.setCheckable(True)
        button.setIcon(icon(item.glyph, Tone.RAIL_TEXT, checked=Tone.PAPER))
        button.setIconSize(QSize(px(18), px(18)))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(item.text)
        button.setToolTip(_("{place}  Ctrl+{digit}").format(place=item.text, digit=item.digit))
        button.clicked.connect(lambda _checked=False, code=item.code: self.chosen.emit(code))
        return button


def _beside(item: RailItem) -> str:
    """Qt puts words close to an icon; a space gives them air."""
    return f" {item.text}"
