"""The left card of the ledger: tabs, filters, the table or what stands in its place, and errors of reading."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from gui.background import Failure
from gui.buttons import plain_button
from gui.journal_bridge import JournalBridge
from gui.labels import number
from gui.ledger.filter_bar import FilterBar
from gui.ledger.ledger_empty import LedgerEmpty
from gui.ledger.ledger_list import LedgerList
from gui.ledger.ledger_table import LedgerTable
from gui.ledger.ledger_tabs import LedgerTabs
from gui.notice_bar import NoticeBar
from gui.room import Room
from gui.theme import SPACE_M
from models.findings import Filter, Order, Tab
from resources.words import _, ngettext


class LedgerCard(QFrame):
    """Emits which finding is chosen and which is opened."""

    finding_chosen = Signal(str)
    finding_opened = Signal(str)

    def __init__(self, bridge: JournalBridge) -> None:
        """Everything, the longest overdue first."""
        super().__init__()
        self.setObjectName("ledgerCard")
        self.setProperty("frame", "card")
        self._wanted = ""
        self._asked_anew = False
        self.list = LedgerList(bridge, self)
        self.tabs = LedgerTabs(bridge.person.role)
        self.filters = FilterBar(bridge)
        self.table = LedgerTable(self.list.model)
        self._empty = LedgerEmpty()
        self._error = NoticeBar("ledgerError")
        self._again = plain_button("readAgainButton", _("Read once more"), clicked=self.list.reload)
        self._again.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, SPACE_M)
        column.setSpacing(0)
        for part in (self.tabs, self.filters, self._error, self._again):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty, 1)
        self._connect()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tab)
        self.filters.changed.connect(self._on_filter)
        self.filters.refresh_wanted.connect(self.list.reload)
        self.filters.rows_wanted.connect(self.focus_rows)
        self._empty.filter_wanted.connect(self.filters.take)
        self.table.order_wanted.connect(self._on_order)
        self.table.finding_chosen.connect(self._on_chosen)
        self.table.finding_opened.connect(self.finding_opened)
        self.list.loaded.connect(self._on_loaded)
        self.list.counted.connect(self._on_counted)
        self.list.tabs_counted.connect(self._on_tabs_counted)
        self.list.news.connect(self.filters.show_news)
        self.list.failed.connect(self._on_failed)

    def fit(self, room: Room) -> None:
        """Drop the columns that have no room."""
        self.table.fit(room)

    def choose(self, finding: str) -> None:
        """Select a finding now, or as soon as the list has it."""
        self._wanted, self._asked_anew = finding, False
        self.table.choose(finding)

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
            self._asked_anew = True
            self.list.narrow(wanted)

    @Slot()
    def focus_rows(self) -> None:
        """The cursor stands in the rows, else on their tab."""
        if not self.table.isHidden():
            self.table.setFocus()
        else:
            self.tabs.focus_shown()

    @Slot(object)
    def _on_tab(self, tab: Tab) -> None:
        self._asked_anew = True
        self.list.narrow(replace(self.list.filter, tab=tab))

    @Slot(object)
    def _on_filter(self, wanted: Filter) -> None:
        self._asked_anew = True
        self.list.narrow(replace(wanted, tab=self.list.filter.tab))

    @Slot(object, bool)
    def _on_order(self, order: Order, descending: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.list.sort(order, descending=descending)

    @Slot(str)
    def _on_chosen(self, finding: str) -> None:
        self._wanted = finding
        self.finding_chosen.emit(finding)

    @Slot()
    def _on_loaded(self) -> None:
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
        self.filters.show_total(_("counting …"))
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        """The one that was chosen; the first row where nothing was, or where other rows were asked for than its own."""
        anew, self._asked_anew = self._asked_anew, False
        if not self.table.choose(self._wanted) and (anew or not self._wanted):
            first = self.list.model.ledger_row(0) if self.list.model.rowCount() else None
            self.table.choose(first.id if first else "")
            self._on_chosen(first.id if first else "")

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self.filters.show_total(ngettext("{n} in all", "{n} in all", count).format(n=number(count)))

    @Slot(object)
    def _on_tabs_counted(self, counts: Mapping[Tab, int]) -> None:
        self.tabs.show_counts(counts)

    @Slot(object)
    def _on_failed(self, _failure: Failure) -> None:
        self._error.say(_("The ledger could not be read. The records are all there, nothing is lost. Read once more."))
        self._again.show()
