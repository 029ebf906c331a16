"""A finding as `show --json` tells it: what its entries come to, what burns, what this person may do, what is missing."""

from datetime import date, datetime
from typing import Any

from commands.telling.refusal_words import lines
from models.clock import as_text, day_of
from models.deadlines import light, timing_of
from models.facts import ProgressReported, Unit
from models.finding import Finding, digest
from models.next_step import NextStep, next_step
from models.photos import PhotoState
from models.places import Place
from models.rectification import Rectification, Said
from models.reuse import reused_by
from models.standing import offers
from models.store import Store
from models.vocabulary import PhotoKind

Plain = dict[str, Any]


def plain_finding(store: Store, finding: Finding) -> Plain:
    """Everything, by stable keys."""
    return {
        "finding": finding.id,
        "number": finding.shown_number,
        "state": finding.state.value,
        **_deadline(finding, day_of(store.clock.now())),
        "facts": _facts(finding),
        "photos": _photos(store, finding),
        "places": [_place(place) for place in finding.places],
        "rectification": _rectification(finding.rectification) if finding.rectification else None,
        "offers": [row.action for row in offers(finding.standing, store.person)],
        "missing": _missing(store, finding),
        "digest": digest(finding),
        "history": [
            {
                "kind": line.kind,
                "author": line.author,
                "at": as_text(line.at),
                "effective": line.effective,
                "reason": line.reason,
                "number": line.number,
            }
            for line in finding.history
        ],
    }


def what_next(store: Store, finding: Finding) -> NextStep:
    """The step of this person that leads on, and what it lacks today."""
    today, reuse = day_of(store.clock.now()), reused_by(store.database, finding)
    return next_step(finding, store.person, today, reuse)


def _deadline(finding: Finding, today: date) -> Plain:
    timing = timing_of(finding)
    burning = light(timing, today)
    unit = finding.rectification.order.unit if finding.rectification else None
    return {
        "light": burning.colour.value if burning else None,
        "light_reason": burning.why.value if burning else None,
        "deadline": str(timing.deadline) if timing else None,
        "unit": _unit(unit),
    }


def _missing(store: Store, finding: Finding) -> Plain | None:
    step = what_next(store, finding)
    if step.row is None:
        return None
    told = [
        {"code": gap.code, "values": {key: _written(value) for key, value in gap.values.items()}, "reason": reason}
        for gap in step.gaps
        for reason in lines([gap])
    ]
    return {"action": step.row.action, "gaps": told}


def _facts(finding: Finding) -> Plain:
    """The keys of `import`, as the finding stands now."""
    raised, location = finding.raised, finding.location
    return {
        "category": finding.classification.category,
        "severity": finding.classification.severity.value,
        "place": location.place,
        "description": finding.description,
        "found_at": as_text(raised.found_at),
        "lon": location.position.lon if location.position else None,
        "lat": location.position.lat if location.position else None,
        "no_position_reason": location.no_position_reason,
        "grid": finding.grid,
        "source": raised.source.value,
        "method": raised.method.value,
        "party": finding.party.name if finding.party else "",
        "on_site_action": raised.on_site.action.value,
        "late_reason": raised.late_reason,
        "returned_because": finding.returned_because,
    }


def _photos(store: Store, finding: Finding) -> list[Plain]:
    states = store.photos.statuses(photo.sha256 for photo in finding.photos)
    return [
        {
            "sha256": photo.sha256,
            "kind": photo.kind.value,
            "verified": states[photo.sha256] is PhotoState.VERIFIED,
            "state": states[photo.sha256].value,
            "name": photo.name,
            "same_place_as": photo.same_place_as,
        }
        for photo in finding.photos
    ]


def _place(place: Place) -> Plain:
    before, after = (place.of_kind(kind) for kind in (PhotoKind.BEFORE, PhotoKind.AFTER))
    return {
        "name": place.name,
        "before": [photo.sha256 for photo in before],
        "after": [photo.sha256 for photo in after],
    }


def _rectification(task: Rectification) -> Plain:
    order, passed, notice = task.order, task.acceptance, task.notice
    return {
        "goal": order.goal,
        "kind": order.kind.value,
        "person": order.person,
        "accept_unit": _unit(order.accept_unit),
        "dispatched_on": str(order.dispatched_on),
        "measures": [_measure(task, number) for number in range(1, len(order.measures) + 1)],
        "reports": [_report(said) for said in task.reports],
        "signed_on": _written(task.signature.fact.signed_on) if task.signature else None,
        "completed_on": _written(task.application.fact.completed_on) if task.application else None,
        "planned_on": _written(task.arranged.fact.planned_on) if task.arranged else None,
        "accepted_on": _written(passed.fact.checked_on) if passed else None,
        "verifiers": list(passed.fact.verifiers) if passed else [],
        "notice": {"first_day": str(notice.fact.first_day), "last_day": str(notice.fact.last_day)} if notice else None,
        "closed_on": _written(task.closure.fact.closed_on) if task.closure else None,
        "times_refused": task.times_refused,
        "refused_because": [said.fact.reason for said in task.refused],
        "returned_because": task.returned.fact.reason if task.returned else None,
    }


def _measure(task: Rectification, number: int) -> Plain:
    measure, said = task.order.measures[number - 1], task.settlement(number)
    return {
        "number": number,
        "content": measure.content,
        "due": str(measure.due),
        "unit": _unit(measure.unit),
        "person": measure.person,
        "done_on": _written(said.fact.done_on) if said else None,
        "note": said.fact.note if said else "",
    }


def _report(said: Said[ProgressReported]) -> Plain:
    report = said.fact
    return {
        "period": report.period,
        "text": report.text,
        "schedule": report.schedule.value,
        "problems": report.problems,
        "next_steps": report.next_steps,
        "percent": report.percent,
        "photos": [photo.sha256 for photo in report.photos],
        "author": said.author,
        "at": as_text(said.at),
    }


def _unit(unit: Unit | None) -> Plain | None:
    return {"code": unit.code, "name": unit.name} if unit else None


def _written(value: object) -> object:
    """A value of JSON: days and moments as text."""
    if isinstance(value, datetime):
        return as_text(value)
    return str(value) if isinstance(value, date) else value
