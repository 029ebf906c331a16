"""`main.py act`: one step of the workflow, with the fields of its dialog and the same checks."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.facts import Fact, Photo
    from models.finding import Finding
    from models.recording import Recorded
    from models.store import Store
    from models.workflow import Transition

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
    from commands.telling.refusal_words import telling_fields_of
    from models.action_form import row_of
    from resources.words import _
    from sync.session import note_standing

    plain = _fields(given.json)
    with opened(given) as open_store:
        store = open_store.store
        finding = _found(store, given.finding)
        row = row_of(given.action, finding.state)
        with telling_fields_of(row):
            recorded = _record(store, finding, row, _resolved(store, plain), Path(given.json).parent)
        note_standing(open_store.profile, store)
        now = _found(store, finding.id)
    print(f"{recorded.shown_number} {_(now.state.label)}")
    return 0


def _record(store: "Store", finding: "Finding", row: "Transition", plain: dict[str, Any], folder: Path) -> "Recorded":
    """Whatever is wrong is said before a photo is taken in for nothing."""
    from commands.photo_intake import keep_file, look_at_path
    from models.action_form import named_photos

    paths = [folder / path for path in named_photos(row, plain)]
    facts = _read(store, finding, row, plain, tuple(look_at_path(path, store.clock) for path in paths))
    if paths:
        _refuse_early(store, finding, facts[0])
        facts = _read(store, finding, row, plain, tuple(keep_file(store, path)[0] for path in paths))
    return store.pen.record(facts, finding=finding.id)


def _read(
    store: "Store", finding: "Finding", row: "Transition", plain: dict[str, Any], photos: "tuple[Photo, ...]"
) -> "tuple[Fact, ...]":
    from models.action_form import Asked, read_action
    from models.clock import day_of

    _refuse_unknown_grid(store, plain)
    return read_action(row, Asked(plain, finding, store.reference.units(), day_of(store.clock.now()), photos))


def _refuse_early(store: "Store", finding: "Finding", fact: "Fact") -> None:
    """What the pen would say, in its order."""
    from models.errors import Refusal, Refused
    from models.gates import gaps
    from models.standing import authority, obstacle
    from models.workflow import BY_FACT

    row, standing = BY_FACT[type(fact)], finding.standing
    missing = store.pen.check(fact)
    if not missing and (refusal := authority(standing, type(fact), store.person)):
        missing = (refusal,)
    if not missing and (reason := obstacle(standing, row, store.person.id)):
        missing = (Refusal(reason),)
    if missing := missing or gaps(standing, row, fact):
        raise Refused(*missing)


def _refuse_unknown_grid(store: "Store", plain: dict[str, Any]) -> None:
    from models.errors import Refusal, Refused

    grid = str(plain.get("grid") or "").strip()
    if grid and store.reference.grids() and store.reference.area(grid) is None:
        raise Refused(Refusal("grid_unknown", {"field": "grid", "grid": grid}))


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
