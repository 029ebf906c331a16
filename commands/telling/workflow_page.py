"""docs/workflow.md out of the table itself, so that the page cannot say anything else."""

from collections.abc import Iterator

from commands.telling.workflow_words import asked, required, roles, sources, target
from models.state import State
from models.workflow import TRANSITIONS
from resources.words import _

BEGIN = "[*]"


def page() -> Iterator[str]:
    """The lines: the diagram, the states, the steps."""
    yield "# The life of a finding"
    yield ""
    yield "Printed by `main.py workflow --markdown` from `models/workflow.py`; a test holds this page to the table."
    yield ""
    yield "```mermaid"
    yield from _diagram()
    yield "```"
    yield ""
    yield from _states()
    yield ""
    yield from _steps()


def _diagram() -> Iterator[str]:
    """The steps that change the state; those that return are drawn as well."""
    yield "stateDiagram-v2"
    moving = [row for row in TRANSITIONS if row.to]
    used = {row.to for row in moving}.union(*(row.sources for row in moving))
    for state in State:
        if state in used:
            yield f'    state "{_(state.chip)}" as {state.value}'
    for row in moving:
        for source in [state.value for state in State if state in row.sources] or [BEGIN]:
            yield f"    {source} --> {row.to.value if row.to else ''}: {_(row.label)}"
    yield f"    {State.CLOSED.value} --> {BEGIN}"


def _states() -> Iterator[str]:
    yield from _head("code", "state", "chip")
    for state in State:
        yield _line(f"`{state.value}`", _(state.label), _(state.chip))


def _steps() -> Iterator[str]:
    """Each row of the table; fields in brackets may be left out."""
    yield from _head("action", "step", "from", "to", "who", "required", "fields of `act --json`")
    for row in TRANSITIONS:
        step = (f"`{row.action}`", _(row.label), sources(row), target(row))
        yield _line(*step, roles(row), required(row), asked(row))


def _head(*names: str) -> Iterator[str]:
    yield _line(*names)
    yield _line(*("---" for _name in names))


def _line(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"
