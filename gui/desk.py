"""The desk of a signed-in person: rail, top bar, and the pages between which they move."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.help.offering import Help
from gui.notice_bar import NoticeBar
from gui.page import News, Page
from gui.rail import Rail, RailItem
from gui.rebuilding_line import RebuildingLine
from gui.resting_focus import give_focus_back
from gui.room import Room
from gui.toast import Toast
from gui.top_bar import TopBar


@dataclass(frozen=True, slots=True)
class Place:
    """What the rail leads to: a page that is made when it is first asked for."""

    item: RailItem
    page: Callable[[], Page]


class Desk(QWidget):
    """Moves between pages; what the pages do is their own business."""

    raise_requested = Signal()
    exchange_requested = Signal()
    lock_requested = Signal()
    switch_requested = Signal()
    opened = Signal(object)
    """The Page that came to the front."""

    def __init__(self, places: Sequence[Place], *, may_raise: bool) -> None:
        """The first place is home."""
        super().__init__()
        self.rail = Rail([place.item for place in places])
        self.top_bar = TopBar(may_raise=may_raise)
        self.notices = NoticeBar("deskNotice")
        self.rebuilding = RebuildingLine()
        self.toast = Toast(self)
        self._places = {place.item.code: place.page for place in places}
        self._home = places[0].page
        self._visited: list[Page] = []
        self._room: Room | None = None
        self._stack = QStackedWidget()
        self._lay_out()
        self.help = Help(self, self._help_page, below=self.top_bar)
        self._connect(may_raise=may_raise)
        for place in places:
            self._shortcut(f"Ctrl+{place.item.digit}", lambda page=place.page: self.open(page()))

    @property
    def current(self) -> Page:
        """The page in front."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def add_page(self, page: Page) -> None:
        """A page that was made: it belongs to this desk from now on."""
        self._stack.addWidget(page)
        if self._room is not None:
            page.fit(self._room)
        page.heading_changed.connect(lambda: self._on_heading(page))
        page.news.connect(self.toast.tell)
        page.left.connect(lambda: self._on_left(page))

    def open(self, page: Page) -> None:
        """Bring a page to the front, unless the one there asks to stay."""
        if self._stack.currentWidget() is page and self._visited:
            page.activated()
            return
        if self._visited and not self.current.may_leave():
            self.rail.show_place(self.current.place)
            return
        self._visited = [visited for visited in self._visited if visited is not page] + [page]
        self._stack.setCurrentWidget(page)
        self.rail.show_place(page.place)
        self.top_bar.show_heading(page)
        self.opened.emit(page)
        give_focus_back(page)
        page.activated()

    def open_home(self) -> None:
        """The workbench."""
        self.open(self._home())

    def open_place(self, code: str) -> None:
        """A place of the rail; home where there is none with this code."""
        self.open(self._places.get(code, self._home)())

    def go_back(self) -> None:
        """The page before this one."""
        here = self.current
        before = self._visited[-2] if len(self._visited) > 1 else self._home()
        if before is not here:
            self.open(before)
            if self.current is before:
                self._visited.remove(here)

    def answer(self, text: str, *, good: bool) -> None:
        """Say what came of something asked from any page: good news passes, anything else stays until it is read."""
        self.notices.say("" if good else text)
        if good:
            self.toast.tell(News(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back one level, where nothing in the page took it."""
        if event.key() == Qt.Key.Key_Escape and not self.current.handles_escape():
            self.go_back()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another layout class rearranges rail and pages."""
        super().resizeEvent(event)
        room = Room.of(event.size().width())
        if room is self._room:
            return
        self._room = room
        self.rail.show_room(room)
        self.top_bar.fit(room)
        for index in range(self._stack.count()):
            page = self._stack.widget(index)
            if isinstance(page, Page):
                page.fit(room)

    def _lay_out(self) -> None:
        notices = QVBoxLayout()
        notices.setContentsMargins(16, 0, 16, 0)
        notices.addWidget(self.notices)
        notices.addWidget(self.rebuilding)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addLayout(notices)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)

    def _connect(self, *, may_raise: bool) -> None:
        self.rail.chosen.connect(lambda code: self.open(self._places[code]()))
        self.rail.user.lock_requested.connect(self.lock_requested)
        self.rail.user.switch_requested.connect(self.switch_requested)
        self.top_bar.raise_requested.connect(self.raise_requested)
        self.opened.connect(self.help.follow)
        self._shortcut("Ctrl+K", self.top_bar.open_search)
        self._shortcut("F9", self.exchange_requested.emit)
        self._shortcut("Ctrl+L", self.lock_requested.emit)
        if may_raise:
            self._shortcut("Ctrl+N", self.raise_requested.emit)

    def _shortcut(self, keys: str, does: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(does)

    def _help_page(self) -> str:
        if self.top_bar.search.hasFocus():
            return "search"
        return self.current.help_page or self.current.place

    def _on_heading(self, page: Page) -> None:
        if page is self._stack.currentWidget():
            self.top_bar.show_heading(page)

    def _on_left(self, page: Page) -> None:
        if page is self._stack.currentWidget():
            self.go_back()
