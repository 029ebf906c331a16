"""People whom no bureau knows yet: they write findings down on this laptop, and register them once they have an account."""

from dataclasses import replace

from models.clock import Clock, as_text
from models.drafts import Draft
from models.findings import Safety
from models.ids import PersonId, new_id
from models.keys import make_local_key
from models.people import Person, Role
from models.person_files import enrol
from models.profile import PasswordRefused, Profile, Unlocked
from models.profile_file import LOCAL
from models.settings import Settings
from models.store import Store

SHORTEST_PASSWORD = 8
_GRID, _CARRIED = "local_grid", "carried:"


def begin(profile: Profile, *, name: str, grid: str, password: str, clock: Clock) -> Unlocked:
    """Make somebody an encrypted store of their own, without any bureau. Only the password opens it.

    `grid` is where they patrol, in their own words. Raises PasswordRefused, WorldFailed.
    """
    if len(password) < SHORTEST_PASSWORD:
        raise PasswordRefused("local_password_short", least=SHORTEST_PASSWORD)
    person = Person(PersonId(""), f"{LOCAL}{new_id()[-12:]}", name.strip(), Role.INSPECTOR, "")
    folder = profile.store_folder(person.login)
    key, stored = make_local_key(password=password)
    enrol(folder, person, key=key, stored=stored)
    store = Store.open(folder, key, person, clock)
    try:
        set_grid_words(store.settings, grid)
    finally:
        store.close()
    profile.remember(login=person.login, name=person.name, place=grid.strip())
    return Unlocked(key, person)


def grid_words(settings: Settings) -> str:
    """Where somebody without an account patrols, in their own words; empty for everybody else."""
    return settings.get(_GRID)


def set_grid_words(settings: Settings, grid: str) -> None:
    """Remember where somebody without an account patrols."""
    settings.put(_GRID, grid.strip())


def mark_carried(store: Store, draft: Draft) -> None:
    """This draft, as it was saved then, lies in the account's store, checked."""
    store.settings.put(f"{_CARRIED}{draft.id}", as_text(draft.saved_at))


def is_carried(store: Store, draft: Draft) -> bool:
    """Whether it lies in the account's store as it stands now; one that was written on since does not."""
    return store.settings.get(f"{_CARRIED}{draft.id}") == as_text(draft.saved_at)


def safety(store: Store) -> Safety:
    """What is not yet with the bureau: of somebody without an account, all that they wrote down and did not carry over."""
    if store.person.has_account:
        return store.findings.safety()
    left = [draft for draft in store.drafts.all() if not is_carried(store, draft)]
    return Safety(records=len(left), photos=len({digest for draft in left for digest, _name in draft.photos}))


def note_carried(profile: Profile, login: str, account: str) -> None:
    """Everything of theirs is in the account's store: they need not be asked for at the sign-in any more."""
    profile.file.change_person(
        login, lambda known: replace(known, carried_to=account, waiting_records=0, waiting_photos=0)
    )
