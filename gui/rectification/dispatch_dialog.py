"""交办: who rectifies what until when, and who will check it (screens/dispatch.png)."""

from datetime import date, timedelta

from PySide6.QtWidgets import QLineEdit, QWidget

from gui.day_words import short_day
from gui.findings.segments import Segments
from gui.icons import Glyph
from gui.rectification.day_field import DayField
from gui.rectification.dispatch_defaults import DispatchDefaults, dispatch_defaults
from gui.rectification.measures_edit import MeasuresEdit
from gui.rectification.opener import Opener
from gui.rectification.pick_line import PickLine
from gui.rectification.register_choices import person_choices, station_of, unit_choices
from gui.rectification.rest_day_band import RestDayBand
from gui.rectification.step_dialog import WIDE, StepDialog
from gui.rectification.step_text import StepText
from gui.theme import px
from models.errors import Refusal
from models.facts import Dispatched, Fact, Unit
from models.finding import Finding
from models.usual_rectification import usual_rectification
from models.vocabulary import RectificationKind
from resources.words import _, ngettext

_GOAL_HEIGHT = 60
_NOBODY = Unit("", "")
_WITHOUT_USUAL = 30
"""Days offered where the type has no usual deadline; the dialog asks to look at it."""


class DispatchDialog(StepDialog):
    """Short fields in pairs, everything prefilled from the type, the register and the last time."""

    def __init__(self, finding: Finding, known: DispatchDefaults, today: date, parent: QWidget) -> None:
        """As it is usually done."""
        super().__init__(finding, _("Dispatch"), Glyph.RESUBMITTED, parent, width=WIDE)
        self.setObjectName("dispatchDialog")
        self._known, self._today = known, today
        self._usual = usual_rectification(finding.classification.category)
        days = _WITHOUT_USUAL if self._usual.days is None else self._usual.days
        self._unit = self._pick("dispatchUnit", _("name, code or pinyin initials"))
        self._person = self._pick("dispatchPerson", _("from the register, or write a name"))
        self._accept = self._pick("dispatchAccept", _("name, code or pinyin initials"))
        self._kind = self._build_kind()
        self._deadline = DayField(today + timedelta(days=days))
        self._band = RestDayBand(known.rest, today)
        self._goal = StepText("dispatchGoal", px(_GOAL_HEIGHT))
        self._measures = MeasuresEdit(self._usual.measures, self._deadline.day, unit_choices(known.units), today)
        self._note = QLineEdit()
        self._note.setMaxLength(500)
        self._owned: set[str] = set()
        self._build_fields()
        self._fill()
        self._connect()

    def _pick(self, name: str, hint: str) -> PickLine:
        line = PickLine()
        line.setObjectName(name)
        line.setPlaceholderText(hint)
        line.offer(unit_choices(self._known.units))
        return line

    def _build_kind(self) -> Segments:
        kinds = (RectificationKind.IMMEDIATE, RectificationKind.TIME_LIMITED)
        segments = Segments((kind, _(kind.label)) for kind in kinds)
        segments.setObjectName("dispatchKind")
        segments.choose(self._usual.kind)
        return segments

    def _build_fields(self) -> None:
        self._deadline.setObjectName("dispatchDeadline")
        self._deadline.allow_from(self._today)
        self._note.setObjectName("dispatchNote")
        from_type = _("Taken from the type")
        left, right = self.fields.columns()
        self._unit_label = left.put("unit", _("Responsible unit"), self._unit, required=True)
        self._person_label = right.put("person", _("Responsible person"), self._person, required=True)
        left, right = self.fields.columns()
        self._kind_label = left.put("kind", _("Rectification kind"), self._kind, origin=from_type)
        self._deadline_label = right.put("deadline", _("Deadline of rectification"), self._deadline, required=True)
        self.fields.addWidget(self._band)
        self._goal_label = self.fields.put(
            "goal", _("Rectification goal"), self._goal, required=True, origin=from_type if self._usual.goal else ""
        )
        self._measures_label = self.fields.put(
            "measures", _("Rectification measures"), self._measures, required=True, origin=self._measures_origin()
        )
        left, right = self.fields.columns()
        self._accept_label = left.put("accept_unit", _("Accepting unit"), self._accept, required=True)
        right.put("note", _("Note"), self._note)
        clock = _("The deadline counts from today, {day}.").format(day=short_day(self._today, self._today))
        self.foot.setText(f"{clock}{self.foot.text()}")

    def _fill(self) -> None:
        self._goal.setPlainText(self._usual.goal)
        last = self._known.last
        if last is not None:
            self._unit.choose(last.unit)
            self._unit_label.show_origin(_("Last one of this type") if self._unit.value else "")
        self._show_people()
        self._show_accepting()
        self._show_deadline()
        if self.finding.rectification is not None:
            self._show_order(self.finding.rectification.order)
        self._unit.setFocus()

    def _show_order(self, order: Dispatched) -> None:
        """It was dispatched before and nobody signed for it: what is not changed now stays."""
        self._owned |= {"person", "accept", "deadline"}
        self._unit.choose(order.unit)
        self._person.setText(order.person)
        self._kind.choose(order.kind)
        self._deadline.show_day(max(order.deadline, self._today))
        self._goal.setPlainText(order.goal)
        self._measures.show_measures(order.measures)
        self._accept.choose(order.accept_unit)
        self._show_people()
        self._show_accepting()
        self._show_deadline()
        for label in (self._kind_label, self._deadline_label, self._person_label):
            label.show_origin("")
        for label in (self._unit_label, self._goal_label, self._measures_label):
            label.show_origin(_("as dispatched"))

    def _connect(self) -> None:
        self._unit.changed.connect(self._on_unit)
        self._person.changed.connect(self._on_person)
        self._accept.changed.connect(self._on_accept)
        self._kind.chosen.connect(lambda _kind: self._kind_label.show_origin(""))
        self._deadline.chosen.connect(self._on_deadline)
        self._band.moved.connect(self._on_moved)
        self._band.settled.connect(self._fit)
        self._goal.textChanged.connect(self._on_goal)
        self._measures.changed.connect(lambda: self._measures_label.show_origin(""))
        self._measures.added.connect(lambda texts: self.watch(*texts))
        self._measures.grown.connect(self._fit)

    def fact(self) -> Fact:
        """交办 of today."""
        return Dispatched(
            unit=self._unit.value or _NOBODY,
            person=self._person.text().strip(),
            kind=self._kind.value,
            deadline=self._deadline.day,
            goal=self._goal.toPlainText().strip(),
            measures=self._measures.measures(),
            accept_unit=self._accept.value or _NOBODY,
            dispatched_on=self._today,
            note=self._note.text().strip(),
        )

    def decide(self) -> None:
        """A unit of a measure that nobody knows must not silently become the responsible one."""
        if unknown := self._measures.unknown_unit():
            self.show_refusals([Refusal("measure_unit_unknown", {"field": "measures", "unit": unknown})])
        else:
            super().decide()

    def say(self, refusal: Refusal) -> str:
        """The register is the dialog's own question."""
        if refusal.code == "measure_unit_unknown":
            words = _("The register has no unit “{unit}”. Choose one for the measure, or leave it empty.")
            return words.format(unit=refusal.values["unit"])
        return super().say(refusal)

    def _show_people(self) -> None:
        unit = self._unit.value
        choices = person_choices(self._known.people, unit.code if unit else "")
        self._person.offer(choices)
        self._measures.name_unit(unit.name if unit else "")
        if "person" in self._owned:
            return
        last = self._known.last
        if last is not None and unit is not None and last.unit.code == unit.code:
            self._person.setText(last.person)
            self._person_label.show_origin(_("Last one of this type"))
        else:
            self._person.setText(choices[0].words if choices else "")
            self._person_label.show_origin(_("Taken from the unit") if choices else "")

    def _show_accepting(self) -> None:
        if "accept" not in self._owned:
            self._accept.choose(station_of(self._known.units, self.finding.grid, but=self._unit.value))
        same = self._unit.value is not None and self._accept.value == self._unit.value
        self._accept_label.show_origin("" if same or self._accept.value is None else _("not the responsible unit"))

    def _show_deadline(self) -> None:
        day, days = self._deadline.day, self._usual.days
        self._deadline.say(_count(day, self._today))
        self._band.show_day(day)
        self._measures.follow(day)
        if "deadline" in self._owned:
            self._deadline_label.show_origin("")
        elif days is None:
            self._deadline_label.show_origin(_("No usual deadline, please look at it"))
        else:
            words = ngettext("By type: {n} day", "By type: {n} days", days)
            self._deadline_label.show_origin(words.format(n=days))

    def _measures_origin(self) -> str:
        count = len(self._usual.measures)
        return ngettext("{n} taken from the type", "{n} taken from the type", count).format(n=count) if count else ""

    def _on_unit(self) -> None:
        self._unit_label.show_origin("")
        self._show_people()
        self._show_accepting()

    def _on_person(self) -> None:
        self._owned.add("person")
        self._person_label.show_origin("")

    def _on_accept(self) -> None:
        self._owned.add("accept")
        self._show_accepting()

    def _on_deadline(self, _day: date) -> None:
        self._owned.add("deadline")
        self._show_deadline()
        self._fit()

    def _on_moved(self, day: date) -> None:
        self._deadline.show_day(day)
        self._on_deadline(day)

    def _on_goal(self) -> None:
        is_usual = bool(self._usual.goal) and self._goal.toPlainText() == self._usual.goal
        self._goal_label.show_origin(_("Taken from the type") if is_usual else _("Taken from the type, changed"))


def _count(day: date, today: date) -> str:
    days = (day - today).days
    if days == 0:
        return _("that is today")
    return ngettext("day {n} from today", "day {n} from today", days).format(n=days)


OPENER = Opener(
    lambda opening: DispatchDialog(opening.finding, opening.answer, opening.today, opening.window), dispatch_defaults
)
