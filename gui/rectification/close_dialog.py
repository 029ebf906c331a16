"""销号: the notice is over and nobody objects; hard to take back."""

from datetime import date
from enum import Enum

from PySide6.QtWidgets import QLineEdit, QWidget

from gui.day_words import short_day
from gui.findings.segments import Segments
from gui.icons import Glyph
from gui.rectification.day_field import DayField
from gui.rectification.opener import simple
from gui.rectification.step_dialog import StepDialog
from gui.texts import plain, wrapped
from models.errors import Refusal
from models.facts import Closed, Fact
from models.finding import Finding
from resources.words import _, ngettext


class _Objections(Enum):
    UNASKED = "unasked"
    NONE = "none"
    SOME = "some"


class CloseDialog(StepDialog):
    """Until when the notice ran, objections, day, note."""

    def __init__(self, finding: Finding, today: date, parent: QWidget) -> None:
        """Nobody has said yet whether somebody objects."""
        super().__init__(finding, _("Close"), Glyph.VERIFIED, parent, cautious=True)
        self.setObjectName("closeDialog")
        self._objections = Segments(
            (
                (_Objections.UNASKED, _("Not looked at yet")),
                (_Objections.NONE, _("None (objections)")),
                (_Objections.SOME, _("Some (objections)")),
            )
        )
        self._objections.setObjectName("closeObjections")
        self._hint = wrapped(plain(tone="amber"))
        self._hint.setObjectName("closeHint")
        self._day = DayField(today)
        self._day.setObjectName("closeDay")
        self._note = QLineEdit()
        self._note.setObjectName("closeNote")
        self._note.setMaxLength(500)
        words, tone = _notice(finding, today)
        self.fields.addWidget(wrapped(plain(words, tone=tone)))
        self.fields.put("objections", _("Objections during the notice"), self._objections, required=True)
        self.fields.addWidget(self._hint)
        self._hint.hide()
        self.fields.put("closed_on", _("Closed on"), self._day, required=True, origin=_("today"))
        self.fields.put("note", _("Note"), self._note)
        self._objections.chosen.connect(self._on_objections)

    def fact(self) -> Fact:
        """销号."""
        return Closed(self._day.day, self._note.text().strip())

    def decide(self) -> None:
        """Only who has looked for objections and found none may close."""
        answer = self._objections.value
        if answer is _Objections.NONE:
            super().decide()
        else:
            self.show_refusals([Refusal(f"objections_{answer.value}", {"field": "objections"})])

    def say(self, refusal: Refusal) -> str:
        """Objections are the dialog's own question."""
        if refusal.code == "objections_unasked":
            return _("Look whether somebody objected during the notice, then choose.")
        return _what_to_do() if refusal.code == "objections_some" else super().say(refusal)

    def _on_objections(self, answer: _Objections) -> None:
        self._hint.setText(_what_to_do())
        self._hint.setVisible(answer is _Objections.SOME)
        self.show_refusals(())


def _notice(finding: Finding, today: date) -> tuple[str, str]:
    said = finding.rectification.notice if finding.rectification else None
    if said is None:
        return "", ""
    last = said.fact.last_day
    days = (last - today).days + 1
    if days > 0:
        words = ngettext(
            "The notice runs until {last}, {n} more day.", "The notice runs until {last}, {n} more days.", days
        )
        return words.format(last=short_day(last, today), n=days), "amber"
    words = _("The notice ran from {first} to {last}: {where}")
    first = short_day(said.fact.first_day, today)
    return words.format(first=first, last=short_day(last, today), where=said.fact.where), "sub"


def _what_to_do() -> str:
    return _(
        "With an objection open it cannot be closed. Look into it first; once it is settled, write how in the note "
        "and choose “none”."
    )


OPENER = simple(lambda opening: CloseDialog(opening.finding, opening.today, opening.window))
