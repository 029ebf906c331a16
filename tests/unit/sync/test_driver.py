"""The driver carries steps out where they belong, stops where nothing is lost, and lets lanes end before a failure."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sync import failures, steps
from sync.driver import Driver
from sync.failures import Failed, Failure, Retry
from sync.steps import Conversation
from sync.trying import ask, do


def driver(
    line: Callable[[Any], Any], *, desk: Callable[[Any], Any] = lambda _: None, **more: Any
) -> tuple[Driver, list[float]]:
    """A driver whose line answers AskOffset and whose desk answers MarkPhoto; and how long it slept."""
    slept: list[float] = []
    made = Driver(
        line={steps.AskOffset: line},
        desk={steps.NextBatch: desk},
        tell=more.get("tell", lambda _: None),
        cancelled=more.get("cancelled", lambda: False),
        sleep=slept.append,
        chance=lambda: 1.0,
    )
    return made, slept


def test_a_moment_of_trouble_is_waited_out() -> None:
    answers: Iterator[Failure | int] = iter([failures.LINE_CUT, Failure("bureau_busy", Retry.SOON, 2.0), 7])

    def line(_: object) -> int:
        answer = next(answers)
        if isinstance(answer, Failure):
            raise Failed(answer)
        return answer

    made, slept = driver(line)
    assert made.run(ask(steps.AskOffset("x"))) == 7
    assert sum(slept) == pytest.approx(0.5 + 2.0 + 1.0)


def test_what_needs_a_person_is_not_tried_again() -> None:
    def line(_: object) -> int:
        raise Failed(failures.SIGNED_OUT)

    made, slept = driver(line)
    with pytest.raises(Failed, match="signed_out"):
        made.run(ask(steps.AskOffset("x")))
    assert slept == []


def test_stopped_before_a_request_but_never_before_writing_down() -> None:
    written: list[object] = []
    made, _ = driver(lambda _: 1, desk=written.append, cancelled=lambda: True)
    made.run(do(steps.NextBatch(1, 1)))
    assert written == [steps.NextBatch(1, 1)]
    with pytest.raises(Failed, match="stopped"):
        made.run(do(steps.AskOffset("x")))


def test_stopped_while_it_waits() -> None:
    stop = iter([False, False, True])
    made, slept = driver(lambda _: 1, cancelled=lambda: next(stop))
    with pytest.raises(Failed, match="stopped"):
        made.run(do(steps.Rest(5, None)))
    assert len(slept) == 2


def test_lanes_run_at_the_same_time_and_answer_in_order() -> None:
    meeting = threading.Barrier(3, timeout=10)

    def line(step: steps.AskOffset) -> int:
        meeting.wait()
        return int(step.url)

    made, _ = driver(line)
    assert made.run(do(steps.Together(tuple(do(steps.AskOffset(str(n))) for n in range(3))))) == (0, 1, 2)
    made.close()


def test_all_lanes_end_before_a_failure_goes_on() -> None:
    ended = []

    def lane(number: int) -> Conversation[None]:
        if number == 0:
            yield from do(steps.AskOffset("fails"))
        yield from do(steps.NextBatch(number, 1))
        ended.append(number)

    def line(_: object) -> int:
        raise Failed(failures.OFFLINE)

    made, _ = driver(line)
    with pytest.raises(Failed, match="offline"):
        made.run(do(steps.Together((lane(0), lane(1), lane(2)))))
    assert sorted(ended) == [1, 2]
    made.close()


def test_a_mistake_of_ours_is_not_taken_for_trouble_of_the_line() -> None:
    def line(_: object) -> int:
        raise ZeroDivisionError

    made, _ = driver(line)
    with pytest.raises(ZeroDivisionError):
        made.run(ask(steps.AskOffset("x")))


def test_progress_is_told() -> None:
    told: list[steps.Tell] = []
    made, _ = driver(lambda _: 1, tell=told.append)
    made.run(do(steps.Tell("photos", 1, 3)))
    assert told == [steps.Tell("photos", 1, 3)]
