"""The longest that the window's thread stands still while somebody uses a long ledger: run as a process of its own."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from models.collecting import collect_less_often

collect_less_often()  # as commands.door does before it loads the window

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from gui import theme  # noqa: E402
from gui.background import Background  # noqa: E402
from gui.journal_bridge import JournalBridge  # noqa: E402
from gui.ledger.ledger_columns import Column  # noqa: E402
from gui.ledger.ledger_page import LedgerPage  # noqa: E402
from gui.names import read_names  # noqa: E402
from gui.photos.picture_source import PictureSource  # noqa: E402
from models import rebuilding  # noqa: E402
from models.findings import Filter, Matter  # noqa: E402
from tests.benchmarks.lives import fill_with_lives  # noqa: E402
from tests.benchmarks.measuring import Result, Series  # noqa: E402
from tests.benchmarks.processes import HOUSE  # noqa: E402
from tests.builders import open_store, person  # noqa: E402

HERE = "laptop"
MOST_SECONDS = 0.1
_ROOM = (1182, 641)
_FRAME, _QUIET = 0.016, 20


def windowed(findings: int, say: Callable[[str], None]) -> Iterator[Result]:
    """One line for each thing that a person does."""
    with tempfile.TemporaryDirectory(prefix="gewu-bench-") as folder:
        store = open_store(Path(folder))
        fill_with_lives(store.database, findings)
        rebuilding.rebuild(store.database)
        store.close()
        say(f"{findings:,} lives")
        used = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.ledger_window", folder],
            cwd=HOUSE,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            check=True,
            capture_output=True,
            text=True,
        )
    for what, seconds in json.loads(used.stdout).items():
        yield Result(
            f"{what} among {findings:,}: the longest block", HERE, Series([seconds]), most_seconds=MOST_SECONDS
        )


class Hands:
    """Uses the real page, and notes how long the event loop did not come round."""

    def __init__(self, folder: Path) -> None:
        """Shown, nothing read yet."""
        self._qt = QApplication([])
        theme.apply_to(self._qt)
        self._work = Background()
        store = open_store(folder, person())
        bridge = JournalBridge(store, self._work, names=read_names(store))
        self._page = LedgerPage(bridge, PictureSource(bridge))
        self._page.resize(*_ROOM)
        self._page.show()
        self._longest = 0.0
        self.blocks: dict[str, float] = {}

    def use(self) -> None:
        """Everything that is promised, one after the other."""
        table, card = self._page.card.table, self._page.card
        bar, marks = table.verticalScrollBar(), card.list.model.marks
        self._note("first rows", lambda _: self._page.activated())
        self._note("↓ held down", lambda _: QTest.keyClick(table, Qt.Key.Key_Down), times=60)
        self._note("wheel", lambda _: bar.setValue(bar.value() + 120), times=60)
        self._note("dragging", lambda step: bar.setValue(bar.maximum() * step // 199), times=200)
        self._note("to the end", lambda _: QTest.keyClick(table, Qt.Key.Key_End))
        self._note("sorting by place", lambda _: table._on_sort(Column.PLACE))
        self._note("sorting by deadline", lambda _: table._on_sort(Column.LIGHT))
        self._note("filtering", lambda _: card.show_only(Filter(matter=Matter.OVERDUE)))
        self._note("searching", lambda _: card.show_only(Filter(text="绿网")))
        self._note("back to all", lambda _: card.show_only(Filter()))
        self._note("marking all", lambda _: marks.put(card.list.model.held.keys, on=True))

    def _note(self, what: str, does: Callable[[int], object], *, times: int = 1) -> None:
        """One step a frame; then until nothing is on its way."""
        self._longest, quiet = 0.0, 0
        for step in range(times):
            self._timed(partial(does, step))
            self._go_on(_FRAME)
        while quiet < _QUIET:
            self._go_on(0)
            quiet = quiet + 1 if self._work.is_idle else 0
        self.blocks[what] = self._longest

    def _go_on(self, seconds: float) -> None:
        until = time.perf_counter() + seconds
        while True:
            self._timed(self._qt.processEvents)
            time.sleep(0.001)
            if time.perf_counter() >= until:
                return

    def _timed(self, does: Callable[[], object]) -> None:
        started = time.perf_counter()
        does()
        self._longest = max(self._longest, time.perf_counter() - started)


def main(folder: Path) -> None:
    """Print seconds by what was done."""
    hands = Hands(folder)
    hands.use()
    print(json.dumps(hands.blocks, ensure_ascii=False), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
