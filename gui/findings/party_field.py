"""Field 6, 责任主体: found in the register by name or pinyin initials, written in freely, or 待查明."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from gui.findings.field import Field
from gui.findings.form_values import FormField, FormValues
from models.reference import Enterprise
from models.vocabulary import PartyKind
from resources.words import _

_PAUSE_MS = 150


class PartyField(Field):
    """One line; what is in the register is proposed below it."""

    search_wanted = Signal(str)
    """Ask the register for this text; answer with `propose`."""

    def __init__(self) -> None:
        """A name that is not in the register is a new party by name only."""
        super().__init__(FormField.PARTY, _("Responsible party"), number=6)
        self.show_hint(_("from the register, or type a new name"))
        self._found: dict[str, Enterprise] = {}
        self._text = QLineEdit()
        self._text.setObjectName("partyEdit")
        self._text.setAccessibleName(self.title)
        self._text.setPlaceholderText(_("To be found out, if nobody is known yet"))
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        # the register has matched already, by pinyin too: show what it found, all of it
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._on_picked)
        self._text.setCompleter(self._completer)
        self._text.textEdited.connect(self._on_edited)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.put(self._text)

    def propose(self, found: Sequence[Enterprise]) -> None:
        """Show what the register has for the text."""
        self._found = {enterprise.name: enterprise for enterprise in found}
        self._names.setStringList(list(self._found))
        if found and self._text.hasFocus() and self._text.text():
            self._completer.complete()

    def show_values(self, values: FormValues) -> None:
        """Show the name."""
        if self._text.text() != values.party_name:
            self._text.setText(values.party_name)

    def controls(self) -> tuple[QWidget, ...]:
        """The line."""
        return (self._text,)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        known = self._found.get(text)
        self._emit(text, known)
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        self.search_wanted.emit(self._text.text().strip())

    @Slot(str)
    def _on_picked(self, name: str) -> None:
        self._pause.stop()
        self._emit(name, self._found.get(name))
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _emit(self, name: str, known: Enterprise | None) -> None:
        kind = PartyKind.ENTERPRISE if known else PartyKind.UNKNOWN
        self.edited.emit(
            self.field, {"party_name": name, "party_kind": kind, "party_uscc": known.uscc if known else ""}
        )
