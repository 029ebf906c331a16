"""What the ledger shows: reads the first rows at once, then the whole order, then the rows that somebody looks at."""

from array import array
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.background import Failure, Lane, Task
from gui.journal_bridge import JournalBridge
from gui.ledger.held_rows import PAGE
from gui.ledger.ledger_model import LedgerModel
from gui.ledger.ledger_news import Compared, LedgerNews
from gui.ledger.wish import Wish
from models.clock import day_of
from models.findings import Filter, Order, Tab
from models.ids import FindingId
from models.ledger_row import LedgerRow
from models.ledger_view import LedgerView, read_view, write_view
from models.store import Store

InView = Callable[[], tuple[int, int]]
_Pages = tuple[tuple[int, "array[int]", tuple[LedgerRow | None, ...]], ...]


class LedgerList(QObject):
    """One list at a time: a filter and an order. It never moves a row before somebody asks for it."""

    waiting = Signal()
    """Another list is on its way."""
    view_read = Signal(object)
    """A LedgerView: how this person left the ledger."""
    loaded = Signal()
    """The first rows of the list are here."""
    counted = Signal(int)
    """The whole order is here: how long the list is."""
    tabs_counted = Signal(object)
    news = Signal(object)
    """A Difference between the list that is shown and the one that would be read now."""
    failed = Signal(object)
    """A Failure of reading."""

    def __init__(self, bridge: JournalBridge, parent: QObject | None = None) -> None:
        """Nothing is read before `reload`."""
        super().__init__(parent)
        self._bridge = bridge
        self._wish = Wish()
        self._view: LedgerView | None = None
        self._reading: Task[tuple[LedgerRow, ...]] | Task[array[int]] | Task[LedgerView] | None = None
        self._fetching: Task[_Pages] | None = None
        self._stale = True
        self.in_view: InView = lambda: (0, PAGE - 1)
        """Which rows are seen: no others are read."""
        self.model = LedgerModel(bridge.names, lambda: day_of(bridge.clock.now()), self)
        self._news = LedgerNews(bridge, self.model, self)
        self._looking = QTimer(self, singleShot=True, interval=0)
        self._connect()

    def _connect(self) -> None:
        self._looking.timeout.connect(self._look)
        self.model.rows_wanted.connect(self._on_rows_wanted)
        self._news.compared.connect(self._on_compared)
        self._bridge.ledger_changed.connect(self._on_ledger_changed)
        self._bridge.reference_changed.connect(lambda: self.model.rename(self._bridge.names))

    @property
    def filter(self) -> Filter:
        """What the list is narrowed to."""
        return self._wish.filter

    @property
    def order(self) -> tuple[Order, bool]:
        """What the list is sorted by, and whether descending."""
        return self._wish.order, self._wish.descending

    def reload(self) -> None:
        """Read the list anew from its beginning."""
        for task in (self._reading, self._fetching):
            if task is not None:
                task.drop()
        self._fetching = None
        self._stale = False
        self._news.watch(None)
        self.waiting.emit()
        if self._view is None:
            self._reading = self._bridge.ask(
                lambda store: read_view(store.settings), done=self._on_view, failed=self._on_failed
            )
            return
        wish = self._wish
        self._reading = self._bridge.ask(
            lambda store: wish.first(store, PAGE), done=self._on_first, failed=self._on_failed
        )

    def reload_if_stale(self) -> None:
        """Nobody was looking while it changed: read it anew now."""
        if self._stale:
            self.reload()

    def rest(self) -> None:
        """Nobody looks any more: what changes now is read when somebody does."""
        self._news.watch(None)

    def look_again(self) -> None:
        """Somebody looks: tell of what changed meanwhile."""
        if self._reading is None and self._view is not None:
            self._news.watch(self._wish)
            if self._stale:
                self._news.take(())

    def narrow(self, wanted: Filter) -> None:
        """Show what this filter leaves."""
        self._wish = replace(self._wish, filter=wanted)
        self.reload()

    def sort(self, order: Order, *, descending: bool) -> None:
        """Show the same in another order, and remember it."""
        self._wish = replace(self._wish, order=order, descending=descending)
        if self._view is not None:
            self.remember(replace(self._view, order=order, descending=descending))
        self.reload()

    def remember(self, view: LedgerView) -> None:
        """This is how this person wants the ledger."""
        if view != self._view:
            self._view = view
            self._bridge.work(Lane.WRITING, lambda store: write_view(store.settings, view), done=_nothing)

    def remember_widths(self, widths: dict[str, int]) -> None:
        """Column widths at the usual type size, by column."""
        if self._view is not None:
            self.remember(replace(self._view, widths=widths))

    def find(self, finding: str, done: Callable[[LedgerRow | None], None]) -> None:
        """Tell the row of a finding, listed or not; None where the ledger does not have it."""
        self._bridge.ask(lambda store: store.findings.row(FindingId(finding)), done=done)

    def rows(self, keys: tuple[int, ...], done: Callable[[tuple[LedgerRow, ...]], None]) -> None:
        """Read these rows, seen or not; those that are gone are left out."""
        self._bridge.ask(lambda store: _those_there(store, keys), done=done, failed=self._on_failed)

    def _on_view(self, view: LedgerView) -> None:
        self._view = view
        self._wish = replace(self._wish, order=view.order, descending=view.descending)
        self.view_read.emit(view)
        self.reload()

    def _on_first(self, rows: tuple[LedgerRow, ...]) -> None:
        wish = self._wish
        self.model.begin(rows)
        self.loaded.emit()
        if len(rows) < PAGE:
            self._on_listing(self.model.held.keys)
            return
        self._reading = self._bridge.ask(wish.listing, done=self._on_listing, failed=self._on_failed)

    def _on_listing(self, keys: "array[int]") -> None:
        self._reading = None
        self.model.take_keys(keys)
        self.model.marks.keep(keys)
        self._news.watch(self._wish)
        self.counted.emit(len(keys))
        self._bridge.ask(lambda store: dict(store.findings.tab_counts()), done=self._on_tabs, failed=self._on_failed)

    def _on_tabs(self, counts: dict[Tab, int]) -> None:
        self.tabs_counted.emit(counts)

    @Slot()
    def _on_rows_wanted(self) -> None:
        if self._fetching is None and not self._looking.isActive():
            self._looking.start()

    @Slot()
    def _look(self) -> None:
        """Read what is in view now. Whatever was in view before is forgotten: dragging asks for no page twice."""
        pages = tuple((page, self.model.held.keys_of(page)) for page in self.model.held.missing(*self.in_view()))
        if pages and self._fetching is None:
            self._fetching = self._bridge.ask(
                lambda store: _read_pages(store, pages), done=self._on_pages, failed=self._on_failed
            )

    def _on_pages(self, pages: _Pages) -> None:
        self._fetching = None
        for page, keys, rows in pages:
            self.model.take_page(page, keys, rows)
        self._look()

    def _on_compared(self, compared: Compared) -> None:
        self.tabs_counted.emit(compared.tabs)
        self.news.emit(compared.difference)

    @Slot(tuple)
    def _on_ledger_changed(self, ids: tuple[str, ...]) -> None:
        self._stale = True
        self._news.take(ids)

    def _on_failed(self, failure: Failure) -> None:
        # _fetching stays: rows that could not be read are not asked for again and again
        self._stale = True
        self.failed.emit(failure)


def _read_pages(store: Store, pages: tuple[tuple[int, "array[int]"], ...]) -> _Pages:
    return tuple((page, keys, store.findings.rows(keys)) for page, keys in pages)


def _those_there(store: Store, keys: tuple[int, ...]) -> tuple[LedgerRow, ...]:
    return tuple(row for row in store.findings.rows(keys) if row is not None)


def _nothing(_value: object) -> None:
    """Remembering answers nothing."""
