"""`main.py workflow`: prints the workflow table."""

import argparse
import json

HELP = "print the life of a finding as a table"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How it is told."""
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(given: argparse.Namespace) -> int:
    """The same table that buttons, checks and the server read."""
    from models.state import State
    from models.workflow import TRANSITIONS
    from resources.words import _

    states = [{"code": state.value, "label": _(state.label), "chip": _(state.chip)} for state in State]
    transitions = [
        {
            "action": row.action,
            "label": _(row.label),
            "from": sorted(state.value for state in row.sources),
            "to": row.to.value if row.to else None,
            "roles": sorted(role.value for role in row.roles),
            "requires": [requirement.value for requirement in row.requires],
            "fields": [{"name": f.name, "label": _(f.label), "required": f.required} for f in row.fields],
        }
        for row in TRANSITIONS
    ]
    if given.json:
        print(json.dumps({"states": states, "transitions": transitions}, ensure_ascii=False, indent=1))
        return 0
    for row in TRANSITIONS:
        sources = "、".join(_(state.chip) for state in State if state in row.sources) or "—"
        target = _(row.to.chip) if row.to else "="
        print(f"{row.action:<14} {sources} → {target}  {_(row.label)}")
    return 0
