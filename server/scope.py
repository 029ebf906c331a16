"""What a person may see: the county's whole journal, a township, or a part of one; a unit what is dispatched to it."""

from functools import lru_cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Table, and_, func, literal, true
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from models.ledger_tables import LEDGER
from models.people import TOWN_LENGTH, Person, Role, town_of
from models.tables import ENTRY
from server.tables import MOVE

Conditions = tuple[ColumnElement[bool], ...]
Clause = tuple[str, tuple[object, ...]]
"""A condition as models.database.fetch takes it: its text, with `?` for each of its values."""
_KEPT = 500
_MARKED = SQLiteDialect_pysqlite()
"""Writes `?` for a value; the rest is the same on PostgreSQL."""
SEES_NO_FINDINGS: Final = frozenset({Role.ADMIN, Role.AUDITOR})
"""By domain.md 4."""


@lru_cache(maxsize=_KEPT)
def entries_seen(person: Person) -> Clause | None:
    """The condition on entries that this person may see. None: no entry at all."""
    return _clause(_within(person, ENTRY))


def findings_seen(person: Person) -> Conditions | None:
    """The conditions on findings of the ledger that this person may see. None: none at all."""
    return _within(person, LEDGER)


@lru_cache(maxsize=_KEPT)
def crossings_seen(person: Person) -> Clause | None:
    """The condition on moves over the border of this person's scope. None: nothing ever crosses it."""
    within, prefix = _within(person, MOVE), person.scope
    if not within or person.role is Role.UNIT:
        return _clause(within or None)
    return _clause((*within, func.substr(MOVE.c.other, 1, len(prefix)) != literal(prefix)))


@lru_cache(maxsize=_KEPT)
def photos_seen(person: Person) -> Clause | None:
    """The condition on references to photos that this person may see: of findings they see now, or made by themselves."""
    within = _clause(_within(person, LEDGER))
    if within is None:
        return None
    clause, values = within
    seen = f"EXISTS (SELECT 1 FROM ledger WHERE ledger.id = entry_photo.subject AND {clause})"
    return f"({seen} OR entry_photo.author = ?)", (*values, person.id)


def _within(person: Person, table: Table) -> Conditions | None:
    """The conditions on a table's columns town, grid and unit under which its row is in this person's scope."""
    prefix = person.scope
    if person.role in SEES_NO_FINDINGS:
        return None
    if person.role is Role.UNIT:
        return (table.c.unit == person.unit,) if person.unit else None
    if len(prefix) < TOWN_LENGTH:
        return ()
    town = table.c.town == town_of(prefix)
    if len(prefix) == TOWN_LENGTH:
        return (town,)
    # a village, or a grid with its micro-grids: equality on the town finds the rows, this thins them out
    return town, func.substr(table.c.grid, 1, len(prefix)) == literal(prefix)


def _clause(conditions: Conditions | None) -> Clause | None:
    if conditions is None:
        return None
    compiled: Any = and_(true(), *conditions).compile(dialect=_MARKED)
    return f"({compiled})", tuple(compiled.params[name] for name in compiled.positiontup)
