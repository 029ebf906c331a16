"""The steps from 核实 to 入库 and the corrections, as a script writes them."""

from collections.abc import Callable, Mapping
from typing import Final

from models.action_form.asked import Asked, list_in, within, yes_in
from models.errors import Refusal, Refused
from models.facts import (
    Enlisted,
    Fact,
    GridCorrected,
    Party,
    PartyNamed,
    PhotoAttached,
    Reclassified,
    Redescribed,
    Relocated,
    Resubmitted,
    Returned,
    Verified,
)
from models.form import choice_of, classification_of, location_of
from models.vocabulary import ReturnReason

NOT_A_DUPLICATE: Final = frozenset({"none", "no", "false", "not_duplicate", "否", "不是", "不是重复", "不重复", "无"})
_ALONE: Final = ""
"""The key of a value that stands in a list: it is told by its place there."""


def _duplicate_of(asked: Asked) -> str:
    """The id of the finding that this one duplicates; empty: it duplicates none. Raises Refused where nobody said."""
    answer = asked.plain.get("duplicate")
    text = "" if isinstance(answer, bool) else asked.text("duplicate")
    if answer is True or (not text and answer is not False):
        raise Refused(Refusal("duplicate_answered", {"field": "duplicate"}))
    duplicate_of = "" if answer is False or text.lower() in NOT_A_DUPLICATE else text
    if duplicate_of == asked.finding.id:
        raise Refused(Refusal("duplicate_answered", {"field": "duplicate"}))
    return duplicate_of


def _verified(asked: Asked) -> tuple[Fact, ...]:
    duplicate_of = _duplicate_of(asked)
    classification = classification_of(asked.plain, asked.finding.classification)
    verified = Verified(classification, duplicate_of, asked.text("note"))
    if not yes_in(asked.plain, "enlist"):
        return (verified,)
    return verified, _unique(duplicate_of, "")


def _enlisted(asked: Asked) -> tuple[Fact, ...]:
    return (_unique(_duplicate_of(asked), asked.text("note")),)


def _unique(duplicate_of: str, note: str) -> Enlisted:
    if duplicate_of:
        raise Refused(Refusal("enlist_duplicate", {"field": "duplicate"}))
    return Enlisted(note)


def _returned(asked: Asked) -> tuple[Fact, ...]:
    reasons = []
    for number, text in enumerate(list_in(asked.plain, "reasons"), start=1):
        with within("reasons", number):
            reasons.append(choice_of({_ALONE: text}, _ALONE, ReturnReason))
    return (Returned(tuple(reason for reason in reasons if reason is not None), asked.text("text")),)


def _reclassified(asked: Asked) -> tuple[Fact, ...]:
    if not asked.plain:
        raise Refused(Refusal("category_missing", {"field": "category"}))
    return (Reclassified(classification_of(asked.plain, asked.finding.classification)),)


def _party_named(asked: Asked) -> tuple[Fact, ...]:
    if "party" not in asked.plain:
        raise Refused(Refusal("party_missing", {"field": "party"}))
    name = asked.text("party")
    return (PartyNamed(Party(name) if name else None),)


def _photo_attached(asked: Asked) -> tuple[Fact, ...]:
    if len(asked.photos) != 1:
        raise Refused(Refusal("photo_not_named", {"field": "photo"}))
    if any(photo.sha256 == asked.photos[0].sha256 for photo in asked.finding.photos):
        raise Refused(Refusal("same_photo_twice", {"field": "photo"}))
    return (PhotoAttached(asked.photos[0]),)


READERS: Mapping[str, Callable[[Asked], tuple[Fact, ...]]] = {
    "verify": _verified,
    "return": _returned,
    "resubmit": lambda asked: (Resubmitted(asked.text("note")),),
    "enlist": _enlisted,
    "relocate": lambda asked: (Relocated(location_of(asked.plain)),),
    "redescribe": lambda asked: (Redescribed(asked.text("description")),),
    "reclassify": _reclassified,
    "name_party": _party_named,
    "attach_photo": _photo_attached,
    "correct_grid": lambda asked: (GridCorrected(asked.text("grid")),),
}
