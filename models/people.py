"""Who acts: roles (domain.md 4), persons, and what area each may see."""

from dataclasses import dataclass

from models.ids import PersonId
from models.vocabulary import Labelled
from resources.words import N_


class Role(Labelled):
    """The part a person plays (domain.md 4); the label is the Chinese term up to the bracket."""

    INSPECTOR = "inspector", N_("Grid inspector")
    GRID_HEAD = "grid_head", N_("Grid head/village")
    STATION = "station", N_("Township station")
    UNIT = "unit", N_("Responsible unit")
    BUREAU = "bureau", N_("District bureau")
    CITY = "city", N_("City bureau/inspection office")
    LEADER = "leader", N_("Leader")
    ADMIN = "admin", N_("System administrator")
    AUDITOR = "auditor", N_("Auditor")


TOWN_LENGTH = 9
GRID_LENGTH = 15


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account. `area` is an area code of any level; `unit` is a unit code or empty."""

    id: PersonId
    login: str
    name: str
    role: Role
    area: str
    unit: str = ""

    @property
    def has_account(self) -> bool:
        """Whether a bureau knows them; who began without one keeps drafts, and writes no entry."""
        return bool(self.id)

    @property
    def scope(self) -> str:
        """The significant prefix of the area code, which every grid in this person's area starts with."""
        return area_prefix(self.area)

    def covers(self, grid: str) -> bool:
        """Whether a grid code lies in this person's area."""
        return grid.startswith(self.scope)


def area_prefix(code: str) -> str:
    """The part of a 12-digit code before its trailing empty levels; grids (15, 18 digits) are whole."""
    if len(code) != 12:
        return code
    for length in (12, TOWN_LENGTH, 6, 4, 2):
        if code[length:].strip("0") == "" and code[previous_level(length) : length].strip("0"):
            return code[:length]
    return code


def previous_level(length: int) -> int:
    """Where the level that ends at `length` digits begins: 省2 市2 县2 镇3 村3."""
    return {2: 0, 4: 2, 6: 4, 9: 6, 12: 9, 15: 12, 18: 15}[length]


def town_of(grid: str) -> str:
    """The nine digits of the township (镇街) that a grid code lies in."""
    return grid[:TOWN_LENGTH]
