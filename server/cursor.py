"""Where a page of the server's list begins: in which order, behind which row or at which value."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final

from sqlalchemy import ColumnElement, Row

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

    def ranges(self) -> list[list[ColumnElement[bool]]]:
        """What lies behind the place, in ranges that follow each other; an index gives each from its first row on."""
        names, rises = self.sort.columns, self._rises()
        if self.start and not self.after:
            first = LEDGER.c[names[0]]
            return [[first >= self.start if rises[0] else first < self.start + _BEHIND_EVERYTHING]]
        if not self.after:
            return [[]]
        found = []
        for last in reversed(range(len(names))):
            column, value = LEDGER.c[names[last]], self.after[last]
            same = [LEDGER.c[names[place]] == self.after[place] for place in range(last)]
            found.append([*same, column > value if rises[last] else column < value])
        return found

    def order(self, columns: Any = LEDGER.c) -> list[ColumnElement[Any]]:
        """The order, over columns of these names."""
        named = zip(self.sort.columns, self._rises(), strict=True)
        return [columns[name].asc() if rises else columns[name].desc() for name, rises in named]

    def behind(self, row: Row[Any]) -> "Place":
        """The place behind this row."""
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


def _is_odd(value: str) -> bool:
    return len(value) > _LONGEST_VALUE or "\0" in value or not value.isascii()


def _unreadable() -> Problem:
    return Problem(400, "cursor_unreadable")
