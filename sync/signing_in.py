"""Signing in at the bureau: a password for a token, and on a new laptop for a store of one's own."""

import base64
import platform
from dataclasses import dataclass, replace

import msgspec

from models.clock import Clock
from models.errors import GewuError
from models.ids import DeviceId, PersonId, new_device
from models.keys import make_key
from models.people import Person, Role
from models.person_files import change_password, enrol, keep_person
from models.profile import Profile, Unlocked, same_login
from models.store import Store
from sync import failures
from sync.access import ServerAccess, access_to, read_access, write_access
from sync.failures import Failed, Failure, Retry
from sync.http import INSTANCE, PREFIX, Http, HttpAnswer

_NOBODY = Person(PersonId(""), "", "", Role.AUDITOR, "")


class _Hello(msgspec.Struct):
    bureau: str = ""


class _PersonRow(msgspec.Struct):
    id: str
    login: str
    name: str
    role: str
    area: str
    unit: str = ""


class _Session(msgspec.Struct):
    token: str
    person: _PersonRow
    bureau: str
    recovery_key: str


@dataclass(frozen=True, slots=True)
class _Here:
    """What this laptop holds of a person who signed in on it before."""

    key: bytes
    device: DeviceId
    instance: str
    bureau: str


@dataclass(frozen=True, slots=True)
class Met:
    """A server that answered: its address as it is used, and what its bureau is called (older ones do not say)."""

    url: str
    bureau: str


def meet(server: str) -> Met:
    """Look whether a server of ours answers at this address; needs no account. Raises Failed."""
    http = Http(access_to(server))
    try:
        answer = _meet(http)
        return Met(http.access.url, msgspec.json.decode(answer.content, type=_Hello).bureau)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Failed(failures.GARBLED) from error
    finally:
        http.close()


def sign_in(
    profile: Profile,
    *,
    server: str,
    login: str,
    password: str,
    clock: Clock,
    new_password: str | None = None,
    old_password: str | None = None,
) -> Unlocked:
    """Sign in at a server and make this laptop ready; afterwards the store opens, also without a connection.

    `old_password` opens what is here where the password was changed at the bureau. Raises Failed for the line and
    the server, PasswordRefused for the password of this laptop, WorldFailed for its disk.
    """
    access = access_to(server)
    login = same_login(login)
    http = Http(access)
    try:
        instance = _meet(http).headers[INSTANCE]
        here = _here(profile, login, old_password or password, clock)
        if here is not None and here.instance not in ("", instance):
            raise Failed(Failure("wrong_server", Retry.PERSON, values={"bureau": here.bureau}))
        device = here.device if here is not None else new_device()
        session = open_session(http, login, password, new_password, device)
    finally:
        http.close()
    person = _person(session)
    key = _key(profile, person, here, session, new_password or password)
    store = Store.open(profile.store_folder(person.login), key, person, clock, device=device)
    try:
        write_access(store.settings, replace(access, token=session.token, instance=instance, bureau=session.bureau))
    finally:
        store.close()
    if here is not None and (new_password or old_password):
        change_password(profile.store_folder(person.login), person.login, key=key, new=new_password or password)
    profile.remember(server=access.url, login=person.login, name=person.name)
    return Unlocked(key, person)


def _meet(http: Http) -> HttpAnswer:
    """What this server says of itself. One that knows no `hello` there was given an address with too much behind it."""
    try:
        return http.ask("GET", f"{PREFIX}/hello")
    except Failed as failed:
        if failed.failure.code in ("signed_out", "gone"):
            raise Failed(replace(failures.ADDRESS, values={"address": http.access.url})) from failed
        raise


def renew(store: Store, *, password: str) -> Person:
    """A new token for an open store whose sign-in has expired; the person as the bureau knows them now.

    Raises Failed. Where the person's role or area changed, the caller keeps it (person_files.keep_person) and opens anew.
    """
    access = read_access(store.settings)
    if access is None:
        raise Failed(failures.SIGNED_OUT)
    http = Http(replace(access, token=""))
    try:
        session = open_session(http, store.person.login, password, None, store.head.state().device)
    finally:
        http.close()
    write_access(store.settings, replace(access, token=session.token, bureau=session.bureau))
    return _person(session)


def reachable(access: ServerAccess) -> bool:
    """Whether the server answers just now; asks for next to nothing."""
    try:
        http = Http(access)
    except Failed:
        return False
    try:
        http.ask("GET", f"{PREFIX}/hello")
    except GewuError:
        return False
    finally:
        http.close()
    return True


def _here(profile: Profile, login: str, password: str, clock: Clock) -> _Here | None:
    if not profile.has_store(login):
        return None
    key = profile.key_of(login, password, clock)
    # Who they are comes with the session: until then the store is opened only to read whose server it knows.
    store = Store.open(profile.store_folder(login), key, _NOBODY, clock)
    try:
        access = read_access(store.settings)
        known = access or ServerAccess("")
        return _Here(key, store.head.state().device, known.instance, known.bureau)
    finally:
        store.close()


def open_session(http: Http, login: str, password: str, new_password: str | None, device: str) -> _Session:
    wanted = {"login": login, "password": password, "device": device, "device_name": platform.node()}
    if new_password is not None:
        wanted["new_password"] = new_password
    body = msgspec.json.encode(wanted)
    answer = http.ask("POST", f"{PREFIX}/session", body=body, headers={"Content-Type": "application/json"})
    try:
        return msgspec.json.decode(answer.content, type=_Session)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Failed(failures.GARBLED) from error


def _person(session: _Session) -> Person:
    row = session.person
    try:
        return Person(PersonId(row.id), row.login, row.name, Role(row.role), row.area, row.unit)
    except ValueError as error:  # a role of a newer server
        raise Failed(Failure("program_too_old", Retry.PERSON)) from error


def _key(profile: Profile, person: Person, here: _Here | None, session: _Session, password: str) -> bytes:
    folder = profile.store_folder(person.login)
    if here is not None:
        keep_person(folder, person, key=here.key)
        return here.key
    try:
        key, stored = make_key(password=password, bureau=base64.b64decode(session.recovery_key, validate=True))
    except ValueError as error:
        raise Failed(failures.GARBLED) from error
    enrol(folder, person, key=key, stored=stored)
    return key
