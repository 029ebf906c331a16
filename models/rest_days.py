"""休息日: weekends and holidays without the days on which people make up for them (调休), from the bureau's table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

HOLIDAY: Final = "休"
MADE_UP: Final = "班"
_SATURDAY = 5
_MOST_DAYS = 60


@dataclass(frozen=True, slots=True)
class RestDays:
    """Without a table only weekends are days of rest."""

    off: frozenset[date] = frozenset()
    on: frozenset[date] = frozenset()

    def is_rest(self, day: date) -> bool:
        """Whether offices are closed on this day."""
        return day in self.off or (day.weekday() >= _SATURDAY and day not in self.on)

    def working_before(self, day: date) -> date:
        """The last working day before this one."""
        return self._next(day, -1)

    def working_after(self, day: date) -> date:
        """The first working day after this one."""
        return self._next(day, 1)

    def _next(self, day: date, step: int) -> date:
        days = (day + timedelta(days=step * count) for count in range(1, _MOST_DAYS))
        return next((each for each in days if not self.is_rest(each)), day)


def rest_days(rows: Iterable[Mapping[str, Any]]) -> RestDays:
    """From the rows of the register `holidays`: date, and 休 or 班."""
    days = [(date.fromisoformat(str(row["date"])), row["kind"]) for row in rows]
    return RestDays(
        frozenset(day for day, kind in days if kind == HOLIDAY), frozenset(day for day, kind in days if kind == MADE_UP)
    )
