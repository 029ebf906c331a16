"""Which findings say which two characters next to each other, so that a list can be searched for a word."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the index, empty, and the place up to which the journal is in it. Each database has its own kind of it."""
    worded = op.create_table(
        "worded",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "number", sa.BigInteger(), nullable=False, comment="of the entry up to which findings are in finding_words"
        ),
    )
    op.bulk_insert(worded, [{"id": 1, "number": 0}])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE TABLE finding_words (id VARCHAR(36) PRIMARY KEY, pairs INTEGER[] NOT NULL)")
        op.execute("CREATE INDEX finding_words_pairs ON finding_words USING gin (pairs)")
    else:
        options = "content='', contentless_delete=1, detail='none', tokenize='ascii'"
        op.execute(f"CREATE VIRTUAL TABLE finding_words USING fts5 (pairs, {options})")
