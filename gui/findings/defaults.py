"""What the form fills in by itself, and the words that say where each default comes from (screens.md 2.2)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from gui.findings.assembling import earliest_shot
from gui.findings.form_values import FormField, FormValues, position_text, time_text
from gui.findings.vicinity import NOTHING_KNOWN, PARTY_WITHIN, Vicinity
from models.clock import day_of
from models.people import GRID_LENGTH, Person, Role
from models.taxonomy import Category
from models.vocabulary import PartyKind, PositionSource, Source
from resources.words import _


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the defaults are drawn from: who fills in, when, and the type that was chosen."""

    person: Person
    now: datetime
    grids: tuple[tuple[str, str], ...] = ()
    """Code and name of the grids to choose from."""
    category: Category | None = None
    vicinity: Vicinity = NOTHING_KNOWN
    companions: tuple[str, ...] = ()
    """Who comes along today."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The form with its defaults, and for each default the words for its source."""

    values: FormValues
    sources: Mapping[FormField, str]


def with_defaults(values: FormValues, around: Surroundings) -> Filled:
    """Fill in every field that no person has set."""
    sources: dict[FormField, str] = {}
    for field, fill in _FILLERS.items():
        if field in values.own:
            continue
        values, words = fill(values, around)
        if words:
            sources[field] = words
    return Filled(values, sources)


def _severity(values: FormValues, around: Surroundings) -> tuple[FormValues, str]:
    if around.category is None:
        return values, ""
    return replace(values, severity=around.category.severity), _("Taken from the type")


def _on_site(values: FormValues, around: Surroundings) -> tuple[FormValues, str]:
    if around.category is None:
        return values, ""
    return replace(values, on_site=around.category.on_site), _("Taken from the type")


def _quantity(values: FormValues, around: Surroundings) -> tuple[FormValues, str]:
    unit = around.category.unit if around.category else None
    return (replace(values, unit=unit) if unit else values), ""


def _party(values: FormValues, around: Surroundings) -> tuple[FormValues, str]:
    near = around.vicinity.party
    if near is None:
        return values, ""
    filled = replace(values, party_name=near.name, party_kind=PartyKind.ENTERPRISE, party_uscc=near.uscc)
    return filled, _("Known point within {metres} m").format(metres=PARTY_WITHIN)


def _found_at(values: FormValues, around: Surroundings) -> tuple[FormValues, str]:
    shot = earliest_shot(values)
    if shot is not None:
        return replace(values, found_text=time_text(shot)), _("From the photo itself")
    return replace(values, found_text=time_text(around.now)), _("This computer's time")


def _position(values: FormValues, _around: Surroundings) -> tuple[FormValues, str]:
    position = next((photo.position for photo in values.photos if photo.position is not None), None)
    if position is None:
        return replace(values, position_text="", position_source=None), ""
    filled = replace(values, position_text=position_text(position), position_source=PositionSource.EXIF)
    return filled, _("From the photo itself")


def _grid(values: FormValues, around: Surroundings) -> tuple[FormValues, str]:
    if len(around.person.area) >= GRID_LENGTH:
        return replace(values, grid=around.person.area), _("Your grid")
    if len(around.grids) == 1:
        return replace(values, grid=around.grids[0][0]), _("Your only grid")
    return values, ""


def _source(values: FormValues, around: Surroundings) -> tuple[FormValues, str]:
    """Routine patrol for those who patrol; others choose, as theirs come from everywhere."""
    if around.person.role in (Role.INSPECTOR, Role.GRID_HEAD):
        return replace(values, source=Source.PATROL), ""
    return values, ""


def _finder(values: FormValues, around: Surroundings) -> tuple[FormValues, str]:
    """Today's companions saw what was found today, and are named where nobody is."""
    filled = replace(values, finder=around.person.id)
    is_todays = values.found_at is not None and day_of(values.found_at) == day_of(around.now)
    if values.companions or not around.companions or not is_todays:
        return filled, ""
    return replace(filled, companions=around.companions), ""


_FILLERS: Mapping[FormField, Callable[[FormValues, Surroundings], tuple[FormValues, str]]] = {
    FormField.SEVERITY: _severity,
    FormField.ON_SITE: _on_site,
    FormField.PARTY: _party,
    FormField.QUANTITY: _quantity,
    FormField.FOUND_AT: _found_at,
    FormField.POSITION: _position,
    FormField.GRID: _grid,
    FormField.SOURCE: _source,
    FormField.FINDER: _finder,
}
