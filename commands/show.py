"""`main.py show`: a finding as its entries add up, with its history; without a number, the list."""

import argparse
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.store import Store

HELP = "a finding as added up, with its history"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose, what, and how it is told."""
    from commands.opening import add_whose

    add_whose(parser)
    parser.add_argument("finding", metavar="FINDING", nargs="?", default="", help="its number or id; left out: all")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(given: argparse.Namespace) -> int:
    """Tell one finding, or a line for each."""
    from commands.opening import CommandFailed, opened

    with opened(given) as open_store:
        store = open_store.store
        if not given.finding:
            _list(store, as_json=given.json)
            return 0
        wanted = store.findings.by_number(given.finding)
        finding = store.findings.one(wanted) if wanted else None
        if finding is None:
            raise CommandFailed("finding_unknown", number=given.finding)
        if given.json:
            from commands.telling.finding_json import plain_finding

            print(json.dumps(plain_finding(store, finding), ensure_ascii=False, indent=1))
        else:
            from commands.telling.finding_words import told_finding

            print("\n".join(told_finding(store, finding)))
    return 0


def _list(store: "Store", *, as_json: bool) -> None:
    from models.clock import day_of
    from models.deadlines import light
    from resources.words import _

    offset, today = 0, day_of(store.clock.now())
    while rows := store.findings.page(offset=offset):
        for row in rows:
            burning = light(row.timing, today)
            if as_json:
                colour = burning.colour.value if burning else None
                plain = {"finding": row.id, "number": row.number, "state": row.state.value, "light": colour}
                print(json.dumps(plain))
            else:
                colour = f"  {_(burning.colour.label)}" if burning else ""
                print(f"{row.number}  {_(row.state.chip)}{colour}  {row.place}")
        offset += len(rows)
