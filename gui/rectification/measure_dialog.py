"""完成措施: one measure is done since a day, or a sentence says why it is not needed any more."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPlainTextEdit

from gui.findings.description_edit import DescriptionEdit
from gui.findings.quiet_combo import QuietCombo
from gui.findings.segments import Segments
from gui.icons import Glyph
from gui.rectification.day_field import DayField
from gui.rectification.opener import Opening, simple
from gui.rectification.step_dialog import StepDialog
from gui.theme import px
from models.facts import Fact, MeasureSettled
from models.workflow import BY_ACTION
from resources.words import _

_ROW = BY_ACTION["settle_measure"]
_NOTE_HEIGHT = 64


class MeasureDialog(StepDialog):
    """Begins with the measure that was asked for, else with the first open one."""

    def __init__(self, opening: Opening[None]) -> None:
        """The hint `measure` is its number, 1 for the first."""
        super().__init__(opening.finding, _(_ROW.label), Glyph.CHECK, opening.window)
        self.setObjectName("measureDialog")
        task = opening.finding.rectification
        assert task is not None, "the workflow offers measures after 交办 only"
        words = _("{number}. {content}")
        numbered = enumerate(task.order.measures, start=1)
        self._measure = QuietCombo((n, words.format(number=n, content=one.content)) for n, one in numbered)
        self._measure.setObjectName("measure")
        still_open = [number for number, _measure in task.open_measures()]
        self._measure.choose(opening.hints.get("measure") or next(iter(still_open), 1))
        self._how = Segments([(True, _("Done")), (False, _("Not needed any more"))])
        self._how.setObjectName("settledHow")
        self._day = DayField(opening.today)
        self._day.allow_until(opening.today)
        self._day.setObjectName("doneOn")
        self._note: QPlainTextEdit = DescriptionEdit()
        self._note.setObjectName("measureNote")
        self._note.setFixedHeight(px(_NOTE_HEIGHT))
        self._build()
        self._how.chosen.connect(self._on_how)
        self._on_how()
        self._how.focus_target().setFocus()

    def _build(self) -> None:
        self.fields.put("measure", _("Measure"), self._measure, required=True)
        self.fields.put("how", _("How it stands"), self._how, required=True)
        self.fields.put("done_on", _("Done on"), self._day, required=True, origin=_("today"))
        self.fields.put("note", _("Note"), self._note)

    @Slot()
    def _on_how(self, _how: object = None) -> None:
        done = self._how.value
        self._day.setEnabled(done)
        words = _("optional, e.g. 1,200 m² of net") if done else _("why it is not needed, e.g. paved instead")
        self._note.setPlaceholderText(words)

    def fact(self) -> Fact:
        """完成措施 or its explanation."""
        done = self._day.day if self._how.value else None
        return MeasureSettled(self._measure.value, done, self._note.toPlainText().strip())


OPENER = simple(MeasureDialog)
