"""Refusals as lines for the command line, where no field stands beside its sentence."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from models.errors import Refusal, Refused
from models.workflow import BY_ACTION, Transition
from resources.sentences import sentence
from resources.words import N_, _

_SAYS_NO_FIELD = frozenset({"too_short", "too_long", "too_many", "day_in_future"})
_LABELS = {field.name: field.label for field in BY_ACTION["raise"].fields} | {
    "late_reason": N_("Why it is logged only now"),
    "no_position_reason": N_("Why there are no coordinates"),
    "party": N_("Responsible party"),
    "position": N_("Why there is no position"),
}


def said(refusals: Sequence[Refusal]) -> str:
    """Each sentence once, in order, on one line; one that needs its field names it."""
    return " ".join(lines(refusals))


def lines(refusals: Sequence[Refusal]) -> tuple[str, ...]:
    """The same, a line each."""
    return tuple(dict.fromkeys(_sentence(refusal).replace("\n", " ") for refusal in refusals))


@contextmanager
def telling_fields_of(row: Transition) -> Iterator[None]:
    """What is refused in here names its field as this step calls it: a text is another thing in each."""
    labels = {field.name: field.label for field in row.fields}
    try:
        yield
    except Refused as refused:
        raise Refused(
            *(_labelled(one, labels.get(str(one.values.get("field")))) for one in refused.refusals)
        ) from refused


def _labelled(refusal: Refusal, label: str | None) -> Refusal:
    return Refusal(refusal.code, {**refusal.values, "label": label}) if label else refusal


def _sentence(refusal: Refusal) -> str:
    text = sentence(refusal.code, refusal.values)
    label = refusal.values.get("label") or _LABELS.get(str(refusal.values.get("field", "")))
    if refusal.code not in _SAYS_NO_FIELD or label is None:
        return text
    return _("{field}: {reason}").format(field=_(str(label)), reason=text)
