"""From a card to an open key: checks passwords and first connections beside the window, and says what came of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from gui.accounts.account_button import waiting_words
from gui.accounts.connect_card import Asking
from gui.accounts.sign_in_page import SignInPage
from gui.background import Background, Failure, Lane
from models.clock import Clock
from models.errors import Damaged
from models.profile import PasswordRefused, Profile, Unlocked
from resources.words import _

Connect = Callable[[Asking, str | None], Unlocked]
"""What was typed, and a new password: signs in over the network and makes the store ready. Raises GewuError."""

NEW_PASSWORD_NEEDED = "new_password_needed"  # noqa: S105 - a code, not a password


class SigningIn(QObject):
    """Drives the sign-in page. It opens nothing itself: `unlocked` hands on the key."""

    unlocked = Signal(object, str)
    """Unlocked, and the password that did it (an expired sign-in at the bureau is renewed with it)."""

    def __init__(
        self, page: SignInPage, profile: Profile, background: Background, clock: Clock, connect: Connect
    ) -> None:
        """Everything it needs is handed in."""
        super().__init__(page)
        self._page = page
        self._profile = profile
        self._background = background
        self._clock = clock
        self._connect = connect
        self._asked = Asking("", "", "")
        page.sign_in.sign_in_requested.connect(self._on_sign_in)
        page.sign_in.other_requested.connect(self.show_connecting)
        page.connecting.connect_requested.connect(self._on_connect)
        page.connecting.back_requested.connect(self.show_people)
        page.new_password.chosen.connect(self._on_new_password)
        page.new_password.back_requested.connect(self.show_connecting)

    def show_people(self, chosen: str = "", remark: str = "") -> None:
        """Greet: the people of this laptop, or the first connection where there are none."""
        try:
            people = self._profile.people()
        except Damaged:
            self._profile.mend()
            people = self._profile.people()
            remark = _("The list of people was damaged and has been made anew; no record was touched.")
        if not people:
            self.show_connecting()
            return
        self._page.sign_in.show_people(people, chosen=chosen)
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
        self._page.connecting.show_server(self._profile.server, may_go_back=bool(self._profile.people()))
        self._page.show_card(self._page.connecting)
        self._page.connecting.focus()

    @Slot(str, str)
    def _on_sign_in(self, login: str, password: str) -> None:
        self._background.run(
            Lane.WRITING,
            lambda: self._profile.unlock(login, password, self._clock),
            done=lambda unlocked: self.unlocked.emit(unlocked, password),
            failed=lambda failure: self._page.sign_in.show_refused(failure.words),
        )

    @Slot(object)
    def _on_connect(self, asking: Asking) -> None:
        self._asked = asking
        self._ask_bureau(None)

    @Slot(str)
    def _on_new_password(self, chosen: str) -> None:
        self._ask_bureau(chosen)

    def _ask_bureau(self, new_password: str | None) -> None:
        asking = self._asked
        self._background.run(
            Lane.NETWORK,
            lambda: self._connect(asking, new_password),
            done=lambda unlocked: self.unlocked.emit(unlocked, new_password or asking.password),
            failed=self._on_not_connected,
        )

    def _on_not_connected(self, failure: Failure) -> None:
        if failure.code == NEW_PASSWORD_NEEDED and self._page.card is self._page.connecting:
            self._page.new_password.clear()
            self._page.show_card(self._page.new_password)
        elif self._page.card is self._page.new_password:
            self._page.new_password.show_refused(failure.words)
        elif isinstance(failure.error, PasswordRefused):
            self._page.connecting.offer_old_password(offered=True)
            remark = _("If the bureau has just changed it, fill in the earlier one of this computer, too.")
            self._page.connecting.show_refused(f"{failure.words} {remark}")
        else:
            self._page.connecting.show_refused(failure.words)
