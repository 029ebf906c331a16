"""Reference data: areas, units, people, enterprises and holidays, as the bureau hands them down, whole by kind."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select

from models.coordinates import Position
from models.database import Database, bulk_insert
from models.facts import Unit
from models.initials import initials
from models.people import GRID_LENGTH
from models.tables import REFERENCE, REFERENCE_VERSION

KEYS = {"areas": "code", "units": "code", "people": "id", "enterprises": "name", "holidays": "date"}
"""The kinds, and the field that names a row within its kind."""
VILLAGE: Final = "村社"
"""The kind of unit that has often no account of its own."""


@dataclass(frozen=True, slots=True)
class Area:
    """行政区划 or 网格. `parent` is a code or empty."""

    code: str
    name: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Enterprise:
    """A known enterprise or site (企业与点位)."""

    name: str
    uscc: str = ""
    area: str = ""
    address: str = ""
    position: Position | None = None
    industry: str = ""


class Reference:
    """What the bureau handed down to this store."""

    def __init__(self, database: Database) -> None:
        """Read on demand and kept in memory until a kind is replaced."""
        self._database = database
        self._kinds: dict[str, dict[str, Mapping[str, Any]]] = {}
        self._versions: Mapping[str, int] | None = None

    def versions(self) -> Mapping[str, int]:
        """The version held of each kind; 0 where there is none yet."""
        if self._versions is None:
            with self._database.reading() as connection:
                held = {row.kind: int(row.version) for row in connection.execute(select(REFERENCE_VERSION))}
            self._versions = {kind: held.get(kind, 0) for kind in KEYS}
        return self._versions

    def replace(self, kind: str, version: int, rows: Sequence[Mapping[str, Any]]) -> None:
        """Take a whole kind as it is now at the bureau, in one transaction."""
        with self._database.writing() as connection:
            write_reference(connection, kind, version, rows)
        self._kinds.pop(kind, None)
        self._versions = None

    def area(self, code: str) -> Area | None:
        """An area of any level by its code."""
        row = self._rows("areas").get(code)
        return Area(row["code"], row["name"], row.get("parent") or "") if row else None

    def area_name(self, code: str) -> str:
        """The name of an area, or its code where it is not known here."""
        area = self.area(code)
        return area.name if area else code

    def grids(self, within: str = "") -> tuple[Area, ...]:
        """Grids and micro-grids whose code begins with this prefix, by code."""
        rows = self._rows("areas")
        return tuple(
            Area(code, rows[code]["name"], rows[code].get("parent") or "")
            for code in sorted(rows)
            if len(code) >= GRID_LENGTH and code.startswith(within)
        )

    def rows(self, kind: str) -> tuple[Mapping[str, Any], ...]:
        """All rows of a kind as they were handed down."""
        return tuple(self._rows(kind).values())

    def name_of(self, person: str) -> str:
        """A person's name by id; empty where unknown."""
        row = self._rows("people").get(person)
        return str(row["name"]) if row else ""

    def people(self) -> tuple[Mapping[str, Any], ...]:
        """People in this person's area: id, login, name, role, area, unit."""
        return tuple(self._rows("people").values())

    def units(self) -> tuple[Unit, ...]:
        """单位 of the bureau's register in this person's area, in the order of their codes."""
        rows = self._rows("units")
        return tuple(Unit(code, rows[code]["name"], rows[code].get("kind") == VILLAGE) for code in sorted(rows))

    def enterprises(self, text: str = "", limit: int = 50) -> tuple[Enterprise, ...]:
        """Enterprises whose name holds the text, or whose pinyin initials begin with it."""
        wanted = text.strip().lower()
        found: list[Enterprise] = []
        for row in self._rows("enterprises").values():
            if wanted in row["name"].lower() or initials(row["name"]).startswith(wanted):
                found.append(_enterprise(row))
            if len(found) == limit:
                break
        return tuple(found)

    def _rows(self, kind: str) -> dict[str, Mapping[str, Any]]:
        if kind not in self._kinds:
            query = select(REFERENCE.c.key, REFERENCE.c.body).where(REFERENCE.c.kind == kind)
            with self._database.reading() as connection:
                self._kinds[kind] = {row.key: json.loads(row.body) for row in connection.execute(query)}
        return self._kinds[kind]


def write_reference(connection: Connection, kind: str, version: int, rows: Iterable[Mapping[str, Any]]) -> None:
    """Replace a kind inside the caller's transaction."""
    key = KEYS[kind]
    bodies = {str(row[key]): json.dumps(dict(row), ensure_ascii=False) for row in rows}
    connection.execute(delete(REFERENCE).where(REFERENCE.c.kind == kind))
    bulk_insert(connection, REFERENCE, REFERENCE.c.keys(), [(kind, name, body) for name, body in bodies.items()])
    connection.execute(delete(REFERENCE_VERSION).where(REFERENCE_VERSION.c.kind == kind))
    connection.execute(insert(REFERENCE_VERSION).values(kind=kind, version=version))


def _enterprise(row: Mapping[str, Any]) -> Enterprise:
    lon, lat = row.get("lon"), row.get("lat")
    position = Position(float(lon), float(lat)) if lon not in (None, "") and lat not in (None, "") else None
    return Enterprise(
        row["name"],
        row.get("uscc") or "",
        row.get("area") or "",
        row.get("address") or "",
        position,
        row.get("industry") or "",
    )
