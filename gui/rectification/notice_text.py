"""The text of a public notice, drawn up from a finding; names of people, telephone and identity numbers are left out."""

import re
from collections.abc import Iterable

from gui.labels import category_name
from gui.names import Names
from models.finding import Finding
from models.step_rules import NOTICE
from resources.words import _

_NUMBERS = re.compile(r"(?<!\d)(?:1[3-9]\d(?:[-\s]?\d{4}){2}|0\d{2,3}[-\s]?\d{7,8}|\d{17}[\dXx])(?!\d)")
_SHORTEST_NAME, _ROOM = 2, 200


def notice_text(finding: Finding, names: Names) -> str:
    """Place, type, what was done, by which unit."""
    task = finding.rectification
    submitted = task.submission.fact.description if task and task.submission else ""
    unit = task.order.unit.name if task else ""
    words = _("Place: {place}. Finding: {kind}. Rectified by: {unit}. What was done: {done}")
    done = redacted(submitted, people_of(finding, names))[: NOTICE[1] - _ROOM]
    place = redacted(finding.location.place, people_of(finding, names))
    return words.format(place=place, kind=category_name(finding.classification.category), unit=unit, done=done)


def people_of(finding: Finding, names: Names) -> frozenset[str]:
    """Everybody whose name may stand in a finding's texts, as far as this laptop knows."""
    raised, task = finding.raised, finding.rectification
    people = {raised.finder, *raised.companions, *names.people.values()}
    if task is not None:
        people |= {task.order.person, *(measure.person for measure in task.order.measures)}
        people |= {task.signature.fact.person} if task.signature else set()
        people |= set(task.acceptance.fact.verifiers) if task.acceptance else set()
    return frozenset(name for each in people if len(name := each.strip()) >= _SHORTEST_NAME)


def redacted(text: str, people: Iterable[str]) -> str:
    """The same text with 某 for given names, and without numbers by which somebody could be reached or known."""
    for name in sorted(people, key=len, reverse=True):
        text = text.replace(name, _("{surname} (redacted)").format(surname=name[0]))
    return _NUMBERS.sub(_("(number left out)"), text)
