"""The gate before a step as lines: ✓, ✗ or at the dialog, what is missing in words, and the button that leads to its cure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from gui.rectification.place_words import place_name
from models.errors import Refusal
from models.finding import Finding
from models.gates import Check, names_a_limit
from models.vocabulary import PhotoKind
from models.workflow import Requirement
from resources.sentences import sentence
from resources.words import N_, _, ngettext


class Mark(Enum):
    """How a line of the gate stands."""

    MET = "met"
    LACKING = "lacking"
    LATER = "later"
    """Only the step's own dialog can say it."""


@dataclass(frozen=True, slots=True)
class Cure:
    """Where a gap is closed: a step with hints for its dialog, or another finding to look at."""

    words: str
    action: str = ""
    hints: Mapping[str, Any] = field(default_factory=dict)
    finding: str = ""


@dataclass(frozen=True, slots=True)
class GateLine:
    """One line of the checklist."""

    requirement: Requirement
    mark: Mark
    words: str
    cure: Cure | None = None


_AT_THE_DIALOG = frozenset({Requirement.COMPLETION_TOLD, Requirement.COMPLETED_IN_TIME})


def gate_lines(finding: Finding, checks: Iterable[Check]) -> tuple[GateLine, ...]:
    """Every line of a gate; what is missing more than once has a line each."""
    return tuple(line for check in checks for line in _lines(finding, check))


def lacking(lines: Sequence[GateLine]) -> int:
    """How many of the asked things are missing; one that is missing at two places is one."""
    return len({line.requirement for line in lines if line.mark is Mark.LACKING})


def _lines(finding: Finding, check: Check) -> Iterator[GateLine]:
    requirement = check.requirement
    for gap in check.gaps:
        yield GateLine(requirement, Mark.LACKING, _gap(finding, gap), _cure(gap))
    if not check.gaps:
        mark = Mark.LATER if requirement in _AT_THE_DIALOG else Mark.MET
        yield GateLine(requirement, mark, _met(finding, requirement))


def _gap(finding: Finding, gap: Refusal) -> str:
    if gap.code == Requirement.AFTER_PHOTOS.value:
        number = int(str(gap.values["number"]))
        place = place_name(finding.places[number - 1], number)
        return _("{place} has no photo after rectification").format(place=place)
    if gap.code == Requirement.MEASURES_SETTLED.value:
        return _("Measure {number} is open: {content}").format_map(gap.values)
    if gap.code == Requirement.PHOTOS_NOT_REUSED.value:
        words = _("The photo {name} stands in {number} as well")
        return words.format(name=gap.values["name"], number=gap.values["finding"])
    if gap.code == Requirement.MONITORING_REPORT.value:
        return _("The goal names a limit, there is no monitoring report yet")
    return sentence(gap.code, gap.values)


def _cure(gap: Refusal) -> Cure | None:
    number = int(str(gap.values.get("number", 0)))
    if gap.code == Requirement.AFTER_PHOTOS.value:
        return Cure(_("Add photos (gap)"), "attach_evidence", {"place": number - 1, "kind": PhotoKind.AFTER})
    if gap.code == Requirement.MONITORING_REPORT.value:
        return Cure(_("Add the report"), "attach_evidence", {"kind": PhotoKind.MONITORING_REPORT})
    if gap.code == Requirement.MEASURES_SETTLED.value:
        return Cure(_("Settle it"), "settle_measure", {"measure": number})
    if gap.code == Requirement.PHOTOS_NOT_REUSED.value:
        return Cure(_("See the other one"), finding=str(gap.values["id"]))
    return None


def _met(finding: Finding, requirement: Requirement) -> str:
    task = finding.rectification
    order = task.order if task else None
    count, places = len(order.measures) if order else 0, len(finding.places)
    if requirement is Requirement.MEASURES_SETTLED:
        words = ngettext("{n} measure is done or explained", "All {n} measures are done or explained", count)
        return words.format(n=count)
    if requirement is Requirement.AFTER_PHOTOS:
        words = ngettext("{n} place has a photo after", "All {n} places have a photo after", places)
        return words.format(n=places)
    if requirement is Requirement.MONITORING_REPORT and order and not names_a_limit(order.goal):
        return _("The goal names no limit, no monitoring report is needed")
    return _(_MET_WORDS.get(requirement, ""))


_MET_WORDS: Mapping[Requirement, str] = {
    Requirement.COMPLETION_TOLD: N_(
        "What was done is written while applying (100 characters when applying for closure)"
    ),
    Requirement.COMPLETED_IN_TIME: N_("The day of completion is said while applying: from signing to today"),
    Requirement.MONITORING_REPORT: N_("The monitoring report is there"),
    Requirement.PHOTOS_NOT_REUSED: N_("No photo is used twice"),
    Requirement.OTHER_UNIT: N_("Who accepts is not who rectified"),
}
