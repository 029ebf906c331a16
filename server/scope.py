"""What a person may see: the county's whole journal, a township, or a part of one; a unit what is dispatched to it."""

from typing import Final

from sqlalchemy import ColumnElement, Table, func, literal, select

from models.ledger_tables import LEDGER
from models.people import TOWN_LENGTH, Person, Role, town_of
from models.tables import ENTRY
from server.tables import ENTRY_PHOTO, MOVE

Conditions = tuple[ColumnElement[bool], ...]
SEES_NO_FINDINGS: Final = frozenset({Role.ADMIN, Role.AUDITOR})
"""By domain.md 4."""


def entries_seen(person: Person) -> Conditions | None:
    """The conditions on entries that this person may see. None: no entry at all."""
    return _within(person, ENTRY)


def findings_seen(person: Person) -> Conditions | None:
    """The conditions on findings of the ledger that this person may see. None: none at all."""
    return _within(person, LEDGER)


def crossings_seen(person: Person) -> Conditions | None:
    """The conditions on moves over the border of this person's scope. None: nothing ever crosses it."""
    within, prefix = _within(person, MOVE), person.scope
    if not within or person.role is Role.UNIT:
        return within or None
    return *within, func.substr(MOVE.c.other, 1, len(prefix)) != literal(prefix)


def photos_seen(person: Person) -> ColumnElement[bool] | None:
    """The condition on references to photos that this person may see: of findings they see now, or made by themselves."""
    within = _within(person, LEDGER)
    if within is None:
        return None
    seen = select(LEDGER.c.id).where(LEDGER.c.id == ENTRY_PHOTO.c.subject, *within).exists()
    return seen | (ENTRY_PHOTO.c.author == person.id)


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
