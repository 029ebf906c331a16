"""A finding as a table or a script writes it: the keys of `import`, read into the fact that the form would record."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from models import taxonomy
from models.clock import as_moment
from models.errors import Refusal, Refused
from models.facts import Classification, Location, OnSite, Party, Photo, Raised
from models.people import GRID_LENGTH, Person
from models.position_text import PositionRefused, read_position
from models.vocabulary import (
    CoordinateSystem,
    Labelled,
    Method,
    OnSiteAction,
    PositionSource,
    Severity,
    Source,
    TimeSource,
)
from resources.words import _

L = TypeVar("L", bound=Labelled)

KEYS = frozenset(
    {
        "category",
        "description",
        "found_at",
        "grid",
        "late_reason",
        "lat",
        "lon",
        "method",
        "no_position_reason",
        "on_site_action",
        "party",
        "photos",
        "place",
        "severity",
        "source",
    }
)
FUTURE_TOLERANCE = timedelta(minutes=10)
_BY_PHOTO = (TimeSource.EXIF, TimeSource.STAMP)


@dataclass(frozen=True, slots=True)
class ReadForm:
    """What the form would record, and what is odd about it without being wrong."""

    raised: Raised
    warnings: tuple[str, ...] = ()


def read_form(plain: Mapping[str, Any], photos: Sequence[Photo], *, person: Person, now: datetime) -> ReadForm:
    """Read one finding; what is left out gets the form's default. Raises Refused for values that say nothing we know.

    What is missing or too short is the business of models.rules, the same as for the form on screen.
    """
    for key in plain:
        if key not in KEYS:
            raise Refused(Refusal("unknown_key", {"key": key}))
    usual = _category(text_of(plain, "category"))
    found_at, found_at_source = _found_at(plain, photos, now)
    severity = choice_of(plain, "severity", Severity) or (usual.severity if usual else Severity.SLIGHT)
    action = choice_of(plain, "on_site_action", OnSiteAction)
    party = text_of(plain, "party")
    raised = Raised(
        provisional="",
        grid=text_of(plain, "grid") or (person.area if len(person.area) >= GRID_LENGTH else ""),
        location=location_of(plain, photos),
        classification=Classification(usual.code if usual else "", severity),
        description=text_of(plain, "description"),
        found_at=found_at,
        found_at_source=found_at_source,
        finder=person.id,
        on_site=OnSite(action or (usual.on_site if usual else OnSiteAction.REPORTED)),
        photos=tuple(photos),
        source=choice_of(plain, "source", Source) or Source.PATROL,
        method=choice_of(plain, "method", Method) or Method.GRID_PATROL,
        party=Party(party) if party else None,
        late_reason=text_of(plain, "late_reason"),
    )
    return ReadForm(raised, ("future_time",) if found_at > now + FUTURE_TOLERANCE else ())


def text_of(plain: Mapping[str, Any], key: str) -> str:
    """The text under a key, without blanks at its ends; numbers are taken as they are written. Raises Refused."""
    value = plain.get(key)
    if value is None:
        return ""
    endless = isinstance(value, float) and not math.isfinite(value)
    if endless or isinstance(value, bool) or not isinstance(value, str | int | float) or not _storable(str(value)):
        raise Refused(Refusal("value_unreadable", {"field": key, "key": key}))
    return str(value).strip()


def _storable(text: str) -> bool:
    """NUL and half a surrogate pair are valid JSON, but no database and no file can hold them as text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\x00" not in text


def choice_of(plain: Mapping[str, Any], key: str, kind: type[L]) -> L | None:
    """The member that a code or label under a key names; None where there is none. Raises Refused for others."""
    text = text_of(plain, key)
    if not text:
        return None
    if (member := kind.of(text)) is None:
        raise no_choice(key, text, tuple(_(one.label) for one in kind))
    return member


def no_choice(key: str, text: str, choices: Sequence[str]) -> Refused:
    """What is written is none of these, and somebody without the form before them cannot know which there are."""
    return Refused(Refusal("choice_unknown", {"field": key, "key": key, "text": text, "choices": "、".join(choices)}))


def location_of(plain: Mapping[str, Any], photos: Sequence[Photo] = ()) -> Location:
    """Place and position: the one that is written, else the one that a photo carries. Raises Refused."""
    place, reason = text_of(plain, "place"), text_of(plain, "no_position_reason")
    lon, lat = _degrees(plain, "lon"), _degrees(plain, "lat")
    if (lon is None) != (lat is None):
        raise Refused(Refusal("position_unreadable", {"field": "position"}))
    if lon is not None and lat is not None:
        try:
            position = read_position(f"{lon:.8f},{lat:.8f}")
        except PositionRefused as refused:
            raise Refused(Refusal(refused.refusal.code, {**refused.refusal.values, "field": "position"})) from refused
        return Location(place, position, PositionSource.PERSON)
    shot = next((photo.position for photo in photos if photo.position is not None), None)
    if shot is not None:
        return Location(place, shot, PositionSource.EXIF, CoordinateSystem.WGS84)
    return Location(place, no_position_reason=reason)


def classification_of(plain: Mapping[str, Any], otherwise: Classification) -> Classification:
    """Type and severity as written, else as they were. Raises Refused."""
    usual = _category(text_of(plain, "category"))
    severity = choice_of(plain, "severity", Severity) or otherwise.severity
    return Classification(usual.code if usual else otherwise.category, severity, otherwise.further)


def _category(text: str) -> taxonomy.Category | None:
    """The type of a code, or of a name in full; None where nothing is written."""
    if not text:
        return None
    found = taxonomy.category(text.upper())
    found = found or next((one for one in taxonomy.categories() if text in (one.name, one.short)), None)
    if found is None:
        raise no_choice("category", text, (*(f"{one.code} {one.short}" for one in taxonomy.frequent()), "…"))
    return found


def _found_at(plain: Mapping[str, Any], photos: Sequence[Photo], now: datetime) -> tuple[datetime, TimeSource]:
    if text := text_of(plain, "found_at"):
        try:
            return as_moment(text.replace("/", "-")), TimeSource.PERSON
        except (ValueError, OverflowError) as error:
            raise Refused(Refusal("time_unreadable", {"field": "found_at", "text": text})) from error
    shots = [photo.taken_at for photo in photos if photo.taken_at and photo.time_source in _BY_PHOTO]
    return (min(shots), TimeSource.EXIF) if shots else (now, TimeSource.CLOCK)


def _degrees(plain: Mapping[str, Any], key: str) -> float | None:
    text = text_of(plain, key)
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise Refused(Refusal("position_unreadable", {"field": "position"}))
    return value
