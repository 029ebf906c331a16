"""Field 7, 数量或面积: a number and its unit, which the type proposes."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.findings.field import Field
from gui.findings.form_values import FormField, FormValues
from gui.findings.quiet_combo import QuietCombo
from models.vocabulary import QuantityUnit
from resources.words import _


class QuantityField(Field):
    """May stay empty."""

    def __init__(self) -> None:
        """A line and a combo box."""
        super().__init__(FormField.QUANTITY, _("Quantity or area"), number=7)
        self.show_hint(_("optional"))
        self._amount = QLineEdit()
        self._amount.setObjectName("amountEdit")
        self._amount.setAccessibleName(self.title)
        self._amount.setMaxLength(16)
        self._amount.textEdited.connect(self._on_amount)
        self._unit = QuietCombo((member, _(member.label)) for member in QuantityUnit)
        self._unit.setObjectName("unitCombo")
        self._unit.setAccessibleName(_("Unit"))
        self._unit.setMinimumWidth(96)
        self._unit.chosen.connect(self._on_unit)
        self.put_row(self._amount, self._unit)

    def show_values(self, values: FormValues) -> None:
        """Show number and unit."""
        if self._amount.text() != values.amount:
            self._amount.setText(values.amount)
        self._unit.choose(values.unit)

    def controls(self) -> tuple[QWidget, ...]:
        """Number, then unit."""
        return (self._amount, self._unit)

    @Slot(str)
    def _on_amount(self, text: str) -> None:
        self.edited.emit(self.field, {"amount": text, "unit": self._unit.value})

    @Slot(object)
    def _on_unit(self, unit: QuantityUnit) -> None:
        self.edited.emit(self.field, {"unit": unit})
