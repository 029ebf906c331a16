"""`main.py workflow`: prints the workflow table, for people, for scripts, or as the page of the docs."""

import argparse
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.workflow import Transition

HELP = "print the life of a finding as a table"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How it is told."""
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="as JSON")
    how.add_argument("--markdown", action="store_true", help="as docs/workflow.md")


def run(given: argparse.Namespace) -> int:
    """The same table that buttons, checks and the server read."""
    from models.workflow import TRANSITIONS

    if given.json:
        print(json.dumps(_plain(), ensure_ascii=False, indent=1))
    elif given.markdown:
        from commands.telling.workflow_page import page

        print("\n".join(page()))
    else:
        for row in TRANSITIONS:
            print("\n".join(_told(row)))
    return 0


def _plain() -> dict[str, Any]:
    from models.state import State
    from models.workflow import TRANSITIONS
    from resources.words import _

    states = [{"code": state.value, "label": _(state.label), "chip": _(state.chip)} for state in State]
    return {"states": states, "transitions": [_row(row) for row in TRANSITIONS]}


def _row(row: "Transition") -> dict[str, Any]:
    from resources.words import _

    return {
        "action": row.action,
        "label": _(row.label),
        "from": sorted(state.value for state in row.sources),
        "to": row.to.value if row.to else None,
        "roles": sorted(role.value for role in row.roles),
        "requires": [requirement.value for requirement in row.requires],
        "limits": [{"role": role.value, "limit": limit.value} for role, limit in row.limits],
        "only_raiser": row.only_raiser,
        "fields": [{"name": f.name, "label": _(f.label), "required": f.required} for f in row.fields],
    }


def _told(row: "Transition") -> list[str]:
    """A step on one line, and beneath it who may, what is required and what is asked."""
    from commands.telling.workflow_words import asked, required, roles, sources, target
    from resources.words import _

    return [
        f"{row.action:<16} {sources(row)} → {target(row)}  {_(row.label)}",
        *(
            f"    {label}{words}"
            for label, words in (
                (_("Who: "), roles(row)),
                (_("Required: "), required(row)),
                (_("Fields: "), asked(row)),
            )
            if words
        ),
    ]
