"""Searching from any page: asks beside the window once typing pauses, drops answers nobody waits for, opens what is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

from gui.background import Failure, Task
from gui.desk import Desk
from gui.journal_bridge import JournalBridge
from gui.resting_focus import give_focus_back
from gui.searching import panel_rows
from gui.searching.functions import Functions
from gui.searching.panel_rows import (
    LookFor,
    OpenEnterprise,
    OpenFinding,
    OpenLedger,
    OpenPlace,
    OpenUnit,
    PanelRow,
    Part,
    Take,
    Target,
)
from gui.searching.search_panel import SearchPanel
from models.clock import day_of
from models.findings import Filter
from models.ledger_row import LedgerRow
from models.reference import Area
from models.searching import Counts, Hits, NameBook, Named, count, find, find_names, grids_within, opened_lately
from models.store import Store

PAUSE_MS = 120
"""Typing faster than this is one question."""
SLOW_MS = 200
"""When findings take longer, names are shown without them."""
_MOVES = (QEvent.Type.Resize, QEvent.Type.Move)


class Searching(QObject):
    """The box of a desk, the panel under it, and what stands in it."""

    finding_wanted = Signal(str)
    ledger_wanted = Signal(object)
    """The ledger with this Filter."""

    def __init__(self, desk: Desk, bridge: JournalBridge, functions: Functions) -> None:
        """Made when the box is first used."""
        super().__init__(desk)
        self._desk, self._bridge, self._functions = desk, bridge, functions
        self._box = desk.top_bar.search
        self._book = NameBook(bridge.person)
        self._tasks: list[Task[Any]] = []
        self._hits = Hits("")
        self._names: Hits | None = None
        self._shown_for: str | None = None
        self._takes_first = self._moved = False
        self.panel = SearchPanel(desk, lambda: day_of(bridge.clock.now()))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self._show_names)
        self._box.asked.connect(self.look_for)
        self._box.stepped.connect(self._on_stepped)
        self._box.taken.connect(self._on_taken)
        self._box.left.connect(self.close)
        self._box.closed.connect(self._on_closed)
        self.panel.chosen.connect(self._choose)
        for watched in (desk, self._box):
            watched.installEventFilter(self)

    @Slot(str)
    def look_for(self, text: str) -> None:
        """Show what answers to this; before anything is typed what may be wanted."""
        self._drop()
        self._takes_first = self._moved = False
        if text.strip():
            self._pause.start()
        else:
            self._run(opened_lately, self._on_lately)

    @Slot()
    def close(self) -> None:
        """The panel goes; nobody waits for an answer any more."""
        self._drop()
        self._shown_for = None
        self.panel.hide()

    def _drop(self) -> None:
        for timer in (self._pause, self._slow):
            timer.stop()
        for task in self._tasks:
            task.drop()
        self._tasks = []

    def _run(self, question: Callable[[Store], Any], done: Callable[[Any], None]) -> None:
        self._tasks.append(self._bridge.ask(question, done=done, failed=self._on_failed))

    @Slot()
    def _ask(self) -> None:
        text, book = self._typed, self._book
        words = [(function.code, function.words) for function in self._functions.all()]
        self._names, self._hits = None, Hits(text, None)
        self._run(lambda store: find_names(store, book, [Named(*each) for each in words], text), self._on_names)
        self._run(lambda store: find(store, text), self._on_findings)
        self._slow.start()

    @property
    def _typed(self) -> str:
        return self._box.text().strip()

    def _on_lately(self, lately: Sequence[LedgerRow]) -> None:
        self._show("", panel_rows.rows_before(lately, self._functions.all()))

    def _on_names(self, names: Hits) -> None:
        self._names = names
        self._join()

    def _on_findings(self, found: tuple[LedgerRow, ...]) -> None:
        self._hits = replace(self._hits, findings=found)
        self._join()

    def _join(self) -> None:
        """Both are shown together, unless the findings let the names wait."""
        found, names = self._hits.findings, self._names
        if names is None or (found is None and self._slow.isActive()):
            return
        self._hits = replace(names, findings=found)
        text = names.text
        self._show(text, self._rows(None), keep=self._moved)
        if found is not None:
            self._slow.stop()
            self._run(lambda store: count(store, text), self._on_counts)
        if self._takes_first and found is not None:
            self._on_taken()

    @Slot()
    def _show_names(self) -> None:
        self._join()

    def _on_counts(self, counts: Counts) -> None:
        self._show(counts.text, self._rows(counts), keep=True)

    def _rows(self, counts: Counts | None, note: str = "") -> tuple[PanelRow, ...]:
        functions = self._functions.of(self._hits.functions)
        return panel_rows.rows_of(self._hits, counts, functions, self._bridge.names, note)

    def _on_failed(self, _failure: Failure) -> None:
        self._show(None, (PanelRow(Part.NOTE, panel_rows.not_read()),))

    def _show(self, answers: str | None, rows: Sequence[PanelRow], *, keep: bool = False) -> None:
        self._shown_for = answers
        self.panel.show_rows(rows, keep=keep)
        if self.panel.isHidden():
            self.panel.drop_under(self._box)
        self._box.setAccessibleDescription(self.panel.spoken)

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        if self.panel.isHidden():
            self.look_for(self._box.text())
            return
        self._moved = True
        self.panel.step(by)
        self._box.setAccessibleDescription(self.panel.spoken)

    @Slot()
    def _on_taken(self) -> None:
        """Enter; pressed before the answer is there it takes the first of that, never one of the answer before."""
        if self._shown_for != self._typed:
            self.look_for(self._typed)
            self._takes_first = bool(self._typed)
        elif self.panel.current is not None:
            self._choose(self.panel.current)
        else:
            self._takes_first = self._hits.findings is None

    @Slot()
    def _on_closed(self) -> None:
        self._finish()

    def _finish(self) -> None:
        """Close, and give the cursor back."""
        self.close()
        self._box.clear()
        if not self._box.go_back():
            give_focus_back(self._desk.current)

    @Slot(object)
    def _choose(self, target: Target) -> None:
        self._takes_first = False
        match target:
            case LookFor(text):
                self._box.setText(text)
                self.look_for(text)
            case OpenEnterprise(name):
                self._open_if_any(name, lambda _store: Filter(text=name))
            case OpenUnit(unit):
                self._open_if_any(unit.name, lambda _store: Filter(units=frozenset({unit.code})))
            case OpenPlace(area):
                self._open_if_any(area.name, lambda store: _within(store, area))
            case OpenFinding(finding):
                self._finish()
                self.finding_wanted.emit(finding)
            case OpenLedger(wanted):
                self._finish()
                self.ledger_wanted.emit(wanted)
            case Take(code):
                self._finish()
                self._functions.take(code)

    def _open_if_any(self, name: str, wanted: Callable[[Store], Filter | None]) -> None:
        """The ledger with what this name stands for; where that is nothing the panel says so and stays."""

        def told(found: Filter | None) -> None:
            if found is None:
                self._show(self._hits.text, self._rows(None, panel_rows.nothing_at(name)))
                return
            self._finish()
            self.ledger_wanted.emit(found)

        self._drop()
        self._run(lambda store: _if_any(store, wanted(store)), told)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The panel stays under the box, and inside the desk."""
        panel = getattr(self, "panel", None)  # collected together with its desk it has lost its values before its ears
        if event.type() in _MOVES and panel is not None and panel.isVisible():
            panel.place_under(self._box)
        return super().eventFilter(watched, event)


def _within(store: Store, area: Area) -> Filter | None:
    grids = grids_within(store.reference, area.code)
    return Filter(grids=grids) if grids else None


def _if_any(store: Store, wanted: Filter | None) -> Filter | None:
    return wanted if wanted is not None and store.findings.count(wanted) else None
