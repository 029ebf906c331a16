"""Findings move between scopes: the feed of moves, and photos that follow their finding instead of a grid."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the feed; name the finding of each reference to a photo."""
    op.create_table(
        "move",
        sa.Column("number", sa.BigInteger(), nullable=False, comment="of the entry that moved a finding"),
        sa.Column(
            "enters",
            sa.Boolean(),
            nullable=False,
            comment="the row of the side that it enters, or of the one it leaves",
        ),
        sa.Column("subject", sa.String(length=36), nullable=False),
        sa.Column("town", sa.String(length=9), nullable=True, comment="this side: town and grid"),
        sa.Column("grid", sa.String(length=18), nullable=True),
        sa.Column("unit", sa.String(length=40), nullable=True, comment="or the unit"),
        sa.Column(
            "other",
            sa.String(length=40),
            nullable=False,
            comment="grid or unit of the other side; empty: no unit before",
        ),
        sa.PrimaryKeyConstraint("number", "enters"),
        comment="findings that went to another grid or another unit: the feed of who sees them from then on",
    )
    op.create_index("move_town", "move", ["town", "number"], unique=False)
    op.create_index("move_unit", "move", ["unit", "number"], unique=False)
    op.create_index("move_subject", "move", ["subject"], unique=False)
    op.add_column("entry_photo", sa.Column("subject", sa.String(length=36), nullable=True))
    op.execute("UPDATE entry_photo SET subject = (SELECT entry.subject FROM entry WHERE entry.id = entry_photo.entry)")
    with op.batch_alter_table("entry_photo") as table:
        table.alter_column("subject", existing_type=sa.String(length=36), nullable=False)
        table.drop_column("grid")
