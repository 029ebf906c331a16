"""受理验收: somebody will look at it on the spot, on a day that may be fixed already."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from gui.icons import Glyph
from gui.rectification.day_field import DayField
from gui.rectification.opener import simple
from gui.rectification.step_dialog import StepDialog
from gui.theme import FIELD_HEIGHT, SPACE_M, px
from models.facts import AcceptanceArranged, Fact
from models.finding import Finding
from resources.words import _


class ArrangeDialog(StepDialog):
    """Planned day, note; both may stay open."""

    def __init__(self, finding: Finding, today: date, parent: QWidget) -> None:
        """No day yet."""
        super().__init__(finding, _("Take up acceptance"), Glyph.CHECK, parent)
        self.setObjectName("arrangeDialog")
        self._fixed = QCheckBox(_("The day of the visit is fixed"))
        self._fixed.setObjectName("arrangeFixed")
        self._day = DayField(today)
        self._day.setObjectName("arrangeDay")
        self._day.allow_from(today)
        self._day.hide()
        self._note = QLineEdit()
        self._note.setObjectName("arrangeNote")
        self._note.setMaxLength(500)
        self._note.setPlaceholderText(_("optional, e.g. who goes along"))
        planned = QWidget()
        row = QHBoxLayout(planned)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        row.addWidget(self._fixed)
        row.addWidget(self._day, 1)
        planned.setMinimumHeight(px(FIELD_HEIGHT) + 4)
        self.fields.put("planned_on", _("Planned for"), planned)
        self.fields.put("note", _("Note"), self._note)
        self._day.setAccessibleName(_("Planned for"))
        self._fixed.toggled.connect(self._on_fixed)
        self.do_button.setFocus()

    def fact(self) -> Fact:
        """受理验收."""
        return AcceptanceArranged(self._day.day if self._fixed.isChecked() else None, self._note.text().strip())

    def _on_fixed(self, is_fixed: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self._day.setVisible(is_fixed)


OPENER = simple(lambda opening: ArrangeDialog(opening.finding, opening.today, opening.window))
