"""The server's command line: parse, call, print; exit 0 done, 1 with one sentence on stderr, 2 wrong usage."""

import argparse
import getpass
import io
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from models import rebuilding
from models.durable import disk_failures
from models.errors import GewuError, Refusal, Refused
from models.people import Role
from resources.sentences import sentence
from resources.words import _, ngettext
from server import accounts, administration, devices, words
from server.office import opened
from server.settings import Settings, from_environment

_FLAGS: Final = frozenset({"--allow-plain", "--json", "--rebuild", "--temporary"})


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = _parser().parse_args(_command_first(arguments))
    settings = from_environment(
        data=getattr(given, "data", None),
        host=getattr(given, "host", None),
        port=getattr(given, "port", None),
        certificate=getattr(given, "certificate", None),
        private_key=getattr(given, "private_key", None),
        allow_plain=getattr(given, "allow_plain", False),
    )
    run: Callable[[argparse.Namespace, Settings], int] = given.run
    try:
        return run(given, settings)
    except GewuError as error:
        sys.stderr.write(sentence(error.refusal.code, error.refusal.values) + "\n")
        return 1


def _command_first(arguments: Sequence[str]) -> list[str]:
    """`serve` may be left out, and options may stand before the command."""
    position = 0
    while position < len(arguments) and arguments[position].startswith("-"):
        if arguments[position] in ("-h", "--help"):
            return list(arguments)
        position += 1 if "=" in arguments[position] or arguments[position] in _FLAGS else 2
    if position >= len(arguments):
        return ["serve", *arguments]
    return [*arguments[position:], *arguments[:position]]


