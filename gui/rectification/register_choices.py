"""Units and people of the bureau's register as choices of a line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gui.rectification.pick_choices import Choice
from models.facts import Unit
from models.people import Role, town_of

_STATION_KIND, _BUREAU_KIND = "镇街", "区县局"
"""Kinds of the register `units`."""
_STATION_WORD = "环"


@dataclass(frozen=True, slots=True)
class RegisterUnit:
    """A unit with what the register says of it beside code and name."""

    unit: Unit
    kind: str = ""
    area: str = ""


def read_units(units: Iterable[Unit], rows: Iterable[Mapping[str, Any]]) -> tuple[RegisterUnit, ...]:
    """The units, with kind and area out of the register's rows."""
    known = {str(row["code"]): row for row in rows}
    return tuple(
        RegisterUnit(unit, str(known[unit.code].get("kind") or ""), str(known[unit.code].get("area") or ""))
        for unit in units
    )


def unit_choices(units: Iterable[RegisterUnit]) -> tuple[Choice, ...]:
    """Name; kind and code behind it."""
    return tuple(Choice(each.unit, each.unit.name, f"{each.kind} {each.unit.code}", each.unit.code) for each in units)


def person_choices(people: Iterable[Mapping[str, Any]], unit: str) -> tuple[Choice, ...]:
    """The people of a unit; those who answer for it first."""
    own = [row for row in people if unit and row.get("unit") == unit]
    own.sort(key=lambda row: row.get("role") != Role.UNIT.value)
    return tuple(Choice(str(row["name"]), str(row["name"])) for row in own)


def station_of(units: Sequence[RegisterUnit], grid: str, *, but: Unit | None) -> Unit | None:
    """Who accepts by default: the environment station of the grid's township, else the bureau; never `but`."""
    town = f"{town_of(grid)}000"
    offices = [each for each in units if each.kind == _STATION_KIND and each.area == town]
    stations = [each for each in offices if _STATION_WORD in each.unit.name] or offices[:1]
    bureaus = [each for each in units if each.kind == _BUREAU_KIND]
    codes = but.code if but else ""
    return next((each.unit for each in (*stations, *bureaus) if each.unit.code != codes), None)
