"""先用起来: a name, a grid in words and a password are enough to write findings down before there is any network."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from gui.accounts.card_frame import CardFrame
from gui.accounts.password_field import PasswordField
from gui.buttons import primary_button
from gui.texts import small, wrapped
from models.local_people import SHORTEST_PASSWORD
from resources.words import _


@dataclass(frozen=True, slots=True)
class Beginning:
    """Who begins without a bureau, and where, in their own words."""

    name: str
    grid: str
    password: str = field(repr=False)


class LocalCard(CardFrame):
    """Asks who it is."""

    begin_requested = Signal(object)
    """A Beginning."""
    back_requested = Signal()
    typed = Signal()

    def __init__(self) -> None:
        """Empty fields."""
        super().__init__("localCard", _("Begin without a network"))
        why = _(
            "What you write down is stored encrypted on this computer. Once connected you check it and register it."
        )
        self.body.addWidget(wrapped(small(why)))
        self._name = self._line("localNameField", _("for instance 王建国"))
        self._grid = self._line("localGridField", _("in your own words, for instance 郑陆镇第12网格"))
        self._password, self._again = PasswordField("localPasswordField"), PasswordField("localPasswordAgainField")
        self._hint = wrapped(small(tone="amber"))
        for line in (self._password, self._again):
            line.returnPressed.connect(self._ask)
            line.hinted.connect(self._hint.setText)
        self.add_field(_("Name (person)"), self._name)
        self.add_field(_("Your grid (field)"), self._grid)
        words = _("A password of your own: at least {least} characters").format(least=SHORTEST_PASSWORD)
        self.add_field(words, self._password)
        self.add_field(_("Once more"), self._again)
        self.body.addWidget(self._hint)
        warning = _("Remember it well: before you are connected nobody else can open what you wrote down.")
        self.body.addWidget(wrapped(small(warning, tone="amber")))
        self._button = primary_button("localButton", _("Begin"), clicked=self._ask)
        self.add_button(self._button)
        self.add_back("localBackButton", self.back_requested.emit)

    @property
    def name(self) -> str:
        """What was typed."""
        return self._name.text().strip()

    @property
    def grid(self) -> str:
        """What was typed."""
        return self._grid.text().strip()

    def show_begun(self, name: str, grid: str) -> None:
        """What was typed before the program was closed."""
        if not self.name:
            self._name.setText(name)
        if not self.grid:
            self._grid.setText(grid)
        self._password.clear()
        self._again.clear()
        self.show_message("")
        self.show_busy(busy=False)

    def show_busy(self, *, busy: bool) -> None:
        """While the store is made."""
        self._button.setEnabled(not busy)

    def show_refused(self, text: str) -> None:
        """It did not work: say why, keep what was typed."""
        self.show_busy(busy=False)
        self.show_message(text)

    def focus(self) -> None:
        """To the first field that is empty."""
        lines = (self._name, self._grid, self._password)
        next((line for line in lines if not line.text().strip()), self._password).setFocus()

    def _ask(self) -> None:
        if not self._button.isEnabled():
            return
        if not (self.name and self.grid and self._password.text()):
            self.show_refused(_("Name, grid and password are all needed."))
            self.focus()
            return
        if self._password.text() != self._again.text():
            self.show_refused(_("The two are not the same. Type both once more."))
            self._password.setFocus()
            return
        self.show_message("")
        self.show_busy(busy=True)
        self.begin_requested.emit(Beginning(self.name, self.grid, self._password.text()))

    def _line(self, name: str, example: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setPlaceholderText(example)
        line.returnPressed.connect(self._ask)
        line.textEdited.connect(self.typed)
        return line
