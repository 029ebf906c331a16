"""The tables of a journal and of what stands beside it, the same on a laptop and on the server."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData()

# -- the journal: written by models.journal alone ---------------------------------------------------------------
ENTRY = Table(
    "entry",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("subject_kind", String(20), nullable=False),
    Column("subject", String(36), nullable=False),
    Column("kind", String(50), nullable=False),
    Column("author", String(36), nullable=False),
    Column("device", String(32), nullable=False),
    Column("dseq", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Column("link", LargeBinary, comment="device chain up to and with this entry; only where the chain is whole"),
    Column("number", BigInteger, comment="given by the server; null while pending"),
    Column("received_at", String(32), comment="when the server took it"),
    Column("reason", String(60), comment="why the server found it not effective; null when effective"),
    Column("finding_number", String(24), comment="问题编号, on the entry that raised a finding"),
    Column("chain", LargeBinary, comment="server only: the journal's chain up to and with this number"),
    Column("town", String(9), comment="server only: scope columns"),
    Column("grid", String(18), comment="server only"),
    Column("unit", String(40), comment="server only: the unit that rectifies it, from its dispatch on"),
)
Index("entry_number", ENTRY.c.number, unique=True)
Index("entry_subject", ENTRY.c.subject)
Index("entry_device", ENTRY.c.device, ENTRY.c.dseq)
Index(
    "entry_without_effect",
    ENTRY.c.author,
    ENTRY.c.id,
    sqlite_where=ENTRY.c.reason.is_not(None),
    postgresql_where=ENTRY.c.reason.is_not(None),
)
Index("entry_town", ENTRY.c.town, ENTRY.c.number, sqlite_where=ENTRY.c.town.is_not(None))
Index("entry_grid", ENTRY.c.grid, ENTRY.c.number, sqlite_where=ENTRY.c.grid.is_not(None))
# partial on PostgreSQL, too, as the migration makes it: said here it would load that dialect on every laptop
Index("entry_unit", ENTRY.c.unit, ENTRY.c.number, sqlite_where=ENTRY.c.unit.is_not(None))

# -- one row each: whose journal this is and where it stands --------------------------------------------------------
COUNTER = Table(
    "counter",
    METADATA,
    Column("journal", String(12), primary_key=True, comment="county code"),
    Column("number", BigInteger, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    Column("year", Integer, nullable=False, comment="of the last finding number"),
    Column("findings", Integer, nullable=False, comment="last finding number given in that year"),
    comment="server only: the head of each journal, updated last in the transaction",
)

HEAD = Table(
    "head",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("device", String(32), nullable=False),
    Column("device_name", Text, nullable=False),
    Column("dseq", BigInteger, nullable=False),
    Column("link", LargeBinary, nullable=False),
    Column("sent", BigInteger, nullable=False),
    Column("sent_link", LargeBinary, nullable=False),
    Column("epoch", String(32), nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("anchor", String(64), nullable=False),
    Column("skew_ms", BigInteger),
    Column("skew_at", String(32)),
    comment="laptop only: the whole state of the exchange in one row",
)

FOLD = Table(
    "fold",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("version", Integer, nullable=False),
    comment="the version of the sum that the ledger was made with",
)

# -- owned by one module each ---------------------------------------------------------------------------------------
DRAFT = Table(
    "draft",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("finding", String(36), comment="set when the draft completes a finding that exists"),
    Column("saved_at", String(32), nullable=False),
    Column("body", Text, nullable=False),
)

PHOTO = Table(
    "photo",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("state", String(12), nullable=False),
    Column("here", Boolean, nullable=False, comment="the original lies in this store"),
    Column("added_at", String(32), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("reason", String(60)),
    Column("sent_bytes", BigInteger, nullable=False),
)
Index("photo_state", PHOTO.c.state)

THUMBNAIL = Table(
    "thumbnail",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("edge", Integer, primary_key=True),
    Column("jpeg", LargeBinary, nullable=False),
)

REFERENCE = Table(
    "reference",
    METADATA,
    Column("kind", String(20), primary_key=True),
    Column("key", String(40), primary_key=True),
    Column("body", Text, nullable=False),
)

REFERENCE_VERSION = Table(
    "reference_version",
    METADATA,
    Column("kind", String(20), primary_key=True),
    Column("version", BigInteger, nullable=False),
)

REFUSED = Table(
    "refused_entry",
    METADATA,
    Column("entry", String(36), ForeignKey("entry.id"), primary_key=True),
    Column("code", String(60), nullable=False),
    Column("values", Text, nullable=False),
    Column("at", String(32), nullable=False),
    comment="laptop only: entries that the server did not take, with its reason; they stay in the journal",
)

EXCHANGE_LOG = Table(
    "exchange_log",
    METADATA,
    Column("id", Integer, primary_key=True, comment="in the order of writing, whatever the clock did"),
    Column("at", String(32), nullable=False),
    Column("since", String(32), nullable=False, comment="first of the same failures that this row counts"),
    Column("times", Integer, nullable=False),
    Column("entries_sent", Integer, nullable=False),
    Column("photos_sent", Integer, nullable=False),
    Column("entries_received", Integer, nullable=False),
    Column("photos_received", Integer, nullable=False),
    Column("entries_refused", Integer, nullable=False),
    Column("reason", String(60), comment="what ended it early; null when nothing did"),
    Column("values", Text, nullable=False),
    comment="laptop only: exchanges that moved something or ended early",
)

LAST_GOOD_EXCHANGE = Table(
    "last_good_exchange",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    comment="laptop only: one row, all that an exchange of nothing writes",
)

DEPARTED = Table(
    "departed",
    METADATA,
    Column("subject", String(36), primary_key=True),
    Column("number", BigInteger, nullable=False, comment="of the entry with which it left"),
    comment="laptop only: findings that left this person's scope; kept in the journal, not in the ledger",
)

SETTING = Table(
    "setting",
    METADATA,
    Column("name", String(60), primary_key=True),
    Column("value", Text, nullable=False),
)
