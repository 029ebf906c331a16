"""A step of the workflow as a script writes it: the dialog's fields, read into what the dialog would record."""

from models.action_form import accepting, raising, rectifying
from models.action_form.asked import Asked, refuse_unknown
from models.action_form.photos import named_photos
from models.action_form.raising import NOT_A_DUPLICATE
from models.errors import Refusal, Refused
from models.facts import Fact
from models.state import State
from models.workflow import BY_ACTION, Transition
from resources.words import _

__all__ = ["NOT_A_DUPLICATE", "Asked", "named_photos", "read_action", "row_of"]

_ONE_FACT = {**rectifying.READERS, **accepting.READERS}


def row_of(action: str, state: State) -> Transition:
    """The step of this code or label. Raises Refused for one that there is not, or that is `import`'s.

    Where two are called the same, it is the one that begins where the finding stands.
    """
    rows = [row for row in BY_ACTION.values() if row.sources and action in (row.action, row.label, _(row.label))]
    if not rows:
        raise Refused(Refusal("action_unknown", {"action": action}))
    return next((row for row in rows if state in row.sources), rows[0])


def read_action(row: Transition, asked: Asked) -> tuple[Fact, ...]:
    """The facts that this step records together. Raises Refused for a field that there is not, or is of no use."""
    refuse_unknown(asked.plain, frozenset(field.name for field in row.fields))
    if row.action in raising.READERS:
        return raising.READERS[row.action](asked)
    return (_ONE_FACT[row.action](asked),)
