"""The steps of the first minute before the desk: address, account, new password; or beginning without a network."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.accounts.begun import Begun, keep_begun, read_begun
from gui.accounts.connect_card import Asking
from gui.accounts.first_steps import FirstStep
from gui.accounts.local_card import Beginning
from gui.accounts.sign_in_page import SignInPage
from gui.background import Background, Failure, Lane, Task
from models.profile import PasswordRefused, Profile, Unlocked
from resources.words import _

NEW_PASSWORD_NEEDED = "new_password_needed"  # noqa: S105 - a code, not a password
_NO_WAY = ("offline", "no_answer", "line_cut")
_KEEP_MS = 500
_NOTHING = Asking("", "", "")


@dataclass(frozen=True, slots=True)
class Met:
    """A server that answered: its address as it is used, and what its bureau is called (older ones do not say)."""

    url: str
    bureau: str


@dataclass(frozen=True, slots=True)
class Ways:
    """How a laptop comes to a bureau, or does without; each raises GewuError."""

    meet: Callable[[str], Met]
    """Looks whether a server of ours answers at an address."""
    connect: Callable[[Asking, str | None, Unlocked | None], Unlocked]
    """What was typed, a new password, and whose drafts come along: signs in and makes the store ready."""
    begin: Callable[[Beginning], Unlocked]
    """Makes a store for somebody whom no bureau knows yet."""


class Connecting(QObject):
    """Moves between the cards; what was typed stays, also when the program is closed in between."""

    unlocked = Signal(object, str)
    """Unlocked, and the password that did it."""
    left = Signal()
    """Back to where the person came from."""

    def __init__(self, page: SignInPage, profile: Profile, background: Background, ways: Ways) -> None:
        """Everything it needs is handed in."""
        super().__init__(page)
        self._page, self._profile, self._background, self._ways = page, profile, background, ways
        self._asked = _NOTHING
        self._asking: Task[Unlocked] | None = None
        self._met = Met("", "")
        self.local: Unlocked | None = None
        self._keeping = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._keeping.timeout.connect(self.write_down)
        address, account, local = page.address, page.connecting, page.local
        address.meet_requested.connect(self._on_meet)
        address.local_requested.connect(self.show_local)
        address.back_requested.connect(self.left)
        account.connect_requested.connect(self._on_connect)
        account.back_requested.connect(self.show_address)
        for card in (address, account):
            card.step_requested.connect(self._on_step)
        local.begin_requested.connect(self._on_begin)
        local.back_requested.connect(self.show_address)
        page.new_password.chosen.connect(self._ask_bureau)
        page.new_password.back_requested.connect(self.show_account)
        for typing in (address, account, local):
            typing.typed.connect(self._keeping.start)

    def show(self, local: Unlocked | None = None) -> None:
        """Where it was left; `local` is who began without a bureau and is to be connected now."""
        self.local = local
        step = read_begun(self._profile.file).step
        show = {"account": self.show_account, "local": self.show_local}.get(step, self.show_address)
        if local is not None or self._profile.people():
            show = self.show_address
        show()

    @Slot()
    def show_address(self) -> None:
        """Step 1."""
        self._give_up()
        begun, people = read_begun(self._profile.file), self._profile.people()
        address = begun.server or self._profile.server
        self._page.address.show_address(address, may_go_back=bool(people), may_begin=self.local is None)
        self._page.show_card(self._page.address)
        self._page.address.focus()

    @Slot()
    def show_account(self) -> None:
        """Step 2."""
        self._give_up()
        begun = read_begun(self._profile.file)
        address = self._page.address.address or begun.server or self._profile.server
        bureau = self._met.bureau if address in (self._met.url, self._asked.server) else ""
        self._page.connecting.show_server(address, bureau, login=begun.login)
        self._page.show_card(self._page.connecting)
        self._page.connecting.focus()
        self._keeping.start()

    @Slot()
    def show_local(self) -> None:
        """先用起来."""
        begun = read_begun(self._profile.file)
        self._page.local.show_begun(begun.name, begun.grid)
        self._page.show_card(self._page.local)
        self._page.local.focus()
        self._keeping.start()

    @Slot()
    def write_down(self) -> None:
        """What is typed becomes durable, passwords apart."""
        self._keeping.stop()
        page = self._page
        steps = {id(page.connecting): "account", id(page.new_password): "account", id(page.local): "local"}
        begun = Begun(
            steps.get(id(page.card), ""), page.address.address, page.connecting.login, page.local.name, page.local.grid
        )
        if page.card is not page.sign_in and begun != Begun():
            self._background.run(Lane.WRITING, lambda: keep_begun(self._profile.file, begun))

    @Slot(object)
    def _on_step(self, step: FirstStep) -> None:
        self.show_account() if step is FirstStep.SIGN_IN else self.show_address()

    @Slot(str)
    def _on_meet(self, address: str) -> None:
        self.write_down()
        self._background.run(Lane.NETWORK, lambda: self._ways.meet(address), done=self._on_met, failed=self._on_not_met)

    def _on_met(self, met: Met) -> None:
        self._met = met
        self._page.address.show_busy(busy=False)
        if self._page.card is self._page.address:
            self._page.address.put_address(met.url)
            self.show_account()

    def _on_not_met(self, failure: Failure) -> None:
        may_begin = failure.code in _NO_WAY and self.local is None
        remark = _("You can also begin without a network.") if may_begin else ""
        self._page.address.show_refused(f"{failure.words} {remark}".strip())

    @Slot(object)
    def _on_connect(self, asking: Asking) -> None:
        self._asked = asking
        self.write_down()
        self._ask_bureau(None)

    def _ask_bureau(self, new_password: str | None) -> None:
        asking, local = self._asked, self.local
        self._asking = self._background.run(
            Lane.NETWORK,
            lambda: self._ways.connect(asking, new_password, local),
            done=partial(self._on_connected, new_password or asking.password),
            failed=self._on_not_connected,
        )

    def _give_up(self) -> None:
        """Whoever went back is not pulled to a desk by a late answer."""
        if self._asking is not None:
            self._asking.drop()
            self._asking = None

    def _on_connected(self, password: str, unlocked: Unlocked) -> None:
        self.local, self._asked, self._asking = None, _NOTHING, None
        self._forget()
        self.unlocked.emit(unlocked, password)

    def _forget(self) -> None:
        self._keeping.stop()
        self._background.run(Lane.WRITING, lambda: keep_begun(self._profile.file, Begun()))

    def _on_not_connected(self, failure: Failure) -> None:
        page = self._page
        if failure.code == NEW_PASSWORD_NEEDED and page.card is page.connecting:
            page.new_password.clear()
            page.show_card(page.new_password)
        elif page.card is page.new_password:
            page.new_password.show_refused(failure.words)
        elif isinstance(failure.error, PasswordRefused):
            page.connecting.offer_old_password(offered=True)
            remark = _("If the bureau has just changed it, fill in the earlier one of this computer, too.")
            page.connecting.show_refused(f"{failure.words} {remark}")
        else:
            page.connecting.show_refused(failure.words)

    @Slot(object)
    def _on_begin(self, beginning: Beginning) -> None:
        self._background.run(
            Lane.WRITING,
            lambda: self._ways.begin(beginning),
            done=lambda unlocked: self._on_begun(unlocked, beginning.password),
            failed=lambda failure: self._page.local.show_refused(failure.words),
        )

    def _on_begun(self, unlocked: Unlocked, password: str) -> None:
        self._forget()
        self.unlocked.emit(unlocked, password)
