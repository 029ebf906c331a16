"""What a form must hold: the same checks for the window, for imported tables and at the server (domain.md 2.4)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from models.errors import Refusal
from models.facts import (
    Classification,
    Fact,
    Location,
    PartyNamed,
    PhotoAttached,
    Raised,
    Reclassified,
    Redescribed,
    Relocated,
    Resubmitted,
    Returned,
    Verified,
)
from models.lengths import length
from models.people import GRID_LENGTH
from models.step_rules import step_faults
from models.vocabulary import PhotoKind

PLACE = (4, 200)
DESCRIPTION = (10, 2000)
RETURN_TEXT = (5, 500)
MOST_PHOTOS = 20
LATE_AFTER = timedelta(days=7)
_SHORT, _NOTE = 100, 500


def faults(fact: Fact, occurred_at: datetime) -> tuple[Refusal, ...]:
    """Everything that is missing or wrong, in the order of the form; each names its field. Times only warn."""
    return tuple(_faults(fact, occurred_at))


def _faults(fact: Fact, occurred_at: datetime) -> Iterator[Refusal]:
    match fact:
        case Raised():
            yield from _raised(fact, occurred_at)
        case Verified() | Returned() | Resubmitted():
            yield from _step(fact)
        case Relocated() | Redescribed() | Reclassified() | PartyNamed() | PhotoAttached():
            yield from _correction(fact)
        case _:
            yield from step_faults(fact, occurred_at)


def _correction(
    fact: Relocated | Redescribed | Reclassified | PartyNamed | PhotoAttached,
) -> Iterator[Refusal]:
    match fact:
        case Relocated():
            yield from _location(fact.location)
        case Redescribed():
            yield from length("description", fact.description, *DESCRIPTION)
        case Reclassified():
            yield from _classification(fact.classification)
        case PhotoAttached():
            yield from length("photo", fact.photo.name, 0, 255)
        case PartyNamed():
            if fact.party is not None:
                yield from length("party", fact.party.name, 1, _SHORT)


def _step(fact: Verified | Returned | Resubmitted) -> Iterator[Refusal]:
    match fact:
        case Verified():
            yield from _classification(fact.classification)
            yield from length("note", fact.note, 0, _NOTE)
            yield from length("duplicate", fact.duplicate_of, 0, 36)
        case Returned():
            yield from length("text", fact.text, *RETURN_TEXT)
        case Resubmitted():
            yield from length("note", fact.note, 0, _NOTE)


def _raised(fact: Raised, occurred_at: datetime) -> Iterator[Refusal]:
    if not any(photo.kind is PhotoKind.BEFORE for photo in fact.photos):
        yield Refusal("photo_before", {"field": "photos"})
    if len(fact.photos) > MOST_PHOTOS:
        yield Refusal("too_many_photos", {"field": "photos", "most": MOST_PHOTOS, "count": len(fact.photos)})
    if len({photo.sha256 for photo in fact.photos}) < len(fact.photos):
        yield Refusal("same_photo_twice", {"field": "photos"})
    yield from _classification(fact.classification)
    yield from _location(fact.location)
    yield from length("description", fact.description, *DESCRIPTION)
    if fact.party is not None:
        yield from length("party", fact.party.name, 1, _SHORT)
    if occurred_at - fact.found_at > LATE_AFTER and not fact.late_reason.strip():
        yield Refusal("late_reason", {"field": "found_at", "days": LATE_AFTER.days})
    if not (fact.grid.isdecimal() and len(fact.grid) in (GRID_LENGTH, GRID_LENGTH + 3)):
        yield Refusal("grid_missing", {"field": "grid"})
    yield from length("finder", fact.finder, 1, _SHORT)
    for name, text in (("on_site", fact.on_site.note), ("late_reason", fact.late_reason)):
        yield from length(name, text, 0, _NOTE)
    if len(fact.companions) > 20 or len(fact.answers) > 50 or any(len(name) > _SHORT for name in fact.companions):
        yield Refusal("too_long", {"field": "companions", "most": _SHORT, "count": len(fact.companions)})


def _classification(value: Classification) -> Iterator[Refusal]:
    if not 1 <= len(value.category) <= 20:
        yield Refusal("category_missing", {"field": "category"})
    if len(value.further) > 10:
        yield Refusal("too_long", {"field": "category", "most": 10, "count": len(value.further)})


def _location(value: Location) -> Iterator[Refusal]:
    yield from length("place", value.place, *PLACE)
    if value.position is None and not value.no_position_reason.strip():
        yield Refusal("position_or_reason", {"field": "position"})
    if value.position is not None and not value.position.in_china:
        yield Refusal("position_outside_china", {"field": "position"})
    yield from length("position", value.no_position_reason, 0, _NOTE)
