"""`main.py check`: does what is stored agree with itself."""

import argparse
import json
import sys

HELP = "integrity: the journal's chain, the ledger against it, photos against their digests"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose, and how it is told."""
    from commands.opening import add_whose

    add_whose(parser)
    parser.add_argument("--json", action="store_true", help="tell the result as JSON")


def run(given: argparse.Namespace) -> int:
    """Look at everything; 0 only if all of it agrees."""
    from commands.opening import opened
    from models.integrity import check
    from resources.sentences import sentence
    from resources.words import _

    with opened(given) as open_store:
        report = check(open_store.store)
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
