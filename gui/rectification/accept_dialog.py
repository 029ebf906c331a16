"""验收: what two saw on the spot, held against the five standards; passed, not passed, or more material is needed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit

from gui.findings.description_edit import DescriptionEdit
from gui.findings.segments import Segments
from gui.icons import Glyph
from gui.labels import word
from gui.rectification.day_field import DayField
from gui.rectification.opener import Opener, Opening
from gui.rectification.photo_dialog import PhotoDialog
from gui.rectification.photo_field import PhotoField
from gui.rectification.pick_choices import Choice
from gui.rectification.standards_field import StandardsField
from gui.rectification.step_dialog import WIDE
from gui.rectification.verifiers_field import VerifiersField
from gui.texts import required as required_word
from gui.theme import px
from models.errors import Refusal
from models.facts import AcceptancePassed, AcceptanceRefused, Fact, Photo
from models.finding import Finding
from models.people import Role
from models.rules import faults
from models.store import Store
from models.vocabulary import Conclusion, PhotoKind
from resources.words import N_, _

_TEXT_HEIGHT = 64
_VERIFY = frozenset({Role.STATION, Role.BUREAU, Role.GRID_HEAD, Role.INSPECTOR})
_SURE = "not_passed_sure"


class Verdict(Enum):
    """What the visit comes to: its segment and the verb of its button."""

    PASSED = "passed", N_("Passed (acceptance)"), N_("Pass acceptance")
    NOT_PASSED = "not_passed", N_("Not passed"), N_("Not passed")
    MORE_MATERIAL = "more_material", N_("More material needed"), N_("Ask for more material")

    @property
    def choice(self) -> str:
        """The words of its segment."""
        return _(self.value[1])

    @property
    def verb(self) -> str:
        """The words of the button."""
        return _(self.value[2])


class AcceptDialog(PhotoDialog):
    """Only what the verdict needs is asked. 不通过 is hard to take back, so it is asked twice."""

    def __init__(self, opening: Opening[tuple[Choice, ...]], verdict: Verdict) -> None:
        """Looked at today, by me and somebody else."""
        super().__init__(opening.finding, _("Acceptance (step)"), Glyph.CHECK, opening.window, width=WIDE)
        self.setObjectName("acceptDialog")
        self._now = opening.now
        self._is_sure = False
        self._verdict = Segments((each, each.choice) for each in Verdict)
        self._verdict.setObjectName("verdict")
        self._verdict.choose(verdict)
        self._day = DayField(opening.today)
        self._day.setObjectName("checkedOn")
        self._day.allow_until(opening.today)
        self._verifiers = VerifiersField(opening.bridge.person.name, opening.answer)
        self._standards = StandardsField()
        self._pictures = PhotoField(opening.finding, opening.bridge, opening.pictures, dress=_as_visit)
        self._resident = QCheckBox(_("A resident nearby was asked"))
        self._resident.setObjectName("askedResident")
        self._opinion, self._reason = _text("opinion"), _text("reason")
        self._reason.setPlaceholderText(_("what is still to be done, so that the unit knows"))
        self._build()
        self.serve(self._pictures)
        self._verdict.chosen.connect(self._on_verdict)
        self._on_verdict()
        self._verdict.focus_target().setFocus()

    def _build(self) -> None:
        self.fields.put("conclusion", _("Conclusion"), self._verdict, required=True)
        self._visit, visit = self.fields.section()
        left, right = visit.columns()
        left.put("checked_on", _("Seen on the spot on"), self._day, required=True, origin=_("today"))
        self._who, who = right.section()
        who.put("verifiers", _("Verifiers (at least 2)"), self._verifiers, required=True, origin=_("the first is you"))
        self._photo_label = self.fields.put("photos", _("Photos of the visit"), self._pictures)
        self._photo_required = required_word()
        self._photo_label.insertWidget(1, self._photo_required)
        self._passing, passing = self.fields.section()
        passing.put("standards", _("The five standards"), self._standards, required=True)
        passing.put("asked_resident", _("Residents"), self._resident)
        passing.put("opinion", _("Opinion"), self._opinion, required=True)
        self._refusing, refusing = self.fields.section()
        refusing.put("reason", _("Reason"), self._reason, required=True)

    @Slot()
    def _on_verdict(self, _verdict: object = None) -> None:
        verdict: Verdict = self._verdict.value
        passed = verdict is Verdict.PASSED
        self._is_sure = False
        self.verb = verdict.verb
        self.do_button.setText(f"{self.verb}  Ctrl+Enter")
        self._visit.setVisible(verdict is not Verdict.MORE_MATERIAL)
        self._who.setVisible(passed)
        self._passing.setVisible(passed)
        self._refusing.setVisible(not passed)
        self._photo_required.setVisible(passed)
        self._photo_label.show_origin(_("at least one, taken by a verifier") if passed else _("optional"))
        self.show_refusals(())
        self.refit()

    def fact(self) -> Fact:
        """验收通过, 验收不通过 or 补充材料."""
        verdict, photos = self._verdict.value, self._pictures.photos
        if verdict is Verdict.PASSED:
            return AcceptancePassed(
                checked_on=self._day.day,
                verifiers=self._verifiers.names,
                photos=photos,
                standards=self._standards.answers,
                opinion=self._opinion.toPlainText().strip(),
                asked_resident=self._resident.isChecked(),
            )
        reason = self._reason.toPlainText().strip()
        if verdict is Verdict.NOT_PASSED:
            return AcceptanceRefused(Conclusion.NOT_PASSED, reason, self._day.day, photos)
        return AcceptanceRefused(Conclusion.MORE_MATERIAL, reason, None, photos)

    def decide(self) -> None:
        """不通过 that lacks nothing is asked about once, with the cursor on 取消."""
        unsure = self._verdict.value is Verdict.NOT_PASSED and not self._is_sure
        if unsure and not self._pictures.is_busy and not faults(self.fact(), self._now):
            self._is_sure = True
            self.show_refusals((Refusal(_SURE),))
            self._cancel.setFocus()
            return
        super().decide()

    def show_refusals(self, refusals: Sequence[Refusal]) -> None:
        """Of the verifiers, the second is the one that is missing."""
        super().show_refusals(refusals)
        if refusals and refusals[0].values.get("field") == "verifiers":
            self._verifiers.focus_missing()

    def say(self, refusal: Refusal) -> str:
        """The question before 不通过, too."""
        if refusal.code == _SURE:
            words = _(
                "Not passed sends it back to rectification and counts; it cannot be taken back. Press “{verb}” again."
            )
            return words.format(verb=self.verb)
        return super().say(refusal)


def _as_visit(photo: Photo) -> Photo:
    return replace(photo, kind=PhotoKind.ACCEPTANCE)


def _text(name: str) -> QPlainTextEdit:
    edit = DescriptionEdit()
    edit.setObjectName(name)
    edit.setFixedHeight(px(_TEXT_HEIGHT))
    return edit


def _colleagues(store: Store, _finding: Finding) -> tuple[Choice, ...]:
    """Who of this unit or area may have come along."""
    me = store.person
    rows = (row for row in store.reference.people() if row["id"] != me.id and _comes_along(row, me.scope, me.unit))
    return tuple(
        Choice(row["name"], row["name"], _role(row)) for row in sorted(rows, key=lambda row: row.get("unit") != me.unit)
    )


def _comes_along(row: Mapping[str, str], scope: str, unit: str) -> bool:
    role = Role.of(row.get("role") or "")
    near = str(row.get("area") or "").startswith(scope) or (bool(unit) and row.get("unit") == unit)
    return role in _VERIFY and near


def _role(row: Mapping[str, str]) -> str:
    role = Role.of(row.get("role") or "")
    return word(role) if role else ""


PASS_OPENER: Opener[tuple[Choice, ...]] = Opener(lambda opening: AcceptDialog(opening, Verdict.PASSED), _colleagues)
REFUSE_OPENER: Opener[tuple[Choice, ...]] = Opener(
    lambda opening: AcceptDialog(opening, Verdict.NOT_PASSED), _colleagues
)
