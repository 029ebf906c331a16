"""`main.py show`: a finding as its entries add up, with its history; without a number, the list."""

import argparse
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.finding import Finding
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
            print(json.dumps(_plain(store, finding), ensure_ascii=False, indent=1))
        else:
            _tell(store, finding)
    return 0


def _list(store: "Store", *, as_json: bool) -> None:
    from resources.words import _

    offset = 0
    while rows := store.findings.page(offset=offset):
        for row in rows:
            if as_json:
                print(json.dumps({"finding": row.id, "number": row.number, "state": row.state.value}))
            else:
                print(f"{row.number}  {_(row.state.chip)}  {row.place}")
        offset += len(rows)


def _plain(store: "Store", finding: "Finding") -> dict[str, Any]:
    from models.clock import as_text
    from models.finding import digest
    from models.photos import PhotoState

    states = store.photos.statuses(photo.sha256 for photo in finding.photos)
    return {
        "finding": finding.id,
        "number": finding.shown_number,
        "state": finding.state.value,
        "light": None,  # a light burns from 交办 on
        "facts": _facts(finding),
        "photos": [
            {
                "sha256": photo.sha256,
                "kind": photo.kind.value,
                "verified": states[photo.sha256] is PhotoState.VERIFIED,
                "state": states[photo.sha256].value,
                "name": photo.name,
            }
            for photo in finding.photos
        ],
        "digest": digest(finding),
        "history": [
            {
                "kind": line.kind,
                "author": line.author,
                "at": as_text(line.at),
                "effective": line.effective,
                "reason": line.reason,
                "number": line.number,
            }
            for line in finding.history
        ],
    }


def _facts(finding: "Finding") -> dict[str, Any]:
    """The keys of `import`, as the finding stands now."""
    from models.clock import as_text

    raised, location = finding.raised, finding.location
    return {
        "category": finding.classification.category,
        "severity": finding.classification.severity.value,
        "place": location.place,
        "description": finding.description,
        "found_at": as_text(raised.found_at),
        "lon": location.position.lon if location.position else None,
        "lat": location.position.lat if location.position else None,
        "no_position_reason": location.no_position_reason,
        "grid": finding.grid,
        "source": raised.source.value,
        "method": raised.method.value,
        "party": finding.party.name if finding.party else "",
        "on_site_action": raised.on_site.action.value,
        "late_reason": raised.late_reason,
        "returned_because": finding.returned_because,
    }


def _tell(store: "Store", finding: "Finding") -> None:
    from models import taxonomy
    from resources.sentences import sentence
    from resources.words import _

    category = taxonomy.category(finding.classification.category)
    print(f"{finding.shown_number}  {_(finding.state.label)}")
    print(f"{category.name if category else finding.classification.category}  {finding.location.place}")
    print(finding.description)
    for line in finding.history:
        who = store.reference.name_of(line.author) or (store.person.name if line.author == store.person.id else "")
        why = "" if line.effective else "  " + sentence(line.reason or "refused", {})
        print(f"  {line.at:%Y-%m-%d %H:%M}  {who}  {_step(line.kind)}{why}")


def _step(kind: str) -> str:
    """What a step is called on its button; one of a newer program by its code."""
    from models.facts import KINDS
    from models.workflow import BY_FACT
    from resources.words import _

    return _(BY_FACT[KINDS[kind]].label) if kind in KINDS else kind
