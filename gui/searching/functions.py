"""The functions that can be called by name from the search box; whoever has one to offer adds it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gui.icons import Glyph


@dataclass(frozen=True, slots=True)
class Function:
    """Something the program does, by the words on its button; `keys` do the same."""

    code: str
    words: str
    glyph: Glyph
    act: Callable[[], object]
    keys: str = ""


class Functions:
    """All of one desk, in the order in which they are offered."""

    def __init__(self) -> None:
        """None yet."""
        self._known: dict[str, Function] = {}

    def add(self, *functions: Function) -> None:
        """Offer these, too; one with a code that is known takes its place."""
        self._known.update({function.code: function for function in functions})

    def all(self) -> tuple[Function, ...]:
        """Everything that is offered."""
        return tuple(self._known.values())

    def of(self, codes: Iterable[str]) -> tuple[Function, ...]:
        """Those with these codes, in this order."""
        return tuple(self._known[code] for code in codes if code in self._known)

    def take(self, code: str) -> None:
        """Do it."""
        self._known[code].act()
