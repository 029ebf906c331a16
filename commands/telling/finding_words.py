"""A finding as `show` tells it in words: where it stands, until when, by whom, and what comes next."""

from collections.abc import Iterator
from typing import Final

from commands.telling.finding_json import what_next
from commands.telling.refusal_words import lines
from models import taxonomy
from models.clock import day_of
from models.deadlines import Light, Why, light, timing_of
from models.facts import KINDS
from models.finding import Finding
from models.rectification import Rectification
from models.standing import offers
from models.store import Store
from models.workflow import BY_FACT
from resources.sentences import sentence
from resources.words import N_, _

_WHY: Final = {
    Why.OVERDUE: N_("{days} days overdue"),
    Why.SILENT: N_("nobody has reported for long"),
    Why.REFUSED_OFTEN: N_("refused at acceptance more than once"),
    Why.SOON: N_("{days} days to the deadline"),
    Why.UNREPORTED: N_("the progress of {period} is missing"),
    Why.BEHIND: N_("reported to be behind schedule"),
    Why.IN_TIME: N_("{days} days left"),
    Why.DONE_IN_TIME: N_("completed within the deadline"),
    Why.DONE_LATE: N_("completed {days} days late"),
    Why.CLOSED: N_("nothing more to do"),
}


def told_finding(store: Store, finding: Finding) -> Iterator[str]:
    """A line for each thing."""
    category = taxonomy.category(finding.classification.category)
    yield f"{finding.shown_number}  {_(finding.state.label)}"
    yield f"{category.name if category else finding.classification.category}  {finding.location.place}"
    yield finding.description
    if finding.rectification is not None:
        yield from _rectification(store, finding, finding.rectification)
    yield from (f"  {_(photo.kind.label)}  {photo.name}  {photo.sha256}" for photo in finding.photos)
    yield from _next(store, finding)
    yield from _history(store, finding)


def _rectification(store: Store, finding: Finding, task: Rectification) -> Iterator[str]:
    order = task.order
    burning = light(timing_of(finding), day_of(store.clock.now()))
    yield _("Responsible: {unit}, {person}; until {deadline}").format(
        unit=order.unit.name, person=order.person, deadline=order.deadline
    ) + (f"  {_light(burning)}" if burning else "")
    yield _("Goal: {goal}").format(goal=order.goal)
    open_ones = {number for number, measure in task.open_measures()}
    for number, measure in enumerate(order.measures, start=1):
        mark = _("open (measure)") if number in open_ones else _("settled (measure)")
        yield f"  {number}. {measure.content}  {measure.due}  {mark}"
    for number, place in enumerate(finding.places, start=1):
        mark = _("with a photo after") if place.is_rectified else _("no photo after yet")
        words = (_("Place {number} (list)").format(number=number), place.name, mark)
        yield "  " + "  ".join(filter(None, words))


def _light(burning: Light) -> str:
    why = _(_WHY[burning.why]).format(days=abs(burning.days), period=burning.period)
    return _("{field}: {reason}").format(field=_(burning.colour.label), reason=why)


def _next(store: Store, finding: Finding) -> Iterator[str]:
    actions = [f"{_(row.label)} ({row.action})" for row in offers(finding.standing, store.person)]
    if actions:
        yield _("You may: {actions}").format(actions=_(", (list)").join(actions))
    step = what_next(store, finding)
    if step.row and step.gaps:
        yield _("Before “{step}” is missing:").format(step=_(step.row.label))
        yield from (f"  {line}" for line in lines(step.gaps))


def _history(store: Store, finding: Finding) -> Iterator[str]:
    for line in finding.history:
        who = store.reference.name_of(line.author) or (store.person.name if line.author == store.person.id else "")
        why = "" if line.effective else "  " + sentence(line.reason or "refused", {})
        yield f"  {line.at:%Y-%m-%d %H:%M}  {who}  {_step(line.kind)}{why}"


def _step(kind: str) -> str:
    """What a step is called on its button; one of a newer program by its code."""
    return _(BY_FACT[KINDS[kind]].label) if kind in KINDS else kind
