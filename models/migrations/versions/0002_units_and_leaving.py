"""Entries carry the unit that rectifies; a laptop knows which findings left its person's scope."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the scope column of units, and the table of what left."""
    comment = "server only: the unit that rectifies it, from its dispatch on"
    op.add_column("entry", sa.Column("unit", sa.String(length=40), nullable=True, comment=comment))
    has_unit = sa.text("unit IS NOT NULL")
    op.create_index("entry_unit", "entry", ["unit", "number"], sqlite_where=has_unit, postgresql_where=has_unit)
    op.create_table(
        "departed",
        sa.Column("subject", sa.String(length=36), primary_key=True),
        sa.Column("number", sa.BigInteger(), nullable=False, comment="of the entry with which it left"),
        comment="laptop only: findings that left this person's scope; kept in the journal, not in the ledger",
    )
