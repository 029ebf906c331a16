"""What the main window expects of a page, and what a page may ask of it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.room import Room


@dataclass(frozen=True, slots=True)
class News:
    """Good news for the toast, and perhaps one step that goes with it (更正)."""

    text: str
    step: str = ""
    take: Callable[[], None] | None = None


class Page(QWidget):
    """One thing in the middle of the window. It draws no title: the top bar shows `title` and `context`."""

    place = "ledger"
    """The place of the rail that this page belongs to; those without one of their own belong to the ledger (form.png)."""

    help_page = ""
    """The page of the help that F1 shows here (resources/help); where the desk was told of none, the one called like `place`."""

    heading_changed = Signal()
    """Title or context line are different now."""
    news = Signal(object)
    """A News for the toast (never an error: those stay in the page)."""
    left = Signal()
    """The page is done with: go back to the one before (a form that was saved or closed)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Pages are made once, before they are shown."""
        super().__init__(parent)
        self.setObjectName("page")

    @property
    def title(self) -> str:
        """The 18 px title in the top bar."""
        raise NotImplementedError

    @property
    def context(self) -> str:
        """The one line under the title; may be empty."""
        return ""

    def activated(self) -> None:
        """The page was brought to the front: read anew what is due; it may put the cursor where its work begins."""

    def fit(self, room: Room) -> None:
        """The window has this much room now: rearrange where that matters."""

    def handles_escape(self) -> bool:
        """Esc was pressed: True if the page went back one level itself, False to leave the page."""
        return False

    def may_leave(self) -> bool:
        """Last word before another page comes to the front (a form saves its draft here); False keeps it."""
        return True
