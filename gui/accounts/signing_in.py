"""From a card to an open key: checks passwords beside the window, and says what came of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from gui.accounts.account_button import waiting_words
from gui.accounts.connecting import Connecting, Ways
from gui.accounts.sign_in_page import SignInPage
from gui.background import Background, Lane
from models.clock import Clock
from models.errors import Damaged
from models.profile import Profile, Unlocked
from resources.words import _


class SigningIn(QObject):
    """Drives the sign-in page. It opens nothing itself: `unlocked` hands on the key."""

    unlocked = Signal(object, str)
    """Unlocked, and the password that did it (an expired sign-in at the bureau is renewed with it)."""
    back_to_work = Signal()
    """Somebody at work went to connect, and came back."""

    def __init__(self, page: SignInPage, profile: Profile, background: Background, clock: Clock, ways: Ways) -> None:
        """Everything it needs is handed in."""
        super().__init__(page)
        self._page = page
        self._profile = profile
        self._background = background
        self._clock = clock
        self._from_work = False
        self.connecting = Connecting(page, profile, background, ways)
        self.connecting.unlocked.connect(self.unlocked)
        self.connecting.left.connect(self._on_left)
        page.sign_in.sign_in_requested.connect(self._on_sign_in)
        page.sign_in.connect_requested.connect(self._on_connect)
        page.sign_in.other_requested.connect(self.show_connecting)

    @property
    def leads_back_to_work(self) -> bool:
        """Whether a card is in front that somebody at work has opened, without a lock between."""
        return self._from_work

    def show_people(self, chosen: str = "", remark: str = "") -> None:
        """Greet: the people of this laptop, or the first connection where there are none."""
        self._from_work = False
        try:
            people = self._profile.people()
        except Damaged:
            self._profile.mend()
            people = self._profile.people()
            remark = _("The list of people was damaged and has been made anew; no record was touched.")
        if not people:
            self.show_connecting()
            return
        # who was carried over whole signs in with their account
        shown = tuple(known for known in people if not known.carried_to or known.login == chosen) or people
        self._page.sign_in.show_people(shown, chosen=chosen)
        self._page.sign_in.show_message("")
        self._page.sign_in.show_remark(remark)
        self._page.show_card(self._page.sign_in)
        self._page.sign_in.focus()

    def farewell_words(self, login: str) -> str:
        """What became of the work of somebody who leaves: 「周敏的 3 条还没到局里，已存好…」; empty if all is safe."""
        known = self._profile.known(login)
        if known is None or not (waiting := waiting_words(known)):
            return ""
        return _("{name}: {waiting}. It is kept and goes on at their next sign-in.").format(
            name=known.name, waiting=waiting
        )

    @Slot()
    def show_connecting(self) -> None:
        """Ask for the bureau's address and an account."""
        self._from_work = False
        self.connecting.show()

    def connect_from_work(self, local: Unlocked) -> None:
        """Somebody at work without an account wants one."""
        self._from_work = True
        self.connecting.show(local)

    @Slot()
    def _on_left(self) -> None:
        self.back_to_work.emit() if self._from_work else self.show_people()

    @Slot(str, str)
    def _on_sign_in(self, login: str, password: str) -> None:
        self._unlock(login, password, lambda unlocked: self.unlocked.emit(unlocked, password))

    @Slot(str, str)
    def _on_connect(self, login: str, password: str) -> None:
        self._unlock(login, password, self._connect)

    def _connect(self, local: Unlocked) -> None:
        self._page.sign_in.show_busy(busy=False)
        self.connecting.show(local)

    def _unlock(self, login: str, password: str, done: Callable[[Unlocked], None]) -> None:
        self._background.run(
            Lane.WRITING,
            lambda: self._profile.unlock(login, password, self._clock),
            done=done,
            failed=lambda failure: self._page.sign_in.show_refused(failure.words),
        )
