"""整改措施 of a 交办: a table whose lines are written in place; the last day of each follows the deadline."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gui.buttons import link_button
from gui.day_words import short_day
from gui.icons import Glyph
from gui.rectification.measure_row import MeasureRow
from gui.rectification.pick_choices import Choice
from gui.rectification.pick_line import PickLine
from gui.texts import small
from gui.theme import SPACE_S
from models.codec import from_plain, to_plain
from models.errors import Malformed
from models.facts import Measure
from models.step_rules import MOST_MEASURES
from resources.words import _


class MeasuresEdit(QFrame):
    """`grown` tells that it needs another height; `added` gives the lines that are new."""

    changed = Signal()
    grown = Signal()
    added = Signal(object)

    def __init__(self, contents: Iterable[str], deadline: date, units: Sequence[Choice], today: date) -> None:
        """One line each, all until the deadline."""
        super().__init__()
        self.setObjectName("measuresEdit")
        self._deadline, self._units, self._today = deadline, tuple(units), today
        self._unit_name = ""
        self._rows: list[MeasureRow] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(SPACE_S)
        self._grid.setColumnStretch(1, 1)
        self._add_button = link_button("addMeasure", _("Add a measure"), glyph=Glyph.ADD, clicked=self._on_add)
        self._latest = small()
        self._latest.setObjectName("latestMeasure")
        foot = QHBoxLayout()
        foot.addWidget(self._add_button)
        foot.addStretch(1)
        foot.addWidget(self._latest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addLayout(self._grid)
        column.addLayout(foot)
        self._show([(Measure(content, deadline), True) for content in contents])

    def measures(self) -> tuple[Measure, ...]:
        """The lines, without those in which nothing is written."""
        return tuple(row.measure() for row in self._rows if row.content.text().strip())

    def unknown_unit(self) -> str:
        """A unit that somebody wrote and the register does not have; empty where all is well."""
        units = (row.unit for row in self._rows)
        return next((line.text().strip() for line in units if line.text().strip() and line.value is None), "")

    def texts(self) -> tuple[QLineEdit, ...]:
        """All lines that can be composed in."""
        return tuple(text for row in self._rows for text in (row.content, row.unit, row.person))

    def follow(self, deadline: date) -> None:
        """The deadline is another one."""
        self._deadline = deadline
        for row in self._rows:
            row.follow(deadline)
        self._say_latest()

    def name_unit(self, name: str) -> None:
        """What an empty unit stands for."""
        self._unit_name = name
        for row in self._rows:
            row.unit.setPlaceholderText(name or _("the responsible unit"))
            row.unit.setToolTip(row.unit.text() or name)

    def show_measures(self, measures: Iterable[Measure]) -> None:
        """Show these instead; their days are somebody's own."""
        self._show([(measure, False) for measure in measures])

    def kept_text(self) -> str:
        """All lines, and which of their days are defaults."""
        lines = [[to_plain(row.measure()), row.moves] for row in self._rows if row.content.text().strip()]
        return json.dumps(lines, ensure_ascii=False)

    def take_back(self, text: str) -> None:
        """The lines that were kept."""
        try:
            self._show([(from_plain(Measure, plain), bool(moves)) for plain, moves in json.loads(text)])
        except (ValueError, TypeError, Malformed):
            return
        self.follow(self._deadline)

    def _show(self, lines: Sequence[tuple[Measure, bool]]) -> None:
        for old in self._rows:
            old.clear_away()
        self._rows = []
        while self._grid.takeAt(0) is not None:
            pass
        titles = ("", _("Content"), _("Responsible unit"), _("Responsible person"), _("Due day"))
        for column, title in enumerate(titles):
            self._grid.addWidget(small(title), 0, column)
        for measure, moves in lines:
            self._append(measure, moves=moves)
        self._settle()

    def _append(self, measure: Measure, *, moves: bool) -> MeasureRow:
        line = PickLine()
        line.offer(self._units)
        line.choose(measure.unit)
        row = MeasureRow(len(self._rows) + 1, measure, line, self)
        row.moves = moves
        row.changed.connect(self._on_changed)
        row.removed.connect(self._on_removed)
        self._rows.append(row)
        row.place(self._grid, len(self._rows))
        return row

    def _settle(self) -> None:
        """After lines came or went."""
        self.name_unit(self._unit_name)
        self._add_button.setEnabled(len(self._rows) < MOST_MEASURES)
        self.setFocusProxy(self._rows[0].content if self._rows else self._add_button)
        self._order_stops()
        self._say_latest()
        self.added.emit(self.texts())
        self.grown.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """The order of Tab holds within one window only, so it is made again in the dialog."""
        super().showEvent(event)
        self._order_stops()

    def _order_stops(self) -> None:
        stops = [
            control
            for row in self._rows
            for control in (row.content, row.unit, row.person, row.due.focusProxy(), row.remove)
            if control is not None
        ]
        for before, after in pairwise((*stops, self._add_button)):
            QWidget.setTabOrder(before, after)

    def _say_latest(self) -> None:
        late = any(row.due.day > self._deadline for row in self._rows)
        words = _("The last one must not be later than {day}")
        self._latest.setText(words.format(day=short_day(self._deadline, self._today)))
        self._latest.setStyleSheet("font-weight: 700;" if late else "")

    def _on_add(self) -> None:
        self._append(Measure("", self._deadline), moves=True).content.setFocus()
        self._settle()
        self.changed.emit()

    def _on_removed(self, gone: MeasureRow) -> None:
        lines = [(row.measure(), row.moves) for row in self._rows if row is not gone]
        self._show(lines)
        (self._rows[0].content if self._rows else self._add_button).setFocus()
        self.changed.emit()

    def _on_changed(self) -> None:
        self._say_latest()
        self.changed.emit()
