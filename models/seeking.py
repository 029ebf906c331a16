"""How findings are found by typing: the words of a search, what a row of the ledger is found by, and when they fit.

Every word must be in the row: in a number, in the place, the enterprise or the unit as it is written, as pinyin or by its initials,
or in the description as it is written. Full-width letters and digits are half-width ones, capitals are small.
"""

import re
from typing import Final

from sqlalchemy import and_, or_
from sqlalchemy.sql.elements import ColumnElement

from models.initials import initials, spelled
from models.ledger_tables import LEDGER

_NARROW: Final = {
    wide: wide - 0xFEE0 for first, last in ("０９", "ＡＺ", "ａｚ") for wide in range(ord(first), ord(last) + 1)
}
_WIDE: Final = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_MOST_WORDS: Final = 8
_OF_NUMBERS: Final = re.compile(r"暂?[0-9-]*")


def fold(text: str) -> str:
    """As it is compared. SQLite compares ASCII letters without their case by itself, others only when they are folded."""
    return text.translate(_NARROW).lower()


def words_of(text: str) -> tuple[str, ...]:
    """The words that all must hold."""
    return tuple(dict.fromkeys(fold(text).split()))[:_MOST_WORDS]


def sought(place: str, party: str, unit: str, description: str) -> str:
    """What a row is found by besides its numbers and its description; begins with the sound of the place, to sort by it.

    A description is looked into where it stands: it is here once more only where it has full-width letters.
    """
    names = [name for name in (place, party, unit) if name]
    sounds = [sound for name in names for sound in (spelled(name), initials(name))]
    again = [fold(description)] if _WIDE.search(description) else []
    return "\n".join((*sounds, *(fold(name) for name in names), *again))


def holds(text: str) -> ColumnElement[bool]:
    """Whether a row of the ledger holds every word; there must be one."""
    return and_(*(_has(word) for word in words_of(text)))


def _has(word: str) -> ColumnElement[bool]:
    columns = [LEDGER.c.sought, LEDGER.c.description]
    if _OF_NUMBERS.fullmatch(word):
        columns = [LEDGER.c.number, LEDGER.c.provisional, *columns]
    return or_(*(column.contains(word, autoescape=True) for column in columns))
