"""The left card of the ledger: tabs, filters, the table or what stands in its place, and errors of reading."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from gui.background import Failure
from gui.buttons import plain_button
from gui.journal_bridge import JournalBridge
from gui.ledger.filter_bar import FilterBar
from gui.ledger.ledger_corner import LedgerCorner
from gui.ledger.ledger_empty import LedgerEmpty
from gui.ledger.ledger_list import LedgerList
from gui.ledger.ledger_table import LedgerTable
from gui.ledger.ledger_tabs import LedgerTabs
from gui.ledger.mark_bar import MarkBar
from gui.notice_bar import NoticeBar
from gui.room import Room
from gui.row_shapes import RowShapes
from models.findings import Filter, Order, Tab
from models.ledger_row import LedgerRow
from models.ledger_view import LedgerView
from models.workflow import BY_ACTION
from resources.words import _


class LedgerCard(QFrame):
    """Emits which finding is chosen and which is opened."""

    finding_chosen = Signal(str)
    finding_opened = Signal(str)

    def __init__(self, bridge: JournalBridge) -> None:
        """Everything, as this person left it sorted."""
        super().__init__()
        self.setObjectName("ledgerCard")
        self.setProperty("frame", "card")
        self._wanted, self._wanted_key = "", -1
        self._asked_anew = False
        self.list = LedgerList(bridge, self)
        self.tabs = LedgerTabs(bridge.person.role)
        self.filters = FilterBar(bridge)
        self.corner = LedgerCorner(bridge, self.filters)
        self.table = LedgerTable(self.list.model, bridge.names)
        self.marks = MarkBar(may_dispatch=bridge.person.role in BY_ACTION["dispatch"].roles)
        self._shapes = RowShapes(self.table)
        self._empty = LedgerEmpty()
        self._error = NoticeBar("ledgerError")
        self._again = plain_button("readAgainButton", _("Read once more"), clicked=self.list.reload)
        self._again.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.corner)
        column.addLayout(head)
        for part in (self.filters, self._error, self._again):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self.marks)
        self.corner.fit(Room.WIDE)
        self.corner.show_filter(Filter())
        self._connect()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tab)
        self.filters.changed.connect(self._on_filter)
        self.filters.rows_wanted.connect(self.focus_rows)
        self.corner.refresh_wanted.connect(self.list.reload)
        self.corner.filter_chosen.connect(self._on_saved_filter)
        self._empty.filter_wanted.connect(self.filters.take)
        self.table.order_wanted.connect(self._on_order)
        self.table.widths.changed.connect(self.list.remember_widths)
        self.table.finding_chosen.connect(self._on_chosen)
        self.table.finding_opened.connect(self.finding_opened)
        self.list.in_view = self.table.rows_in_view
        self.list.waiting.connect(self._shapes.wait)
        self.list.view_read.connect(self._on_view)
        self.list.loaded.connect(self._on_loaded)
        self.list.counted.connect(self._on_counted)
        self.list.tabs_counted.connect(self._on_tabs_counted)
        self.list.news.connect(self.corner.show_news)
        self.list.failed.connect(self._on_failed)
        marks = self.list.model.marks
        marks.changed.connect(lambda: self.marks.show_count(len(marks)))
        self.marks.clear_wanted.connect(marks.clear)

    def fit(self, room: Room) -> None:
        """Drop the columns that have no room; in a narrow window the filters fold into one button."""
        self.table.widths.show_room(room)
        self.corner.fit(room)

    def choose(self, finding: str) -> None:
        """Select a finding now, or as soon as the list has it."""
        self._wanted, self._wanted_key, self._asked_anew = finding, -1, False
        self._choose_wanted(at_last=False)
        self.list.find(finding, partial(self._on_found, finding))

    def show_all(self) -> None:
        """The widest list, where every finding can be chosen."""
        self.show_tab(Tab.ALL)

    def show_tab(self, tab: Tab) -> None:
        """All of one tab, nothing narrowed."""
        self.show_only(Filter(tab))

    def show_only(self, wanted: Filter) -> None:
        """This and nothing else: what a counter counted."""
        self.tabs.show_tab(wanted.tab)
        self.filters.show_filter(replace(wanted, tab=Tab.ALL))
        if self.list.filter != wanted:
            self._narrow(wanted)

    def focus_text(self) -> None:
        """Ctrl+F."""
        self.corner.unfold()
        self.filters.focus_text()

    def tell(self, words: str) -> None:
        """Say what did not work, until it was read; empty: nothing."""
        self._error.say(words)

    @Slot()
    def focus_rows(self) -> None:
        """The cursor stands in the rows, else on their tab."""
        if not self.table.isHidden():
            self.table.setFocus()
        else:
            self.tabs.focus_shown()

    def _narrow(self, wanted: Filter) -> None:
        self._asked_anew = True
        self.list.narrow(wanted)
        self.corner.show_filter(wanted)

    @Slot(object)
    def _on_tab(self, tab: Tab) -> None:
        self._narrow(replace(self.list.filter, tab=tab))

    @Slot(object)
    def _on_filter(self, wanted: Filter) -> None:
        self._narrow(replace(wanted, tab=self.list.filter.tab))

    @Slot(object)
    def _on_saved_filter(self, wanted: Filter) -> None:
        self.show_only(wanted)
        self.focus_rows()

    @Slot(object)
    def _on_view(self, view: LedgerView) -> None:
        self.table.show_order(view.order, descending=view.descending)
        self.table.widths.show_widths(view.widths)

    @Slot(object, bool)
    def _on_order(self, order: Order, descending: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.list.sort(order, descending=descending)

    @Slot(str)
    def _on_chosen(self, finding: str) -> None:
        key = self.table.chosen_key
        self._wanted, self._wanted_key = finding, -1 if key is None else key
        self.finding_chosen.emit(finding)

    def _on_found(self, finding: str, row: LedgerRow | None) -> None:
        if finding == self._wanted and row is not None:
            self._wanted_key = row.key
            self._choose_wanted(at_last=False)

    @Slot()
    def _on_loaded(self) -> None:
        self._shapes.done()
        self._again.hide()
        self._error.say("")
        some = self.list.model.rowCount() > 0
        held = self.table.hasFocus()
        self.table.setVisible(some)
        self._empty.setVisible(not some)
        if held and not some:
            # else Qt gives the cursor to whatever comes next
            self.tabs.focus_shown()
        self._empty.explain(self.filters.conditions(), all_tabs=self.list.filter.tab is Tab.ALL)
        self.corner.show_counting()
        self._choose_wanted(at_last=False)

    def _choose_wanted(self, *, at_last: bool) -> None:
        """The one that was chosen; the first row where nothing was, or where other rows were asked for than its own."""
        model = self.list.model
        at = model.held.place_of(self._wanted, self._wanted_key)
        if at >= 0:
            self._asked_anew = not at_last and self._asked_anew
            if self.table.chosen_key != model.held.keys[at]:
                self.table.choose_row(at)
        elif not self._wanted or (at_last and self._asked_anew):
            self._asked_anew = False
            self.table.choose_row(0 if model.rowCount() else -1)
            self._on_chosen(self.table.chosen)
        elif at_last:
            self.table.choose_row(-1)

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self.corner.show_total(count)
        self._choose_wanted(at_last=True)

    @Slot(object)
    def _on_tabs_counted(self, counts: Mapping[Tab, int]) -> None:
        self.tabs.show_counts(counts)

    @Slot(object)
    def _on_failed(self, _failure: Failure) -> None:
        self._shapes.done()
        self._error.say(_("The ledger could not be read. The records are all there, nothing is lost. Read once more."))
        self._again.show()
