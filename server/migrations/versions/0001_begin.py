"""Accounts, devices, photos and reference data, as they began."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table of the first version."""
    op.create_table(
        "account",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("login", sa.String(length=20), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("area", sa.String(length=18), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("phone", sa.String(length=20), nullable=False),
        sa.Column(
            "password_hash", sa.Text(), nullable=True, comment="Argon2id; null until one was set: nobody can sign in"
        ),
        sa.Column("temporary", sa.Boolean(), nullable=False, comment="the next sign-in must bring a new password"),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("login"),
    )
    op.create_table(
        "device",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("account", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "token", sa.LargeBinary(), nullable=False, comment="SHA-256 of the token; the token itself is nowhere"
        ),
        sa.Column("renewed_at", sa.String(length=32), nullable=False),
        sa.Column("expires_at", sa.String(length=32), nullable=False),
        sa.Column("revoked_at", sa.String(length=32), nullable=True),
        sa.Column(
            "dseq", sa.BigInteger(), nullable=False, comment="head of the device's chain, refused entries included"
        ),
        sa.Column("link", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("device_account", "device", ["account"], unique=False)
    op.create_index("device_token", "device", ["token"], unique=True)
    op.create_table(
        "entry_photo",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("entry", sa.String(length=36), nullable=False),
        sa.Column("author", sa.String(length=36), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("grid", sa.String(length=18), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "entry"),
        comment="which accepted entry speaks of which photo; effective or not",
    )
    op.create_table(
        "instance",
        sa.Column("id", sa.String(length=32), nullable=False, comment="which server this is; never changes"),
        sa.Column(
            "epoch", sa.String(length=32), nullable=False, comment="changes when the journal is restored from a backup"
        ),
        sa.Column("bureau_code", sa.String(length=12), nullable=False),
        sa.Column("bureau_name", sa.Text(), nullable=False),
        sa.Column(
            "recovery_key", sa.LargeBinary(), nullable=False, comment="public X25519 key; the private one is a file"
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "register",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("area", sa.String(length=18), nullable=False, comment="empty: for everybody"),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "key"),
    )
    op.create_table(
        "register_version",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("kind"),
    )
    op.create_table(
        "set_aside",
        sa.Column("device", sa.String(length=32), nullable=False),
        sa.Column("dseq", sa.BigInteger(), nullable=False),
        sa.Column("link", sa.LargeBinary(), nullable=False),
        sa.Column(
            "entry", sa.String(length=36), nullable=True, comment="already in the journal under another device's number"
        ),
        sa.Column("code", sa.String(length=60), nullable=True, comment="why it was refused"),
        sa.Column("values", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False, comment="as it came; refused bytes need not be text"),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("device", "dseq"),
        comment="what a device sent and the journal does not hold under that device's number",
    )
    op.create_table(
        "sign_in_failure",
        sa.Column("login", sa.String(length=64), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("login"),
    )
    op.create_table(
        "stored_photo",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.Column("verified_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "upload",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("device", sa.String(length=32), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column(
            "offset", sa.BigInteger(), nullable=False, comment="what counts, whatever the length of the part file"
        ),
        sa.Column("touched_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("upload_sha256", "upload", ["sha256", "device"], unique=False)
