"""What happens to a list while it is shown: rows that change stay where they are, and what is new is only told of."""

from array import array
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from gui.background import Task
from gui.journal_bridge import JournalBridge
from gui.ledger.ledger_model import LedgerModel
from gui.ledger.wish import Wish
from models.findings import Tab
from models.ledger_row import LedgerRow
from models.store import Store

_GATHER_MS, _COMPARE_MS = 50, 600
"""Changes arrive in gulps: rows that are seen are read anew soon, the whole list is compared now and then."""
_PAUSES = 4
"""Between two looks at the whole list so many times as long as one took: an exchange needs the machine, too."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How many rows the list lacks, and how many it shows that do not belong to it any more."""

    new: int = 0
    gone: int = 0


@dataclass(frozen=True, slots=True)
class Compared:
    """A look at the whole list beside the window."""

    difference: Difference
    tabs: dict[Tab, int]


class LedgerNews(QObject):
    """Watches one list until it is read anew."""

    compared = Signal(object)

    def __init__(self, bridge: JournalBridge, model: LedgerModel, parent: QObject) -> None:
        """Watches nothing before `watch`."""
        super().__init__(parent)
        self._bridge, self._model = bridge, model
        self._wish: Wish | None = None
        self._changed: set[str] = set()
        self._comparing: Task[Compared] | None = None
        self._again = False
        self._since = QElapsedTimer()
        self._gathering = self._timer(_GATHER_MS, self._read_changed)
        self._pausing = self._timer(_COMPARE_MS, self._compare)

    def watch(self, wish: Wish | None) -> None:
        """This list is shown now; None while it is being read, and while nobody looks."""
        self._wish = wish
        self._again = False
        self._pausing.stop()
        if self._comparing is not None:
            self._comparing.drop()
            self._comparing = None

    def take(self, findings: tuple[str, ...]) -> None:
        """These are different now."""
        self._changed.update(findings)
        if not self._gathering.isActive():
            self._gathering.start()
        if self._wish is not None and not self._pausing.isActive():
            self._pausing.start()

    @Slot()
    def _read_changed(self) -> None:
        changed, self._changed = self._changed, set()
        held = self._model.held.findings_by_key()
        keys = tuple(key for key, finding in held.items() if finding in changed)
        if keys:
            self._bridge.ask(lambda store: _rows(store, keys), done=self._model.replace)

    @Slot()
    def _compare(self) -> None:
        wish, keys = self._wish, self._model.held.keys
        if wish is None:
            return
        if self._comparing is not None:
            self._again = True
            return
        self._since.start()
        self._comparing = self._bridge.ask(
            lambda store: _compared(store, wish, keys), done=self._on_compared, failed=self._on_not_compared
        )

    def _on_compared(self, compared: Compared) -> None:
        self._comparing = None
        self._pausing.setInterval(max(_COMPARE_MS, _PAUSES * self._since.elapsed()))
        self.compared.emit(compared)
        if self._again:
            self._again = False
            self._pausing.start()

    def _on_not_compared(self, _failure: object) -> None:
        """Reading the list itself tells of what is wrong."""
        self._comparing = None

    def _timer(self, interval: int, due: object) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(due)
        return timer


def _rows(store: Store, keys: tuple[int, ...]) -> dict[int, LedgerRow | None]:
    return dict(zip(keys, store.findings.rows(keys), strict=True))


def _compared(store: Store, wish: Wish, shown: "array[int]") -> Compared:
    there = set(wish.listing(store))
    new = len(there.difference(shown))
    difference = Difference(new, len(shown) - (len(there) - new))
    return Compared(difference, dict(store.findings.tab_counts()))
