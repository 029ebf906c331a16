"""From the form to facts: what an entry would say, and the gaps that keep it from being one."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from gui.findings.form_values import FormField, FormValues, half_width
from gui.findings.phrases import next_gap
from models.coordinates import Position
from models.errors import Refusal
from models.facts import (
    Classification,
    Fact,
    Location,
    OnSite,
    Party,
    PartyNamed,
    PhotoAttached,
    Quantity,
    Raised,
    Reclassified,
    Redescribed,
    Relocated,
    Resubmitted,
)
from models.finding import Finding
from models.position_text import PositionRefused, read_position
from models.rules import faults
from models.vocabulary import CoordinateSystem, PositionSource, Source, TimeSource

MOST_AMOUNT = 10_000_000_000
_FIELD_OF = {"companions": FormField.FINDER, "late_reason": FormField.FOUND_AT, "photo": FormField.PHOTOS}


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing or wrong at a field: a code and the values of its sentence."""

    field: FormField
    code: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)


def gaps(values: FormValues, now: datetime) -> tuple[Gap, ...]:
    """Everything that keeps the form from being saved, in its order, one a field."""
    found: dict[FormField, Gap] = {}
    for gap in (*_unreadable(values), *(as_gap(refusal) for refusal in faults(raised(values, now), now))):
        found.setdefault(gap.field, gap)
    return tuple(sorted(found.values(), key=lambda gap: gap.field.order))


def as_gap(refusal: Refusal) -> Gap:
    """A refusal of the rules at the form's field that it speaks of."""
    name = str(refusal.values.get("field", "photos"))
    known = next((item for item in FormField if item.value == name), None)
    return Gap(known or _FIELD_OF.get(name, FormField.PHOTOS), refusal.code, refusal.values)


def _unreadable(values: FormValues) -> Iterator[Gap]:
    if values.amount.strip() and amount_of(values.amount) is None:
        yield Gap(FormField.QUANTITY, "amount_unreadable", {"text": values.amount})
    if blank := next_gap(values.description, 0):
        yield Gap(FormField.DESCRIPTION, "blank_left", {"blank": values.description[blank.start : blank.end]})
    if values.found_at is None:
        yield Gap(FormField.FOUND_AT, "found_at_unreadable", {"text": values.found_text})
    if values.position_text.strip():
        try:
            read_position(values.position_text)
        except PositionRefused as refused:
            yield Gap(FormField.POSITION, refused.refusal.code, refused.refusal.values)
    if values.source is None:
        yield Gap(FormField.SOURCE, "source_missing")


def amount_of(text: str) -> float | None:
    """The number that was typed; None where it is none that can be."""
    try:
        amount = float(half_width(text).replace(",", "").strip())
    except ValueError:
        return None
    return round(amount, 2) if 0 < amount < MOST_AMOUNT else None


def raised(values: FormValues, now: datetime) -> Raised:
    """What 登记 would say as the form stands; meant to be recorded only when there are no gaps."""
    amount = amount_of(values.amount)
    return Raised(
        provisional="",
        grid=values.grid,
        location=location(values),
        classification=classification(values),
        description=values.description.strip(),
        found_at=values.found_at or now,
        found_at_source=_found_at_source(values),
        finder=values.finder,
        on_site=OnSite(values.on_site),
        photos=values.photos,
        source=values.source or Source.PATROL,
        method=values.method,
        companions=values.companions,
        campaign=values.campaign.strip(),
        emergency=values.emergency,
        party=party(values),
        quantity=Quantity(amount, values.unit) if amount is not None else None,
        late_reason=values.late_reason.strip(),
        answers=values.answers,
    )


def location(values: FormValues) -> Location:
    """具体地点 and 坐标 as they would be stored."""
    position = exact_position(values)
    return Location(
        place=half_width_digits(values.place.strip()),
        position=position,
        position_source=(values.position_source or PositionSource.PERSON) if position else None,
        raw_system=CoordinateSystem.WGS84 if position and values.position_source is PositionSource.EXIF else None,
        no_position_reason="" if position else values.no_position_reason.strip(),
    )


def exact_position(values: FormValues) -> Position | None:
    """The position; where it comes from a photo, with all the decimals of the photo."""
    position = values.position
    if position is not None and values.position_source is PositionSource.EXIF:
        near = (photo.position for photo in values.photos if photo.position is not None)
        return next((exact for exact in near if _shown_equal(exact, position)), position)
    return position


def classification(values: FormValues) -> Classification:
    """问题类型 and 严重程度."""
    return Classification(values.category, values.severity, values.further)


def party(values: FormValues) -> Party | None:
    """责任主体, None where nothing is written."""
    name = values.party_name.strip()
    return Party(name, values.party_kind, values.party_uscc) if name else None


def half_width_digits(text: str) -> str:
    """Full-width digits as ours; the other full-width signs belong to Chinese text and stay."""
    return "".join(half_width(sign) if "０" <= sign <= "９" else sign for sign in text)


def corrections(finding: Finding, values: FormValues, *, resubmits: bool) -> tuple[Fact, ...]:
    """What 补正 or 更正 would say: the aspects that changed, and 重新上报 where that is asked for."""
    facts: list[Fact] = []
    if location(values) != finding.location and _moved(finding, values):
        facts.append(Relocated(location(values)))
    if values.description.strip() != finding.description:
        facts.append(Redescribed(values.description.strip()))
    if classification(values) != finding.classification:
        facts.append(Reclassified(classification(values)))
    if party(values) != finding.party:
        facts.append(PartyNamed(party(values)))
    known = {photo.sha256 for photo in finding.photos}
    facts += [PhotoAttached(photo) for photo in values.photos if photo.sha256 not in known]
    if resubmits:
        facts.append(Resubmitted())
    return tuple(facts)


def correction_gaps(finding: Finding, values: FormValues, now: datetime) -> tuple[Gap, ...]:
    """What keeps a correction from being saved: only the aspects that it touches count."""
    found: dict[FormField, Gap] = {}
    for gap in _unreadable(values):
        if gap.field is FormField.POSITION:
            found[gap.field] = gap
    for fact in corrections(finding, values, resubmits=False):
        for refusal in faults(fact, now):
            gap = as_gap(refusal)
            found.setdefault(gap.field, gap)
    return tuple(sorted(found.values(), key=lambda gap: gap.field.order))


def _moved(finding: Finding, values: FormValues) -> bool:
    """Whether place or position were changed; the field shows fewer decimals than are stored."""
    stored, shown = finding.location, location(values)
    if (stored.place, stored.no_position_reason) != (shown.place, shown.no_position_reason):
        return True
    if stored.position is None or shown.position is None:
        return stored.position is not shown.position
    return not _shown_equal(stored.position, shown.position)


def _found_at_source(values: FormValues) -> TimeSource:
    if FormField.FOUND_AT in values.own:
        return TimeSource.PERSON
    return TimeSource.EXIF if earliest_shot(values) is not None else TimeSource.CLOCK


def earliest_shot(values: FormValues) -> datetime | None:
    """When the first of the photos was taken, as far as the photos themselves say so."""
    said = [p.taken_at for p in values.photos if p.taken_at and p.time_source in (TimeSource.EXIF, TimeSource.STAMP)]
    return min(said, default=None)


def _shown_equal(one: Position, other: Position) -> bool:
    return abs(one.lon - other.lon) < 1e-6 and abs(one.lat - other.lat) < 1e-6
