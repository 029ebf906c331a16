"""Gates: what is still missing before a step, named one by one, from what entries say alone (screens.md 2.5, 2.6)."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from models.errors import Refusal
from models.facts import AcceptanceApplied, AcceptancePassed, Closed, Dispatched, Fact, MeasureSettled
from models.ids import PersonId
from models.places import places_of
from models.standing import Standing, obstacle
from models.vocabulary import PhotoKind
from models.workflow import BY_FACT, Requirement, Transition

_LIMIT = re.compile(
    r"[≤≥<>＜＞]\s*\d|(?:不超过|不高于|不低于|低于|高于|小于|大于|达到|控制在)\s*\d[\d.]*\s*"
    r"(?:mg|ug|μg|微克|毫克|分贝|dB|ppm|%|％|度|NTU|克|m/s|米/秒|[A-Za-zμ])"
)
"""A numeric limit in a goal: 氨氮≤2.0 mg/L, 不超过55分贝; not 约 2600 平方米 and not 每日 2 次."""


@dataclass(frozen=True, slots=True)
class Check:
    """A line of a gate: what it asks, and what is missing; nothing missing: it is met."""

    requirement: Requirement
    gaps: tuple[Refusal, ...] = ()


def checklist(standing: Standing, row: Transition, fact: Fact | None = None) -> tuple[Check, ...]:
    """Every gate of a step, in the table's order. Without a fact what only the dialog can say counts as met."""
    return tuple(
        Check(requirement, tuple(_GATES[requirement](standing, fact)))
        for requirement in row.requires
        if requirement in _GATES
    )


def gaps(standing: Standing, row: Transition, fact: Fact | None = None) -> tuple[Refusal, ...]:
    """What is missing, in the table's order."""
    return tuple(gap for check in checklist(standing, row, fact) for gap in check.gaps)


def objection(standing: Standing, fact: Fact, author: PersonId) -> str | None:
    """Why this fact does not take effect on a finding that stands so; None when it does.

    Uses only what entries say, no role, area, clock or reference data, so that every device comes to the same.
    """
    row = BY_FACT[type(fact)]
    return obstacle(standing, row, author) or next((gap.code for gap in gaps(standing, row, fact)), None)


def names_a_limit(goal: str) -> bool:
    """Whether a goal names a numeric limit that only a monitoring report can prove."""
    return _LIMIT.search(goal) is not None


def _measures(standing: Standing, _fact: Fact | None) -> Iterator[Refusal]:
    for number, measure in standing.rectification.open_measures() if standing.rectification else ():
        yield Refusal(Requirement.MEASURES_SETTLED.value, {"number": number, "content": measure.content})


def _after_photos(standing: Standing, _fact: Fact | None) -> Iterator[Refusal]:
    for number, place in enumerate(places_of(standing.photos, standing.arranged), start=1):
        if not place.is_rectified:
            yield Refusal(Requirement.AFTER_PHOTOS.value, {"number": number, "place": place.name})


def _report(standing: Standing, _fact: Fact | None) -> Iterator[Refusal]:
    goal = standing.rectification.order.goal if standing.rectification else ""
    has_report = any(photo.kind is PhotoKind.MONITORING_REPORT for photo in standing.photos)
    if names_a_limit(goal) and not has_report:
        yield Refusal(Requirement.MONITORING_REPORT.value, {"goal": goal})


def _completion(_standing: Standing, fact: Fact | None) -> Iterator[Refusal]:
    if isinstance(fact, AcceptanceApplied) and not fact.description.strip():
        yield Refusal(Requirement.COMPLETION_TOLD.value, {"field": "description"})


def _completed_in_time(standing: Standing, fact: Fact | None) -> Iterator[Refusal]:
    signature = standing.rectification and standing.rectification.signature
    if isinstance(fact, AcceptanceApplied) and signature and fact.completed_on < signature.fact.signed_on:
        values = {"field": "completed_on", "day": fact.completed_on, "since": signature.fact.signed_on}
        yield Refusal(Requirement.COMPLETED_IN_TIME.value, values)


def _other_unit(standing: Standing, fact: Fact | None) -> Iterator[Refusal]:
    order = fact if isinstance(fact, Dispatched) else standing.rectification and standing.rectification.order
    if order and order.accept_unit.code == order.unit.code:
        yield Refusal(Requirement.OTHER_UNIT.value, {"field": "accept_unit", "unit": order.unit.name})


def _checked_in_time(standing: Standing, fact: Fact | None) -> Iterator[Refusal]:
    application = standing.rectification and standing.rectification.application
    if isinstance(fact, AcceptancePassed) and application and fact.checked_on < application.fact.completed_on:
        values = {"field": "checked_on", "day": fact.checked_on, "since": application.fact.completed_on}
        yield Refusal(Requirement.CHECKED_IN_TIME.value, values)


def _notice_over(standing: Standing, fact: Fact | None) -> Iterator[Refusal]:
    notice = standing.rectification and standing.rectification.notice
    if isinstance(fact, Closed) and notice and fact.closed_on <= notice.fact.last_day:
        days = (notice.fact.last_day - fact.closed_on).days + 1
        values = {"field": "closed_on", "last": notice.fact.last_day, "days": days}
        yield Refusal(Requirement.NOTICE_OVER.value, values)


def _measure_exists(standing: Standing, fact: Fact | None) -> Iterator[Refusal]:
    measures = standing.rectification.order.measures if standing.rectification else ()
    if isinstance(fact, MeasureSettled) and not 1 <= fact.measure <= len(measures):
        yield Refusal(Requirement.MEASURE_EXISTS.value, {"number": fact.measure})


_GATES: Mapping[Requirement, Callable[[Standing, Fact | None], Iterator[Refusal]]] = {
    Requirement.MEASURES_SETTLED: _measures,
    Requirement.COMPLETION_TOLD: _completion,
    Requirement.AFTER_PHOTOS: _after_photos,
    Requirement.MONITORING_REPORT: _report,
    Requirement.COMPLETED_IN_TIME: _completed_in_time,
    Requirement.OTHER_UNIT: _other_unit,
    Requirement.CHECKED_IN_TIME: _checked_in_time,
    Requirement.NOTICE_OVER: _notice_over,
    Requirement.MEASURE_EXISTS: _measure_exists,
}
"""Gates that entries alone decide. PHOTOS_NOT_REUSED looks at other findings: models.reuse on a laptop, the server when it judges."""
