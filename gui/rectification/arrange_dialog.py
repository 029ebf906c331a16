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
        self.fields.put("planned_on", _("Planned for"), _Planned(self._fixed, self._day))
        self.fields.put("note", _("Note"), self._note)
        self._day.setAccessibleName(_("Planned for"))
        self._fixed.toggled.connect(self._on_fixed)
        self.do_button.setFocus()

    def fact(self) -> Fact:
        """受理验收."""
        return AcceptanceArranged(self._day.day if self._fixed.isChecked() else None, self._note.text().strip())

    def _on_fixed(self, is_fixed: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self._day.setVisible(is_fixed)


class _Planned(QWidget):
    """A box and, once it is ticked, the day."""

    def __init__(self, fixed: QCheckBox, day: DayField) -> None:
        super().__init__()
        self._fixed, self._day = fixed, day
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        row.addWidget(fixed)
        row.addWidget(day, 1)
        self.setMinimumHeight(px(FIELD_HEIGHT) + 4)

    def kept_text(self) -> str:
        """The day, where it is fixed."""
        return self._day.kept_text() if self._fixed.isChecked() else ""

    def take_back(self, text: str) -> None:
        """As it was."""
        self._fixed.setChecked(bool(text))
        self._day.take_back(text)


OPENER = simple(lambda opening: ArrangeDialog(opening.finding, opening.today, opening.window))
