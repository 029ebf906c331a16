"""Step 2 of the first minute: the account that the bureau gave, for a sign-in over the network."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from gui.accounts.card_frame import CardFrame
from gui.accounts.first_steps import FirstStep
from gui.accounts.password_field import PasswordField
from gui.buttons import primary_button
from gui.texts import plain, small, wrapped
from resources.words import _


@dataclass(frozen=True, slots=True)
class Asking:
    """What was typed. `old_password` opens what is on this computer where the bureau has changed the password."""

    server: str
    login: str
    password: str = field(repr=False)
    old_password: str = field(default="", repr=False)


class ConnectCard(CardFrame):
    """Asks for what a first sign-in over the network needs, the address apart."""

    connect_requested = Signal(object)
    """An Asking."""
    step_requested = Signal(object)
    back_requested = Signal()
    typed = Signal()

    def __init__(self) -> None:
        """Empty fields."""
        super().__init__("connectCard", _("Sign in at the bureau"))
        self._server = ""
        self.put_steps(FirstStep.SIGN_IN, self.step_requested.emit)
        self._where = wrapped(small())
        self._where.setObjectName("connectWhere")
        self._login = QLineEdit()
        self._login.setObjectName("loginField")
        self._login.setPlaceholderText(_("given by the bureau's administrator"))
        self._login.returnPressed.connect(self._ask)
        self._login.textEdited.connect(self.typed)
        self._password = PasswordField("connectPasswordField")
        self._old = PasswordField("oldPasswordField")
        self._old_label = plain(_("Earlier password on this computer"), tone="sub")
        self._hint = wrapped(small(tone="amber"))
        for line in (self._password, self._old):
            line.returnPressed.connect(self._ask)
            line.hinted.connect(self._hint.setText)
        self._button = primary_button("connectButton", _("Sign in"), clicked=self._ask)
        self.body.addWidget(self._where)
        self.add_field(_("Account"), self._login)
        self.add_field(_("Password"), self._password)
        for part in (self._old_label, self._old, self._hint):
            self.body.addWidget(part)
        self.add_button(self._button)
        self.add_back("backToAddressButton", self.back_requested.emit)

    @property
    def login(self) -> str:
        """What was typed."""
        return self._login.text().strip()

    def show_server(self, address: str, bureau: str, *, login: str) -> None:
        """Where it signs in; the bureau's name where it has just answered."""
        self._server = address
        where = _("{bureau} has answered at {address}.").format(bureau=bureau, address=address)
        self._where.setText(where if bureau else _("At {address}").format(address=address))
        if not self.login:
            self._login.setText(login)
        self._password.clear()
        self._old.clear()
        self.offer_old_password(offered=False)
        self.show_message("")
        self.show_busy(busy=False)

    def show_busy(self, *, busy: bool) -> None:
        """While the bureau is asked."""
        self._button.setEnabled(not busy)
        self._button.setText(_("Asking the bureau…") if busy else _("Sign in"))

    def offer_old_password(self, *, offered: bool) -> None:
        """The password does not open what this person has here: the bureau may have changed it."""
        self._old_label.setVisible(offered)
        self._old.setVisible(offered)

    def show_refused(self, text: str) -> None:
        """It did not work: say why, keep everything that was typed."""
        self.show_busy(busy=False)
        self.show_message(text)

    def focus(self) -> None:
        """To the first field that is empty."""
        (self._password if self.login else self._login).setFocus()

    def _ask(self) -> None:
        if not self._button.isEnabled():
            return
        if not (self._server and self.login and self._password.text()):
            self.show_refused(_("Address, account and password are all needed."))
            self.focus()
            return
        self.show_message("")
        self.show_busy(busy=True)
        self.connect_requested.emit(Asking(self._server, self.login, self._password.text(), self._old.text()))
