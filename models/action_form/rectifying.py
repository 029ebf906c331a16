"""The steps from 交办 to 申请验收, as a script writes them; what is left out gets the dialog's default."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from models import taxonomy
from models.action_form.asked import Asked, day_in, list_in, number_in, refuse_unknown, unreadable, within
from models.action_form.photos import work_photos
from models.action_form.units import unit_in
from models.errors import Refusal, Refused
from models.facts import (
    AcceptanceApplied,
    Dispatched,
    EvidenceAttached,
    Fact,
    Measure,
    MeasureSettled,
    PhotoPlace,
    PlacesArranged,
    ProgressReported,
    SignedFor,
    Unit,
)
from models.form import choice_of, text_of
from models.ids import Digest
from models.vocabulary import PhotoKind, RectificationKind, Schedule

_NONE: Final = Unit("", "")
_MEASURE: Final = frozenset({"content", "due", "unit", "person"})
_PLACE: Final = frozenset({"name", "photos"})


def _dispatched(asked: Asked) -> Dispatched:
    dispatched_on = asked.day("dispatched_on") or asked.today
    deadline = asked.day("deadline") or _usual_deadline(asked, dispatched_on)
    return Dispatched(
        unit=unit_in(asked.plain, "unit", asked.units) or _NONE,
        person=asked.text("person"),
        kind=choice_of(asked.plain, "kind", RectificationKind) or _usual_kind(asked),
        deadline=deadline,
        goal=asked.text("goal"),
        measures=_measures(asked, deadline),
        accept_unit=unit_in(asked.plain, "accept_unit", asked.units) or _NONE,
        dispatched_on=dispatched_on,
        note=asked.text("note"),
    )


def _usual_kind(asked: Asked) -> RectificationKind:
    usual = taxonomy.category(asked.finding.classification.category)
    return usual.kind if usual else RectificationKind.TIME_LIMITED


def _usual_deadline(asked: Asked, dispatched_on: date) -> date:
    usual = taxonomy.category(asked.finding.classification.category)
    if usual is None or usual.days is None:
        raise Refused(Refusal("deadline_missing", {"field": "deadline"}))
    return dispatched_on + timedelta(days=usual.days)


def _measures(asked: Asked, deadline: date) -> tuple[Measure, ...]:
    measures = []
    for number, written in enumerate(list_in(asked.plain, "measures"), start=1):
        with within("measures", number):
            measures.append(_measure(written, deadline, asked.units))
    return tuple(measures)


def _measure(written: Any, deadline: date, units: Sequence[Unit]) -> Measure:
    plain = written if isinstance(written, Mapping) else {"content": written}
    refuse_unknown(plain, _MEASURE)
    return Measure(
        content=text_of(plain, "content"),
        due=day_in(plain, "due") or deadline,
        unit=unit_in(plain, "unit", units),
        person=text_of(plain, "person"),
    )


def _reported(asked: Asked) -> ProgressReported:
    return ProgressReported(
        period=asked.text("period") or f"{asked.today:%Y-%m}",
        text=asked.text("text"),
        schedule=choice_of(asked.plain, "schedule", Schedule) or Schedule.ON_SCHEDULE,
        problems=asked.text("problems"),
        next_steps=asked.text("next_steps"),
        percent=number_in(asked.plain, "percent"),
        # the correction of a report names the photos of the one before once more
        photos=work_photos(asked, PhotoKind.DURING, may_stand=True),
    )


def _settled(asked: Asked) -> MeasureSettled:
    number = number_in(asked.plain, "measure")
    if number is None:
        raise Refused(Refusal("measure_unnamed", {"field": "measure"}))
    return MeasureSettled(number, asked.day("done_on"), asked.text("note"))


def _arranged(asked: Asked) -> PlacesArranged:
    held = {photo.sha256 for photo in asked.finding.photos}
    places = []
    for number, written in enumerate(list_in(asked.plain, "places"), start=1):
        with within("places", number):
            places.append(_place(written, held))
    return PlacesArranged(tuple(places))


def _place(written: Any, held: set[Digest]) -> PhotoPlace:
    if not isinstance(written, Mapping):
        raise Refused(Refusal("value_unreadable"))
    refuse_unknown(written, _PLACE)
    digests = list_in(written, "photos")
    if not all(isinstance(digest, str) for digest in digests):
        unreadable("photos")
    for digest in digests:
        if digest not in held:
            raise Refused(Refusal("photo_unknown", {"key": "photos", "text": digest}))
    return PhotoPlace(text_of(written, "name"), tuple(Digest(digest) for digest in digests))


READERS: Mapping[str, Callable[[Asked], Fact]] = {
    "dispatch": _dispatched,
    "sign": lambda asked: SignedFor(asked.text("person"), asked.day("signed_on") or asked.today),
    "report_progress": _reported,
    "settle_measure": _settled,
    "attach_evidence": lambda asked: EvidenceAttached(work_photos(asked, PhotoKind.AFTER, may_stand=False)),
    "arrange_places": _arranged,
    "apply": lambda asked: AcceptanceApplied(asked.day("completed_on") or asked.today, asked.text("description")),
}
