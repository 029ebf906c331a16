"""The cells of the workflow table in words: states, roles with their limits, what is required, what is asked."""

from typing import Final

from models.people import Role
from models.state import State
from models.workflow import Limit, Requirement, Transition
from resources.words import N_, _

_REQUIRED: Final = {
    Requirement.PHOTO_BEFORE: N_("a photo before rectification"),
    Requirement.POSITION_OR_REASON: N_("coordinates, or why there are none"),
    Requirement.DUPLICATE_ANSWERED: N_("an answer whether it is a duplicate"),
    Requirement.REASON: N_("a reason"),
    Requirement.OTHER_PERSON: N_("another person than who logged it"),
    Requirement.NOT_APPLICANT: N_("another person than who applied"),
    Requirement.NOT_ACCEPTER: N_("another person than who applied, accepted or submitted"),
    Requirement.MEASURES_SETTLED: N_("every measure done or explained"),
    Requirement.COMPLETION_TOLD: N_("what was done"),
    Requirement.AFTER_PHOTOS: N_("a photo after rectification of each place"),
    Requirement.MONITORING_REPORT: N_("a monitoring report, if the goal has a limit"),
    Requirement.PHOTOS_NOT_REUSED: N_("no photo that proves another finding"),
    Requirement.COMPLETED_IN_TIME: N_("completed between signing and today"),
    Requirement.OTHER_UNIT: N_("who accepts is not who rectifies"),
    Requirement.CHECKED_IN_TIME: N_("checked not before completion"),
    Requirement.NOTICE_OVER: N_("the public notice is over"),
    Requirement.MEASURE_EXISTS: N_("a measure of this number"),
}
_LIMITS: Final = {
    Limit.SLIGHT: N_("{role} (only slight ones)"),
    Limit.VILLAGE: N_("{role} (only for villages)"),
}


def sources(row: Transition) -> str:
    """The states that it starts from, by their chips."""
    return _joined([_(state.chip) for state in State if state in row.sources]) or "—"


def target(row: Transition) -> str:
    """The state that it leads to; = where it stays."""
    return _(row.to.chip) if row.to else "="


def roles(row: Transition) -> str:
    """Who may, each with the limit that it has."""
    if row.only_raiser:
        return _("who logged it")
    limits = dict(row.limits)
    return _joined([_limited(role, limits.get(role)) for role in Role if role in row.roles])


def required(row: Transition) -> str:
    """What must be there before."""
    return _joined([_(_REQUIRED[one]) for one in row.requires])


def asked(row: Transition) -> str:
    """The keys of `act --json`; those in brackets may be left out."""
    return ", ".join(field.name if field.required else f"[{field.name}]" for field in row.fields)


def _limited(role: Role, limit: Limit | None) -> str:
    return _(_LIMITS[limit]).format(role=_(role.label)) if limit else _(role.label)


def _joined(words: list[str]) -> str:
    return _(", (list)").join(words)
