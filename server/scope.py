"""What a person may see: the county's whole journal, a township, or a part of one; some roles see no findings."""

from typing import Final

from sqlalchemy import ColumnElement, func, literal

from models.people import TOWN_LENGTH, Person, Role, town_of
from models.tables import ENTRY
from server.tables import ENTRY_PHOTO

SEES_NO_FINDINGS: Final = frozenset({Role.ADMIN, Role.AUDITOR, Role.UNIT})
"""Administrators and auditors by domain.md 4; a unit sees what is dispatched to it, and nothing can be dispatched yet."""


def entries_seen(person: Person) -> tuple[ColumnElement[bool], ...] | None:
    """The conditions on entries that this person may see, on the level columns. None: no entry at all."""
    prefix = person.scope
    if person.role in SEES_NO_FINDINGS:
        return None
    if len(prefix) < TOWN_LENGTH:
        return ()
    town = ENTRY.c.town == town_of(prefix)
    if len(prefix) == TOWN_LENGTH:
        return (town,)
    # a village, or a grid with its micro-grids: equality on the town finds the rows, this thins them out
    return town, func.substr(ENTRY.c.grid, 1, len(prefix)) == literal(prefix)


def photos_seen(person: Person) -> ColumnElement[bool] | None:
    """The condition on references to photos that this person may see: in their area, or made by themselves."""
    if person.role in SEES_NO_FINDINGS:
        return None
    prefix = person.scope
    inside = func.substr(ENTRY_PHOTO.c.grid, 1, len(prefix)) == literal(prefix)
    return inside | (ENTRY_PHOTO.c.author == person.id)
