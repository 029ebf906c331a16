"""The first time on this laptop: the bureau's address, and the account that the bureau gave."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from gui.accounts.card_frame import CardFrame
from gui.accounts.password_field import PasswordField
from gui.buttons import link_button, primary_button
from gui.texts import plain, small
from resources.words import _


@dataclass(frozen=True, slots=True)
class Asking:
    """What was typed. `old_password` opens what is on this computer where the bureau has changed the password."""

    server: str
    login: str
    password: str = field(repr=False)
    old_password: str = field(default="", repr=False)


class ConnectCard(CardFrame):
    """Asks for what a first sign-in over the network needs."""

    connect_requested = Signal(object)
    """An Asking."""
    back_requested = Signal()

    def __init__(self) -> None:
        """Empty fields; the address of the last time is put in by show_server."""
        super().__init__("connectCard", _("Connect to the bureau"))
        self._server = self._line("serverField", _("for instance https://gewu.tianning.gov.cn"))
        self._login = self._line("loginField", _("given by the bureau's administrator"))
        self._password = PasswordField("connectPasswordField")
        self._password.returnPressed.connect(self._ask)
        self._old = PasswordField("oldPasswordField")
        self._old.returnPressed.connect(self._ask)
        self._old_label = plain(_("Earlier password on this computer"), tone="sub")
        self._hint = small(tone="amber")
        self._password.hinted.connect(self._hint.setText)
        self._button = primary_button("connectButton", _("Connect and sign in"), clicked=self._ask)
        self._back = link_button("backToPeopleButton", _("Back"), clicked=self.back_requested.emit)
        for label, line in (
            (_("Bureau's address"), self._server),
            (_("Account"), self._login),
            (_("Password"), self._password),
        ):
            self.add_field(label, line)
        self.body.addWidget(self._old_label)
        self.body.addWidget(self._old)
        self.body.addWidget(self._hint)
        self.add_main_button(self._button)
        self.add_ways_out(self._back)

    def show_server(self, address: str, *, may_go_back: bool) -> None:
        """What is known beforehand."""
        self._server.setText(address)
        self._back.setVisible(may_go_back)
        self._password.clear()
        self._old.clear()
        self.offer_old_password(offered=False)
        self.show_message("")
        self.show_busy(busy=False)

    def show_busy(self, *, busy: bool) -> None:
        """While the bureau is asked."""
        self._button.setEnabled(not busy)
        self._button.setText(_("Asking the bureau…") if busy else _("Connect and sign in"))

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
        for line in (self._server, self._login, self._password):
            if not line.text():
                line.setFocus()
                return

    def _ask(self) -> None:
        if not self._button.isEnabled():
            return
        server, login, password = self._server.text().strip(), self._login.text().strip(), self._password.text()
        if not (server and login and password):
            self.show_refused(_("Address, account and password are all needed."))
            self.focus()
            return
        self.show_message("")
        self.show_busy(busy=True)
        self.connect_requested.emit(Asking(server, login, password, self._old.text()))

    def _line(self, name: str, example: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setPlaceholderText(example)
        line.returnPressed.connect(self._ask)
        return line
