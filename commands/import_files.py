"""`main.py import`: photos and folders, and findings as .jsonl. A line is printed only when it is durable."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commands.import_lines import Importer

HELP = "photos, folders, or findings as .jsonl"
_NOT_MEANT = {"thumbs.db", "desktop.ini"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose, what, and how it is told."""
    from commands.opening import add_whose

    add_whose(parser)
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="look only; needs no profile")
    parser.add_argument("--json", action="store_true", help="one JSON line for each file or finding")


def run(given: argparse.Namespace) -> int:
    """Take everything in, or only look; 1 where something was not taken."""
    from commands.import_lines import Importer
    from models.clock import Clock

    if given.dry_run:
        return _take_all(given, Importer(None, Clock()))
    from commands.opening import opened
    from sync.session import note_standing

    with opened(given) as open_store:
        try:
            return _take_all(given, Importer(open_store.store, open_store.store.clock))
        finally:
            note_standing(open_store.profile, open_store.store)


def _take_all(given: argparse.Namespace, importer: "Importer") -> int:
    from resources.sentences import sentence
    from resources.words import _

    seen = refused = 0
    for path, was_named in _files(given.paths):
        is_table = path.suffix.lower() == ".jsonl"
        for line in importer.findings(path) if is_table else importer.photo(path):
            # what else lies in a folder of photos is told, too, but is no failure
            failed = not line["accepted"] and (was_named or line["codes"] != ["picture_not_an_image"])
            seen, refused = seen + 1, refused + failed
            if given.json:
                print(json.dumps(line, ensure_ascii=False), flush=True)
            else:
                mark = _("taken") if line["accepted"] else _("not taken")
                where = line.get("file") or f"{path.name}:{line['line']}"
                print(f"{mark}  {where}  {line['reason'] or ''}".rstrip(), flush=True)
    if not seen:
        sys.stderr.write(sentence("nothing_to_import", {}) + "\n")
    elif refused:
        code = "some_would_not" if given.dry_run else "some_not_imported"
        sys.stderr.write(sentence(code, {"refused": refused, "seen": seen}) + "\n")
    return 1 if refused or not seen else 0


def _files(paths: list[Path]) -> Iterator[tuple[Path, bool]]:
    """Each file, and whether it was named itself rather than found in a folder."""
    for path in paths:
        if not path.is_dir():
            yield path, True
            continue
        for file in sorted(path.rglob("*")):
            if file.is_file() and file.name.lower() not in _NOT_MEANT and file.name[0] != ".":
                yield file, False
