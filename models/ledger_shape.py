"""Giving the ledger's tables the columns and indexes that this program describes, where another program made them."""

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Boolean, Column, Connection, Float, Index, Integer, Table, false, text
from sqlalchemy.schema import CreateIndex, DropIndex

from models.ledger_tables import LEDGER_METADATA


def conform(connection: Connection) -> None:
    """Rows stay where they are: what is new in them is empty until they are added up again."""
    LEDGER_METADATA.create_all(connection)
    context = MigrationContext.configure(connection, opts={"include_name": _is_ledgers})
    operations = Operations(context)
    unwanted, columns, missing = _differences(compare_metadata(context, LEDGER_METADATA))
    for index in unwanted:
        connection.execute(DropIndex(index, if_exists=True))
    for table, old, new in columns:
        if old is not None:
            operations.drop_column(table, old)
        if new is not None:
            operations.add_column(table, _with_plain_value(new))
    for index in missing:
        connection.execute(CreateIndex(index, if_not_exists=True))


_Columns = list[tuple[str, str | None, Column[Any] | None]]


def _differences(found: list[Any]) -> tuple[list[Index], _Columns, list[Index]]:
    """Indexes that go, columns that go and come, indexes that come. A column of another type goes and comes again."""
    unwanted: list[Index] = []
    columns: _Columns = []
    missing: list[Index] = []
    for difference in found:
        match difference:
            case ("remove_index", index):
                unwanted.append(index)
            case ("add_index", index):
                missing.append(index)
            case ("remove_column", _, table, column):
                columns.append((table, column.name, None))
            case ("add_column", _, table, column):
                columns.append((table, None, column))
            case [("modify_type" | "modify_nullable", _, name, column, *_), *_]:
                table = LEDGER_METADATA.tables[name]
                held = _holding(table, column)
                unwanted += held
                missing += held
                columns.append((name, column, table.c[column]))
    return unwanted, columns, missing


def _holding(table: Table, column: str) -> list[Index]:
    """The indexes with this column; a column cannot go while they stand."""
    return [index for index in table.indexes if column in index.columns]


def _with_plain_value(column: Column[Any]) -> Column[Any]:
    """The column as it is described, with a value for the rows that are there."""
    plain: Any = text("''")
    if column.nullable:
        plain = None
    elif isinstance(column.type, Boolean):
        plain = false()
    elif isinstance(column.type, Integer | Float):
        plain = text("0")
    return Column(column.name, column.type, nullable=column.nullable, server_default=plain, comment=column.comment)


def _is_ledgers(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or name in LEDGER_METADATA.tables
