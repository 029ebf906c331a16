"""Open a person's store and read what every screen needs from the start; done beside the window."""

from dataclasses import dataclass

from gui.names import Names, read_names
from models.clock import Clock
from models.profile import Profile, Unlocked
from models.store import Store
from sync.access import read_access


@dataclass(frozen=True, slots=True)
class Opened:
    """An open store, the names that its reference data knows, and the bureau it belongs to."""

    store: Store
    names: Names
    bureau: str
    key: bytes


def open_store(profile: Profile, clock: Clock, unlocked: Unlocked) -> Opened:
    """Raises AlreadyOpen, WrongKey, NotWritable, Damaged, DiskFull."""
    person = unlocked.person
    store = Store.open(profile.store_folder(person.login), unlocked.key, person, clock)
    try:
        profile.remember(login=person.login, name=person.name)
        access = read_access(store.settings)
        return Opened(store, read_names(store), access.bureau if access else "", unlocked.key)
    except BaseException:
        store.close()
        raise
