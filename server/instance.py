"""Which server this is: its id, its epoch, its bureau and the bureau's recovery key, made at the first start.

A bureau that the settings do not name is learnt from the first area table or account.
"""

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from sqlalchemy import Connection, insert, select, update

from models.database import Database
from models.durable import disk_failures, make_folder, sync_folder
from models.errors import Damaged, Refusal, Refused
from server.settings import Settings
from server.tables import INSTANCE

KEY_FILE = "recovery.key"
_COUNTY = re.compile(r"\d{6}")


@dataclass(frozen=True, slots=True)
class Instance:
    """What every answer and every sign-in tells of this server. `bureau_code` is empty until the bureau is known."""

    id: str
    epoch: str
    bureau_code: str
    bureau_name: str
    recovery_key: bytes


def ready(database: Database, settings: Settings) -> Instance:
    """Read what this server is, making it at the first start. Raises Refused when the settings name another bureau."""
    with database.writing() as connection:
        if connection.execute(select(INSTANCE.c.id)).one_or_none() is None:
            return _begin(connection, settings)
        known = read(connection)
        if settings.bureau_code and known.bureau_code and settings.bureau_code != known.bureau_code:
            values = {"known": known.bureau_code, "wanted": settings.bureau_code}
            raise Refused(Refusal("data_of_another_bureau", values))
        code, name = settings.bureau_code or known.bureau_code, settings.bureau_name or known.bureau_name
        connection.execute(update(INSTANCE).values(bureau_code=code, bureau_name=name))
        return replace(known, bureau_code=code, bureau_name=name)


def read(connection: Connection) -> Instance:
    """What this server is, as it stands in the database."""
    row = connection.execute(select(INSTANCE)).one()
    return Instance(row.id, row.epoch, row.bureau_code, row.bureau_name, bytes(row.recovery_key))


def settle(connection: Connection, *, area: str, name: str = "") -> None:
    """Learn the bureau from an area code or a county's name, where it is not known yet."""
    known = read(connection)
    if not known.bureau_code and area[4:6].strip("0"):
        connection.execute(update(INSTANCE).values(bureau_code=area[:6]))
    if not known.bureau_name and name:
        connection.execute(update(INSTANCE).values(bureau_name=name))


def private_key(data: Path) -> X25519PrivateKey:
    """The bureau's private recovery key. Raises Damaged when its file is gone or not what it was."""
    try:
        return X25519PrivateKey.from_private_bytes((data / KEY_FILE).read_bytes())
    except (OSError, ValueError) as error:
        raise Damaged("recovery_key_damaged", file=KEY_FILE) from error


def _begin(connection: Connection, settings: Settings) -> Instance:
    code = settings.bureau_code
    if code and not _COUNTY.fullmatch(code):
        raise Refused(Refusal("bureau_code_malformed", {"county": code}))
    key = _private_key_made(settings.data)
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    made = Instance(os.urandom(16).hex(), os.urandom(16).hex(), code, settings.bureau_name, public)
    connection.execute(
        insert(INSTANCE).values(
            id=made.id,
            epoch=made.epoch,
            bureau_code=made.bureau_code,
            bureau_name=made.bureau_name,
            recovery_key=made.recovery_key,
        )
    )
    return made


def _private_key_made(data: Path) -> X25519PrivateKey:
    """Write the private key before its public half is handed to anybody; one from an interrupted start is kept."""
    path = data / KEY_FILE
    if path.exists():
        return private_key(data)
    key = X25519PrivateKey.generate()
    with disk_failures():
        make_folder(data)
        # readable by this account alone from its first byte (Windows takes the folder's rights)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()))
            file.flush()
            os.fsync(file.fileno())
        sync_folder(data)
    return key
