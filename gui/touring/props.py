"""What the acts of the tour are played with: people at their windows, the line, photos, the clock, the bureau's books."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from gui.touring.actor import Actor
from models.findings import Safety

NOTHING_WAITING = Safety()


class Line(Protocol):
    """The line between the laptops and the bureau."""

    def cut(self) -> None:
        """Break it."""

    def cut_after(self, sent: int) -> None:
        """Break it when so many more bytes have gone up."""

    def lose_answer(self) -> None:
        """Let the next request through and break the line when its answer comes."""

    def mend(self) -> None:
        """Make it whole."""


@dataclass(frozen=True, slots=True)
class Card:
    """The photos on a memory card: of a building site, of a pond, of the site when it is put right, of the visit."""

    site: Sequence[Path]
    pond: Sequence[Path]
    after: Sequence[Path]
    visit: Sequence[Path]


@dataclass(frozen=True, slots=True)
class Props:
    """网格员, 镇街环保站, 责任单位 and 区县局, and what is between them."""

    inspector: Actor
    officer: Actor
    unit: Actor
    bureau: Actor
    line: Line
    card: Card
    bureau_is_whole: Callable[[], bool]
    """What the bureau's own check says."""
    pass_time: Callable[[timedelta], None]
    """Move the one clock of laptops and bureau."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All four."""
        return self.inspector, self.officer, self.unit, self.bureau
