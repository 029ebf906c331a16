"""Rows of the ledger as plain lines for a chat group: short enough to be sent in one message."""

from collections.abc import Sequence
from datetime import date

from gui.labels import category_name, number, state_chip
from gui.ledger.ledger_columns import short_number
from gui.light_words import light_look
from gui.names import Names
from models.ledger_row import LedgerRow
from resources.words import _, ngettext

MOST_LETTERS = 2000
"""A longer message is refused by the chat, or cut."""
MOST_ROWS = 200


def wechat_text(rows: Sequence[LedgerRow], names: Names, today: date, *, of: int) -> tuple[str, int]:
    """The text, and how many of the `of` rows it has room for."""
    lines = [ngettext("{n} finding, {day}", "{n} findings, {day}", of).format(n=number(of), day=f"{today:%m-%d}")]
    letters = len(lines[0])
    for place, row in enumerate(rows, 1):
        line = f"{place}. {_line(row, names, today)}"
        letters += len(line) + 1
        if letters > MOST_LETTERS:
            break
        lines.append(line)
    told = len(lines) - 1
    if told < of:
        lines.append(_("{n} more are not listed here").format(n=number(of - told)))
    return "\n".join(lines), told


def _line(row: LedgerRow, names: Names, today: date) -> str:
    look = light_look(row.timing, today)
    head = " ".join(
        part for part in (short_number(row), state_chip(row.state).text, look.words if look else "") if part
    )
    parts = (category_name(row.category), row.place, names.area(row.grid), row.unit)
    return f"{head}｜{'，'.join(part for part in parts if part)}"
