"""The password that the bureau gave was for once: ask for one of the person's own."""

from PySide6.QtCore import Signal

from gui.accounts.card_frame import CardFrame
from gui.accounts.password_field import PasswordField
from gui.buttons import primary_button
from gui.texts import small, wrapped
from resources.words import _


class NewPasswordCard(CardFrame):
    """Asks twice for a new password."""

    chosen = Signal(str)
    back_requested = Signal()

    def __init__(self) -> None:
        """Empty fields."""
        super().__init__("newPasswordCard", _("Choose a password of your own"))
        why = _("The password from the bureau works only once. The new one also opens what is stored on this computer.")
        self.body.addWidget(wrapped(small(why)))
        self._first = PasswordField("newPasswordField")
        self._again = PasswordField("newPasswordAgainField")
        self._hint = small(tone="amber")
        for field in (self._first, self._again):
            field.hinted.connect(self._hint.setText)
            field.returnPressed.connect(self._ask)
        self._button = primary_button("newPasswordButton", _("Use this password"), clicked=self._ask)
        self.body.addSpacing(6)
        self.add_field(_("New password: at least 8 characters of three kinds"), self._first)
        self.add_field(_("Once more"), self._again)
        self.body.addWidget(self._hint)
        self.add_button(self._button)
        self.add_back("newPasswordBackButton", self.back_requested.emit)

    def clear(self) -> None:
        """Empty fields, ready to type."""
        self._first.clear()
        self._again.clear()
        self.show_message("")
        self.show_busy(busy=False)
        self._first.setFocus()

    def show_busy(self, *, busy: bool) -> None:
        """While the bureau is asked."""
        self._button.setEnabled(not busy)

    def show_refused(self, text: str) -> None:
        """The bureau would not take it."""
        self.show_busy(busy=False)
        self.show_message(text)
        self._first.setFocus()

    def _ask(self) -> None:
        if not self._button.isEnabled():
            return
        if self._first.text() != self._again.text():
            self.show_refused(_("The two are not the same. Type both once more."))
            return
        if not self._first.text():
            self.show_refused(_("Type the new password first."))
            return
        self.show_message("")
        self.show_busy(busy=True)
        self.chosen.emit(self._first.text())
