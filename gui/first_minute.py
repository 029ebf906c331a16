"""What the first minute has at the desk: the page on which everything comes down, and practising; loaded when wanted."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.carrying_over import CarryingOver
from gui.icons import Glyph
from gui.journal_bridge import JournalBridge
from gui.pages import Pages
from gui.searching.functions import Function
from gui.syncing.exchanger import Exchanger
from models.apart import too_long_apart
from models.errors import Refusal
from models.profile import Profile
from models.store import Store
from resources.sentences import sentence
from resources.words import _

if TYPE_CHECKING:
    from gui.accounts.taking_down_page import TakingDownPage
    from gui.findings.practice_page import PracticePage
    from gui.practice import Practice

TAKING_DOWN = "taking_down"


class FirstMinute(QObject):
    """Also tells what came over from a time without an account."""

    def __init__(self, pages: Pages, bridge: JournalBridge, exchanger: Exchanger, profile: Profile) -> None:
        """No page yet."""
        super().__init__(pages)
        self._desk, self._may_raise = pages.desk, pages.may_raise
        self._bridge, self._exchanger = bridge, exchanger
        self._came = ""
        self.carrying = CarryingOver(profile, bridge)
        self.carrying.came.connect(self._on_came)
        self.carrying.stayed.connect(lambda words: self._desk.answer(words, good=False))
        if self._may_raise:
            words = _("Practise one (not reported)")
            pages.functions.add(Function("practise", words, Glyph.EDIT, self.practise))

    @cached_property
    def taking_down(self) -> "TakingDownPage":
        """带下来."""
        from gui.accounts.taking_down_page import TakingDownPage

        page = TakingDownPage(self._bridge, self._exchanger, may_practise=self._may_raise)
        page.desk_requested.connect(self._desk.open_home)
        page.practice_requested.connect(self.practise)
        page.tell_came(self._came)
        self._desk.add_page(page)
        return page

    def begin(self) -> None:
        """Bring along what was written down before, and say where the bureau has not been heard of for too long."""
        self.carrying.begin()
        self._bridge.ask(_apart, done=self._on_apart)

    def open(self) -> None:
        """The last step of the first minute."""
        self._desk.open(self.taking_down)

    def practise(self) -> None:
        """练一条（不上报）."""
        self._practice.begin(self._show_practice)

    def close(self) -> None:
        """When nothing uses the store any more: what was practised is thrown away."""
        if "_practice" in self.__dict__:
            self._practice.close()

    @cached_property
    def _practice(self) -> "Practice":
        from gui.practice import Practice

        return Practice(self._bridge, self)

    def _show_practice(self, page: "PracticePage") -> None:
        if page.parent() is None:
            self._desk.add_page(page)
        self._desk.open(page)

    def _on_apart(self, refusal: Refusal | None) -> None:
        if refusal is not None:
            self._desk.answer(sentence(refusal.code, refusal.values), good=False)

    def _on_came(self, words: str) -> None:
        self._came = words
        if "taking_down" in self.__dict__:
            self.taking_down.tell_came(words)
        if self._desk.current.place != TAKING_DOWN:
            self._desk.answer(words, good=True)


def _apart(store: Store) -> Refusal | None:
    with store.database.reading() as connection:
        return too_long_apart(connection, store.clock.now())
