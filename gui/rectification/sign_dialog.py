"""签收: the unit has it, and somebody sees to it; one key where nothing differs."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from gui.icons import Glyph
from gui.rectification.day_field import DayField
from gui.rectification.opener import simple
from gui.rectification.step_dialog import StepDialog
from models.facts import Fact, SignedFor
from models.finding import Finding
from models.step_rules import NAME
from resources.words import _


class SignDialog(StepDialog):
    """Person, day."""

    def __init__(self, finding: Finding, today: date, parent: QWidget) -> None:
        """The person of the 交办, today."""
        super().__init__(finding, _("Sign for it"), Glyph.CHECK, parent)
        self.setObjectName("signDialog")
        task = finding.rectification
        self._person = QLineEdit(task.order.person if task else "")
        self._person.setObjectName("signPerson")
        self._person.setMaxLength(NAME[1])
        self._day = DayField(today)
        self._day.setObjectName("signDay")
        origin = _("as dispatched") if self._person.text() else ""
        self.fields.put("person", _("Responsible person"), self._person, required=True, origin=origin)
        self.fields.put("signed_on", _("Day of signing"), self._day, origin=_("today"))
        self.do_button.setFocus()

    def fact(self) -> Fact:
        """签收."""
        return SignedFor(self._person.text().strip(), self._day.day)


OPENER = simple(lambda opening: SignDialog(opening.finding, opening.today, opening.window))
