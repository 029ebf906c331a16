"""How much room the window has: the three layout classes of screens.md 1."""

from enum import Enum

from gui.theme import MIDDLE_FROM, WIDE_FROM, px


class Room(Enum):
    """A layout class, by the width of the window in logical pixels, of which large type leaves less."""

    WIDE = "wide"
    MIDDLE = "middle"
    NARROW = "narrow"

    @classmethod
    def of(cls, width: int) -> "Room":
        """The class of a window this wide."""
        if width >= px(WIDE_FROM):
            return cls.WIDE
        return cls.MIDDLE if width >= px(MIDDLE_FROM) else cls.NARROW
