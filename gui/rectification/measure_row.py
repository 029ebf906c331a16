"""One line of 整改措施: what is done, by whom, until when."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit

from gui.buttons import icon_button
from gui.icons import Glyph
from gui.rectification.day_field import DayField
from gui.rectification.pick_line import PickLine
from gui.texts import small
from gui.theme import px
from models.facts import Measure
from models.step_rules import MEASURE
from resources.words import _

UNIT_WIDTH, PERSON_WIDTH = 128, 64


class MeasureRow(QObject):
    """Its widgets stand in the grid of the table."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, number: int, measure: Measure, unit: PickLine, parent: QObject) -> None:
        """`unit` is a line with its choices; empty means the responsible unit."""
        super().__init__(parent)
        self.moves = True
        """Whether the day is still the default, so that it moves with the deadline."""
        self.number = small(str(number))
        self.content = QLineEdit(measure.content)
        self.content.setMaxLength(MEASURE[1])
        self.content.setCursorPosition(0)
        self.content.setToolTip(measure.content)
        self.unit = unit
        self.unit.setFixedWidth(px(UNIT_WIDTH))
        self.person = QLineEdit(measure.person)
        self.person.setMaxLength(60)
        self.person.setFixedWidth(px(PERSON_WIDTH))
        self.due = DayField(measure.due, compact=True)
        self.remove = icon_button(
            f"measureRemove_{number}",
            _("Remove measure {n}").format(n=number),
            glyph=Glyph.CLOSE,
            clicked=self._on_remove,
        )
        self._name(number)
        self.content.textEdited.connect(lambda _text: self.changed.emit())
        self.due.chosen.connect(self._on_due)

    def _name(self, number: int) -> None:
        titles = (
            (self.content, "Content", _("Measure {n}: content")),
            (self.unit, "Unit", _("Measure {n}: unit")),
            (self.person, "Person", _("Measure {n}: person")),
            (self.due, "Due", _("Measure {n}: due day")),
        )
        for control, name, title in titles:
            control.setObjectName(f"measure{name}_{number}")
            control.setAccessibleName(title.format(n=number))

    def place(self, grid: QGridLayout, row: int) -> None:
        """Into the table."""
        for column, control in enumerate((self.number, self.content, self.unit, self.person, self.due, self.remove)):
            grid.addWidget(control, row, column)

    def measure(self) -> Measure:
        """As it stands."""
        return Measure(self.content.text().strip(), self.due.day, self.unit.value, self.person.text().strip())

    def follow(self, deadline: date) -> None:
        """The deadline is another one: a day that was its default goes with it."""
        if self.moves:
            self.due.show_day(deadline)

    def clear_away(self) -> None:
        """Take the widgets out of the table."""
        for control in (self.number, self.content, self.unit, self.person, self.due, self.remove):
            control.hide()
            control.deleteLater()
        self.deleteLater()

    def _on_due(self, _day: date) -> None:
        self.moves = False
        self.changed.emit()

    def _on_remove(self) -> None:
        self.removed.emit(self)
