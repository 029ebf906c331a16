"""`main.py check`: does what is stored agree with itself."""

import argparse
import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.errors import Refusal

HELP = "integrity: the journal's chain, the ledger against it, photos against their digests"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose, and how it is told."""
    from commands.opening import add_whose

    add_whose(parser)
    parser.add_argument("--json", action="store_true", help="tell the result as JSON")


def run(given: argparse.Namespace) -> int:
    """Look at everything; 0 only if all of it agrees."""
    from commands.opening import opened
    from models.errors import Damaged, WrongKey
    from models.integrity import check
    from resources.sentences import sentence
    from resources.words import _

    try:
        with opened(given) as open_store:
            report = check(open_store.store)
    except (Damaged, WrongKey) as error:
        return _tell_unopened(error.refusal, as_json=given.json)
    counts = {"entries": report.entries, "findings": report.findings, "photos": report.photos}
    problems = [
        {
            "what": sentence(f"check_{found.code}", {"where": found.where}),
            "where": found.where,
            "do": sentence(f"cure_{found.code}", {}),
            "code": found.code,
        }
        for found in report.problems
    ]
    if given.json:
        print(json.dumps({"ok": report.ok, **counts, "problems": problems}, ensure_ascii=False))
    elif report.ok:
        print(_("Checked {findings} findings and {photos} photos, everything agrees.").format(**counts))
    for problem in problems:
        sys.stderr.write(f"{problem['what']} {problem['do']}\n")
    return 0 if report.ok else 1


def _tell_unopened(refusal: "Refusal", *, as_json: bool) -> int:
    """What cannot even be opened is a result of the check, too."""
    from resources.sentences import sentence

    what = sentence(refusal.code, refusal.values)
    problem = {
        "what": what,
        "where": str(refusal.values.get("where", "store.db")),
        "do": sentence("cure_store_damaged", {}),
        "code": refusal.code,
    }
    if as_json:
        report = {"ok": False, "entries": 0, "findings": 0, "photos": 0, "problems": [problem]}
        print(json.dumps(report, ensure_ascii=False))
    sys.stderr.write(what + "\n")
    return 1