def _parser() -> argparse.ArgumentParser:
    data = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    data.add_argument("--data", type=Path, metavar="DIR", help="where the server keeps its data")
    parser = argparse.ArgumentParser(prog="python -m server", description="The bureau's server of Gewu.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_serve(commands.add_parser("serve", parents=[data], help="listen and serve (also without a command)"))
    _add_user(commands.add_parser("user", help="accounts"), data)
    _add_device(commands.add_parser("device", help="laptops that have signed in"), data)
    table = commands.add_parser("import", parents=[data], help="areas, units, people, enterprises, holidays")
    table.add_argument("file", type=Path, metavar="FILE")
    table.set_defaults(run=_import)
    check = commands.add_parser("check", parents=[data], help="journal, ledger and photos against each other")
    check.add_argument("--json", action="store_true")
    check.add_argument("--rebuild", action="store_true", help="first make the ledger anew from the journal")
    check.set_defaults(run=_check)
    return parser


def _add_serve(serve: argparse.ArgumentParser) -> None:
    serve.add_argument("--host", default=None)
    serve.add_argument("--port", type=int, default=None, help="0: a free one")
    serve.add_argument("--tls-certificate", dest="certificate", type=Path, default=None, metavar="FILE")
    serve.add_argument("--tls-key", dest="private_key", type=Path, default=None, metavar="FILE")
    serve.add_argument("--allow-plain", action="store_true", help="listen beyond this machine without TLS")
    serve.set_defaults(run=_serve)


def _add_user(user: argparse.ArgumentParser, data: argparse.ArgumentParser) -> None:
    actions = user.add_subparsers(metavar="ACTION", required=True)
    add = actions.add_parser("add", parents=[data], help="the password is read from standard input")
    add.add_argument("login", metavar="LOGIN")
    add.add_argument("--name", required=True)
    add.add_argument("--role", required=True, help=" · ".join(_(role.label) for role in Role))
    add.add_argument("--area", required=True, metavar="CODE")
    add.add_argument("--unit", default="", metavar="CODE", help="which the responsible unit of an account must have")
    add.add_argument("--temporary", action="store_true", help="the first sign-in must bring a new password")
    add.set_defaults(run=_add_account)
    password = actions.add_parser("password", parents=[data], help="another password, from standard input")
    password.add_argument("login", metavar="LOGIN")
    password.add_argument("--temporary", action="store_true")
    password.set_defaults(run=_set_password)
    for name in ("disable", "enable"):
        switch = actions.add_parser(name, parents=[data])
        switch.add_argument("login", metavar="LOGIN")
        switch.set_defaults(run=_switch, disabled=name == "disable")


def _add_device(device: argparse.ArgumentParser, data: argparse.ArgumentParser) -> None:
    actions = device.add_subparsers(metavar="ACTION", required=True)
    listed = actions.add_parser("list", parents=[data])
    listed.add_argument("--json", action="store_true")
    listed.set_defaults(run=_list_devices)
    revoke = actions.add_parser("revoke", parents=[data], help="shut a lost laptop out")
    revoke.add_argument("device", metavar="DEVICE")
    revoke.set_defaults(run=_revoke)


def _serve(_given: argparse.Namespace, settings: Settings) -> int:
    from server.serving import serve

    serve(settings)
    return 0


def _add_account(given: argparse.Namespace, settings: Settings) -> int:
    password = _password()
    with opened(settings) as office:
        wanted = administration.NewAccount(
            given.login, given.name, given.role, given.area, given.unit, temporary=given.temporary
        )
        person, weak = administration.add_account(office, wanted, password)
    if weak is not None:
        _warn(weak)
    sys.stdout.write(_("Added: {name} ({login})").format(name=person.name, login=person.login) + "\n")
    return 0


def _set_password(given: argparse.Namespace, settings: Settings) -> int:
    password = _password()
    with opened(settings) as office:
        weak = administration.set_password(office, given.login, password, temporary=given.temporary)
    if weak is not None:
        _warn(weak)
    return 0


def _warn(weakness: str) -> None:
    """The sentence alone reads like a refusal."""
    said = _("The password was taken, but it is weak. {reason}").format(reason=sentence(weakness, {}))
    sys.stderr.write(said + "\n")


def _switch(given: argparse.Namespace, settings: Settings) -> int:
    with opened(settings) as office, office.database.writing() as connection:
        if not accounts.set_disabled(connection, given.login, disabled=given.disabled):
            raise Refused(Refusal("login_unknown", {"login": given.login}))
    return 0


def _list_devices(given: argparse.Namespace, settings: Settings) -> int:
    with opened(settings) as office, office.database.reading() as connection:
        lines = devices.listed(connection)
    if given.json:
        sys.stdout.write(json.dumps([asdict(line) for line in lines], ensure_ascii=False) + "\n")
        return 0
    for line in lines:
        revoked = _("revoked") if line.revoked_at else ""
        sys.stdout.write(f"{line.id}  {line.login}  {line.person}  {line.name}  {line.renewed_at[:16]}  {revoked}\n")
    return 0


def _revoke(given: argparse.Namespace, settings: Settings) -> int:
    with opened(settings) as office, office.database.writing() as connection:
        if not devices.revoke(connection, given.device, now=office.clock.now()):
            raise Refused(Refusal("device_unknown", {"device": given.device}))
    return 0


def _import(given: argparse.Namespace, settings: Settings) -> int:
    from server.importing.taking import import_table

    try:
        with disk_failures():
            data = given.file.read_bytes()
    except OSError as error:
        raise Refused(Refusal("table_unreadable", {"file": str(given.file)})) from error
    with opened(settings) as office:
        done = import_table(office, data)
    text = ngettext("{count} row taken in ({kind}).", "{count} rows taken in ({kind}).", done.rows)
    sys.stdout.write(text.format(count=done.rows, kind=done.kind) + "\n")
    return 0


def _check(given: argparse.Namespace, settings: Settings) -> int:
    from server.checking import check

    with opened(settings) as office:
        if given.rebuild:
            with office.database.writing() as connection:
                words.forget(connection)
            rebuilding.rebuild(office.database)
        report = check(office)
    if given.json:
        sys.stdout.write(json.dumps(report.plain(), ensure_ascii=False) + "\n")
    else:
        for problem in report.problems:
            sys.stdout.write(f"{problem.what} {problem.do}\n")
        if report.ok:
            text = _("Checked {findings} findings and {photos} photos: everything agrees.")
            sys.stdout.write(text.format(findings=report.findings, photos=report.photos) + "\n")
    return 0 if report.ok else 1


def _password() -> str:
    """From standard input, without echo where a person types it."""
    password = getpass.getpass(_("Password: ")) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise Refused(Refusal("password_missing"))
    return password
