"""How this laptop comes to a bureau, or begins without one: what the cards ask for, done for real."""

from gui.accounts.connect_card import Asking
from gui.accounts.connecting import Met, Ways
from gui.accounts.local_card import Beginning
from models import local_people
from models.carrying import promise
from models.clock import Clock
from models.profile import Profile, Unlocked
from models.store import Store


def ways(profile: Profile, clock: Clock) -> Ways:
    """On this profile, by this clock."""

    def meet(address: str) -> Met:
        from sync.signing_in import meet as meet_server

        met = meet_server(address)
        return Met(met.url, met.bureau)

    def connect(asking: Asking, new_password: str | None, local: Unlocked | None) -> Unlocked:
        from sync.signing_in import sign_in  # late: the window does not wait for the line

        unlocked = sign_in(
            profile,
            server=asking.server,
            login=asking.login,
            password=asking.password,
            clock=clock,
            new_password=new_password,
            old_password=asking.old_password or None,
        )
        if local is not None:
            _remember(profile, clock, unlocked, local)
        return unlocked

    def begin(beginning: Beginning) -> Unlocked:
        return local_people.begin(
            profile, name=beginning.name, grid=beginning.grid, password=beginning.password, clock=clock
        )

    return Ways(meet, connect, begin)


def _remember(profile: Profile, clock: Clock, account: Unlocked, local: Unlocked) -> None:
    """What was written down without an account comes along when the account's store is next opened, and until it has."""
    store = Store.open(profile.store_folder(account.person.login), account.key, account.person, clock)
    try:
        promise(store, local)
    finally:
        store.close()
