"""Step 1 of the first minute: the bureau's address, and whether a server of ours answers there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from gui.accounts.card_frame import CardFrame
from gui.accounts.first_steps import FirstStep
from gui.buttons import plain_button, primary_button
from gui.findings.form_values import half_width
from gui.icons import Glyph
from gui.texts import small, wrapped
from resources.words import _


class AddressCard(CardFrame):
    """Asks for the address; without any network one may begin all the same."""

    meet_requested = Signal(str)
    step_requested = Signal(object)
    local_requested = Signal()
    back_requested = Signal()
    typed = Signal()

    def __init__(self) -> None:
        """An empty field."""
        super().__init__("addressCard", _("Connect to the bureau"))
        self.put_steps(FirstStep.CONNECT, self.step_requested.emit)
        self._server = QLineEdit()
        self._server.setObjectName("serverField")
        self._server.setPlaceholderText(_("for instance https://gewu.tianning.gov.cn"))
        self._server.returnPressed.connect(self._ask)
        self._server.textEdited.connect(self.typed)
        self.add_field(_("Bureau's address"), self._server)
        self.body.addWidget(wrapped(small(_("The bureau's administrator tells you the address."))))
        self.body.addStretch(1)
        self._without = wrapped(
            small(
                _(
                    "No network here? Begin all the same: what you write down stays on this computer until it is connected."
                )
            )
        )
        self.body.addWidget(self._without)
        self._local = plain_button(
            "beginLocalButton", _("Begin without a network"), glyph=Glyph.OFFLINE, clicked=self.local_requested.emit
        )
        self._button = primary_button("addressButton", _("Connect"), clicked=self._ask)
        self.add_button(self._button)
        self.add_button(self._local)
        self._to_people = self.add_back("backToPeopleButton", self.back_requested.emit)

    @property
    def address(self) -> str:
        """What was typed; the input method may have made its signs wide."""
        return half_width(self._server.text().strip()).replace("。", ".")

    def put_address(self, address: str) -> None:
        """The address as it is used, where a person left something out."""
        self._server.setText(address)

    def show_address(self, address: str, *, may_go_back: bool, may_begin: bool) -> None:
        """What is known beforehand. `may_begin`: who has begun without a bureau already need not do it again."""
        if not self.address:
            self._server.setText(address)
        self._to_people.setVisible(may_go_back)
        for part in (self._local, self._without):
            part.setVisible(may_begin)
        self.show_message("")
        self.show_busy(busy=False)

    def show_busy(self, *, busy: bool) -> None:
        """While the server is looked for."""
        self._button.setEnabled(not busy)
        self._button.setText(_("Looking for the bureau…") if busy else _("Connect"))

    def show_refused(self, text: str) -> None:
        """It did not answer: say why, keep what was typed."""
        self.show_busy(busy=False)
        self.show_message(text)
        self._server.setFocus()

    def focus(self) -> None:
        """Ready to type, or to press Enter."""
        self._server.setFocus()
        self._server.selectAll()

    def _ask(self) -> None:
        if not self._button.isEnabled():
            return
        if not self.address:
            self.show_refused(_("Type the bureau's address first."))
            return
        self.show_message("")
        self.show_busy(busy=True)
        self.meet_requested.emit(self.address)
