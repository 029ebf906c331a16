"""申请验收: what the gate asks, line by line, the day of completion and what was done."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPlainTextEdit

from gui.findings.description_edit import DescriptionEdit
from gui.icons import Glyph
from gui.rectification.day_field import DayField
from gui.rectification.field_label import FieldLabel, field_label
from gui.rectification.gate_list import GateList
from gui.rectification.gate_words import Cure, GateLine, Mark, gate_lines, lacking
from gui.rectification.opener import Opener, Opening
from gui.rectification.step_dialog import StepDialog
from gui.texts import small, wrapped
from gui.theme import px
from models.errors import Refusal
from models.facts import AcceptanceApplied, Fact
from models.finding import Finding
from models.gates import Check, checklist
from models.next_step import next_step
from models.reuse import reused_by
from models.step_rules import COMPLETION
from models.store import Store
from models.workflow import BY_ACTION, Requirement
from resources.words import _, ngettext

_ROW = BY_ACTION["apply"]
_TEXT_HEIGHT = 84


class ApplyDialog(StepDialog):
    """The button is never grey: pressed too early it tells what is missing."""

    def __init__(self, opening: Opening[tuple[Check, ...]]) -> None:
        """Completed today; what was done comes from the last report."""
        super().__init__(opening.finding, _(_ROW.label), Glyph.CHECK, opening.window)
        self.setObjectName("applyDialog")
        self._fixed = gate_lines(opening.finding, opening.answer)
        self._gate = GateList()
        self._gate.cure_wanted.connect(self._on_cure)
        self._heading: FieldLabel = field_label(_("What the application needs"))
        self._day = DayField(opening.today)
        self._day.setObjectName("completedOn")
        self._day.allow_until(opening.today)
        self._text: QPlainTextEdit = DescriptionEdit()
        self._text.setObjectName("completionText")
        self._text.setFixedHeight(px(_TEXT_HEIGHT))
        self._build(opening.finding)
        self._text.textChanged.connect(self._on_changed)
        self._day.chosen.connect(self._on_changed)
        self._on_changed()
        self._text.setFocus()

    def _build(self, finding: Finding) -> None:
        self.fields.addLayout(self._heading)
        self.fields.addWidget(self._gate)
        # before the fields below, so that Tab reaches the cures first
        self._gate.show_lines(self.lines)
        self.fields.put("completed_on", _("Completed on"), self._day, required=True, origin=_("today"))
        reports = finding.rectification.reports if finding.rectification else ()
        origin = _("from the last report") if reports else ""
        self.fields.put("description", _("What was done"), self._text, required=True, origin=origin)
        if reports:
            self._text.setPlainText(reports[-1].fact.text)
        words = _("Any length will do here; for the closure it has to be {least} characters.")
        self._hint = wrapped(small(words.format(least=COMPLETION[0])))
        self.fields.addWidget(self._hint)

    def fact(self) -> Fact:
        """申请验收."""
        return AcceptanceApplied(self._day.day, self._text.toPlainText().strip())

    @Slot()
    def _on_changed(self, _day: object = None) -> None:
        self._gate.show_lines(self.lines)
        missing = lacking(self.lines)
        count = ngettext("{n} still missing", "{n} still missing", missing).format(n=missing)
        self._heading.show_origin("" if missing else _("nothing is missing"))
        verb = _("{verb} ({why})").format(verb=self.verb, why=count) if missing else f"{self.verb}  Ctrl+Enter"
        self.do_button.setText(verb)
        self._fit()

    @property
    def lines(self) -> tuple[GateLine, ...]:
        """The gate as it stands with what is typed."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[GateLine]:
        """What only this dialog says is looked at as it stands; all else cannot change while it is open."""
        checks = {check.requirement: check for check in checklist(self.finding.standing, _ROW, self.fact())}
        for line in self._fixed:
            if line.mark is not Mark.LATER:
                # another finding cannot be looked at from here: never a page under a dialog
                yield line if line.cure is None or line.cure.action else replace(line, cure=None)
            elif checks[line.requirement].gaps:
                yield GateLine(line.requirement, Mark.LACKING, super().say(checks[line.requirement].gaps[0]))
            else:
                yield GateLine(line.requirement, Mark.MET, self._said(line.requirement))

    def _said(self, requirement: Requirement) -> str:
        if requirement is Requirement.COMPLETION_TOLD:
            count = len(self._text.toPlainText().strip())
            return ngettext("{n} character on what was done", "{n} characters on what was done", count).format(n=count)
        return _("Completed on {day}, between signing and today").format(day=f"{self._day.day:%m-%d}")

    def say(self, refusal: Refusal) -> str:
        """The gate above names each gap, so one sentence points there."""
        if refusal.code in {requirement.value for requirement in _ROW.requires}:
            return _("Something is still missing: see the red lines above.")
        return super().say(refusal)

    def _on_cure(self, cure: Cure) -> None:
        self.other_wanted.emit(cure.action, dict(cure.hints))


def _gate(store: Store, finding: Finding) -> tuple[Check, ...]:
    return next_step(finding, store.person, store.findings.today, reused_by(store.database, finding)).checks


OPENER: Opener[tuple[Check, ...]] = Opener(ApplyDialog, _gate)
