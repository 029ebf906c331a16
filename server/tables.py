"""The server's own tables, beside the journal's: accounts, devices, photos, reference data, and what it set aside."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text

METADATA = MetaData()

# -- server.instance ------------------------------------------------------------------------------------------------
INSTANCE = Table(
    "instance",
    METADATA,
    Column("id", String(32), primary_key=True, comment="which server this is; never changes"),
    Column("epoch", String(32), nullable=False, comment="changes when the journal is restored from a backup"),
    Column("bureau_code", String(12), nullable=False),
    Column("bureau_name", Text, nullable=False),
    Column("recovery_key", LargeBinary, nullable=False, comment="public X25519 key; the private one is a file"),
)

# -- server.accounts ------------------------------------------------------------------------------------------------
ACCOUNT = Table(
    "account",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("login", String(20), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("role", String(20), nullable=False),
    Column("area", String(18), nullable=False),
    Column("unit", String(40), nullable=False),
    Column("phone", String(20), nullable=False),
    Column("password_hash", Text, comment="Argon2id; null until one was set: nobody can sign in"),
    Column("temporary", Boolean, nullable=False, comment="the next sign-in must bring a new password"),
    Column("disabled", Boolean, nullable=False),
)

# -- server.lockout: by what was typed, so that a lock does not tell whether the login exists ------------------------
FAILURE = Table(
    "sign_in_failure",
    METADATA,
    Column("login", String(64), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("last_at", String(32), nullable=False),
)

# -- server.devices -------------------------------------------------------------------------------------------------
DEVICE = Table(
    "device",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("account", String(36), nullable=False),
    Column("name", Text, nullable=False),
    Column("token", LargeBinary, nullable=False, comment="SHA-256 of the token; the token itself is nowhere"),
    Column("renewed_at", String(32), nullable=False),
    Column("expires_at", String(32), nullable=False),
    Column("revoked_at", String(32)),
    Column("dseq", BigInteger, nullable=False, comment="head of the device's chain, refused entries included"),
    Column("link", LargeBinary, nullable=False),
)
Index("device_token", DEVICE.c.token, unique=True)
Index("device_account", DEVICE.c.account)

# -- server.set_aside -----------------------------------------------------------------------------------------------
SET_ASIDE = Table(
    "set_aside",
    METADATA,
    Column("device", String(32), primary_key=True),
    Column("dseq", BigInteger, primary_key=True),
    Column("link", LargeBinary, nullable=False),
    Column("entry", String(36), comment="already in the journal under another device's number"),
    Column("code", String(60), comment="why it was refused"),
    Column("values", Text, nullable=False),
    Column("body", LargeBinary, nullable=False, comment="as it came; refused bytes need not be text"),
    Column("at", String(32), nullable=False),
    comment="what a device sent and the journal does not hold under that device's number",
)

# -- server.references_to_photos ------------------------------------------------------------------------------------
ENTRY_PHOTO = Table(
    "entry_photo",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("entry", String(36), primary_key=True),
    Column("subject", String(36), nullable=False),
    Column("author", String(36), nullable=False),
    Column("size", BigInteger, nullable=False),
    comment="which accepted entry speaks of which photo; effective or not",
)

# -- server.exchange.moving -----------------------------------------------------------------------------------------
MOVE = Table(
    "move",
    METADATA,
    Column("number", BigInteger, primary_key=True, comment="of the entry that moved a finding"),
    Column("enters", Boolean, primary_key=True, comment="the row of the side that it enters, or of the one it leaves"),
    Column("subject", String(36), nullable=False),
    Column("town", String(9), comment="this side: town and grid"),
    Column("grid", String(18)),
    Column("unit", String(40), comment="or the unit"),
    Column("other", String(40), nullable=False, comment="grid or unit of the other side; empty: no unit before"),
    comment="findings that went to another grid or another unit: the feed of who sees them from then on",
)
Index("move_town", MOVE.c.town, MOVE.c.number)
Index("move_unit", MOVE.c.unit, MOVE.c.number)
Index("move_subject", MOVE.c.subject)

# -- server.uploads, server.photo_store -----------------------------------------------------------------------------
UPLOAD = Table(
    "upload",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("device", String(32), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("offset", BigInteger, nullable=False, comment="what counts, whatever the length of the part file"),
    Column("touched_at", String(32), nullable=False),
)
Index("upload_sha256", UPLOAD.c.sha256, UPLOAD.c.device)

STORED_PHOTO = Table(
    "stored_photo",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("media_type", String(40), nullable=False),
    Column("verified_at", String(32), nullable=False),
)

# -- server.words; the index itself, finding_words, is of another kind on each database ---------------------------------
WORDED = Table(
    "worded",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("number", BigInteger, nullable=False, comment="of the entry up to which findings are in finding_words"),
)

# -- server.registers -----------------------------------------------------------------------------------------------
REGISTER = Table(
    "register",
    METADATA,
    Column("kind", String(20), primary_key=True),
    Column("key", String(60), primary_key=True),
    Column("area", String(18), nullable=False, comment="empty: for everybody"),
    Column("body", Text, nullable=False),
)

REGISTER_VERSION = Table(
    "register_version",
    METADATA,
    Column("kind", String(20), primary_key=True),
    Column("version", BigInteger, nullable=False),
)
