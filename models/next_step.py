"""What comes next on a finding for one person: the step that leads on with its gate, and the verb of its row on the workbench.

The page of a finding, the pane, the workbench and `show` all ask here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.deadlines import timing_of, unreported_month
from models.errors import Refusal
from models.facts import Closed
from models.finding import Finding
from models.gates import Check, checklist
from models.people import Person, Role
from models.reuse import Reuse, reuse_gaps
from models.standing import offers
from models.state import OPEN_WORK
from models.workflow import BY_ACTION, ONWARD, Requirement, Transition

_NEAR = frozenset({Role.INSPECTOR, Role.GRID_HEAD})
"""Who is on the spot and helps with photos."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The step that leads on and every line of its gate; no row: it is not this person's."""

    row: Transition | None = None
    checks: tuple[Check, ...] = ()

    @property
    def gaps(self) -> tuple[Refusal, ...]:
        """Everything that is missing, one by one, in the table's order."""
        return tuple(gap for check in self.checks for gap in check.gaps)

    @property
    def missing(self) -> int:
        """How many lines of the gate are not met; one that is missing at two places is one."""
        return sum(bool(check.gaps) for check in self.checks)

    def gaps_of(self, requirement: Requirement) -> tuple[Refusal, ...]:
        """What one line misses."""
        return tuple(gap for check in self.checks if check.requirement is requirement for gap in check.gaps)


@dataclass(frozen=True, slots=True)
class Errand:
    """What a row of the workbench asks for: an action of the workflow, empty where none is theirs, and what it lacks."""

    action: str = ""
    missing: int = 0


def next_step(finding: Finding, person: Person, today: date, reuse: Sequence[Reuse] = ()) -> NextStep:
    """The step that leads on, where it is this person's, and what the finding itself still lacks for it today."""
    row = ONWARD.get(finding.state)
    if row is None or row not in offers(finding.standing, person):
        return NextStep()
    return NextStep(row, _checks(finding, row, today, reuse))


def errand(finding: Finding, person: Person, today: date, reuse: Sequence[Reuse] = ()) -> Errand:
    """The step that leads on; before it a report that is late; for who is near, the photos that they can add."""
    step = next_step(finding, person, today, reuse)
    if step.row is None:
        return _helping(finding, person, today)
    if step.row.action == "apply":
        timing = timing_of(finding)
        is_late = timing is not None and bool(unreported_month(timing, today))
        return Errand("report_progress" if is_late else "apply", step.missing)
    return Errand() if step.gaps_of(Requirement.NOTICE_OVER) else Errand(step.row.action, step.missing)


def _helping(finding: Finding, person: Person, today: date) -> Errand:
    offered = {row.action for row in offers(finding.standing, person)}
    if person.role not in _NEAR or finding.state not in OPEN_WORK or "attach_evidence" not in offered:
        return Errand()
    gate = NextStep(checks=_checks(finding, BY_ACTION["apply"], today, ()))
    places = len(gate.gaps_of(Requirement.AFTER_PHOTOS))
    return Errand("attach_evidence", places) if places else Errand()


def _checks(finding: Finding, row: Transition, today: date, reuse: Sequence[Reuse]) -> tuple[Check, ...]:
    """The gate as it stands today, whatever the step's dialog is going to say."""
    said = Closed(today) if row.fact is Closed else None
    checks = {check.requirement: check for check in checklist(finding.standing, row, said)}
    twice = Requirement.PHOTOS_NOT_REUSED
    checks[twice] = Check(twice, reuse_gaps(finding.places, reuse))
    return tuple(checks[requirement] for requirement in row.requires if requirement in checks)
