"""The steps from 受理验收 to 销号, as a script writes them; what is left out gets the dialog's default."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from models.action_form.asked import Asked, list_in, unreadable, within, yes_in
from models.action_form.photos import visit_photos
from models.errors import Refusal, Refused
from models.facts import (
    AcceptanceArranged,
    AcceptancePassed,
    AcceptanceRefused,
    Closed,
    ClosureReturned,
    ClosureSubmitted,
    Fact,
    NoticePublished,
)
from models.form import choice_of
from models.step_rules import NOTICE_DAYS
from models.vocabulary import Conclusion, Conformity, Standard

_BETWEEN_NAMES: Final = re.compile(r"[、，,;；/\s]+")
_ALONE: Final = ""
"""The key of a value that stands in a list: it is told by its place there."""


def _passed(asked: Asked) -> AcceptancePassed:
    return AcceptancePassed(
        checked_on=asked.day("checked_on") or asked.today,
        verifiers=_verifiers(asked),
        photos=visit_photos(asked),
        standards=_standards(asked.plain.get("standards")),
        opinion=asked.text("opinion"),
        asked_resident=yes_in(asked.plain, "asked_resident"),
    )


def _verifiers(asked: Asked) -> tuple[str, ...]:
    """A list of names, or all of them in one text."""
    names = list_in(asked.plain, "verifiers")
    if not all(isinstance(name, str) for name in names):
        unreadable("verifiers")
    if len(names) == 1:
        names = _BETWEEN_NAMES.split(names[0].strip())
    return tuple(name.strip() for name in names)


def _standards(written: Any) -> tuple[Conformity, ...]:
    """Five answers in their order, by standard, or one for all. Those that nobody gave are missing."""
    if isinstance(written, Mapping):
        return _by_standard(written)
    answers = written if isinstance(written, list) else [written] * len(Standard)
    return _given(dict(enumerate(answers, start=1)))


def _by_standard(written: Mapping[str, Any]) -> tuple[Conformity, ...]:
    answers = {}
    for key, answer in written.items():
        standard = Standard.of(key)
        if standard is None:
            raise Refused(Refusal("unknown_key", {"key": f"standards.{key}"}))
        answers[standard] = answer
    return _given({number: answers.get(one) for number, one in enumerate(Standard, start=1)})


def _given(answers: Mapping[int, Any]) -> tuple[Conformity, ...]:
    read = []
    for number, answer in answers.items():
        with within("standards", number):
            read.append(choice_of({_ALONE: answer}, _ALONE, Conformity))
    return tuple(answer for answer in read if answer is not None)


def _refused(asked: Asked) -> AcceptanceRefused:
    return AcceptanceRefused(
        conclusion=choice_of(asked.plain, "conclusion", Conclusion) or Conclusion.NOT_PASSED,
        reason=asked.text("reason"),
        checked_on=asked.day("checked_on"),
        photos=visit_photos(asked),
    )


def _published(asked: Asked) -> NoticePublished:
    first_day = asked.day("first_day") or asked.today
    return NoticePublished(
        opinion=asked.text("opinion"),
        text=asked.text("text"),
        first_day=first_day,
        last_day=asked.day("last_day") or first_day + timedelta(days=NOTICE_DAYS - 1),
        where=asked.text("where"),
    )


READERS: Mapping[str, Callable[[Asked], Fact]] = {
    "arrange": lambda asked: AcceptanceArranged(asked.day("planned_on"), asked.text("note")),
    "accept": _passed,
    "refuse": _refused,
    "submit_closure": lambda asked: ClosureSubmitted(asked.text("description")),
    "return_closure": lambda asked: ClosureReturned(asked.text("reason")),
    "publish": _published,
    "close": lambda asked: Closed(asked.day("closed_on") or asked.today, asked.text("note")),
}
