"""整改: goal, measures, progress by month, how acceptance went, and the public notice."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.case_file.detail import Detail, may
from gui.case_file.measures_table import MeasuresTable
from gui.case_file.months import Month, months_of
from gui.case_file.rectifying_words import fact_lines, rectifying_words
from gui.case_file.titled import Titled
from gui.findings.clearing import empty
from gui.labels import word
from gui.names import Names
from gui.rectification.period import month
from gui.texts import plain, strong, wrapped
from gui.theme import SPACE_L
from models.clock import day_of
from models.rectification import Rectification
from resources.words import _


class RectificationTab(QWidget):
    """Built anew when the finding is different."""

    settle_wanted = Signal(int)

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("rectificationTab")
        self._filled: tuple[object, ...] = ()
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE_L)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._column)
        outer.addStretch(1)

    def show_detail(self, detail: Detail, names: Names, today: date) -> None:
        """Show the rectification of this finding."""
        task = detail.finding.rectification
        filled = (detail.finding.id, task, detail.finding.state, may(detail, "settle_measure"), names, today)
        if filled == self._filled:
            return  # what is the same keeps the focus
        self._filled = filled
        empty(self._column)
        if task is None:
            words = _("Not dispatched yet. Goal, measures and deadline come with the dispatch.")
            self._column.addWidget(wrapped(plain(words, tone="sub")))
            return
        for part in (
            _goal(task),
            self._measures(detail, task, today),
            _progress(months_of(detail.finding, today), names),
            _acceptance(task, names),
            _closure(task),
        ):
            if part is not None:
                self._column.addWidget(part)

    def _measures(self, detail: Detail, task: Rectification, today: date) -> QWidget:
        total, open_ones = len(task.order.measures), len(task.open_measures())
        remark = _("{done} of {all} settled").format(done=total - open_ones, all=total)
        part = Titled(_("Rectification measures"), remark)
        table = MeasuresTable()
        table.settle_wanted.connect(self.settle_wanted)
        table.show_measures(task, today, may_settle=may(detail, "settle_measure"))
        part.rows.addWidget(table)
        return part


def _goal(task: Rectification) -> QWidget:
    order = task.order
    span = _("{kind}, {first} to {last}").format(
        kind=word(order.kind), first=f"{order.dispatched_on:%Y-%m-%d}", last=f"{order.deadline:%Y-%m-%d}"
    )
    part = Titled(_("Rectification goal"), span)
    part.rows.addWidget(wrapped(plain(order.goal)))
    if order.note:
        part.rows.addWidget(wrapped(plain(order.note, tone="sub")))
    return part


def _progress(months: tuple[Month, ...], names: Names) -> QWidget:
    part = Titled(_("Progress by month"))
    for each in months:
        part.rows.addWidget(_month(each, names))
    return part


def _month(each: Month, names: Names) -> QLabel:
    if each.report is not None:
        head = _("{month} {name}").format(month=month(each.period), name=names.person(each.report.author))
        return wrapped(plain(f"{head}  {rectifying_words(each.report.fact)}"))
    if each.missing:
        return strong(_("{month} was not reported").format(month=month(each.period)), tone="red")
    return plain(_("{month} is not reported yet").format(month=month(each.period)), tone="sub")


def _acceptance(task: Rectification, names: Names) -> QWidget | None:
    steps = [*task.refused, *(said for said in (task.application, task.arranged, task.acceptance) if said)]
    if not steps:
        return None
    part = Titled(_("Acceptance"))
    for said in sorted(steps, key=lambda one: one.at):
        head = _("{day} {name}").format(day=f"{day_of(said.at):%m-%d}", name=names.person(said.author))
        part.rows.addWidget(wrapped(plain(f"{head}  {fact_lines(said.fact)}")))
    return part


def _closure(task: Rectification) -> QWidget | None:
    steps = [said for said in (task.returned, task.submission, task.notice, task.closure) if said]
    if not steps:
        return None
    part = Titled(_("Closure and public notice"))
    for said in steps:
        part.rows.addWidget(wrapped(plain(f"{day_of(said.at):%m-%d}  {fact_lines(said.fact)}")))
        if said is task.notice:
            part.rows.addWidget(wrapped(plain(task.notice.fact.text, tone="sub")))
    return part
