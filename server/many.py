"""Asking for many rows by key with one parameter: a list of 500 parameters costs more than the search itself."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, any_, func, literal, select


def one_of(connection: Connection, column: ColumnElement[Any], keys: Iterable[str]) -> ColumnElement[bool]:
    """The condition that the column is one of these keys, which must be plain words without a comma."""
    if connection.dialect.name == "postgresql":
        return column == any_(func.string_to_array(literal(",".join(keys)), ","))
    listed = func.json_each(literal(json.dumps(list(keys)))).table_valued("value")
    return column.in_(select(listed.c.value))
