"""The measures of a 交办: what, which unit, who, by when, how it stands, and the button that settles an open one."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.buttons import plain_button
from gui.findings.clearing import empty
from gui.texts import plain, small, wrapped
from gui.theme import SPACE, SPACE_M
from models.facts import Measure
from models.rectification import Rectification
from resources.words import N_, _

_HEADERS = (
    N_("Measure (column)"),
    N_("Unit (measure)"),
    N_("Person (measure)"),
    N_("By when"),
    N_("How it stands (column)"),
)


class MeasuresTable(QWidget):
    """Few rows with long words: a grid of labels that break, not a table that cuts."""

    settle_wanted = Signal(int)
    """The measure's number, from 1."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("measuresTable")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_M)
        self._grid.setVerticalSpacing(SPACE)
        for column, stretch in enumerate((5, 3, 0, 0, 3, 0)):
            self._grid.setColumnStretch(column, stretch)

    def show_measures(self, task: Rectification, today: date, *, may_settle: bool) -> None:
        """Show the measures of this rectification."""
        empty(self._grid)
        for column, title in enumerate(_HEADERS):
            self._grid.addWidget(small(_(title)), 0, column)
        for number, measure in enumerate(task.order.measures, start=1):
            self._add(task, number, measure, today)
            if may_settle and number in dict(task.open_measures()):
                settle = partial(self.settle_wanted.emit, number)
                button = plain_button(f"settleMeasure{number}", _("Done / explain"), clicked=settle)
                button.setAccessibleName(_("Measure {n}: done or explain").format(n=number))
                self._grid.addWidget(button, number, len(_HEADERS), Qt.AlignmentFlag.AlignTop)

    def _add(self, task: Rectification, number: int, measure: Measure, today: date) -> None:
        unit = measure.unit or task.order.unit
        cells: Sequence[QLabel] = (
            wrapped(plain(f"{number}. {measure.content}")),
            wrapped(plain(unit.name)),
            plain(measure.person or task.order.person),
            plain(f"{measure.due:%m-%d}"),
            _standing(task, number, measure, today),
        )
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, number, column, Qt.AlignmentFlag.AlignTop)


def _standing(task: Rectification, number: int, measure: Measure, today: date) -> QLabel:
    said = task.settlement(number)
    if said is not None and said.fact.done_on:
        words = _("done {day}").format(day=f"{said.fact.done_on:%m-%d}")
        return wrapped(plain("，".join(part for part in (words, said.fact.note) if part), tone="green"))
    if said is not None and said.fact.note:
        return wrapped(plain(_("explained: {note}").format(note=said.fact.note)))
    late = today > measure.due
    return plain(_("not done, late") if late else _("not done"), tone="red" if late else "sub")
