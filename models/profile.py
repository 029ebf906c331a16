"""The profile: a folder that several people share on one laptop, with an encrypted store for each of them."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import platformdirs

from models.clock import Clock, as_text
from models.errors import Damaged, GewuError, WrongKey
from models.key_files import has_key, login_of, read_keys
from models.keys import KeyFile, unlock
from models.people import Person
from models.person_files import read_person
from models.profile_file import Content, KnownPerson, ProfileFile

MOST_TRIES = 5
WAIT = timedelta(minutes=5)
_FOLDER_NAME = re.compile(r"[a-z0-9_][a-z0-9_-]{0,39}")
_WINDOWS_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))}


class PasswordRefused(GewuError):
    """The password did not open the store (wrong_password with `left`, too_many_tries with `until`)."""

    code = "wrong_password"


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What the right password opens."""

    key: bytes = field(repr=False)
    person: Person


class Profile:
    """The profile in one folder. Reads its small plain file anew each time: other runs of the program write it, too."""

    def __init__(self, folder: Path | None = None) -> None:
        """Nothing is read or made yet. Default: the folder that the system has for a program's data."""
        self.folder = folder or platformdirs.user_data_path("Gewu", appauthor=False)
        self.file = ProfileFile(self.folder)

    def people(self) -> tuple[KnownPerson, ...]:
        """Who signed in here, the last one first. Raises Damaged, NotWritable."""
        people = self.file.read().people
        if not people and any(self.folder.glob("stores/*/key.json")):
            raise Damaged("profile_damaged", where=str(self.file.path))
        return people

    def known(self, login: str) -> KnownPerson | None:
        """The person of this login, if they signed in here before."""
        return next((person for person in self.file.read().people if person.login == login), None)

    @property
    def server(self) -> str:
        """The address of the bureau's server that was used last, or empty."""
        return self.file.read().server

    @property
    def log_folder(self) -> Path:
        """Where what went wrong is written down for the administrator."""
        return self.folder / "log"

    def store_folder(self, login: str) -> Path:
        """Where the store of this person lies; the name is one that every file system takes."""
        usable = _FOLDER_NAME.fullmatch(login) and login not in _WINDOWS_DEVICES
        name = login if usable else "u-" + hashlib.sha256(login.encode()).hexdigest()[:24]
        return self.folder / "stores" / name

    def remember(self, *, server: str = "", login: str, name: str = "", place: str = "") -> None:
        """Put a person first among those who signed in here; empty values leave what is known."""

        def change(content: Content) -> Content:
            known = content.person(login)
            person = replace(known, name=name or known.name, place=place or known.place)
            return replace(content, server=server or content.server).with_first(person)

        self.file.change(change)

    def note_waiting(self, login: str, *, records: int, photos: int, place: str = "") -> None:
        """Keep how much of this person's work is not with the bureau, for the sign-in screen; and where they work."""
        known = self.known(login) or KnownPerson(login)
        noted = replace(known, waiting_records=records, waiting_photos=photos, place=place or known.place)
        if noted != known:
            self.file.change_person(
                login,
                lambda person: replace(
                    person, waiting_records=records, waiting_photos=photos, place=place or person.place
                ),
            )

    def unlock(self, login: str, password: str, clock: Clock) -> Unlocked:
        """Open a person's key and who they are. Raises PasswordRefused, Damaged, NotWritable."""
        key = self.key_of(login, password, clock)
        return Unlocked(key, read_person(self.store_folder(login), key))

    def key_of(self, login: str, password: str, clock: Clock) -> bytes:
        """Open a person's key; wrong tries are counted. Raises PasswordRefused, Damaged, NotWritable."""
        folder, now = self.store_folder(login), clock.now()
        if not has_key(folder):
            raise PasswordRefused("not_signed_in_here", login=login)
        self._refuse_hurry(login, now)
        key = next(filter(None, (_opened(stored, password) for stored in read_keys(folder))), None)
        if key is None:
            raise self._count_wrong(login, now)
        if (known := self.known(login)) is not None and (known.wrong_tries or known.wait_until):
            self.file.change_person(login, lambda person: replace(person, wrong_tries=0, wait_until=None))
        return key

    def has_store(self, login: str) -> bool:
        """Whether this person has signed in on this laptop before."""
        return has_key(self.store_folder(login))

    def mend(self) -> None:
        """Set a damaged profile file aside and make a new one from the stores that are here. No store is touched."""
        logins = [login for key in sorted(self.folder.glob("stores/*/key.json")) if (login := login_of(key.parent))]
        self.file.replace_damaged(Content("", tuple(KnownPerson(login) for login in logins)))

    def _refuse_hurry(self, login: str, now: datetime) -> None:
        known = self.known(login)
        # A clock that was put back must not lock anybody out for longer than the wait itself.
        if known and known.wait_until and now < known.wait_until <= now + WAIT:
            raise _too_many(known.wait_until)

    def _count_wrong(self, login: str, now: datetime) -> PasswordRefused:
        known = self.known(login)
        tries = (known.wrong_tries if known else 0) + 1
        until = now + WAIT if tries >= MOST_TRIES else None
        counted = 0 if until else tries
        self.file.change_person(login, lambda person: replace(person, wrong_tries=counted, wait_until=until))
        return _too_many(until) if until else PasswordRefused("wrong_password", left=MOST_TRIES - tries)


def same_login(text: str) -> str:
    """The one form of a login, however it was typed (full width, capitals); the server does the same."""
    whole = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # as the C locale hands it over
    return unicodedata.normalize("NFKC", whole).strip().casefold()


def _opened(stored: KeyFile, password: str) -> bytes | None:
    try:
        return unlock(stored, password=password)
    except WrongKey:
        return None


def _too_many(until: datetime) -> PasswordRefused:
    return PasswordRefused("too_many_tries", until=f"{until:%H:%M}", until_at=as_text(until))
