"""The ledger's tables: what the journal adds up to; given today's shape and added up again, never migrated.

models.journal alone writes them; where another program made them, models.ledger_shape gives them their columns.
"""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, MetaData, String, Table, Text

LEDGER_METADATA = MetaData()

LEDGER = Table(
    "ledger",
    LEDGER_METADATA,
    Column("id", String(36), primary_key=True),
    Column("number", String(24), nullable=False),
    Column("provisional", String(24), nullable=False),
    Column("state", String(20), nullable=False),
    Column("category", String(20), nullable=False),
    Column("severity", String(20), nullable=False),
    Column("place", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("party", Text, nullable=False),
    Column("sought", Text, nullable=False, comment="what searches look into: models.seeking"),
    Column("town", String(9), nullable=False),
    Column("grid", String(18), nullable=False),
    Column("raiser", String(36), nullable=False),
    Column("recorded_at", String(32), nullable=False),
    Column("changed_at", String(32), nullable=False),
    Column("entries", Integer, nullable=False),
    Column("unit", String(40), nullable=False, comment="of the 责任单位; empty before 交办"),
    Column("unit_name", Text, nullable=False),
    Column("is_village", Boolean, nullable=False, comment="the 责任单位 is a 村社"),
    Column("applicant", String(36), nullable=False, comment="who applied for acceptance; empty where nobody did"),
    Column("due", String(10), nullable=False, comment="the deadline while the unit works on it, else far away"),
    Column("dispatched_on", String(10)),
    Column("deadline", String(10)),
    Column("completed_on", String(10)),
    Column("times_refused", Integer, nullable=False),
    Column("is_behind", Boolean, nullable=False),
    Column("reported_on", String(10)),
    Column("period", String(7), nullable=False, comment="the last month that was reported on"),
    Column("notice_until", String(10)),
    Column("odd", Boolean, nullable=False, comment="two values for one aspect, or a kind of a newer program"),
)
Index("ledger_state", LEDGER.c.state, LEDGER.c.due, LEDGER.c.id.desc())
Index("ledger_recorded", LEDGER.c.recorded_at, LEDGER.c.id)
Index("ledger_number", LEDGER.c.number)
Index("ledger_due", LEDGER.c.due, LEDGER.c.id.desc(), LEDGER.c.is_village)
Index("ledger_unit", LEDGER.c.unit)

LEDGER_PHOTO = Table(
    "ledger_photo",
    LEDGER_METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("subject", String(36), primary_key=True),
    Column("place", Integer, nullable=False, comment="order within the finding, from 0"),
    Column("kind", String(20), nullable=False),
    Column("name", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("media_type", String(40), nullable=False),
)
Index("ledger_photo_subject", LEDGER_PHOTO.c.subject)

SPAN = Table(
    "span",
    LEDGER_METADATA,
    Column("subject", String(36), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("state", String(20), nullable=False),
    Column("since", String(32), nullable=False),
    Column("until", String(32)),
)

REBUILD = Table(
    "rebuild",
    LEDGER_METADATA,
    Column("id", Integer, primary_key=True),
    Column("version", Integer, nullable=False, comment="of the sum that the ledger is on its way to"),
    Column("place", String(36), nullable=False, comment="the last subject that was added up again"),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    comment="one row while the ledger is made anew; models.rebuilding writes it",
)

LEDGER_TABLES = (LEDGER, LEDGER_PHOTO, SPAN)
