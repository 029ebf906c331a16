"""Names of persons and places by id or code, held in memory so that a list never waits for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.local_people import grid_words
from models.people import GRID_LENGTH, Person, Role
from models.store import Store
from resources.words import _

_NAMED_BY_UNIT = (Role.STATION, Role.UNIT, Role.BUREAU, Role.CITY)


@dataclass(frozen=True, slots=True)
class Names:
    """What the reference data calls things; a code or a dash where it does not know."""

    people: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, int] = field(default_factory=dict)
    """Of each kind of reference data, so that it shows when any of them is another one."""
    units: Mapping[str, str] = field(default_factory=dict)

    def person(self, person_id: str) -> str:
        """A person's name."""
        return self.people.get(person_id, "—")

    def area(self, code: str) -> str:
        """An area's own name: 第12网格."""
        return self.areas.get(code, code)

    def place(self, code: str) -> str:
        """An area with its township in front where it is a grid: 郑陆镇第12网格."""
        if len(code) < GRID_LENGTH:
            return self.area(code)
        return self.areas.get(f"{code[:9]}000", "") + self.area(code)

    def post(self, person: Person) -> str:
        """Where somebody works and as what: 郑陆镇第12网格 网格员; of an office its own name: 郑陆镇环保站."""
        if person.role in _NAMED_BY_UNIT and person.unit in self.units:
            return self.units[person.unit]
        return _("{place} {role}").format(place=self.place(person.area), role=_(person.role.label))


def read_names(store: Store) -> Names:
    """Read the names once; called beside the window."""
    reference, person = store.reference, store.person
    versions = reference.versions()
    people = {str(row["id"]): str(row["name"]) for row in reference.people()}
    grids = {grid.code: grid.name for grid in reference.grids()}
    above = {f"{code[:9]}000" for code in (*grids, person.area)} | {person.area}
    known = {code: area.name for code in above if (area := reference.area(code)) is not None}
    if not person.has_account:
        known[person.area] = grid_words(store.settings)
    units = {unit.code: unit.name for unit in reference.units()}
    return Names({person.id: person.name, **people}, {**grids, **known}, versions, units)
