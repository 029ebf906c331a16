"""Taking a table in: every line is checked before the first is written, all in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from models.errors import Refusal, Refused
from models.ids import PersonId
from models.people import Person, Role
from models.reference import KEYS
from resources.sentences import sentence
from server import accounts, instance, registers
from server.importing import checking
from server.importing.table import Line, TableFile, read_table
from server.office import Office

_COUNTY_OFFICE = "生态环境局"


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of it."""

    kind: str
    rows: int
    changed: bool


def import_table(office: Office, data: bytes) -> Imported:
    """Take a table in. Raises Refused (import_line names the line), and then nothing has changed."""
    table = read_table(data)
    with office.database.writing() as connection:
        rows = _checked(connection, table)
        if table.kind == "people":
            changed = _take_people(connection, rows)
        else:
            changed = registers.take(connection, table.kind, registers.as_rows(table.kind, rows))
        if table.kind == "areas":
            _learn_bureau(connection, rows)
    return Imported(table.kind, len(rows), changed)


def _checked(connection: Connection, table: TableFile) -> list[dict[str, Any]]:
    known = {kind: registers.keys(connection, kind) for kind in ("areas", "units")}
    if table.kind in known:
        known[table.kind] |= {line.cells["code"] for line in table.lines}
    bureau = instance.read(connection).bureau_code
    rows, seen = [], dict[str, int]()
    for line in table.lines:
        row = _checked_line(table.kind, line, known, bureau)
        name = (
            "|".join(str(row[key]) for key in (KEYS[table.kind], "uscc") if key in row)
            if table.kind != "people"
            else row["login"]
        )
        if name in seen:
            raise Refused(_of_line(line, Refusal("import_twice", {"value": name, "line": seen[name]})))
        seen[name] = line.number
        rows.append(row)
    if table.kind == "areas":
        _find_parents(rows, known["areas"])
    return rows


def _checked_line(kind: str, line: Line, known: Mapping[str, set[str]], bureau: str) -> dict[str, Any]:
    try:
        if kind == "people":
            return checking.person(line.cells, known, bureau=bureau)
        return checking.CHECKS[kind](line.cells, known)
    except Refused as refused:
        raise Refused(_of_line(line, refused.refusal)) from refused


def _of_line(line: Line, refusal: Refusal) -> Refusal:
    reason = sentence(refusal.code, refusal.values)
    return Refusal("import_line", {"line": line.number, "reason": reason, "because": refusal.code})


def _find_parents(rows: Sequence[dict[str, Any]], known: set[str]) -> None:
    """An area without a stated parent lies in the nearest level above it that is known."""
    for row in rows:
        if not row["parent"]:
            row["parent"] = next((code for code in _levels_above(row["code"]) if code in known), "")


def _levels_above(code: str) -> Iterable[str]:
    if len(code) > 12:
        yield code[:-3]
    for length in (12, 9, 6, 4, 2):
        above = code[:length].ljust(12, "0")
        if length < len(code) and above != code:
            yield above


def _take_people(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> bool:
    changed = False
    for row in rows:
        role = Role(row["role"])
        one = Person(PersonId(""), row["login"], row["name"], role, row["area"], row["unit"])
        changed |= accounts.describe(connection, one, phone=row["phone"])
    if changed:
        # somebody may have another area now, and is then handed other rows of every kind
        registers.new_version(connection, *KEYS)
    return changed


def _learn_bureau(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    counties = {row["code"][:6] for row in rows if row["code"][4:6].strip("0")}
    if len(counties) == 1:
        county = counties.pop()
        names = [row["name"] for row in rows if row["code"] == county.ljust(12, "0")]
        instance.settle(connection, area=county, name=names[0] + _COUNTY_OFFICE if names else "")
