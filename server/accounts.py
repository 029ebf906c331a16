"""Accounts: who may sign in, in which role, for which area. The only module that reads and writes them."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, insert, select, update

from models.errors import Refusal, Refused
from models.ids import PersonId, new_id
from models.people import Person, Role
from server.tables import ACCOUNT

LONGEST_LOGIN = 20
_IDENTITY_NUMBER = re.compile(r"\d{17}[\dx]")
_AREA_LENGTHS = (2, 4, 6, 9)
_CODE_LENGTHS = (12, 15, 18)


@dataclass(frozen=True, slots=True)
class Account:
    """A person with what signing in needs."""

    person: Person
    password_hash: str | None
    temporary: bool
    disabled: bool
    phone: str = ""


def same_login(text: str) -> str:
    """The one form of a login, however it was typed."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def checked_login(text: str) -> str:
    """A login that may be given. Raises Refused."""
    login = same_login(text)
    if not login or len(login) > LONGEST_LOGIN or not login.isprintable() or re.search(r'[\s/\\:*?"<>|]', login):
        raise Refused(Refusal("login_not_allowed", {"login": text}))
    if _IDENTITY_NUMBER.fullmatch(login):
        raise Refused(Refusal("login_is_identity_number"))
    return login


def checked_role(text: str) -> Role:
    """A role by its Chinese label up to the bracket, its English label or its code. Raises Refused."""
    role = Role.of(re.split(r"[（(]", text.strip())[0].strip())
    if role is None:
        raise Refused(Refusal("role_unknown", {"role": text}))
    return role


def checked_unit(text: str, role: Role, units: Collection[str]) -> str:
    """A unit code of the register, where one is kept; who acts for a unit must have one. Raises Refused."""
    code = text.strip()
    if not code and role is Role.UNIT:
        raise Refused(Refusal("account_without_unit"))
    if code and units and code not in units:
        raise Refused(Refusal("import_unit_unknown", {"value": code}))
    return code


def checked_area(text: str, *, bureau: str) -> str:
    """An area code of this bureau, or one above it; short codes are filled up. Raises Refused."""
    code = text.strip()
    if not code.isascii() or not code.isdigit() or len(code) not in (*_AREA_LENGTHS, *_CODE_LENGTHS):
        raise Refused(Refusal("area_code_malformed", {"area": text}))
    full = code.ljust(12, "0")
    prefix = Person(PersonId(""), "", "", Role.LEADER, full).scope
    if not prefix.startswith(bureau) and not bureau.startswith(prefix):
        raise Refused(Refusal("area_of_another_bureau", {"area": text, "bureau": bureau}))
    return full


def add(
    connection: Connection,
    person: Person,
    *,
    password_hash: str | None,
    temporary: bool = False,
    phone: str = "",
) -> None:
    """Add an account. One that was imported and never had a password is completed. Raises Refused (login_taken)."""
    known = by_login(connection, person.login)
    if known is not None and known.password_hash is not None:
        raise Refused(Refusal("login_taken", {"login": person.login}))
    facts = {**_facts(person), "password_hash": password_hash, "temporary": temporary, "phone": phone}
    if known is None:
        connection.execute(insert(ACCOUNT).values(id=person.id, disabled=False, **facts))
    else:
        connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == known.person.id).values(**facts))


def describe(connection: Connection, person: Person, *, phone: str) -> bool:
    """Add a person without a password, or bring a known one up to date; whether anything changed."""
    known = by_login(connection, person.login)
    facts = {**_facts(person), "phone": phone}
    if known is None:
        values = {"password_hash": None, "temporary": False, "disabled": False, **facts}
        connection.execute(insert(ACCOUNT).values(id=new_id(), **values))
        return True
    if {**_facts(known.person), "phone": known.phone} == facts:
        return False
    connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == known.person.id).values(**facts))
    return True


def set_password(connection: Connection, person: PersonId, *, password_hash: str, temporary: bool) -> None:
    """Give a person another password."""
    changed = {"password_hash": password_hash, "temporary": temporary}
    connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == person).values(**changed))


def set_disabled(connection: Connection, login: str, *, disabled: bool) -> bool:
    """Shut somebody out, or let them in again; whether there is such a login."""
    where = ACCOUNT.c.login == same_login(login)
    return connection.execute(update(ACCOUNT).where(where).values(disabled=disabled)).rowcount > 0


def by_login(connection: Connection, login: str) -> Account | None:
    """The account of a login in its one form."""
    row = connection.execute(select(ACCOUNT).where(ACCOUNT.c.login == login)).one_or_none()
    return None if row is None else _account(row)


def people(connection: Connection) -> Sequence[Person]:
    """Everybody, by login."""
    return [as_person(row) for row in connection.execute(select(ACCOUNT).order_by(ACCOUNT.c.login))]


def as_person(row: Row[tuple[object, ...]]) -> Person:
    """A row with the account's columns as the value that the rest of the program knows."""
    return Person(row.id, row.login, row.name, Role(row.role), row.area, row.unit)


def _account(row: Row[tuple[object, ...]]) -> Account:
    return Account(as_person(row), row.password_hash, row.temporary, row.disabled, row.phone)


def _facts(person: Person) -> dict[str, str]:
    return {
        "login": person.login,
        "name": person.name,
        "role": person.role.value,
        "area": person.area,
        "unit": person.unit,
    }
