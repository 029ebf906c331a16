"""Work beside the window: the only file of the product that knows threads.

Work gets values and returns a value; what it returns or raises comes back as a call on the window's thread.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from threading import Event, Lock
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from gui.collecting import Collecting
from models.errors import GewuError, Refusal, Refused
from resources.sentences import sentence

_LOG = logging.getLogger(__name__)
T = TypeVar("T")


class Lane(Enum):
    """Where work waits its turn: how many may run at once."""

    WRITING = "writing", 1
    READING = "reading", 2
    NETWORK = "network", 1
    CHECKING = "checking", 1
    """What may take long and holds nobody up; it must not stand in the way of what somebody does wait for."""

    @property
    def width(self) -> int:
        """How many pieces of work run at the same time."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Failure:
    """What work raised. `refusals` say why in typed values; a mistake of ours has one with the code `failed`."""

    error: BaseException

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """At least one, fit for resources.sentences."""
        if isinstance(self.error, Refused):
            return self.error.refusals
        if isinstance(self.error, GewuError):
            return (self.error.refusal,)
        return (Refusal("failed", {"what": type(self.error).__name__}),)

    @property
    def code(self) -> str:
        """The code of the first refusal."""
        return self.refusals[0].code

    @property
    def words(self) -> str:
        """The sentences, one after the other."""
        return " ".join(sentence(refusal.code, refusal.values) for refusal in self.refusals)


class StopSign:
    """Long work looks at it now and then; whoever waits puts it up. Safe on every thread."""

    def __init__(self) -> None:
        """Down."""
        self._event = Event()

    def put_up(self) -> None:
        """Ask the work to stop where it loses nothing."""
        self._event.set()

    def is_up(self) -> bool:
        """Whether the work was asked to stop."""
        return self._event.is_set()


class Task(Generic[T]):
    """A piece of work that was handed over. Dropping it means: nobody is told, and it may not even begin."""

    def __init__(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Failure], None]) -> None:
        """What to do and whom to tell, known before anything starts."""
        self.work = work
        self.done = done
        self.failed = failed
        self._unwanted = StopSign()

    def drop(self) -> None:
        """Nobody wants the answer any more."""
        self._unwanted.put_up()

    @property
    def dropped(self) -> bool:
        """Whether drop was called; safe on every thread."""
        return self._unwanted.is_up()


class Background(QObject):
    """Runs work on its lane and brings the answer to the window's thread."""

    failed = Signal(object)
    """A Failure that nobody asked to be told of."""
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Threads start with the first work of their lane."""
        super().__init__(parent)
        self._pools = {lane: ThreadPoolExecutor(lane.width, thread_name_prefix=lane.name.lower()) for lane in Lane}
        self._collecting = Collecting(self)
        self._underway = 0
        self._counting = Lock()
        self._closed = False
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether every answer has arrived."""
        return self._underway == 0

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Failure], None] | None = None,
    ) -> Task[T]:
        """Do `work` on a lane; `done` gets what it returns, `failed` what it raised. Neither if their object is gone."""
        task: Task[T] = Task(work, done or _ignore, failed or self.failed.emit)
        if self._closed:
            task.drop()
            return task
        with self._counting:
            self._underway += 1
        self._pools[lane].submit(self._perform, task)
        return task

    def tell(self, callback: Callable[..., None], *values: object) -> None:
        """From any thread: call this on the window's thread, in order (progress of long work)."""
        self._arrived.emit(lambda: tell_if_there(callback, *values))

    def close(self) -> None:
        """Drop what has not begun except writes, and wait for what has; nobody is called any more."""
        self._closed = True
        for lane, pool in self._pools.items():
            pool.shutdown(wait=True, cancel_futures=lane is not Lane.WRITING)
        self._collecting.stop()

    def _perform(self, task: Task[Any]) -> None:
        answer = _nothing if task.dropped else self._outcome(task)
        self._arrived.emit(lambda: self._deliver(answer))

    def _outcome(self, task: Task[Any]) -> Callable[[], None]:
        try:
            value = task.work()
        except GewuError as error:
            failure = Failure(error)
        except BaseException as error:  # noqa: BLE001 - work enters from outside here, and is always reported
            _LOG.exception("Background work failed")
            failure = Failure(error)
        else:
            return lambda: None if task.dropped else tell_if_there(task.done, value)
        return lambda: None if task.dropped else tell_if_there(task.failed, failure)

    def _deliver(self, answer: Callable[[], None]) -> None:
        with self._counting:
            self._underway -= 1
        answer()

    @Slot(object)
    def _on_arrived(self, answer: Callable[[], None]) -> None:
        if not self._closed:
            answer()


def tell_if_there(callback: Callable[..., None], *values: object) -> None:
    """Call this, unless the object whose method it is has gone meanwhile."""
    owner = getattr(getattr(callback, "func", callback), "__self__", None)  # a partial has its method as func
    if isinstance(owner, QObject) and not isValid(owner):
        return
    callback(*values)


def _ignore(_value: object) -> None:
    """Work whose answer nobody waits for."""


def _nothing() -> None:
    """The answer of work that was dropped before it began."""
