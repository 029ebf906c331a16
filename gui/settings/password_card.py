"""改密码: the old one, the new one twice; what that means for this computer and for others is said before."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from gui.accounts.password_field import PasswordField
from gui.background import Failure, Lane
from gui.buttons import plain_button
from gui.card import Card
from gui.journal_bridge import JournalBridge
from gui.page import News
from gui.texts import plain, small, wrapped
from gui.theme import mark, px
from models.store import Store
from resources.words import N_, _

_EVERYWHERE = N_(
    "The bureau has to be reached for this. Other computers of yours go on exchanging; there the old password opens what "
    "is stored until you sign in with the new one once. A lost computer is shut out by the bureau's administrator."
)
_HERE = N_(
    "The password opens what is stored on this computer. Nobody else knows it: without it nothing can be opened."
)
_FIELD = 300


class PasswordCard(Card):
    """Nothing is changed before both the bureau and this computer have taken it."""

    news = Signal(object)

    def __init__(self, bridge: JournalBridge, key: bytes) -> None:
        """Empty fields."""
        super().__init__(_("Password"), name="passwordCard")
        self._bridge, self._key = bridge, key
        self._fields = [PasswordField(f"{name}PasswordField") for name in ("old", "new", "again")]
        self._hint = small(tone="amber")
        self._hint.hide()
        self._message = wrapped(plain(tone="red"))
        self._message.setObjectName("passwordMessage")
        self._message.hide()
        self._button = plain_button("changePasswordButton", _("Change the password"), clicked=self._ask)
        titles = (_("Old password"), _("New password: at least 8 characters of three kinds"), _("Once more"))
        row = QHBoxLayout()
        row.addWidget(self._button)
        row.addStretch(1)
        words = _EVERYWHERE if bridge.person.has_account else _HERE
        self.body.addWidget(wrapped(small(_(words))))
        for title, field in zip(titles, self._fields, strict=True):
            field.setAccessibleName(title)
            field.setMaximumWidth(px(_FIELD))
            field.hinted.connect(self._on_hint)
            field.returnPressed.connect(self._ask)
            self.body.addWidget(wrapped(plain(title, tone="sub")))
            self.body.addWidget(field)
        for part in (self._hint, self._message):
            self.body.addWidget(part)
        self.body.addLayout(row)

    def clear(self) -> None:
        """Nobody finds a password here that was typed and not used."""
        for field in self._fields:
            field.clear()
        self._on_hint("")

    @Slot(str)
    def _on_hint(self, text: str) -> None:
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    @Slot()
    def _ask(self) -> None:
        if not self._button.isEnabled():
            return
        old, new, again = (field.text() for field in self._fields)
        lacking = next((field for field in self._fields if not field.text()), None)
        if lacking is not None:
            self._say(_("Fill in all three."))
            lacking.setFocus()
        elif new != again:
            self._say(_("The two are not the same. Type both once more."))
            self._fields[1].setFocus()
        else:
            self._change(old, new)

    def _change(self, old: str, new: str) -> None:
        key = self._key

        def change(store: Store) -> None:
            from sync.changing_password import change_password

            change_password(store, key, old=old, new=new)

        self._say(_("Asking the bureau…") if self._bridge.person.has_account else "", good=True)
        self._button.setEnabled(False)
        self._bridge.work(Lane.NETWORK, change, done=lambda _: self._on_changed(), failed=self._on_refused)

    def _on_changed(self) -> None:
        self._button.setEnabled(True)
        self._say("")
        self.clear()
        self.news.emit(News(_("The password is changed. From now on sign in with the new one.")))

    def _on_refused(self, failure: Failure) -> None:
        self._button.setEnabled(True)
        self._say(failure.words)
        self._fields[0].setFocus()
        self._fields[0].selectAll()

    def _say(self, text: str, *, good: bool = False) -> None:
        mark(self._message, tone="sub" if good else "red")
        self._message.setText(text)
        self._message.setVisible(bool(text))
