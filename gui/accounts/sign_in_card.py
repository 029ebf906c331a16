"""Who is it, and the password: the card that greets everybody on a shared laptop."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QVBoxLayout

from gui.accounts.account_button import HEIGHT, AccountButton
from gui.accounts.card_frame import CardFrame
from gui.accounts.password_field import PasswordField
from gui.buttons import link_button, plain_button, primary_button
from gui.texts import small
from gui.theme import px
from models.profile_file import LOCAL, KnownPerson
from resources.words import _

_SEEN_AT_LEAST, _SEEN_AT_ONCE = 2, 4


class SignInCard(CardFrame):
    """Shows who signed in here before; asks for the password of one of them."""

    sign_in_requested = Signal(str, str)
    """Login and password."""
    connect_requested = Signal(str, str)
    """The same of somebody without an account, who wants to be connected now."""
    other_requested = Signal()
    """Somebody who never signed in here."""

    def __init__(self) -> None:
        """Empty until show_people."""
        super().__init__("signInCard", _("Who is working?"))
        self._password = PasswordField("passwordField")
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_chosen)
        self._list = self._scroll()
        self._password.returnPressed.connect(self._ask)
        self._hint = small(tone="amber")
        self._password.hinted.connect(self._hint.setText)
        self._button = primary_button("signInButton", _("Sign in"), clicked=self._ask)
        self.body.addWidget(self._list)
        self.body.addSpacing(4)
        self.add_field(_("Password"), self._password)
        self.body.addWidget(self._hint)
        self.add_button(self._button)
        self._connect = plain_button("connectLocalButton", _("Connect to the bureau"), clicked=self._ask_to_connect)
        self.add_button(self._connect)
        self.add_ways_out(
            link_button("otherPersonButton", _("Somebody else"), clicked=self.other_requested.emit),
            link_button("forgottenButton", _("Forgotten password"), clicked=self._explain_forgotten),
        )

    def show_people(self, people: Sequence[KnownPerson], *, chosen: str = "") -> None:
        """The people of this laptop, one of them chosen (the last one if none is named)."""
        self._clear()
        for known in people:
            button = AccountButton(known)
            self._group.addButton(button)
            self._column.insertWidget(self._column.count() - 1, button)
            button.setChecked(known.login == (chosen or people[0].login))
        row, count = px(HEIGHT) + self._column.spacing(), max(len(people), 1)
        self._list.setMinimumHeight(min(count, _SEEN_AT_LEAST) * row)
        self._list.wanted = min(count, _SEEN_AT_ONCE) * row
        self._list.setMaximumHeight(self._list.wanted)
        self._list.updateGeometry()
        self.show_busy(busy=False)
        self._password.clear()
        self._show_ways()

    def show_busy(self, *, busy: bool) -> None:
        """While the password is checked nothing else can be asked."""
        self._button.setEnabled(not busy)
        self._connect.setEnabled(not busy)
        self._button.setText(_("Checking…") if busy else _("Sign in"))

    def show_refused(self, text: str) -> None:
        """The password did not work: say why, keep the person, select what was typed."""
        self.show_busy(busy=False)
        self.show_message(text)
        self._password.selectAll()
        self._password.setFocus()

    def focus(self) -> None:
        """Ready to type."""
        self._password.setFocus()

    @property
    def login(self) -> str:
        """Whose password is asked for."""
        button = self._group.checkedButton()
        return button.login if isinstance(button, AccountButton) else ""

    def _ask(self) -> None:
        self._emit(self.sign_in_requested)

    def _ask_to_connect(self) -> None:
        self._emit(self.connect_requested)

    def _emit(self, wish: SignalInstance) -> None:
        if not self._button.isEnabled() or not self.login:
            return
        if not self._password.text():
            self.show_refused(_("Type the password first."))
            return
        self.show_message("")
        self.show_busy(busy=True)
        wish.emit(self.login, self._password.text())

    def _on_chosen(self) -> None:
        self.show_message("")
        self._show_ways()
        self._password.setFocus()

    def _show_ways(self) -> None:
        self._connect.setVisible(self.login.startswith(LOCAL))

    def _explain_forgotten(self) -> None:
        if self.login.startswith(LOCAL):
            words = _("Nobody else has a key to this: it was begun without the bureau. What is stored stays here.")
        else:
            words = _("Ask the bureau's administrator. The bureau keeps a key for this, the data here is not lost.")
        self.show_message(words, good=True)

    def _scroll(self) -> "_People":
        inside = QFrame()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addStretch(1)
        area = _People()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _clear(self) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._column.removeWidget(button)
            button.setParent(None)
            button.deleteLater()


class _People(QScrollArea):
    wanted = 0

    def sizeHint(self) -> QSize:
        """Room for everybody, where there is that much; Qt's own stays what it was before they came."""
        return QSize(super().sizeHint().width(), self.wanted)
