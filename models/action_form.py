"""A step of the workflow as a script writes it: the dialog's fields, read into the fact that the dialog would record."""

from collections.abc import Callable, Mapping
from typing import Any

from models.errors import Refusal, Refused
from models.facts import (
    Fact,
    Party,
    PartyNamed,
    Photo,
    PhotoAttached,
    Reclassified,
    Redescribed,
    Relocated,
    Resubmitted,
    Returned,
    Verified,
)
from models.finding import Finding
from models.form import choice_of, classification_of, location_of, text_of
from models.vocabulary import ReturnReason
from models.workflow import BY_ACTION
from resources.words import _

NOT_A_DUPLICATE = frozenset({"none", "no", "false", "not_duplicate", "否", "不是", "不是重复", "不重复", "无"})


def read_action(action: str, plain: Mapping[str, Any], finding: Finding, photos: tuple[Photo, ...] = ()) -> Fact:
    """The fact that this step records. Raises Refused for a step or a field that there is not."""
    row = next((row for row in BY_ACTION.values() if action in _names(row.action, row.label)), None)
    if row is None or row.action not in _READERS:
        raise Refused(Refusal("action_unknown", {"action": action}))
    known = {field.name for field in row.fields}
    for key in plain:
        if key not in known:
            raise Refused(Refusal("unknown_key", {"key": key}))
    return _READERS[row.action](plain, finding, photos)


def _names(code: str, label: str) -> tuple[str, ...]:
    return code, label, _(label)


def _verified(plain: Mapping[str, Any], finding: Finding, _photos: tuple[Photo, ...]) -> Fact:
    answer = plain.get("duplicate")
    text = "" if isinstance(answer, bool) else text_of(plain, "duplicate")
    if answer is True or (not text and answer is not False):
        raise Refused(Refusal("duplicate_answered", {"field": "duplicate"}))
    duplicate_of = "" if answer is False or text.lower() in NOT_A_DUPLICATE else text
    if duplicate_of == finding.id:
        raise Refused(Refusal("duplicate_answered", {"field": "duplicate"}))
    return Verified(classification_of(plain, finding.classification), duplicate_of, text_of(plain, "note"))


def _returned(plain: Mapping[str, Any], _finding: Finding, _photos: tuple[Photo, ...]) -> Fact:
    written = plain.get("reasons") or []
    texts = [written] if isinstance(written, str) else written
    if not isinstance(texts, list):
        raise Refused(Refusal("value_unreadable", {"field": "reasons", "key": "reasons"}))
    reasons = (choice_of({"reasons": text}, "reasons", ReturnReason) for text in texts)
    return Returned(tuple(reason for reason in reasons if reason is not None), text_of(plain, "text"))


def _reclassified(plain: Mapping[str, Any], finding: Finding, _photos: tuple[Photo, ...]) -> Fact:
    if not plain:
        raise Refused(Refusal("category_missing", {"field": "category"}))
    return Reclassified(classification_of(plain, finding.classification))


def _party_named(plain: Mapping[str, Any], _finding: Finding, _photos: tuple[Photo, ...]) -> Fact:
    if "party" not in plain:
        raise Refused(Refusal("party_missing", {"field": "party"}))
    name = text_of(plain, "party")
    return PartyNamed(Party(name) if name else None)


def _photo_attached(_plain: Mapping[str, Any], finding: Finding, photos: tuple[Photo, ...]) -> Fact:
    if len(photos) != 1:
        raise Refused(Refusal("photo_not_named", {"field": "photo"}))
    if any(photo.sha256 == photos[0].sha256 for photo in finding.photos):
        raise Refused(Refusal("same_photo_twice", {"field": "photo"}))
    return PhotoAttached(photos[0])


_READERS: Mapping[str, Callable[[Mapping[str, Any], Finding, tuple[Photo, ...]], Fact]] = {
    "verify": _verified,
    "return": _returned,
    "resubmit": lambda plain, _finding, _photos: Resubmitted(text_of(plain, "note")),
    "relocate": lambda plain, _finding, _photos: Relocated(location_of(plain)),
    "redescribe": lambda plain, _finding, _photos: Redescribed(text_of(plain, "description")),
    "reclassify": _reclassified,
    "name_party": _party_named,
    "attach_photo": _photo_attached,
}
