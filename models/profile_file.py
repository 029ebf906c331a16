"""The small plain file of a profile: who signed in here, and what this laptop remembers before anybody signs in."""

import json
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock

from models.codec import from_plain, to_plain
from models.durable import disk_failures, make_folder, write_file
from models.errors import Damaged, Malformed

LOCAL = "~"
"""What the logins of people without an account begin with; no bureau gives out such a one."""
_DEVICE = "device"
_NAMES = ("server", "people")


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who worked on this laptop, as the sign-in screen shows them before any password."""

    login: str
    name: str = ""
    place: str = ""
    waiting_records: int = 0
    waiting_photos: int = 0
    wrong_tries: int = 0
    wait_until: datetime | None = None
    carried_to: str = ""
    """The account that everything of theirs was carried over to."""

    @property
    def is_local(self) -> bool:
        """Whether they began without the bureau: no account yet, and nothing of theirs is in any journal."""
        return self.login.startswith(LOCAL)


@dataclass(frozen=True, slots=True)
class Content:
    """What the file holds. `rest` is what another version of the program wrote, kept as it is."""

    server: str = ""
    people: tuple[KnownPerson, ...] = ()
    rest: Mapping[str, Any] = field(default_factory=dict)

    def person(self, login: str) -> KnownPerson:
        """What is known of this login; nothing but the login of one that is new."""
        return next((person for person in self.people if person.login == login), KnownPerson(login))

    def with_first(self, person: KnownPerson) -> "Content":
        """This person in front of the others."""
        return replace(self, people=(person, *(other for other in self.people if other.login != person.login)))

    def with_changed(self, person: KnownPerson) -> "Content":
        """This person as they are now, in their place."""
        if all(other.login != person.login for other in self.people):
            return replace(self, people=(*self.people, person))
        return replace(self, people=tuple(person if other.login == person.login else other for other in self.people))


class ProfileFile:
    """Read anew each time: other runs of the program write it, too. Written whole, under a lock."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read or made yet."""
        self._folder = folder
        self.path = folder / "profile.json"

    def read(self) -> Content:
        """What it holds; nothing where there is none yet. Raises Damaged."""
        try:
            with disk_failures():
                return _content(json.loads(self.path.read_bytes()))
        except FileNotFoundError:
            return Content()
        except (ValueError, Malformed, IsADirectoryError) as error:
            raise Damaged("profile_damaged", where=str(self.path)) from error

    def change(self, change: Callable[[Content], Content]) -> None:
        """Write it changed. Raises Damaged, NotWritable."""
        with disk_failures():
            make_folder(self._folder)
            with self._lock():
                self._write(change(self.read()))

    def change_person(self, login: str, change: Callable[[KnownPerson], KnownPerson]) -> None:
        """Write one person changed."""
        self.change(lambda content: content.with_changed(change(content.person(login))))

    def replace_damaged(self, content: Content) -> None:
        """Set a damaged file aside and begin a new one."""
        with disk_failures(), self._lock():
            if self.path.exists():
                self.path.replace(self._folder / "profile.damaged.json")
            self._write(content)

    def device(self, name: str) -> str:
        """A small value of this laptop, whoever works on it (never anything secret); empty where there is none."""
        values = self.read().rest.get(_DEVICE)
        value = values.get(name, "") if isinstance(values, dict) else ""
        return value if isinstance(value, str) else ""

    def keep_device(self, **values: str) -> None:
        """Remember small values of this laptop; an empty one forgets."""

        def change(content: Content) -> Content:
            known = content.rest.get(_DEVICE)
            merged = {**(known if isinstance(known, dict) else {}), **values}
            kept = {name: value for name, value in merged.items() if value != ""}
            return replace(content, rest={**content.rest, _DEVICE: kept})

        self.change(change)

    def _lock(self) -> AbstractContextManager[object]:
        return FileLock(self._folder / "profile.lock", timeout=10)

    def _write(self, content: Content) -> None:
        plain = {**content.rest, "server": content.server, "people": to_plain(content.people)}
        write_file(self.path, [json.dumps(plain, ensure_ascii=False, indent=1).encode()])


@dataclass(frozen=True, slots=True)
class _Known:
    server: str = ""
    people: tuple[KnownPerson, ...] = ()


def _content(plain: object) -> Content:
    known = from_plain(_Known, plain)
    rest = {name: value for name, value in plain.items() if name not in _NAMES} if isinstance(plain, dict) else {}
    return Content(known.server, known.people, rest)
