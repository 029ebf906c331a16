"""`main.py sign-in`: makes this laptop ready for a person, without a window."""

import argparse
import os

HELP = "prepare a store without a window"
NEW_PASSWORD_FILE = "GEWU_NEW_PASSWORD_FILE"  # noqa: S105 - a variable's name
OLD_PASSWORD_FILE = "GEWU_OLD_PASSWORD_FILE"  # noqa: S105


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where and who."""
    parser.add_argument("--server", required=True, metavar="URL")
    parser.add_argument("--user", required=True, metavar="LOGIN")


def run(given: argparse.Namespace) -> int:
    """Sign in; the password comes from GEWU_PASSWORD_FILE or the terminal."""
    from commands.opening import PASSWORD_FILE, profile_of, read_password
    from models.clock import Clock
    from resources.words import _
    from sync.failures import Failed
    from sync.signing_in import sign_in

    profile = profile_of(given)
    password = read_password(PASSWORD_FILE, _("Password of {login}: ").format(login=given.user))
    old = read_password(OLD_PASSWORD_FILE, "") if os.environ.get(OLD_PASSWORD_FILE) else None
    new = read_password(NEW_PASSWORD_FILE, "") if os.environ.get(NEW_PASSWORD_FILE) else None

    def attempt(chosen: str | None) -> str:
        unlocked = sign_in(
            profile,
            server=given.server,
            login=given.user,
            password=password,
            clock=Clock(),
            new_password=chosen,
            old_password=old,
        )
        return unlocked.person.name

    try:
        name = attempt(new)
    except Failed as failed:
        if failed.failure.code != "new_password_needed" or new is not None:
            raise
        name = attempt(read_password(NEW_PASSWORD_FILE, _("Choose a new password: ")))
    print(_("{name} is signed in on this computer.").format(name=name))
    return 0
