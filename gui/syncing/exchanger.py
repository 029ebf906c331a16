"""When to exchange: on F9, every few minutes, soon after something was recorded, when the connection returns.

Never two at once. What is exchanged is the business of sync; this only decides when, and says what came of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.background import Background, Failure, Lane, StopSign
from gui.connection import Connection, connection_after
from gui.journal_bridge import JournalBridge
from gui.waiting_photos import still, whole_words
from models.findings import Safety
from models.store import Store
from sync.outcome import Outcome
from sync.timing import Waiting

EVERY_MS = 3 * 60 * 1000
PROBE_MS = 20 * 1000
SOON_MS = 4 * 1000

Report: TypeAlias = Callable[[str, int, int], None]
Exchange: TypeAlias = Callable[[Store, Report, Callable[[], bool], bool], Outcome]
"""One exchange: reports (stage, done, of), looks now and then whether it was asked to stop, notes itself in the log.

The last argument: everything goes, also photos that were to wait for their hour.
"""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the exchange is: of `of` things in this stage `done` are done."""

    stage: str
    done: int
    of: int


class Exchanger(QObject):
    """Runs exchanges for one signed-in person and knows what is known of the connection."""

    changed = Signal()
    """Connection, underway or paused are different now."""
    progressed = Signal(object)
    finished = Signal(object, bool)
    """An Outcome, and whether a person asked for it."""

    def __init__(
        self, bridge: JournalBridge, background: Background, exchange: Exchange, probe: Callable[[], bool]
    ) -> None:
        """`probe` answers cheaply whether the bureau can be reached; it may take seconds, not minutes."""
        super().__init__(bridge)
        self.last: Outcome | None = None
        self.last_at: datetime | None = None
        self.paused = False
        self._known = Connection.UNKNOWN
        self._bridge, self._background = bridge, background
        self._exchange, self._probe = exchange, probe
        self._stop_sign: StopSign | None = None
        self._asked = False
        self._probing = False
        self._waiting = Safety()
        self._every = self._timer(EVERY_MS, self._on_due)
        self._probes = self._timer(PROBE_MS, self._on_probe_due)
        self._soon = self._timer(SOON_MS, self._on_due)
        self._soon.setSingleShot(True)
        bridge.safety_changed.connect(self._on_safety)

    @property
    def underway(self) -> bool:
        """Whether an exchange runs now."""
        return self._stop_sign is not None

    @property
    def connection(self) -> Connection:
        """What the light shows."""
        if self.underway and not self.paused:
            return Connection.SENDING
        return Connection.PAUSED if self.paused else self._known

    @property
    def waiting(self) -> Waiting | None:
        """What photos wait for by the person's own choice."""
        return self.last.waiting if self.last is not None else None

    def held_words(self, safety: Safety) -> str:
        """What photos wait for by the person's own choice, where nothing else is on its way or in the way; or nothing."""
        now = self._bridge.clock.now()
        held = still(self.waiting, now) if self.connection is Connection.CONNECTED else None
        if held is None or not safety.photos or safety.records or safety.stuck:
            return ""
        return whole_words(safety.photos, held, now)

    @property
    def wants_sign_in(self) -> bool:
        """Whether the bureau asked for the password again."""
        return self.last is not None and self.last.reason == "signed_out"

    def start(self) -> None:
        """Exchange now, and from now on by itself."""
        self._every.start()
        self._bridge.ask(lambda store: store.exchange_log.last_good(), done=self._on_last)
        self._begin(asked=False)

    def ask(self) -> None:
        """F9: exchange everything now, paused or not. If one runs already, its end answers."""
        self.paused = False
        self._begin(asked=True)

    def reconsider(self) -> None:
        """When photos may travel was chosen anew: those that may go now go at once."""
        self._on_due()

    def pause(self) -> None:
        """Stop after the piece that is on its way; nothing begins by itself until somebody asks."""
        self.paused = True
        self._put_up_stop()
        self.changed.emit()

    def stop(self) -> None:
        """For good: the person leaves or the window closes."""
        for timer in (self._every, self._probes, self._soon):
            timer.stop()
        self.paused = True
        self._put_up_stop()

    def _begin(self, *, asked: bool) -> None:
        self._asked = self._asked or asked
        if self._stop_sign is not None:
            return
        self._soon.stop()
        sign, everything = StopSign(), self._asked
        self._stop_sign = sign
        self._bridge.work(
            Lane.NETWORK,
            lambda store: self._exchange(store, self._report, sign.is_up, everything),
            done=self._on_outcome,
            failed=self._on_failure,
        )
        self.changed.emit()

    def _report(self, stage: str, done: int, of: int) -> None:
        """Called beside the window."""
        self._background.tell(self.progressed.emit, Progress(stage, done, of))

    def _on_outcome(self, outcome: Outcome) -> None:
        self.last = outcome
        if outcome.reason is None:
            self.last_at = self._bridge.clock.now()
        self._end(connection_after(outcome.reason))
        if self._asked and outcome.ok and outcome.waiting is not None:
            self._begin(asked=True)  # somebody asked while one ran that left photos waiting: its end answers
            return
        asked, self._asked = self._asked, False
        self.finished.emit(outcome, asked)
        self._bridge.read_reference()

    def _on_failure(self, failure: Failure) -> None:
        self._end(Connection.BLOCKED)
        self._asked = False
        self._background.failed.emit(failure)

    def _end(self, known: Connection) -> None:
        self._stop_sign = None
        self._known = known
        if known is Connection.CONNECTED or self.paused:
            self._probes.stop()
        else:
            self._probes.start()
        self._bridge.count_safety()
        self.changed.emit()

    def _on_last(self, at: datetime | None) -> None:
        if self.last_at is None and at is not None:
            self.last_at = at
            self.changed.emit()

    def _put_up_stop(self) -> None:
        if self._stop_sign is not None:
            self._stop_sign.put_up()

    @Slot()
    def _on_due(self) -> None:
        if not self.paused:
            self._begin(asked=False)

    @Slot()
    def _on_probe_due(self) -> None:
        if self.underway or self.paused or self._probing:
            return
        self._probing = True
        self._background.run(
            Lane.READING, self._probe, done=self._on_probed, failed=lambda _: self._on_probed(there=False)
        )

    def _on_probed(self, there: bool) -> None:  # noqa: FBT001 - the answer of a piece of work
        self._probing = False
        if there and self._known is Connection.OFFLINE and not self.paused:
            self._begin(asked=False)

    @Slot(object)
    def _on_safety(self, safety: Safety) -> None:
        grew = safety.records > self._waiting.records or safety.photos > self._waiting.photos
        self._waiting = safety
        if grew and self._known is Connection.CONNECTED and not self.underway and not self.paused:
            self._soon.start()

    def _timer(self, interval: int, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=interval)
        timer.timeout.connect(due)
        return timer
