"""How a step's dialog comes to be: what is asked of the store first, and what the dialog is built from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from gui.journal_bridge import JournalBridge
from gui.photos.picture_source import PictureSource
from gui.rectification.step_dialog import StepDialog
from models.clock import day_of
from models.finding import Finding
from models.store import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opening(Generic[T]):
    """What a dialog is built from; `answer` is what the store said."""

    finding: Finding
    answer: T
    bridge: JournalBridge
    pictures: PictureSource
    window: QWidget
    hints: Mapping[str, Any] = field(default_factory=dict)
    """What whoever asked for the dialog knows already: `place` (from 0) and `kind` of a photo, `measure` (from 1)."""

    @property
    def now(self) -> datetime:
        """The one clock."""
        return self.bridge.clock.now()

    @property
    def today(self) -> date:
        """The day in China."""
        return day_of(self.now)


@dataclass(frozen=True, slots=True)
class Opener(Generic[T]):
    """`ask` runs beside the window and never sees a widget; `build` runs on the window's thread."""

    build: Callable[[Opening[T]], StepDialog]
    ask: Callable[[Store, Finding], T]


def simple(build: Callable[[Opening[None]], StepDialog]) -> Opener[None]:
    """A dialog that needs nothing but the finding."""
    return Opener(build, lambda _store, _finding: None)
