"""What took no effect is found by its author without reading every entry."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the index; most entries are not in it."""
    has_reason = sa.text("reason IS NOT NULL")
    columns = ["author", "id"]
    op.create_index("entry_without_effect", "entry", columns, sqlite_where=has_reason, postgresql_where=has_reason)
