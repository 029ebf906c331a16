"""The one step that comes next on a finding for one person: the verb of its row on the workbench."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.deadlines import timing_of, unreported_month
from models.finding import Finding
from models.gates import checklist
from models.people import Person, Role
from models.standing import offers
from models.state import OPEN_WORK, State
from models.workflow import BY_ACTION, Requirement

_FORWARD: Mapping[State, str] = {
    State.RETURNED: "resubmit",
    State.REPORTED: "verify",
    State.VERIFIED: "enlist",
    State.ENLISTED: "dispatch",
    State.DISPATCHED: "sign",
    State.RECTIFYING: "apply",
    State.COMPLETED: "arrange",
    State.ACCEPTING: "accept",
    State.ACCEPTED: "submit_closure",
    State.CLOSING: "publish",
    State.PUBLIC_NOTICE: "close",
}
"""The step that leads a finding on from each state."""
_NEAR = frozenset({Role.INSPECTOR, Role.GRID_HEAD})
"""Who is on the spot and helps with photos."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The workflow's action, empty where nothing is theirs; `missing` counts the lines of its gate that are not met."""

    action: str = ""
    missing: int = 0


def next_step(finding: Finding, person: Person, today: date) -> NextStep:
    """What this person does next: the step forward where it is theirs, else the photos that they can add."""
    offered = {row.action for row in offers(finding.standing, person)}
    forward = _FORWARD.get(finding.state, "")
    if forward not in offered:
        return _helping(finding, person) if "attach_evidence" in offered else NextStep()
    if forward == "close":
        return NextStep(forward if _notice_is_over(finding, today) else "")
    if forward != "apply":
        return NextStep(forward)
    timing = timing_of(finding)
    is_silent = timing is not None and bool(unreported_month(timing, today))
    return NextStep("report_progress" if is_silent else forward, len(_unmet(finding)))


def _helping(finding: Finding, person: Person) -> NextStep:
    if person.role not in _NEAR or finding.state not in OPEN_WORK:
        return NextStep()
    places = _unmet(finding).get(Requirement.AFTER_PHOTOS, 0)
    return NextStep("attach_evidence", places) if places else NextStep()


def _unmet(finding: Finding) -> Mapping[Requirement, int]:
    """What is missing before 申请验收, and how many of each."""
    checks = checklist(finding.standing, BY_ACTION["apply"])
    return {check.requirement: len(check.gaps) for check in checks if check.gaps}


def _notice_is_over(finding: Finding, today: date) -> bool:
    notice = finding.rectification.notice if finding.rectification else None
    return notice is not None and notice.fact.last_day < today
