"""How wide the columns of the ledger are: what must never be cut is measured, not guessed, in the type size in use."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtGui import QFontMetrics

from gui.chip import chip_width
from gui.labels import category_name, state_chip
from gui.ledger.ledger_columns import Column, title
from gui.light_mark import light_width
from gui.light_words import light_look
from gui.names import Names
from gui.room import Room
from gui.theme import SMALL_PX, font, px
from models.deadlines import Timing
from models.people import GRID_LENGTH
from models.state import State
from models.taxonomy import categories
from models.vocabulary import Severity

LEFT, RIGHT = 8, 2
_ROUNDING = 2
"""Free space in a cell beside its words."""
MARK_WIDTH, UNIT_WIDTH, WIDEST_UNIT, LEAST_PLACE, AMPLE_PLACE = 32, 104, 190, 148, 180
_WIDEST_GRID = 130
_SORTED_MARK = 16
_DAY = date(2026, 1, 1)
_OVER = Timing(State.RECTIFYING, Severity.SLIGHT, _DAY, _DAY)
_LONGEST = (_OVER, replace(_OVER, state=State.COMPLETED, completed_on=_DAY + timedelta(days=88)))
"""Still open after 888 days, and completed 88 days late."""
_NUMBERS = ("2026-888888", "暂-0808-88")
_DROPPED = {Room.WIDE: (), Room.MIDDLE: (Column.GRID, Column.UNIT), Room.NARROW: ()}
_DROPPED_NEXT = (Column.GRID, Column.UNIT, Column.CATEGORY)


def least_widths(names: Names) -> Mapping[Column, int]:
    """What each column needs to show its words whole; what is shortened, to be of use."""
    text, bold = QFontMetrics(font()), QFontMetrics(font(bold=True))
    lights = [look for timing in _LONGEST if (look := light_look(timing, _DAY + timedelta(days=888)))]
    grids = [name for code, name in names.areas.items() if len(code) >= GRID_LENGTH]
    words = {
        Column.LIGHT: max(light_width(look) for look in lights),
        Column.NUMBER: max(bold.horizontalAdvance(number) for number in _NUMBERS),
        Column.STATE: max(chip_width(state_chip(state)) for state in State),
        Column.CATEGORY: max(text.horizontalAdvance(category_name(each.code)) for each in categories()),
        Column.GRID: min(max(map(text.horizontalAdvance, grids), default=0), px(_WIDEST_GRID)),
    }
    header = QFontMetrics(font(SMALL_PX, bold=True))
    least = {
        column: max(width, header.horizontalAdvance(title(column)) + px(_SORTED_MARK)) + px(LEFT + RIGHT) + _ROUNDING
        for column, width in words.items()
    }
    return least | {Column.MARK: px(MARK_WIDTH), Column.UNIT: px(UNIT_WIDTH), Column.PLACE: px(LEAST_PLACE)}


def dropped(room: Room, widths: Mapping[Column, int], width: int) -> Collection[Column]:
    """The columns that have no room: those of the class, then as many as the place needs to be read."""
    gone = set(_DROPPED[room])
    for column in _DROPPED_NEXT:
        others = sum(each for name, each in widths.items() if name not in gone and name is not Column.PLACE)
        if width - others >= px(LEAST_PLACE):
            break
        gone.add(column)
    return gone


def unit_width(widths: Mapping[Column, int], gone: Collection[Column], width: int) -> int:
    """Where the place has ample room, the unit has half of what is left: both are read whole as soon as they can be."""
    others = sum(each for name, each in widths.items() if name not in gone and name not in (Column.PLACE, Column.UNIT))
    spare = width - others - px(UNIT_WIDTH) - px(AMPLE_PLACE)
    return min(px(UNIT_WIDTH) + max(spare, 0) // 2, px(WIDEST_UNIT))
