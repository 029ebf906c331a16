"""Who plays in the demo: the people and units of its registers, found by what they do and where."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.facts import Unit
from models.people import Role, town_of

FOLDER = Path(__file__).parents[2] / "resources" / "demo"
BUREAU_OFFICER = "xumin"
PREPARED = ("wangjg", "lixy", "zhoumin", "lijj", "xumin")
"""Whose stores lie in the demo's profile, in the order of the sign-in card."""
_WITHOUT_ACCOUNT = {
    "TN-ZL-DQ": "蒋兴",
    "TN-ZL-MJ": "沈国平",
    "TN-ZL-DS": "吴志明",
    "TN-ZL-FB": "谢金根",
    "TN-QL-QF": "顾红",
    "TN-DZ-ZLS": "陆建新",
}
_VILLAGE = "村社"
_STATIONS, _OFFICES = ("EPS",), ("CJB", "ZF")


@dataclass(frozen=True, slots=True)
class Responsible:
    """责任单位 with the person who answers for it, and the login that acts for it."""

    unit: Unit
    person: str
    login: str


def rows(name: str) -> list[dict[str, str]]:
    """The lines of a table of the demo."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _people() -> tuple[dict[str, str], ...]:
    return tuple(rows("people"))


@cache
def _units() -> tuple[dict[str, str], ...]:
    return tuple(rows("units"))


def logins() -> tuple[str, ...]:
    """Everybody with an account."""
    return tuple(row["login"] for row in _people())


def name_of(login: str) -> str:
    """A person's name."""
    return next(row["name"] for row in _people() if row["login"] == login)


def officers(grid: str) -> tuple[str, str]:
    """The two of the township's station: who decides, and the colleague."""
    first, second, *_ = (
        row["login"] for row in _people() if Role.of(row["role"]) is Role.STATION and row["area"][:9] == town_of(grid)
    )
    return first, second


def inspector_of(grid: str) -> str:
    """Who inspects this grid."""
    return next(
        row["login"]
        for row in _people()
        if Role.of(row["role"]) is Role.INSPECTOR and grid.startswith(row["area"].rstrip("0"))
    )


def station_unit(grid: str) -> Unit:
    """验收单位: the township's station."""
    return _unit(_of_town(grid, _STATIONS))


def responsible(kind: str, grid: str) -> Responsible:
    """Who rectifies this kind of finding in this grid (column `unit` of resources/demo/kinds.csv)."""
    row = _of_town(grid, _OFFICES)
    if kind in ("village", "farm"):
        row = next(row for row in _units() if row["kind"] == _VILLAGE and row["area"] == grid[:12])
    elif kind == "site" and grid.startswith("320402104203"):
        row = next(row for row in _units() if row["code"] == "TN-QY-HY")
    unit = _unit(row)
    login = next((one["login"] for one in _people() if _acts_for(one, unit)), "")
    if login:
        return Responsible(unit, name_of(login), login)
    return Responsible(unit, _WITHOUT_ACCOUNT[unit.code], officers(grid)[1])


def _acts_for(person: dict[str, str], unit: Unit) -> bool:
    return person["unit"] == unit.code and Role.of(person["role"]) is Role.UNIT


def _of_town(grid: str, ends: tuple[str, ...]) -> dict[str, str]:
    return next(row for row in _units() if row["area"][:9] == town_of(grid) and row["code"].rpartition("-")[2] in ends)


def _unit(row: dict[str, str]) -> Unit:
    return Unit(row["code"], row["name"], is_village=row["kind"] == _VILLAGE)
