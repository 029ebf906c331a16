"""局里的服务器, for administrators: another address of the same server is looked at before it is used."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from gui.background import Failure, Lane
from gui.buttons import plain_button
from gui.card import Card
from gui.journal_bridge import JournalBridge
from gui.texts import plain, small, wrapped
from gui.theme import SPACE, mark
from models.store import Store
from resources.words import _
from sync.access import read_access


class ServerCard(Card):
    """The address is kept only where our own server answered at it."""

    def __init__(self, bridge: JournalBridge) -> None:
        """Shows the address in use."""
        super().__init__(_("The bureau's server"), name="serverCard")
        self._bridge = bridge
        self._address = QLineEdit()
        self._address.setObjectName("serverAddressField")
        self._address.setAccessibleName(_("Address"))
        self._address.returnPressed.connect(self._ask)
        self._button = plain_button("useAddressButton", _("Check and use"), clicked=self._ask)
        self._message = wrapped(plain())
        self._message.setObjectName("serverMessage")
        self._message.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self._address, 1)
        row.addWidget(self._button)
        words = _("Only for the case that the bureau's server moved. Another bureau's server is not taken.")
        self.body.addWidget(wrapped(small(words)))
        self.body.addLayout(row)
        self.body.addWidget(self._message)
        bridge.ask(_address_of, done=self._address.setText)

    @Slot()
    def _ask(self) -> None:
        address = self._address.text().strip()
        if not address or not self._button.isEnabled():
            return

        def move(store: Store) -> str:
            from sync.moving_server import use_address

            return use_address(store, address)

        self._button.setEnabled(False)
        self._bridge.work(Lane.NETWORK, move, done=self._on_moved, failed=self._on_refused)

    def _on_moved(self, address: str) -> None:
        self._button.setEnabled(True)
        self._address.setText(address)
        self._say(_("The bureau answers there. From the next exchange on this address is used."), tone="green")

    def _on_refused(self, failure: Failure) -> None:
        self._button.setEnabled(True)
        self._say(failure.words, tone="red")
        self._address.setFocus()

    def _say(self, text: str, *, tone: str) -> None:
        mark(self._message, tone=tone)
        self._message.setText(text)
        self._message.show()


def _address_of(store: Store) -> str:
    access = read_access(store.settings)
    return access.url if access else ""
