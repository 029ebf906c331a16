"""设置: tabs of few choices, each applied at once; there is no button that would have to be pressed afterwards (screens.md 2.13)."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.journal_bridge import JournalBridge
from gui.page import News, Page
from gui.settings.tab import Tab, scrolling
from gui.settings.tab_row import TabRow
from gui.syncing.exchanger import Exchanger
from models.profile_file import ProfileFile
from resources.words import _


class SettingsPage(Page):
    """Holds the tabs; each is made when it is first opened."""

    place = "settings"
    help_page = "settings"

    look_changed = Signal()
    """Another type size or language is kept: everything is to be made anew."""

    def __init__(self, bridge: JournalBridge, exchanger: Exchanger, key: bytes, device: ProfileFile) -> None:
        """`key` opens this person's store, and is wrapped anew for another password; `device`: what the laptop remembers."""
        super().__init__()
        self._bridge, self._exchanger, self._key, self._device = bridge, exchanger, key, device
        self._makers: tuple[tuple[str, str, Callable[[], Tab]], ...] = (
            ("display", _("Display"), self._display),
            ("mine", _("Mine"), self._mine),
            ("photoTravel", _("Exchange"), self._photo_travel),
            ("selfCheck", _("Self-check"), self._self_check),
            ("about", _("About"), self._about),
        )
        self.row = TabRow([(name, words) for name, words, _make in self._makers])
        self.row.chosen.connect(self._on_chosen)
        self._stack = QStackedWidget()
        self._made: dict[int, Tab] = {}
        self._rooms = [self._room() for _each in self._makers]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(self._stack, 1)
        self._front(0)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return _("Settings")

    @property
    def context(self) -> str:
        """How it works."""
        return _("What you choose holds at once")

    @property
    def tab(self) -> Tab:
        """The tab in front."""
        return self._made[self._stack.currentIndex()]

    def open_tab(self, name: str) -> None:
        """Bring a tab to the front: display, mine, photoTravel, selfCheck or about."""
        self._on_chosen([each for each, _words, _make in self._makers].index(name))

    def activated(self) -> None:
        """Read anew what is in front."""
        self.tab.shown()
        if not self.isAncestorOf(self.window().focusWidget()):
            self.row.focus_shown()

    def may_leave(self) -> bool:
        """Everything is kept already."""
        self.tab.left()
        return True

    @Slot(int)
    def _on_chosen(self, place: int) -> None:
        self.tab.left()
        self._front(place)
        self.tab.shown()

    def _room(self) -> QVBoxLayout:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(holder)
        return column

    def _front(self, place: int) -> None:
        if place not in self._made:
            tab = self._made[place] = self._makers[place][2]()
            tab.news.connect(self._on_news)
            self._rooms[place].addWidget(scrolling(tab))
        self.row.show_tab(place)
        self._stack.setCurrentIndex(place)

    @Slot(object)
    def _on_news(self, news: News) -> None:
        self.news.emit(news)

    def _display(self) -> Tab:
        from gui.settings.display_tab import DisplayTab

        tab = DisplayTab(self._bridge, self._device)
        tab.look_changed.connect(self.look_changed)
        return tab

    def _mine(self) -> Tab:
        from gui.settings.mine_tab import MineTab

        return MineTab(self._bridge, self._key)

    def _photo_travel(self) -> Tab:
        from gui.settings.photo_travel_tab import PhotoTravelTab

        return PhotoTravelTab(self._bridge, self._exchanger)

    def _self_check(self) -> Tab:
        from gui.settings.self_check_tab import SelfCheckTab

        return SelfCheckTab(self._bridge)

    def _about(self) -> Tab:
        from gui.settings.about_tab import AboutTab

        return AboutTab(self._bridge, self._device)
