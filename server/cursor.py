"""Where a page of the server's list begins: in which order, behind which row or at which value."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final

from sqlalchemy import BindParameter, ColumnElement, String, bindparam, tuple_

from models.ledger_tables import LEDGER
from server.problems import Problem

_LONGEST_VALUE: Final = 64
_BEHIND_EVERYTHING: Final = "z"
"""In every collation behind the digits and signs of dates and numbers."""


class Sort(Enum):
    """What the list may be sorted by: each has an index that gives its rows in this order, and in the opposite one."""

    DUE = "due", (("due", True), ("id", False))
    RECORDED = "recorded", (("recorded_at", True), ("id", True))
    NUMBER = "number", (("number", True), ("id", True))
    STATE = "state", (("state", True), ("due", True), ("id", False))

    @property
    def code(self) -> str:
        """As it is asked for."""
        return str(self.value[0])

    @property
    def columns(self) -> tuple[str, ...]:
        """Together they tell every row from every other."""
        return tuple(name for name, _ in self.value[1])

    @property
    def rising(self) -> tuple[bool, ...]:
        """Which of them rise where the list does: of what is due on the same day the newest comes first."""
        return tuple(rises for _, rises in self.value[1])


SORTS: Final = {sort.code: sort for sort in Sort}


@dataclass(frozen=True, slots=True)
class Place:
    """The beginning of a page. `after`: the values of the row before it; `start`: the value to begin at."""

    sort: Sort = Sort.DUE
    descending: bool = False
    after: tuple[str, ...] = ()
    start: str = ""

    @property
    def beginning(self) -> tuple[bool, bool]:
        """Whether it is behind a row, or at a value: what its conditions look like, whatever the values are."""
        return bool(self.after), bool(self.start)

    def values(self) -> dict[str, str]:
        """What the names in `ranges` stand for."""
        if self.after:
            return {f"after_{place}": value for place, value in enumerate(self.after)}
        return {"start": self.start, "start_ends": self.start + _BEHIND_EVERYTHING} if self.start else {}

    def ranges(self) -> list[list[ColumnElement[bool]]]:
        """What lies behind the place, in ranges that follow each other; an index gives each from its first row on."""
        names, rises = self.sort.columns, self._rises()
        first = LEDGER.c[names[0]]
        if not self.after:
            begins = first >= bindparam("start") if rises[0] else first < bindparam("start_ends")
            return [[begins] if self.start else []]
        if len(set(rises)) == 1:
            keys = tuple_(*(LEDGER.c[name] for name in names))
            values = tuple_(*map(_after, range(len(names))))
            if rises[0]:
                return [[first >= _after(0), keys > values]]
            return [[first <= _after(0), keys < values]]
        return [self._range(last) for last in reversed(range(len(names)))]

    def _range(self, last: int) -> list[ColumnElement[bool]]:
        """The rows that are the same up to this column, and behind in it."""
        names = self.sort.columns
        column = LEDGER.c[names[last]]
        same = [LEDGER.c[names[place]] == _after(place) for place in range(last)]
        return [*same, column > _after(last) if self._rises()[last] else column < _after(last)]

    def order(self, columns: Any = LEDGER.c) -> list[ColumnElement[Any]]:
        """The order, over columns of these names."""
        named = zip(self.sort.columns, self._rises(), strict=True)
        return [columns[name].asc() if rises else columns[name].desc() for name, rises in named]

    def behind(self, row: object) -> "Place":
        """The place behind this row, which has the columns as attributes."""
        return replace(self, after=tuple(str(getattr(row, name)) for name in self.sort.columns), start="")

    def text(self) -> str:
        """As the cursor that the next page is asked with."""
        plain = json.dumps([self.sort.code, self.descending, *self.after])
        return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")

    def _rises(self) -> Sequence[bool]:
        return [rises != self.descending for rises in self.sort.rising]


def read_cursor(text: str) -> Place:
    """The place that a cursor stands for. Raises Problem. It says nothing about what may be seen: that is asked anew."""
    try:
        plain = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        code, descending, *after = plain
        sort = SORTS[code]
    except (binascii.Error, ValueError, KeyError, TypeError, RecursionError):
        raise _unreadable() from None
    fits = len(after) == len(sort.columns) and all(isinstance(value, str) for value in after)
    if not fits or not isinstance(descending, bool) or any(_is_odd(value) for value in after):
        raise _unreadable()
    return Place(sort, descending, tuple(after))


def _after(place: int) -> BindParameter[str]:
    return bindparam(f"after_{place}", type_=String())


def _is_odd(value: str) -> bool:
    return len(value) > _LONGEST_VALUE or "\0" in value or not value.isascii()


def _unreadable() -> Problem:
    return Problem(400, "cursor_unreadable")
