"""The bar over every page: what this is, one line of context, the search box, and the way to log a finding."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.buttons import icon_button, primary_button
from gui.elided_label import ElidedLabel
from gui.icons import Glyph
from gui.page import Page
from gui.room import Room
from gui.searching.search_box import SearchBox
from gui.texts import small
from gui.theme import SPACE_L, SPACE_M, px
from resources.words import _

HEIGHT = 56
_SEARCH, _LEAST_SEARCH, _LEAST_HEADING = 226, 120, 320
"""The box gives way to the heading until it is too short to read what is typed; then there is only its icon."""
_LEFT = 18


class TopBar(QFrame):
    """Shows the heading of the page in front."""

    raise_requested = Signal()

    def __init__(self, *, may_raise: bool) -> None:
        """Who may not log findings has no button for it."""
        super().__init__()
        self.setObjectName("topBar")
        self.setFixedHeight(px(HEIGHT))
        # places and reasons may be long: they give way, and never widen the window
        self._title, self._context = ElidedLabel(), ElidedLabel()
        self._title.setObjectName("pageTitle")
        self._title.setProperty("kind", "page-title")
        self._context.setObjectName("pageContext")
        self._context.setProperty("kind", "small")
        self._unfolded = self._is_narrow = False
        self.search = SearchBox()
        self._hint = small(_("Ctrl+K"))
        self._icon = icon_button("searchButton", _("Search  Ctrl+K"), glyph=Glyph.SEARCH, clicked=self.open_search)
        self._raise = self._build_raise() if may_raise else None
        self._lay_out()
        for gone in (self.search.left, self.search.closed):
            gone.connect(self._on_search_left)
        self.fit(Room.WIDE)

    def _build_raise(self) -> QPushButton:
        words = _("Log finding  Ctrl+N")
        return primary_button("raiseButton", words, glyph=Glyph.ADD, clicked=self.raise_requested.emit)

    def _lay_out(self) -> None:
        self._heading = self._build_heading()
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 0, SPACE_L, 0)
        row.setSpacing(SPACE_M)
        row.addWidget(self._heading, 1)
        for part in (self.search, self._hint, self._icon, *self._after()):
            row.addWidget(part)

    def _after(self) -> tuple[QWidget, ...]:
        return () if self._raise is None else (self._raise,)

    def show_heading(self, page: Page) -> None:
        """The title and context line of this page."""
        self._title.setText(page.title)
        self._context.setText(page.context)
        self._context.setVisible(bool(page.context))

    def fit(self, room: Room) -> None:
        """In a narrow window keys are known or looked up: their words make room."""
        self._is_narrow = room is Room.NARROW
        if self._raise is not None:
            self._raise.setText(_("Log a finding") if self._is_narrow else _("Log finding  Ctrl+N"))
        self._share()

    @Slot()
    def open_search(self) -> None:
        """Ctrl+K: the cursor in the box, which unfolds over the heading where there is only its icon."""
        self._unfolded = True
        self._share()
        self.search.come()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Heading and box share what is left."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        others = (*self._after(), *(() if self._is_narrow else (self._hint,)))
        taken = _LEFT + SPACE_L + SPACE_M + sum(part.sizeHint().width() + SPACE_M for part in others)
        left = self.width() - taken - px(_LEAST_HEADING)
        folds = left < px(_LEAST_SEARCH)
        over_heading = folds and self._unfolded
        whole = left + px(_LEAST_HEADING) + SPACE_M
        self.search.setFixedWidth(whole if over_heading else min(max(left, 0), px(_SEARCH)))
        shown = {
            self.search: over_heading or not folds,
            self._icon: folds and not over_heading,
            self._hint: not self._is_narrow and not folds,
            self._heading: not over_heading,
        }
        # what goes first goes away: both at once would widen the window
        for part in sorted(shown, key=lambda part: shown[part]):
            part.setVisible(shown[part])

    @Slot()
    def _on_search_left(self) -> None:
        self._unfolded = False
        self._share()

    def _build_heading(self) -> QWidget:
        heading = QWidget()
        column = QVBoxLayout(heading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._context)
        column.addStretch(1)
        return heading
