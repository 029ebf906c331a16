"""Carries a conversation out: gives each step to whoever can do it, and can be stopped between any two of them."""

import random
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from models.errors import GewuError
from sync.failures import STOPPED, Failed, pause
from sync.steps import Conversation, Rest, Step, Tell, Together

T = TypeVar("T")
Handlers = Mapping[type, Callable[[Any], Any]]
_LOOK_EVERY_S = 0.1


class Driver:
    """Drives conversations on the caller's thread, and those that go on together on threads of its own."""

    def __init__(
        self,
        *,
        line: Handlers,
        desk: Handlers,
        tell: Callable[[Tell], None],
        cancelled: Callable[[], bool],
        sleep: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        """Steps of the line are not begun any more once `cancelled` says so; what arrived is still written down."""
        self._line, self._desk, self._tell = line, desk, tell
        self._cancelled, self._sleep, self._chance = cancelled, sleep, chance
        self._threads = ThreadPoolExecutor(max_workers=8, thread_name_prefix="exchange")

    def close(self) -> None:
        """Let the threads go."""
        self._threads.shutdown()

    def run(self, conversation: Conversation[T]) -> T:
        """Carry the conversation out to its end; raises only what it does not handle itself."""
        try:
            step = next(conversation)
            while True:
                try:
                    reply = self._carry_out(step)
                except GewuError as error:
                    step = conversation.throw(error)
                else:
                    step = conversation.send(reply)
        except StopIteration as end:
            result: T = end.value
            return result

    def _carry_out(self, step: Step[Any]) -> Any:
        if isinstance(step, Together):
            return self._together(step)
        if isinstance(step, Tell):
            return self._tell(step)
        if isinstance(step, Rest):
            return self._rest(pause(step.attempt, step.after, random=self._chance))
        if (request := self._line.get(type(step))) is not None:
            self._stop_if_cancelled()
            return request(step)
        return self._desk[type(step)](step)

    def _together(self, step: Together) -> tuple[Any, ...]:
        """The first one here, the others on threads; all come to their end before a failure goes on."""
        first, *others = step.conversations
        running = [self._threads.submit(self.run, other) for other in others]
        results = [_outcome_of(lambda: self.run(first)), *(_outcome_of(future.result) for future in running)]
        for result in results:
            if isinstance(result, _Raised):
                raise result.error
        return tuple(results)

    def _rest(self, seconds: float) -> None:
        while seconds > 0:
            self._stop_if_cancelled()
            self._sleep(min(seconds, _LOOK_EVERY_S))
            seconds -= _LOOK_EVERY_S

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise Failed(STOPPED)


class _Raised:
    def __init__(self, error: Exception) -> None:
        self.error = error


def _outcome_of(run: Callable[[], Any]) -> Any:
    try:
        return run()
    except Exception as error:  # noqa: BLE001 - raised again once the others have ended
        return _Raised(error)
