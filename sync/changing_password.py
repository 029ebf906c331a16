"""Another password, at the bureau first and then for what is on this laptop; the old one opens both until then."""

from dataclasses import replace

from models.errors import WrongKey
from models.key_files import read_key
from models.keys import unlock
from models.local_people import SHORTEST_PASSWORD
from models.person_files import change_password as wrap_anew
from models.profile import PasswordRefused
from models.store import Store
from sync import failures
from sync.access import read_access, write_access
from sync.failures import Failed
from sync.http import Http
from sync.signing_in import open_session


def change_password(store: Store, key: bytes, *, old: str, new: str) -> None:
    """The bureau checks the old one, counts wrong tries, and takes the new one; this laptop's sign-in goes on with it.

    On other computers the sign-in at the bureau goes on, too, and the old password opens what is stored there until
    the new one was used there once. Who has no account has only this laptop to change. Raises Failed, PasswordRefused,
    WorldFailed.
    """
    person = store.person
    if person.has_account:
        _at_the_bureau(store, old, new)
    else:
        _check_here(store, old, new)
    wrap_anew(store.folder, person.login, key=key, new=new)


def _at_the_bureau(store: Store, old: str, new: str) -> None:
    access = read_access(store.settings)
    if access is None:
        raise Failed(failures.SIGNED_OUT)
    http = Http(replace(access, token=""))
    try:
        session = open_session(http, store.person.login, old, new, store.head.state().device)
    finally:
        http.close()
    write_access(store.settings, replace(access, token=session.token, bureau=session.bureau))


def _check_here(store: Store, old: str, new: str) -> None:
    if len(new) < SHORTEST_PASSWORD:
        raise PasswordRefused("local_password_short", least=SHORTEST_PASSWORD)
    try:
        unlock(read_key(store.folder), password=old)
    except WrongKey as error:
        raise PasswordRefused("old_password_wrong") from error
