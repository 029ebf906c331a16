"""What the steps from 入库 to 销号 must hold by themselves (screens.md 2.6); what the finding must have is models.gates' business."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from models.clock import day_of
from models.errors import Refusal
from models.facts import (
    AcceptanceApplied,
    AcceptanceArranged,
    AcceptancePassed,
    AcceptanceRefused,
    Closed,
    ClosureReturned,
    ClosureSubmitted,
    Dispatched,
    Enlisted,
    EvidenceAttached,
    Fact,
    GridCorrected,
    MeasureSettled,
    NoticePublished,
    Photo,
    PlacesArranged,
    ProgressReported,
    SignedFor,
)
from models.lengths import length
from models.people import GRID_LENGTH
from models.vocabulary import PhotoKind, RectificationKind, Standard

NAME, NOTE, LONG = (1, 60), (0, 500), (0, 2000)
GOAL, MEASURE, MOST_MEASURES = (4, 1000), (2, 500), 50
PROGRESS, COMPLETION, REASON, OPINION = (20, 2000), (100, 2000), (5, 500), (2, 500)
NOTICE, WHERE, PLACE_NAME = (20, 2000), (2, 200), (0, 60)
LEAST_VERIFIERS, MOST_PHOTOS, MOST_PLACES = 2, 20, 50
NOTICE_DAYS = 7
"""公示: at least seven days, the first and the last counted."""
EVIDENCE_KINDS = frozenset(PhotoKind) - {PhotoKind.BEFORE, PhotoKind.ACCEPTANCE, PhotoKind.LOOK_BACK}
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
Faults = Iterator[Refusal]


def step_faults(fact: Fact, occurred_at: datetime) -> Faults:
    """Everything that is missing or wrong, in the order of the dialog; each names its field."""
    check = _RULES.get(type(fact))
    if check is not None:
        yield from check(fact, day_of(occurred_at))


def _enlisted(fact: Enlisted, _today: date) -> Faults:
    yield from length("note", fact.note, *NOTE)


def _dispatched(fact: Dispatched, today: date) -> Faults:
    if not fact.unit.code or len(fact.unit.code) > 40:
        yield Refusal("unit_missing", {"field": "unit"})
    yield from length("person", fact.person, *NAME)
    if fact.kind is RectificationKind.LONG_TERM:
        yield Refusal("kind_missing", {"field": "kind"})
    if fact.deadline < fact.dispatched_on:
        yield Refusal("deadline_before", {"field": "deadline", "day": fact.dispatched_on})
    yield from length("goal", fact.goal, *GOAL)
    if not fact.measures:
        yield Refusal("measures_missing", {"field": "measures"})
    if len(fact.measures) > MOST_MEASURES:
        yield Refusal("too_many", {"field": "measures", "most": MOST_MEASURES, "count": len(fact.measures)})
    for measure in fact.measures:
        yield from length("measures", measure.content, *MEASURE)
        yield from length("measures", measure.person, 0, NAME[1])
        if not fact.dispatched_on <= measure.due <= fact.deadline:
            values = {"field": "measures", "content": measure.content, "deadline": fact.deadline}
            yield Refusal("measure_due_outside", values)
    if not fact.accept_unit.code or len(fact.accept_unit.code) > 40:
        yield Refusal("accept_unit_missing", {"field": "accept_unit"})
    yield from _not_later("dispatched_on", fact.dispatched_on, today)
    yield from length("note", fact.note, *NOTE)


def _signed(fact: SignedFor, today: date) -> Faults:
    yield from length("person", fact.person, *NAME)
    yield from _not_later("signed_on", fact.signed_on, today)


def _settled(fact: MeasureSettled, today: date) -> Faults:
    if fact.done_on is None and not fact.note.strip():
        yield Refusal("measure_unexplained", {"field": "note"})
    if fact.done_on is not None:
        yield from _not_later("done_on", fact.done_on, today)
    yield from length("note", fact.note, *NOTE)


def _progress(fact: ProgressReported, today: date) -> Faults:
    if not _MONTH.fullmatch(fact.period) or fact.period > f"{_day_after(today):%Y-%m}":
        yield Refusal("period_wrong", {"field": "period", "period": fact.period})
    yield from length("text", fact.text, *PROGRESS, missing="progress_missing")
    yield from length("problems", fact.problems, *LONG)
    yield from length("next_steps", fact.next_steps, *LONG)
    if fact.percent is not None and not 0 <= fact.percent <= 100:
        yield Refusal("percent_wrong", {"field": "percent"})
    yield from _photos(fact.photos, EVIDENCE_KINDS)


def _day_after(day: date) -> date:
    """At the end of the calendar the same day: a wrong clock must not stop the queue."""
    return day if day == date.max else day + timedelta(days=1)


def _evidence(fact: EvidenceAttached, _today: date) -> Faults:
    if not fact.photos:
        yield Refusal("photos_missing", {"field": "photos"})
    yield from _photos(fact.photos, EVIDENCE_KINDS)


def _places(fact: PlacesArranged, _today: date) -> Faults:
    digests = [digest for place in fact.places for digest in place.photos]
    if not fact.places or len(fact.places) > MOST_PLACES or len(digests) != len(set(digests)) or len(digests) > 500:
        yield Refusal("places_wrong", {"field": "places"})
    for place in fact.places:
        yield from length("places", place.name, *PLACE_NAME)


def _applied(fact: AcceptanceApplied, today: date) -> Faults:
    yield from _not_later("completed_on", fact.completed_on, today)
    yield from length("description", fact.description, *LONG)


def _arranged(fact: AcceptanceArranged, _today: date) -> Faults:
    yield from length("note", fact.note, *NOTE)


def _passed(fact: AcceptancePassed, today: date) -> Faults:
    yield from _not_later("checked_on", fact.checked_on, today)
    names = [name.strip() for name in fact.verifiers]
    if len(set(names)) < LEAST_VERIFIERS or len(names) > 10 or not all(0 < len(name) <= NAME[1] for name in names):
        yield Refusal("verifiers_missing", {"field": "verifiers", "least": LEAST_VERIFIERS})
    if not any(photo.kind is PhotoKind.ACCEPTANCE for photo in fact.photos):
        yield Refusal("acceptance_photo_missing", {"field": "photos"})
    yield from _photos(fact.photos, frozenset({PhotoKind.ACCEPTANCE}))
    if len(fact.standards) != len(Standard):
        yield Refusal("standards_missing", {"field": "standards"})
    yield from length("opinion", fact.opinion, *OPINION)


def _refused(fact: AcceptanceRefused, today: date) -> Faults:
    yield from length("reason", fact.reason, *REASON)
    if fact.checked_on is not None:
        yield from _not_later("checked_on", fact.checked_on, today)
    yield from _photos(fact.photos, frozenset({PhotoKind.ACCEPTANCE}))


def _submitted(fact: ClosureSubmitted, _today: date) -> Faults:
    yield from length("description", fact.description, *COMPLETION, missing="completion_missing")


def _file_returned(fact: ClosureReturned, _today: date) -> Faults:
    yield from length("reason", fact.reason, *REASON)


def _published(fact: NoticePublished, today: date) -> Faults:
    yield from length("opinion", fact.opinion, *OPINION)
    yield from length("text", fact.text, *NOTICE, missing="notice_missing")
    if fact.first_day < today:
        # else a notice that nobody could read would be over on the day of its approval
        yield Refusal("notice_backdated", {"field": "first_day", "day": fact.first_day, "today": today})
    if (fact.last_day - fact.first_day).days + 1 < NOTICE_DAYS:
        yield Refusal("notice_too_short", {"field": "last_day", "least": NOTICE_DAYS})
    yield from length("where", fact.where, *WHERE)


def _closed(fact: Closed, today: date) -> Faults:
    yield from _not_later("closed_on", fact.closed_on, today)
    yield from length("note", fact.note, *NOTE)


def _grid(fact: GridCorrected, _today: date) -> Faults:
    if not (fact.grid.isascii() and fact.grid.isdecimal() and len(fact.grid) in (GRID_LENGTH, GRID_LENGTH + 3)):
        yield Refusal("grid_missing", {"field": "grid"})


def _photos(photos: tuple[Photo, ...], kinds: frozenset[PhotoKind]) -> Faults:
    if len(photos) > MOST_PHOTOS:
        yield Refusal("too_many_photos", {"field": "photos", "most": MOST_PHOTOS, "count": len(photos)})
    if len({photo.sha256 for photo in photos}) < len(photos):
        yield Refusal("same_photo_twice", {"field": "photos"})
    if any(photo.kind not in kinds for photo in photos):
        yield Refusal("photo_kind_wrong", {"field": "photos"})
    for photo in photos:
        yield from length("photos", photo.name, 0, 255)


def _not_later(field: str, day: date, today: date) -> Faults:
    """A day that a person states lies not after the day on which they state it."""
    if day > today:
        yield Refusal("day_in_future", {"field": field, "day": day, "today": today})


_RULES: Mapping[type[Fact], Callable[[Any, date], Faults]] = {
    Enlisted: _enlisted,
    Dispatched: _dispatched,
    SignedFor: _signed,
    MeasureSettled: _settled,
    ProgressReported: _progress,
    EvidenceAttached: _evidence,
    PlacesArranged: _places,
    AcceptanceApplied: _applied,
    AcceptanceArranged: _arranged,
    AcceptancePassed: _passed,
    AcceptanceRefused: _refused,
    ClosureSubmitted: _submitted,
    ClosureReturned: _file_returned,
    NoticePublished: _published,
    Closed: _closed,
    GridCorrected: _grid,
}
