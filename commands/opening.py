"""Opening somebody's store for a command: which profile, who, and the password without showing it."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from models.clock import Clock
from models.errors import GewuError
from models.profile import PasswordRefused, Profile, same_login
from models.store import Store
from resources.words import _

PASSWORD_FILE = "GEWU_PASSWORD_FILE"  # noqa: S105 - a variable's name


class CommandFailed(GewuError):
    """What a command needs and does not have; the code says what."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open store, the profile that it lies in, and the password that opened it."""

    store: Store
    profile: Profile
    password: str


def add_whose(parser: argparse.ArgumentParser) -> None:
    """Whose store: --user LOGIN."""
    parser.add_argument("--user", metavar="LOGIN", default="", help="default: who signed in last")


def profile_of(given: argparse.Namespace) -> Profile:
    """The profile that --profile names, else the usual one. A damaged list of people is mended, and that is said."""
    profile = Profile(getattr(given, "profile", None))
    try:
        profile.people()
    except GewuError as error:
        if error.refusal.code != "profile_damaged":
            raise
        profile.mend()
        sys.stderr.write(_("The list of people was damaged and has been made anew; no record was touched.") + "\n")
    return profile


@contextmanager
def opened(given: argparse.Namespace) -> Iterator[Opened]:
    """The store of --user, or of who signed in last. Raises PasswordRefused, WorldFailed, CommandFailed."""
    profile, clock = profile_of(given), Clock()
    people = profile.people()
    if not given.user and not people:
        raise CommandFailed("nobody_signed_in")
    login = same_login(given.user) if given.user else people[0].login
    if not profile.has_store(login):
        raise PasswordRefused("not_signed_in_here", login=login)
    password = read_password(PASSWORD_FILE, _("Password of {login}: ").format(login=login))
    unlocked = profile.unlock(login, password, clock)
    store = Store.open(profile.store_folder(login), unlocked.key, unlocked.person, clock)
    try:
        yield Opened(store, profile, password)
    finally:
        store.close()


def read_password(variable: str, prompt: str) -> str:
    """The first line of the file that a variable of the environment names, else typed at the terminal."""
    if path := os.environ.get(variable):
        try:
            text = Path(path).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise CommandFailed("password_file_unreadable", file=path) from error
        return text.split("\n", 1)[0].rstrip("\r")
    if not sys.stdin or not sys.stdin.isatty():
        raise CommandFailed("password_needed", variable=variable)
    return getpass.getpass(prompt)
