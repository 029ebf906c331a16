"""Devices and their tokens: 256 random bits, kept only as SHA-256, revocable, gone after 60 days unused."""

import hashlib
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Row, insert, select, update

from models.clock import as_moment, as_text
from models.database import fetch
from models.entries import FIRST_LINK
from models.ids import DeviceId, PersonId
from models.people import Person, Role
from server.problems import Problem
from server.tables import ACCOUNT, DEVICE

LIFETIME = timedelta(days=60)
_RENEWED_EVERY = timedelta(days=1)
_DEVICE = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Asker:
    """Who is asking, and with which device."""

    person: Person
    device: DeviceId
    renew: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A new token, told once, and until when it serves unused."""

    text: str
    expires_at: str
    dseq: int
    link: bytes


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """One line of `device list`."""

    id: str
    login: str
    person: str
    name: str
    renewed_at: str
    revoked_at: str | None


def enrol(connection: Connection, *, device: str, name: str, person: PersonId, now: datetime) -> Token:
    """Give a device a new token; an older one of the same device ends. Raises Problem."""
    if not _DEVICE.fullmatch(device):
        raise Problem(400, "malformed_request", where="device")
    token = secrets.token_urlsafe(32)
    row = connection.execute(select(DEVICE).where(DEVICE.c.id == device).with_for_update()).one_or_none()
    if row is not None and row.account != person:
        raise Problem(409, "device_of_another_person")
    if row is not None and row.revoked_at is not None:
        raise Problem(403, "device_revoked")
    until = _until(now)
    values: dict[str, object] = {"token": _digest(token), "name": name[:100], **until}
    if row is None:
        values |= {"id": device, "account": person, "dseq": 0, "link": FIRST_LINK}
        connection.execute(insert(DEVICE).values(**values))
        return Token(token, until["expires_at"], 0, FIRST_LINK)
    connection.execute(update(DEVICE).where(DEVICE.c.id == device).values(**values))
    return Token(token, until["expires_at"], row.dseq, bytes(row.link))


def recognise(connection: Connection, token: str, *, now: datetime) -> Asker:
    """Who holds this token. Raises Problem (token_unknown, token_expired, device_revoked, account_disabled)."""
    rows = fetch(connection, _WHO, _digest(token))
    if not rows:
        raise Problem(401, "token_unknown")
    ((device, renewed_at, expires_at, revoked_at, disabled, person, login, name, role, area, unit),) = rows
    if revoked_at is not None:
        raise Problem(401, "device_revoked")
    if disabled:
        raise Problem(401, "account_disabled")
    if expires_at < as_text(now):
        raise Problem(401, "token_expired")
    who = Person(person, login, name, Role(role), area, unit)
    return Asker(who, DeviceId(device), as_moment(renewed_at) + _RENEWED_EVERY < now)


def renew(connection: Connection, device: DeviceId, *, now: datetime) -> None:
    """The device was used: its 60 days begin anew. Once a day is enough."""
    connection.execute(update(DEVICE).where(DEVICE.c.id == device).values(**_until(now)))


def revoke(connection: Connection, device: str, *, now: datetime) -> bool:
    """Shut a lost device out; whether there was such a device."""
    where = (DEVICE.c.id == device, DEVICE.c.revoked_at.is_(None))
    return connection.execute(update(DEVICE).where(*where).values(revoked_at=as_text(now))).rowcount > 0


def listed(connection: Connection) -> Sequence[DeviceLine]:
    """Every device with its person, the latest used first."""
    query = (
        select(DEVICE, ACCOUNT.c.login, ACCOUNT.c.name.label("person"))
        .join(ACCOUNT, ACCOUNT.c.id == DEVICE.c.account)
        .order_by(DEVICE.c.renewed_at.desc())
    )
    return [_line(row) for row in connection.execute(query)]


def _line(row: Row[tuple[object, ...]]) -> DeviceLine:
    return DeviceLine(row.id, row.login, row.person, row.name, row.renewed_at, row.revoked_at)


def _until(now: datetime) -> dict[str, str]:
    return {"renewed_at": as_text(now), "expires_at": as_text(now + LIFETIME)}


def _digest(token: str) -> bytes:
    # 256 random bits need no slow hash: there is nothing to guess
    return hashlib.sha256(token.encode()).digest()


_WHO = (
    "SELECT device.id, renewed_at, expires_at, revoked_at, disabled, account.id, login, account.name, role, area, unit "
    "FROM device JOIN account ON account.id = device.account WHERE token = ?"
)
