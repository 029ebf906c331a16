"""The chips under the tabs: what the list is narrowed to, one click each to take it away, and the total at the right."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.buttons import link_button, plain_button
from gui.findings.clearing import empty
from gui.flow import Flow
from gui.icons import Glyph
from gui.journal_bridge import JournalBridge
from gui.ledger.filter_menu import FilterMenu
from gui.ledger.filter_words import Condition, conditions
from gui.ledger.ledger_search import LedgerSearch
from gui.theme import SPACE, SPACE_M, SPACE_S, Tone, px
from models.findings import Filter
from resources.words import _

_RADIUS = 13


class FilterBar(QWidget):
    """Emits the filter as it should be; the tab in it is not its business."""

    changed = Signal(object)
    rows_wanted = Signal()
    """The cursor is to go from the text to the rows."""

    def __init__(self, bridge: JournalBridge) -> None:
        """Nothing is narrowed."""
        super().__init__()
        self.setObjectName("filterBar")
        self._bridge = bridge
        self._filter = Filter()
        self._shown: list[QPushButton] = []
        self._text = LedgerSearch()
        self._text.wanted.connect(self._on_text)
        self._text.rows_wanted.connect(self.rows_wanted)
        self._menu = FilterMenu(bridge, self)
        self._menu.chosen.connect(self._take)
        self._add = plain_button("addFilterButton", _("Filter"), glyph=Glyph.ADD, clicked=self._on_add)
        self._clear = link_button("clearFilterButton", _("Clear"), clicked=self.clear)
        self._lay_out()
        self._show_chips()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_M, SPACE_S + 1, SPACE_M, SPACE_S + 1)
        column.setSpacing(SPACE)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        self._below = QWidget()
        self._flow = Flow(SPACE)
        self._below.setLayout(self._flow)
        column.addLayout(row)
        column.addWidget(self._below)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(SPACE)
        self.tail = QHBoxLayout()
        """For what stands at the right end of the line."""
        self.tail.setSpacing(SPACE)
        row.addWidget(self._text)
        row.addLayout(self._chips)
        row.addWidget(self._add)
        row.addWidget(self._clear)
        row.addStretch(1)
        row.addLayout(self.tail)

    def focus_text(self) -> None:
        """Ctrl+F."""
        self._text.setFocus()
        self._text.selectAll()

    def clear(self) -> None:
        """Take every condition away, telling of it."""
        self._take(Filter())

    def conditions(self) -> tuple[Condition, ...]:
        """What narrows the list: the words of each condition, and the filter without it."""
        return conditions(self._filter, self._bridge.names)

    def take(self, wanted: Filter) -> None:
        """Narrow the list to this, telling of it."""
        self._take(wanted)

    def show_filter(self, wanted: Filter) -> None:
        """Show that the list is narrowed to this, without telling anybody."""
        self._filter = self._menu.filter = wanted
        self._text.show_text(wanted.text)
        self._show_chips()

    def place_chips(self) -> None:
        """In the line where there is room, else in lines of their own: chips never widen the list."""
        parts = [self._text, self._add, self._clear, *self._shown]
        needed = sum(part.sizeHint().width() + SPACE for part in parts) + self.tail.sizeHint().width() + 2 * SPACE_M
        inline = needed <= self.width()
        here, there = (self._chips, self._flow) if inline else (self._flow, self._chips)
        for chip in self._shown:
            if here.indexOf(chip) < 0:
                there.removeWidget(chip)
                here.addWidget(chip)
        self._below.setVisible(not inline and bool(self._shown))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for the chips now, or no longer."""
        super().resizeEvent(event)
        self.place_chips()

    def minimumSizeHint(self) -> QSize:
        """What it shows never widens the list."""
        return QSize(px(320), super().minimumSizeHint().height())

    @Slot(object)
    def _take(self, wanted: Filter) -> None:
        if wanted != self._filter:
            self.show_filter(wanted)
            self.changed.emit(wanted)

    def _show_chips(self) -> None:
        for layout in (self._chips, self._flow):
            empty(layout)
        self._shown = [
            self._chip(words, without)
            for words, without in self.conditions()
            if without.text == self._filter.text  # the text stands in its own field
        ]
        self._clear.setVisible(self._filter != Filter())
        self.place_chips()

    def _chip(self, words: str, without: Filter) -> QPushButton:
        chip = plain_button("filterChip", words, glyph=Glyph.CLOSE, clicked=partial(self._take, without))
        chip.setAccessibleName(_("Take “{condition}” away").format(condition=words))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setStyleSheet(chip_style())
        return chip

    @Slot()
    def _on_add(self) -> None:
        self._menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self._take(replace(self._filter, text=text))


def chip_style() -> str:
    """A condition, and the button behind which conditions are folded."""
    ground, edge = Tone.BRAND_PALE.value, Tone.BRAND.value
    return (
        f"QPushButton {{ background: {ground}; border: 1px solid {edge}; border-radius: {px(_RADIUS)}px; }}"
        f"QPushButton:focus {{ border: 2px solid {edge}; }}"
    )
