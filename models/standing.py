"""Who may take which step now: the workflow table asked about one finding and one person."""

from dataclasses import dataclass

from models.errors import Refusal
from models.facts import Fact, Photo, PhotoPlace
from models.ids import PersonId
from models.people import Person, Role
from models.rectification import Rectification
from models.state import State
from models.vocabulary import Severity
from models.workflow import BY_FACT, TRANSITIONS, Limit, Requirement, Transition


@dataclass(frozen=True, slots=True)
class Standing:
    """What the table needs to know of a finding. No state: it does not exist."""

    state: State | None = None
    grid: str = ""
    raiser: PersonId | None = None
    severity: Severity | None = None
    rectification: Rectification | None = None
    photos: tuple[Photo, ...] = ()
    arranged: tuple[PhotoPlace, ...] = ()

    @property
    def unit(self) -> str:
        """The code of the 责任单位; empty before 交办."""
        return self.rectification.order.unit.code if self.rectification else ""


def obstacle(standing: Standing, row: Transition, author: PersonId) -> str | None:
    """Why this step is not this person's now, whatever it says; None where it is. Uses only what entries say."""
    if standing.state is None:
        return None if not row.sources else "no_such_finding"
    if not row.sources:
        return "already_raised"
    if standing.state not in row.sources:
        return f"state_{standing.state.value}"
    if row.only_raiser and author != standing.raiser:
        return "only_raiser"
    return next((own.value for own in row.requires if author in _own(own, standing)), None)


def _own(requirement: Requirement, standing: Standing) -> tuple[PersonId | None, ...]:
    """Who may not take a step with this requirement: a person never approves their own submission."""
    task = standing.rectification
    if requirement is Requirement.OTHER_PERSON:
        return (standing.raiser,)
    if task is None:
        return ()
    if requirement is Requirement.NOT_APPLICANT:
        return (task.application.author if task.application else None,)
    if requirement is Requirement.NOT_ACCEPTER:
        return tuple(said.author if said else None for said in (task.acceptance, task.submission, task.application))
    return ()


def authority(standing: Standing, fact_kind: type[Fact], person: Person) -> Refusal | None:
    """Whether this person's role, unit and area allow the step at all; the server refuses what this refuses."""
    row = BY_FACT[fact_kind]
    if person.role not in row.roles:
        return Refusal("role_may_not", {"action": row.action, "role": person.role.value})
    if not within(standing, person):
        return Refusal("outside_scope", {"grid": standing.grid})
    return next(
        (Refusal(limit.value) for role, limit in row.limits if person.role is role and _beyond(limit, standing)), None
    )


def within(standing: Standing, person: Person) -> bool:
    """Whether the finding is in this person's scope: a unit's from 交办 to it on, else by area."""
    if person.role is Role.UNIT:
        return bool(person.unit) and standing.unit == person.unit
    return not standing.grid or person.covers(standing.grid)


def _beyond(limit: Limit, standing: Standing) -> bool:
    if limit is Limit.SLIGHT:
        return standing.severity is not Severity.SLIGHT
    task = standing.rectification
    return task is not None and not task.order.unit.is_village


def offers(standing: Standing, person: Person) -> tuple[Transition, ...]:
    """The steps that are this person's now, in the table's order; gates may still hold them (models.gates)."""
    return tuple(
        row
        for row in TRANSITIONS
        if row.sources and obstacle(standing, row, person.id) is None and authority(standing, row.fact, person) is None
    )
