"""`main.py act`: one step of the workflow, with the fields of its dialog and the same checks."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.facts import Photo
    from models.finding import Finding
    from models.store import Store

HELP = "one step of the workflow on a finding"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose, on what, which step, and the file with the fields."""
    from commands.opening import add_whose

    add_whose(parser)
    parser.add_argument("finding", metavar="FINDING", help="its number or id")
    parser.add_argument("action", metavar="ACTION", help="as `main.py workflow` names it")
    parser.add_argument("--json", metavar="FILE", default="", help="the fields; - reads standard input")


def run(given: argparse.Namespace) -> int:
    """Record the step; what is printed is durable."""
    from commands.opening import opened
    from models.action_form import read_action
    from resources.words import _
    from sync.session import note_standing

    plain = _fields(given.json)
    with opened(given) as open_store:
        store = open_store.store
        finding = _found(store, given.finding)
        photos = _photos(store, plain, Path(given.json).parent)
        fact = read_action(given.action, _resolved(store, plain), finding, photos)
        recorded = store.pen.record([fact], finding=finding.id)
        note_standing(open_store.profile, store)
        now = _found(store, finding.id)
    print(f"{recorded.shown_number} {_(now.state.label)}")
    return 0


def _found(store: "Store", number: str) -> "Finding":
    from commands.opening import CommandFailed

    wanted = store.findings.by_number(number)
    finding = store.findings.one(wanted) if wanted else None
    if finding is None:
        raise CommandFailed("finding_unknown", number=number)
    return finding


def _resolved(store: "Store", plain: dict[str, Any]) -> dict[str, Any]:
    """People name the other finding by its number, entries by its id."""
    from models.action_form import NOT_A_DUPLICATE

    given = plain.get("duplicate")
    other = str(given).strip() if isinstance(given, str | int) and not isinstance(given, bool) else ""
    if not other or other.lower() in NOT_A_DUPLICATE:
        return plain
    return {**plain, "duplicate": _found(store, other).id}


def _fields(name: str) -> dict[str, Any]:
    from commands.opening import CommandFailed

    if not name:
        return {}
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
        plain = json.loads(text)
    except OSError as error:
        raise CommandFailed("file_unreadable", file=name) from error
    except (ValueError, RecursionError) as error:
        raise CommandFailed("json_unreadable", file=name) from error
    if not isinstance(plain, dict):
        raise CommandFailed("json_unreadable", file=name)
    return plain


def _photos(store: "Store", plain: dict[str, Any], folder: Path) -> "tuple[Photo, ...]":
    """A photo is named by its path, beside the file with the fields."""
    from commands.photo_intake import keep_file

    path = plain.get("photo")
    return (keep_file(store, folder / path)[0],) if isinstance(path, str) and path else ()
