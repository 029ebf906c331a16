"""models.next_step in words and buttons: the primary, the others, what is missing, or whose turn it is.

The page's card and the pane's foot show the same.
"""

from dataclasses import dataclass
from datetime import date

from gui.case_file.detail import Detail, may
from gui.case_file.waiting_words import meaning, waiting
from gui.names import Names
from gui.rectification.gate_words import GateLine, Mark, gate_lines
from models import next_step as steps
from models.errors import Refusal
from models.finding import Finding
from models.people import Person, Role
from models.standing import authority, obstacle
from models.state import State
from models.workflow import BY_ACTION, ONWARD, Requirement
from resources.sentences import sentence
from resources.words import N_, _, ngettext

CORRECT = "correct"
"""更正: every correction that the form makes at once."""
_CORRECTIONS = ("redescribe", "relocate", "reclassify", "name_party", "attach_photo")
_OTHERS = (
    "return", "refuse", "return_closure", "report_progress", CORRECT, "attach_evidence", "settle_measure",
    "arrange_places", "dispatch", "correct_grid",
)  # fmt: skip
"""In the order of their weight: the first stands beside the primary."""
_OWN = {one.value for one in (Requirement.OTHER_PERSON, Requirement.NOT_APPLICANT, Requirement.NOT_ACCEPTER)}
_VERBS = {"resubmit": N_("Complete"), CORRECT: N_("Correct")}


@dataclass(frozen=True, slots=True)
class Offer:
    """A step that may be taken, with the words of its button; `locked` says on the button why not yet."""

    action: str
    words: str
    locked: str = ""

    @property
    def by_form(self) -> bool:
        """补正 and 更正 are done in the form."""
        return self.action in (CORRECT, "resubmit")


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the card says. `summary` is 「7 项里还差 2 项」."""

    primary: Offer | None = None
    others: tuple[Offer, ...] = ()
    sentence: str = ""
    lines: tuple[GateLine, ...] = ()
    summary: str = ""

    @property
    def title(self) -> str:
        """The verb, or that others are at work."""
        return self.primary.words if self.primary else _("Next step")


def next_step(detail: Detail, person: Person, names: Names, today: date) -> NextStep:
    """Decide it for this person."""
    finding = detail.finding
    if finding.history and finding.history[0].reason is not None:
        return NextStep(sentence=_("The bureau did not take it; the history says why"))
    step = steps.next_step(finding, person, today, detail.reuse)
    primary = step.row.action if step.row else ""
    others = tuple(_offer(each, finding) for each in _OTHERS if each != primary and _offered(detail, each))
    if step.row is not None:
        return _mine(finding, primary, step, others, person)
    return NextStep(others=others, sentence=_forbidden(finding, person) or waiting(finding, names, today))


def _mine(finding: Finding, action: str, step: steps.NextStep, others: tuple[Offer, ...], person: Person) -> NextStep:
    if early := step.gaps_of(Requirement.NOTICE_OVER):
        return NextStep(_locked(action, _("notice is running")), others, _early(early[0]))
    lines = gate_lines(finding, step.checks)
    if action != "apply":
        lines = tuple(line for line in lines if line.mark is Mark.LACKING)
    if not step.missing:
        return NextStep(_offer(action, finding), others, _meaning(finding, action, person), lines)
    count = ngettext("{n} still missing", "{n} still missing", step.missing).format(n=step.missing)
    summary = _("of {all} things {missing}").format(missing=count, all=len(step.checks))
    return NextStep(_locked(action, count), others, _meaning(finding, action, person), lines, summary)


def _meaning(finding: Finding, action: str, person: Person) -> str:
    """What the step means; who acts for a village is told for whom."""
    task = finding.rectification
    if task is None or person.role is not Role.STATION or action not in ("sign", "apply"):
        return meaning(action)
    return _("Responsible unit: {unit} · the township acts for it").format(unit=task.order.unit.name)


def _offered(detail: Detail, action: str) -> bool:
    if action == CORRECT:
        return not may(detail, "resubmit") and any(may(detail, each) for each in _CORRECTIONS)
    return may(detail, action)


def _offer(action: str, finding: Finding) -> Offer:
    if action == "dispatch" and finding.state is State.DISPATCHED:
        return Offer(action, _("Dispatch anew"))
    return Offer(action, verb(action))


def _locked(action: str, why: str) -> Offer:
    return Offer(action, verb(action), _("{verb} ({why})").format(verb=verb(action), why=why))


def verb(action: str) -> str:
    """What the button of a step says."""
    return _(_VERBS[action]) if action in _VERBS else _(BY_ACTION[action].label)


def _forbidden(finding: Finding, person: Person) -> str:
    """Why this very person may not, where their role would allow it: nobody approves what they submitted."""
    row = ONWARD.get(finding.state)
    if row is None or authority(finding.standing, row.fact, person) is not None:
        return ""
    code = obstacle(finding.standing, row, person.id)
    return sentence(code, {}) if code and code in _OWN else ""


def _early(gap: Refusal) -> str:
    days = int(str(gap.values["days"]))
    words = ngettext("The notice runs until {last}, {n} more day", "The notice runs until {last}, {n} more days", days)
    return words.format(last=f"{gap.values['last']:%m-%d}", n=days)
