"""The door of the command line: reads the arguments, hands over, and lets no traceback out."""

import argparse
import io
import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Final

from models.collecting import collect_less_often

COMMANDS: Final = {
    "run": "commands.run",
    "demo": "commands.demo",
    "tour": "commands.tour",
    "sign-in": "commands.sign_in",
    "sync": "commands.sync",
    "import": "commands.import_files",
    "act": "commands.act",
    "show": "commands.show",
    "check": "commands.check",
    "workflow": "commands.workflow",
}
"""Each module has HELP, add_arguments(parser) and run(given) -> exit code; it loads what is heavy inside run."""
DEFAULT: Final = "run"
DONE, FAILED = 0, 1
_LOG = logging.getLogger("gewu")


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit code. Wrong usage ends in SystemExit(2), as argparse has it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")  # also in the C locale and on a Windows code page
    given = _parser(arguments).parse_args(_with_command(arguments))
    collect_less_often()
    with _logging(given):
        return _run(given)


def _run(given: argparse.Namespace) -> int:
    try:
        code: int = import_module(COMMANDS[given.command]).run(given)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _say_stopped()
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output left; there is nobody to tell
        return FAILED
    except Exception as error:  # noqa: BLE001 - the door: every failure becomes one line and an exit code
        return _tell(error, given)
    return code


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    whose = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    whose.add_argument("--profile", type=Path, metavar="DIR", help="the folder of the people on this laptop")
    parser = argparse.ArgumentParser(prog="main.py", description="Gewu 格物", parents=[whose])
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    asked = _command_of(arguments)
    for name, module in COMMANDS.items():
        if asked in (None, name):  # only what is asked for is loaded
            loaded = import_module(module)
            loaded.add_arguments(commands.add_parser(name, parents=[whose], help=loaded.HELP))
        else:
            commands.add_parser(name)
    return parser


def _with_command(arguments: Sequence[str]) -> list[str]:
    """Without a command the window opens."""
    says_what = _first_word(arguments) is not None or {"-h", "--help"} & set(arguments)
    return list(arguments) if says_what else [*arguments, DEFAULT]


def _command_of(arguments: Sequence[str]) -> str | None:
    word = _first_word(arguments)
    if word is None and not {"-h", "--help"} & set(arguments):
        return DEFAULT
    return word if word in COMMANDS else None


def _first_word(arguments: Sequence[str]) -> str | None:
    """The first argument that is neither --profile nor its folder."""
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--profile":
            next(waiting, None)
        elif not argument.startswith("-"):
            return argument
    return None


def _tell(error: Exception, given: argparse.Namespace) -> int:
    """A line for each thing that a person can act on; what nobody foresaw goes to the log whole."""
    from models.errors import GewuError, Refused
    from resources.sentences import sentence

    if isinstance(error, GewuError):
        from commands.telling.refusal_words import lines

        told = lines(error.refusals if isinstance(error, Refused) else (error.refusal,))
    else:
        told = (sentence("unforeseen", {"log": _log(error, given)}),)
    sys.stderr.write("\n".join(told) + "\n")
    return FAILED


def _log(error: Exception, given: argparse.Namespace) -> str:
    _LOG.error("%s failed", given.command, exc_info=error)
    path = _log_file(given)
    return str(path) if path.is_file() else "-"


def _log_file(given: argparse.Namespace) -> Path:
    from models.profile import Profile

    return Profile(getattr(given, "profile", None)).log_folder / "gewu.log"


class _LogFile(logging.Handler):
    """What is logged goes there and never to the screen; folder and file are made when there is something to tell."""

    def __init__(self, given: argparse.Namespace) -> None:
        super().__init__(logging.WARNING)
        self._given = given
        self.setFormatter(logging.Formatter("%(asctime)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Where the disk itself is the trouble, the log is what is left out."""
        with suppress(OSError):
            path = _log_file(self._given)
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8") as file:
                file.write(self.format(record) + "\n")


@contextmanager
def _logging(given: argparse.Namespace) -> Iterator[None]:
    log = _LogFile(given)
    logging.getLogger().addHandler(log)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(log)


def _say_stopped() -> int:
    from resources.sentences import sentence

    sys.stderr.write(sentence("stopped", {}) + "\n")
    return FAILED
