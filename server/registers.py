"""Reference data as the bureau maintains it: what each person is handed, and in which version."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select, text

from models.database import bulk_insert, fetch
from models.people import Person, Role, area_prefix, town_of
from models.reference import KEYS
from server import accounts
from server.tables import REGISTER


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a register: what names it, where it belongs (empty: to everybody), and what is handed out."""

    key: str
    area: str
    body: Mapping[str, Any]


def take(connection: Connection, kind: str, rows: Sequence[Row]) -> bool:
    """Add rows and bring known ones up to date; none is ever removed. Whether anything changed."""
    query = select(REGISTER.c.key, REGISTER.c.area, REGISTER.c.body).where(REGISTER.c.kind == kind)
    known = {row.key: (row.area, row.body) for row in connection.execute(query)}
    wanted = {row.key: (row.area, json.dumps(dict(row.body), ensure_ascii=False)) for row in rows}
    changed = {key: value for key, value in wanted.items() if known.get(key) != value}
    gone = [{"kind": kind, "key": key} for key in changed if key in known]
    if gone:
        connection.execute(text('DELETE FROM register WHERE kind = :kind AND "key" = :key'), gone)
    bulk_insert(
        connection, REGISTER, REGISTER.c.keys(), [(kind, key, area, body) for key, (area, body) in changed.items()]
    )
    if changed:
        new_version(connection, kind)
    return bool(changed)


def new_version(connection: Connection, *kinds: str) -> None:
    """Tell every device that these kinds are to be fetched again."""
    for kind in kinds:
        connection.execute(_COUNT_UP, {"kind": kind})


def versions(connection: Connection) -> dict[str, int]:
    """The version of each kind; 0 where there is nothing yet."""
    return with_none_missing(dict(fetch(connection, "SELECT kind, version FROM register_version")))


def with_none_missing(known: Mapping[str, int]) -> dict[str, int]:
    """These versions, and 0 for the kinds that have none yet."""
    return {kind: known.get(kind, 0) for kind in KEYS}


def handed_to(connection: Connection, kind: str, person: Person) -> list[Mapping[str, Any]]:
    """The rows of a kind in this person's area and above it."""
    if kind == "people":
        everybody = accounts.people(connection)
        return [_plain(other) for other in everybody if _concerns(other.area, _for_names(person))]
    query = select(REGISTER.c.area, REGISTER.c.body).where(REGISTER.c.kind == kind).order_by(REGISTER.c.key)
    return [json.loads(row.body) for row in connection.execute(query) if _concerns(row.area, person)]


def keys(connection: Connection, kind: str) -> set[str]:
    """What names the rows of a kind."""
    return set(connection.scalars(select(REGISTER.c.key).where(REGISTER.c.kind == kind)))


def _concerns(area: str, person: Person) -> bool:
    """Whether something of this area is handed to a person: it lies in theirs or above it; administrators get all."""
    prefix = area_prefix(area)
    return not area or person.role is Role.ADMIN or area.startswith(person.scope) or person.scope.startswith(prefix)


def _for_names(person: Person) -> Person:
    """A unit meets people of its whole township on its findings: who logged, who verified."""
    return replace(person, area=town_of(person.scope).ljust(12, "0")) if person.role is Role.UNIT else person


def _plain(person: Person) -> dict[str, str]:
    # no telephone numbers: what a laptop does not need, a lost laptop cannot tell
    return {
        "id": person.id,
        "login": person.login,
        "name": person.name,
        "role": person.role.value,
        "area": person.area,
        "unit": person.unit,
    }


def as_rows(kind: str, plain: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Rows as they were read from a file, each under what names it and in its area."""
    rows = []
    for body in plain:
        area = str(body["code"]) if kind == "areas" else str(body.get("area") or "")
        name = body["name"] + "|" + str(body.get("uscc") or "") if kind == "enterprises" else body[KEYS[kind]]
        rows.append(Row(str(name), area, body))
    return rows


_COUNT_UP = text(
    "INSERT INTO register_version (kind, version) VALUES (:kind, 1) "
    "ON CONFLICT (kind) DO UPDATE SET version = register_version.version + 1"
)
