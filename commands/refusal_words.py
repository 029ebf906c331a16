"""Refusals as one line for the command line, where no field stands beside its sentence."""

from collections.abc import Sequence

from models.errors import Refusal
from models.workflow import TRANSITIONS
from resources.sentences import sentence
from resources.words import N_, _

_SAYS_NO_FIELD = frozenset({"too_short", "too_long"})
_LABELS = {field.name: field.label for row in TRANSITIONS for field in row.fields} | {
    "late_reason": N_("Why it is logged only now"),
    "position": N_("Why there is no position"),
}


def said(refusals: Sequence[Refusal]) -> str:
    """Each sentence once, in order; one that needs its field names it."""
    return " ".join(dict.fromkeys(_sentence(refusal) for refusal in refusals))


def _sentence(refusal: Refusal) -> str:
    text = sentence(refusal.code, refusal.values)
    label = _LABELS.get(str(refusal.values.get("field", "")))
    if refusal.code not in _SAYS_NO_FIELD or label is None:
        return text
    return _("{field}: {reason}").format(field=_(label), reason=text)
