"""Times of two contenders, taken in turns, and what they come to."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Series:
    """What one contender needed, in seconds."""

    times: list[float] = field(default_factory=list)

    def take(self, work: Callable[[], object]) -> None:
        """Measure once."""
        started = time.perf_counter()
        work()
        self.times.append(time.perf_counter() - started)

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.times)


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table. `promise` is the most that `ours / base` may be; None where nothing is promised."""

    what: str
    where: str
    ours: Series
    base: Series | None = None
    promise: float | None = None
    most_seconds: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the base's time we need."""
        return self.ours.median / self.base.median if self.base else None

    @property
    def kept(self) -> bool | None:
        """Whether the promise is kept; None where there is none."""
        if self.most_seconds is not None:
            return self.ours.median <= self.most_seconds
        if self.promise is None or self.ratio is None:
            return None
        return self.ratio <= self.promise


def table(results: Sequence[Result]) -> str:
    """For people."""
    lines = [f"{'what':<58}{'on':<12}{'ours':>10}{'base':>10}{'ratio':>8}{'promise':>9}"]
    for result in results:
        limit = _time(result.most_seconds) if result.most_seconds is not None else _number(result.promise)
        verdict = {True: "", False: "  missed", None: ""}[result.kept]
        base = _time(result.base.median) if result.base else "–"
        lines.append(
            f"{result.what:<58}{result.where:<12}{_time(result.ours.median):>10}{base:>10}"
            f"{_number(result.ratio):>8}{limit:>9}{verdict}"
        )
    return "\n".join(lines)


def plain(results: Sequence[Result]) -> list[dict[str, object]]:
    """For programs."""
    return [
        {
            "what": result.what,
            "where": result.where,
            "ours_s": result.ours.times,
            "base_s": result.base.times if result.base else None,
            "ratio": result.ratio,
            "promise": result.promise,
            "most_s": result.most_seconds,
            "kept": result.kept,
        }
        for result in results
    ]


def _time(seconds: float | None) -> str:
    if seconds is None:
        return "–"
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
