"""Open a person's store and read what every screen needs from the start; done beside the window."""

from dataclasses import dataclass

from gui.look import USUAL, Look, device_look, keep_device_look, read_look
from gui.names import Names, read_names
from models.clock import Clock
from models.profile import Profile, Unlocked
from models.store import Store
from sync.access import read_access


@dataclass(frozen=True, slots=True)
class Opened:
    """An open store, the names that its reference data knows, the bureau it belongs to, and how its person wants to see it."""

    store: Store
    names: Names
    bureau: str
    key: bytes
    look: Look = USUAL
    never_exchanged: bool = False
    """Nothing of the bureau's has ever come down whole to this store."""


def open_store(profile: Profile, clock: Clock, unlocked: Unlocked) -> Opened:
    """Raises AlreadyOpen, WrongKey, NotWritable, Damaged, DiskFull."""
    person = unlocked.person
    store = Store.open(profile.store_folder(person.login), unlocked.key, person, clock)
    try:
        profile.remember(login=person.login, name=person.name)
        access = read_access(store.settings)
        bureau = access.bureau if access else ""
        waits = person.has_account and store.exchange_log.last_good() is None
        look = read_look(store.settings)
        if look != device_look(profile.file):
            keep_device_look(profile.file, look)
        return Opened(store, read_names(store), bureau, unlocked.key, look, waits)
    except BaseException:
        store.close()
        raise
