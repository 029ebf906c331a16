"""The chips under the tabs: what the list is narrowed to, one click each to take it away, and the total at the right."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from gui.buttons import link_button, plain_button
from gui.findings.clearing import empty
from gui.findings.grids import grids_of
from gui.flow import Flow
from gui.icons import Glyph, icon
from gui.journal_bridge import JournalBridge
from gui.labels import category_name, number
from gui.ledger.matter_words import MATTER_WORDS, MATTERS_TO_CHOOSE
from gui.texts import strong
from gui.theme import SPACE, SPACE_M, Tone
from models.findings import Filter, Matter
from models.taxonomy import categories, domains
from resources.words import _, ngettext

_CHIP = (
    f"QPushButton {{ background: {Tone.BRAND_PALE.value}; border: 1px solid {Tone.BRAND.value}; border-radius: 14px; }}"
    f"QPushButton:focus {{ border: 2px solid {Tone.BRAND.value}; }}"
)
_TO_ROWS = (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WITH_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class FilterBar(QWidget):
    """Emits the filter as it should be; the tab in it is not its business."""

    changed = Signal(object)
    refresh_wanted = Signal()
    rows_wanted = Signal()
    """The cursor is to go from the text to the rows."""

    def __init__(self, bridge: JournalBridge) -> None:
        """Nothing is narrowed."""
        super().__init__()
        self.setObjectName("filterBar")
        self._bridge = bridge
        self._filter = Filter()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_M, 5, SPACE_M, 5)
        column.setSpacing(SPACE)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE)
        self._below = QWidget()
        self._flow = Flow(SPACE)
        self._below.setLayout(self._flow)
        self._shown: list[QPushButton] = []
        column.addLayout(self._row)
        column.addWidget(self._below)
        self._text = self._build_text()
        self._chips = QHBoxLayout()
        self._chips.setSpacing(SPACE)
        self._add: QPushButton = plain_button("addFilterButton", _("Filter"), glyph=Glyph.ADD, clicked=self._on_add)
        self._menu = QMenu(self)
        self._menu.setObjectName("filterMenu")
        self._menu.aboutToShow.connect(self._fill_menu)
        self._clear = link_button("clearFilterButton", _("Clear"), clicked=self.clear)
        self._news = link_button("refreshButton", "", glyph=Glyph.REFRESH, clicked=self.refresh_wanted.emit)
        self._total = strong()
        self._total.setObjectName("ledgerTotal")
        self._row.addWidget(self._text)
        self._row.addLayout(self._chips)
        self._row.addWidget(self._add)
        self._row.addWidget(self._clear)
        self._row.addStretch(1)
        self._row.addWidget(self._news)
        self._row.addWidget(self._total)
        self._news.hide()
        self._show_chips()

    def _build_text(self) -> QLineEdit:
        text = QLineEdit()
        text.setObjectName("ledgerSearch")
        text.setPlaceholderText(_("number, place, description"))
        text.setAccessibleName(_("Look for"))
        text.setClearButtonEnabled(True)
        text.setFixedWidth(170)
        text.addAction(icon(Glyph.SEARCH, Tone.SUB), QLineEdit.ActionPosition.LeadingPosition)
        text.textChanged.connect(self._on_text)
        text.installEventFilter(self)
        return text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc, ↓ and Enter lead from the text to the rows; only from there Esc leaves the page."""
        if isinstance(event, QKeyEvent) and event.key() in _TO_ROWS and not event.modifiers() & _WITH_OTHERS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.rows_wanted.emit()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        types = self._menu.addMenu(_("Type"))
        for domain in domains():
            inside = types.addMenu(f"{domain.code}  {domain.name}")
            for found in categories():
                if found.domain.code == domain.code:
                    action = inside.addAction(f"{found.code}  {found.short}")
                    action.triggered.connect(partial(self._add_category, found.code))
        matters = self._menu.addMenu(_("Deadline"))
        for matter in MATTERS_TO_CHOOSE:
            matters.addAction(_(MATTER_WORDS[matter])).triggered.connect(partial(self._add_matter, matter))
        grids = grids_of(self._bridge)
        if len(grids) > 1:
            places = self._menu.addMenu(_("Grid"))
            for code, _name in grids:
                places.addAction(self._bridge.names.place(code)).triggered.connect(partial(self._add_grid, code))

    def focus_text(self) -> None:
        """Ctrl+F."""
        self._text.setFocus()
        self._text.selectAll()

    def show_total(self, words: str) -> None:
        """How many there are, or that they are being counted."""
        self._total.setText(words)

    def show_news(self, count: int) -> None:
        """New rows wait until somebody wants them: a list that jumps under the mouse is worse than an old one."""
        words = ngettext("{n} new, click to refresh", "{n} new, click to refresh", count)
        self._news.setText(words.format(n=number(count)))
        self._news.setVisible(count > 0)
        self._place_chips()

    def clear(self) -> None:
        """Take every condition away, telling of it."""
        self._take(Filter())

    def conditions(self) -> tuple[tuple[str, Filter], ...]:
        """What narrows the list: the words of each condition, and the filter without it."""
        wanted = self._filter
        found = [
            (_("Type: {name}").format(name=category_name(code)), replace(wanted, categories=wanted.categories - {code}))
            for code in sorted(wanted.categories)
        ]
        found += [
            (_("Grid: {name}").format(name=self._bridge.names.area(code)), replace(wanted, grids=wanted.grids - {code}))
            for code in sorted(wanted.grids)
        ]
        if wanted.matter is not None:
            found.append((_(MATTER_WORDS[wanted.matter]), replace(wanted, matter=None)))
        if wanted.text:
            found.append((_("Text: {text}").format(text=wanted.text), replace(wanted, text="")))
        return tuple(found)

    def take(self, wanted: Filter) -> None:
        """Narrow the list to this, telling of it."""
        self._take(wanted)

    def show_filter(self, wanted: Filter) -> None:
        """Show that the list is narrowed to this, without telling anybody."""
        self._filter = wanted
        if self._text.text().strip() != wanted.text:
            self._text.setText(wanted.text)
        self._show_chips()

    def _take(self, wanted: Filter) -> None:
        if wanted != self._filter:
            self.show_filter(wanted)
            self.changed.emit(wanted)

    def _show_chips(self) -> None:
        for layout in (self._chips, self._flow):
            empty(layout)
        self._shown = []
        for words, without in self.conditions():
            if without.text == self._filter.text:
                chip = plain_button("filterChip", words, glyph=Glyph.CLOSE, clicked=partial(self._take, without))
                chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
                chip.setStyleSheet(_CHIP)
                self._shown.append(chip)
        self._clear.setVisible(self._filter != Filter())
        self._place_chips()

    def _place_chips(self) -> None:
        """In the line where there is room, else in lines of their own: chips never widen the list."""
        parts = [self._text, self._add, self._clear, self._total, *([] if self._news.isHidden() else [self._news])]
        needed = sum(part.sizeHint().width() + SPACE for part in (*parts, *self._shown)) + 2 * SPACE_M
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
        self._place_chips()

    def minimumSizeHint(self) -> QSize:
        """What it shows never widens the list."""
        return QSize(320, super().minimumSizeHint().height())

    @Slot()
    def _on_add(self) -> None:
        self._menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self._take(replace(self._filter, text=text.strip()))

    def _add_category(self, code: str, _on: object = None) -> None:
        self._take(replace(self._filter, categories=self._filter.categories | {code}))

    def _add_matter(self, matter: Matter, _on: object = None) -> None:
        self._take(replace(self._filter, matter=matter))

    def _add_grid(self, code: str, _on: object = None) -> None:
        self._take(replace(self._filter, grids=self._filter.grids | {code}))
