"""填报进展: what was done in a month, whether it keeps to the schedule, what is next; measures done with it."""

import unicodedata

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from gui.buttons import link_button
from gui.findings.description_edit import DescriptionEdit
from gui.findings.segments import Segments
from gui.icons import Glyph
from gui.labels import word
from gui.rectification.evidence_field import EvidenceField
from gui.rectification.measure_ticks import MeasureTicks
from gui.rectification.opener import Opening, simple
from gui.rectification.period import default_period, is_reported, last_month, month, this_month
from gui.rectification.photo_dialog import PhotoDialog
from gui.texts import plain, small, wrapped
from gui.theme import px
from models.facts import Fact, Measure, MeasureSettled, ProgressReported
from models.finding import Finding
from models.people import Person
from models.rectification import Rectification
from models.standing import offers
from models.step_rules import PROGRESS
from models.vocabulary import PhotoKind, Schedule
from models.workflow import BY_ACTION
from resources.words import _, ngettext

_ROW = BY_ACTION["report_progress"]
_TEXT_HEIGHT, _LINE_HEIGHT = 84, 56


class ProgressDialog(PhotoDialog):
    """The month is one of two; what is ticked among the measures is recorded with the report."""

    def __init__(self, opening: Opening[None]) -> None:
        """For the month that is waited for."""
        super().__init__(opening.finding, _(_ROW.label), Glyph.EDIT, opening.window)
        self.setObjectName("progressDialog")
        task = opening.finding.rectification
        assert task is not None, "the workflow offers reports after 交办 only"
        self._task: Rectification = task
        self._today = opening.today
        self._last = task.reports[-1].fact.text if task.reports else ""
        self._period = self._build_period()
        self._text = _text("progressText", px(_TEXT_HEIGHT))
        self._schedule = Segments((each, word(each)) for each in Schedule)
        self._schedule.setObjectName("schedule")
        self._problems, self._next = _text("problems", px(_LINE_HEIGHT)), _text("nextSteps", px(_LINE_HEIGHT))
        self._percent = QLineEdit()
        self._percent.setObjectName("percent")
        self._percent.setMaxLength(3)
        self._percent.setPlaceholderText("0–100")
        self._ticks = MeasureTicks(_may_settle(opening.finding, opening.bridge.person, task))
        self._evidence = EvidenceField(opening.finding, opening.bridge, opening.pictures, kind=PhotoKind.DURING)
        self._late, self._count = wrapped(plain(tone="amber")), small()
        self._late.setObjectName("periodNote")
        self._build()
        self.serve(self._evidence.photos)
        self._text.textChanged.connect(self._on_text)
        self._on_text()
        self._on_period()
        self._text.setFocus()

    def _build_period(self) -> Segments:
        months = (this_month(self._today), last_month(self._today))
        words = (_("{n} (this month)"), _("{n} (last month)"))
        period = Segments((each, text.format(n=month(each))) for each, text in zip(months, words, strict=True))
        period.setObjectName("period")
        period.choose(default_period(self._task, self._today))
        period.chosen.connect(self._on_period)
        return period

    def _build(self) -> None:
        put = self.fields.put
        put("period", _("Month reported on"), self._period, required=True)
        self.fields.addWidget(self._late)
        label = put("text", _("Progress"), self._text, required=True)
        label.addWidget(self._count)
        if self._last:
            label.addWidget(link_button("takeLastButton", _("Take the last report's"), clicked=self._on_take_last))
        put("schedule", _("On schedule?"), self._schedule, required=True)
        if self._ticks.numbers:
            put("measures", _("Measures done with it"), self._ticks)
        left, right = self.fields.columns()
        left.put("problems", _("Problems"), self._problems)
        right.put("next_steps", _("Next steps"), self._next)
        put("percent", _("Percent done"), self._percent)
        put("photos", _("Photos"), self._evidence)

    def facts(self) -> tuple[Fact, ...]:
        """The report, and the measures that are done with it."""
        done = (MeasureSettled(number, self._today) for number in self._ticks.ticked)
        return (self.fact(), *done)

    def fact(self) -> Fact:
        """填报进展."""
        return ProgressReported(
            period=self._period.value,
            text=self._text.toPlainText().strip(),
            schedule=self._schedule.value,
            problems=self._problems.toPlainText().strip(),
            next_steps=self._next.toPlainText().strip(),
            percent=_number(self._percent.text()),
            photos=self._evidence.photos.photos,
        )

    @Slot()
    def _on_text(self) -> None:
        text = self._text.toPlainText().strip()
        count = ngettext("{n} character", "{n} characters", len(text)).format(n=len(text))
        if self._last and text == self._last.strip():
            count = _("{count} · the same as last time").format(count=count)
        elif len(text) < PROGRESS[0]:
            count = _("{count}, at least {least}").format(count=count, least=PROGRESS[0])
        self._count.setText(count)

    @Slot()
    def _on_period(self, _period: object = None) -> None:
        period, notes = self._period.value, []
        if period != this_month(self._today):
            notes.append(_("{month} is over; it will be marked as reported late.").format(month=month(period)))
        if is_reported(self._task, period):
            notes.append(_("{month} has a report already; this one corrects it.").format(month=month(period)))
        self._late.setText("\n".join(notes))
        self._late.setVisible(bool(notes))
        self.refit()

    def _on_take_last(self) -> None:
        self._text.setPlainText(self._last)
        self._text.setFocus()


def _may_settle(finding: Finding, person: Person, task: Rectification) -> tuple[tuple[int, Measure], ...]:
    """The bureau may report, but the unit alone says what it has done."""
    may = any(row.fact is MeasureSettled for row in offers(finding.standing, person))
    return task.open_measures() if may else ()


def _text(name: str, height: int) -> QPlainTextEdit:
    edit = DescriptionEdit()
    edit.setObjectName(name)
    edit.setFixedHeight(height)
    return edit


def _number(text: str) -> int | None:
    """Full-width digits count, too; what is no number is told as wrong."""
    plain_text = unicodedata.normalize("NFKC", text).strip().removesuffix("%")
    if not plain_text:
        return None
    return int(plain_text) if plain_text.isdecimal() else -1


OPENER = simple(ProgressDialog)
