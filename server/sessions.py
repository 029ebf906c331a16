"""Signing in: password to token, with the lock, temporary passwords and the device's enrolment."""

from dataclasses import dataclass
from datetime import datetime

from models.clock import Clock
from models.database import Database
from models.people import Person
from server import accounts, devices, lockout
from server.accounts import Account, same_login
from server.devices import Token
from server.passwords import Passwords, weakness
from server.problems import Problem


@dataclass(frozen=True, slots=True)
class SignIn:
    """What a device sends to sign in."""

    login: str
    password: str
    device: str
    device_name: str = ""
    new_password: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """What it gets."""

    person: Person
    token: Token


def sign_in(database: Database, clock: Clock, passwords: Passwords, wanted: SignIn) -> Session:
    """Judge the password and hand out a token. Raises Problem with a code for each way it can fail."""
    now, login = clock.now(), same_login(wanted.login)[:64]
    account = _proven(database, passwords, wanted.password, login=login, now=now)
    replacement = _replacement(account, wanted, passwords)
    with database.writing() as connection:
        if replacement is not None:
            accounts.set_password(connection, account.person.id, password_hash=replacement, temporary=False)
        name, person = wanted.device_name, account.person
        token = devices.enrol(connection, device=wanted.device, name=name, person=person.id, now=now)
    return Session(account.person, token)


def _proven(database: Database, passwords: Passwords, password: str, *, login: str, now: datetime) -> Account:
    with database.writing() as connection:
        left = lockout.begin_attempt(connection, login=login, now=now)
        account = accounts.by_login(connection, login)
    # the slow hash is worked out with no transaction open
    if not passwords.matches(account.password_hash if account else None, password) or account is None:
        raise lockout.failed(left, now=now)
    with database.writing() as connection:
        lockout.forget(connection, login=login)
    if account.disabled:
        raise Problem(403, "account_disabled")
    return account


def _replacement(account: Account, wanted: SignIn, passwords: Passwords) -> str | None:
    if wanted.new_password is None:
        if account.temporary:
            raise Problem(403, "new_password_needed")
        return None
    weak = weakness(wanted.new_password, login=account.person.login)
    if weak is None and wanted.new_password == wanted.password:
        weak = "password_not_new"
    if weak is not None:
        raise Problem(422, weak)
    return passwords.hash(wanted.new_password)
