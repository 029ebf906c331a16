"""The seven steps of the strip, 登记 to 销号: which is done by whom and when, where it stands, and who comes next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final

from gui.case_file.waiting_words import station
from gui.names import Names
from models.clock import CHINA
from models.finding import Finding
from models.rectification import Rectification
from models.state import State
from resources.words import N_, _


class Step(Enum):
    """The seven, in their order."""

    LOG = N_("Log (stage)")
    VERIFY = N_("Verify (stage)")
    DISPATCH = N_("Dispatch (stage)")
    RECTIFY = N_("Rectify (stage)")
    ACCEPT = N_("Accept (stage)")
    NOTICE = N_("Notice (stage)")
    CLOSE = N_("Close (stage)")


class Progress(Enum):
    """How far a step is."""

    DONE = "done"
    CURRENT = "current"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: `words` is who and when; `brief` fits where there is no room for that."""

    title: str
    progress: Progress
    words: str = ""
    brief: str = ""

    @property
    def spoken(self) -> str:
        """For screen readers and the tooltip."""
        now = _("now (stage)") if self.progress is Progress.CURRENT else ""
        return " ".join(part for part in (self.title, self.words, now) if part)


_AT: Final[Mapping[State, Step]] = {
    State.REPORTED: Step.VERIFY,
    State.RETURNED: Step.LOG,
    State.VERIFIED: Step.DISPATCH,
    State.ENLISTED: Step.DISPATCH,
    State.DISPATCHED: Step.RECTIFY,
    State.RECTIFYING: Step.RECTIFY,
    State.COMPLETED: Step.ACCEPT,
    State.ACCEPTING: Step.ACCEPT,
    State.ACCEPTED: Step.NOTICE,
    State.CLOSING: Step.NOTICE,
    State.PUBLIC_NOTICE: Step.NOTICE,
}


def stages_of(finding: Finding, names: Names, today: date) -> tuple[Stage, ...]:
    """All seven."""
    at = _current(finding, today)
    order = tuple(Step)
    place = order.index(at) if at else _ended(finding)
    return tuple(
        _stage(step, _progress(number - place, at), finding, names, today) for number, step in enumerate(order)
    )


def _current(finding: Finding, today: date) -> Step | None:
    notice = finding.rectification.notice if finding.rectification else None
    if finding.state is State.PUBLIC_NOTICE and notice and today > notice.fact.last_day:
        return Step.CLOSE
    return _AT.get(finding.state)


def _ended(finding: Finding) -> int:
    return len(Step) if finding.state is State.CLOSED else 2


def _progress(behind: int, at: Step | None) -> Progress:
    if behind < 0:
        return Progress.DONE
    return Progress.CURRENT if behind == 0 and at else Progress.FUTURE


def _stage(step: Step, progress: Progress, finding: Finding, names: Names, today: date) -> Stage:
    if progress is Progress.DONE:
        when, who = _done(step, finding, names)
        return Stage(_(step.value), progress, " ".join(part for part in (when, who) if part), when)
    words = _now(step, finding, names, today) if progress is Progress.CURRENT else _who_will(step, finding, names)
    return Stage(_(step.value), progress, words, words if progress is Progress.CURRENT else "")


def _done(step: Step, finding: Finding, names: Names) -> tuple[str, str]:
    if step is Step.LOG:
        return _day(finding.recorded_at), names.person(finding.raiser)
    if step is Step.VERIFY:
        line = next((line for line in reversed(finding.history) if line.effective and line.kind == "verified"), None)
        return (_day(line.at), names.person(line.author)) if line else ("", "")
    task = finding.rectification
    return _RECTIFIED[step](task, names) if task else ("", "")


def _dispatched(task: Rectification, names: Names) -> tuple[str, str]:
    return f"{task.order.dispatched_on:%m-%d}", names.people.get(task.dispatch.author, _("bureau (stage)"))


def _rectified(task: Rectification, _names: Names) -> tuple[str, str]:
    return f"{task.application.fact.completed_on:%m-%d}" if task.application else "", task.order.person


def _accepted(task: Rectification, _names: Names) -> tuple[str, str]:
    fact = task.acceptance.fact if task.acceptance else None
    return (f"{fact.checked_on:%m-%d}", fact.verifiers[0] if fact.verifiers else "") if fact else ("", "")


def _noticed(task: Rectification, _names: Names) -> tuple[str, str]:
    fact = task.notice.fact if task.notice else None
    return (_span(fact.first_day, fact.last_day), "") if fact else ("", "")


def _closed(task: Rectification, names: Names) -> tuple[str, str]:
    said = task.closure
    return (f"{said.fact.closed_on:%m-%d}", names.people.get(said.author, _("bureau (stage)"))) if said else ("", "")


_RECTIFIED: Mapping[Step, Callable[[Rectification, Names], tuple[str, str]]] = {
    Step.DISPATCH: _dispatched,
    Step.RECTIFY: _rectified,
    Step.ACCEPT: _accepted,
    Step.NOTICE: _noticed,
    Step.CLOSE: _closed,
}


def _now(step: Step, finding: Finding, names: Names, today: date) -> str:
    task = finding.rectification
    if step is Step.LOG:
        return _("to be completed (stage)")
    if step is Step.RECTIFY and finding.state is State.DISPATCHED:
        return _("to be signed for (stage)")
    if step is Step.RECTIFY and task:
        day, whole = (today - task.order.dispatched_on).days, (task.order.deadline - task.order.dispatched_on).days
        return _("day {day} of {whole}").format(day=max(1, day), whole=whole)
    if step is Step.ACCEPT:
        return _("being accepted (stage)") if finding.state is State.ACCEPTING else _("to be accepted (stage)")
    if step is Step.NOTICE and task:
        return _notice_now(finding.state, task)
    return _who_will(step, finding, names)


def _notice_now(state: State, task: Rectification) -> str:
    if state is State.PUBLIC_NOTICE and task.notice:
        return _("until {day} (stage)").format(day=f"{task.notice.fact.last_day:%m-%d}")
    return _("closure to be applied for (stage)") if state is State.ACCEPTED else _("in review (stage)")


def _who_will(step: Step, finding: Finding, names: Names) -> str:
    task = finding.rectification
    if step is Step.VERIFY:
        return station(finding, names)
    if step is Step.RECTIFY:
        return task.order.unit.name if task else _("the responsible unit (stage)")
    if step is Step.ACCEPT:
        return _("somebody else in the township (stage)")
    return _("full 7 days (stage)") if step is Step.NOTICE else _("bureau (stage)")


def _day(moment: datetime) -> str:
    return f"{moment.astimezone(CHINA):%m-%d}"


def _span(first: date, last: date) -> str:
    return f"{first:%m-%d}—{last:%m-%d}"
