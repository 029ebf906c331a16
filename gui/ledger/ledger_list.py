"""What the ledger shows: reads pages beside the window, counts after the rows are there, and never moves rows by itself."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from gui.background import Failure, Task
from gui.journal_bridge import JournalBridge
from gui.ledger.ledger_model import PAGE, LedgerModel
from models.clock import day_of
from models.findings import Filter, Order, Tab
from models.ids import FindingId
from models.ledger_row import LedgerRow
from models.store import Store

_MOST_REPLACED = 200


@dataclass(frozen=True, slots=True)
class _Counts:
    listed: int
    tabs: dict[Tab, int]


class LedgerList(QObject):
    """One list at a time: a filter and an order."""

    loaded = Signal()
    """The first rows of the list are here."""
    counted = Signal(int)
    """How long the list is."""
    tabs_counted = Signal(object)
    news = Signal(int)
    """So many rows are there that the list does not show yet."""
    failed = Signal(object)
    """A Failure of reading."""

    def __init__(self, bridge: JournalBridge, parent: QObject | None = None) -> None:
        """Nothing is read before `reload`."""
        super().__init__(parent)
        self._bridge = bridge
        self._order, self._descending = Order.DUE, False
        self._reading: Task[tuple[LedgerRow, ...]] | None = None
        self._listed = 0
        self._stale = True
        self.filter = Filter()
        self.model = LedgerModel(bridge.names, lambda: day_of(bridge.clock.now()), self)
        self.model.page_wanted.connect(self._on_page_wanted)
        bridge.ledger_changed.connect(self._on_ledger_changed)
        bridge.reference_changed.connect(lambda: self.model.rename(bridge.names))

    def reload(self) -> None:
        """Read the list anew from its beginning."""
        if self._reading is not None:
            self._reading.drop()
        self._stale = False
        wanted, order, descending = self.filter, self._order, self._descending
        self._reading = self._bridge.ask(
            lambda store: store.findings.page(wanted, order=order, descending=descending, limit=PAGE),
            done=self._on_first,
            failed=self._on_failed,
        )

    def reload_if_stale(self) -> None:
        """Nobody was looking while it changed: read it anew now."""
        if self._stale:
            self.reload()

    def narrow(self, wanted: Filter) -> None:
        """Show what this filter leaves."""
        self.filter = wanted
        self.reload()

    def sort(self, order: Order, *, descending: bool) -> None:
        """Show the same in another order."""
        self._order, self._descending = order, descending
        self.reload()

    def _on_first(self, rows: tuple[LedgerRow, ...]) -> None:
        self.model.begin(rows)
        self.loaded.emit()
        self.news.emit(0)
        self._listed = len(rows)
        self._count(self._on_counted)

    def _count(self, done: Callable[[_Counts], None]) -> None:
        wanted = self.filter
        self._bridge.ask(lambda store: _count(store, wanted), done=done, failed=self._on_failed)

    def _on_counted(self, counts: _Counts) -> None:
        self._listed = counts.listed
        self.model.take_count(counts.listed)
        self.counted.emit(counts.listed)
        self.tabs_counted.emit(counts.tabs)

    def _on_recounted(self, counts: _Counts) -> None:
        self.tabs_counted.emit(counts.tabs)
        self.news.emit(max(0, counts.listed - self._listed))

    @Slot(int)
    def _on_page_wanted(self, page: int) -> None:
        wanted, order, descending, model = self.filter, self._order, self._descending, self.model
        self._bridge.ask(
            lambda store: store.findings.page(
                wanted, order=order, descending=descending, offset=page * PAGE, limit=PAGE
            ),
            done=lambda rows: model.take_page(page, rows),
            failed=self._on_failed,
        )

    @Slot(tuple)
    def _on_ledger_changed(self, ids: tuple[str, ...]) -> None:
        self._stale = True
        shown = list(self.model.known(ids))[:_MOST_REPLACED]
        if shown:
            self._bridge.ask(lambda store: _rows(store, shown), done=self.model.replace)
        self._count(self._on_recounted)

    def _on_failed(self, failure: Failure) -> None:
        self._stale = True
        self.failed.emit(failure)


def _count(store: Store, wanted: Filter) -> _Counts:
    return _Counts(store.findings.count(wanted), dict(store.findings.tab_counts()))


def _rows(store: Store, findings: list[FindingId]) -> tuple[LedgerRow, ...]:
    return tuple(row for finding in findings if (row := store.findings.row(finding)) is not None)
