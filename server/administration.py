"""What the administrator does at the server's own console: accounts and their passwords."""

from dataclasses import dataclass

from models.errors import Refusal, Refused
from models.ids import PersonId, new_id
from models.people import Person
from models.reference import KEYS
from server import accounts, instance, lockout, registers
from server.importing.checking import LONGEST_NAME
from server.office import Office
from server.passwords import SHORTEST, Passwords, weakness


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What `user add` is told."""

    login: str
    name: str
    role: str
    area: str
    unit: str = ""
    temporary: bool = False


def add_account(office: Office, wanted: NewAccount, password: str) -> tuple[Person, str | None]:
    """Add an account; also the code of a weakness of its password, which is said but not refused. Raises Refused."""
    login, role = accounts.checked_login(wanted.login), accounts.checked_role(wanted.role)
    name = wanted.name.strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise Refused(Refusal("import_name", {"value": name[:20]}))
    weak = _weakness(password, login, temporary=wanted.temporary)
    hashed = Passwords().hash(password)
    with office.database.writing() as connection:
        bureau = instance.read(connection).bureau_code
        area = accounts.checked_area(wanted.area, bureau=bureau)
        areas = registers.keys(connection, "areas")
        if areas and area not in areas:
            raise Refused(Refusal("import_area_unknown", {"value": wanted.area}))
        unit = accounts.checked_unit(wanted.unit, role, registers.keys(connection, "units"))
        person = Person(PersonId(new_id()), login, name, role, area, unit)
        accounts.add(connection, person, password_hash=hashed, temporary=wanted.temporary)
        instance.settle(connection, area=area)
        registers.new_version(connection, *KEYS)
    return person, weak


def set_password(office: Office, login: str, password: str, *, temporary: bool) -> str | None:
    """Give a person another password and lift a lock; the code of a weakness, if any. Raises Refused."""
    login = accounts.same_login(login)
    weak = _weakness(password, login, temporary=temporary)
    hashed = Passwords().hash(password)
    with office.database.writing() as connection:
        account = accounts.by_login(connection, login)
        if account is None:
            raise Refused(Refusal("login_unknown", {"login": login}))
        accounts.set_password(connection, account.person.id, password_hash=hashed, temporary=temporary)
        lockout.forget(connection, login=login)
    return weak


def _weakness(password: str, login: str, *, temporary: bool) -> str | None:
    """A temporary password is replaced at the first sign-in; any other must at least not be guessed in minutes."""
    if temporary:
        return None
    if len(password) < SHORTEST:
        raise Refused(Refusal("password_too_short", {"least": SHORTEST}))
    return weakness(password, login=login)
