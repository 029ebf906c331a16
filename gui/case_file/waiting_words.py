"""Whose turn it is, as a sentence: 「等郑陆镇环保站验收，已等 3 天」; and what the next step means."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from gui.names import Names
from models.clock import day_of
from models.finding import Finding
from models.people import TOWN_LENGTH
from models.state import State
from resources.words import N_, _, ngettext

_WAITING: Final[Mapping[State, str]] = {
    State.REPORTED: N_("Waiting for {who} to verify it"),
    State.RETURNED: N_("Waiting for {who} to complete it"),
    State.VERIFIED: N_("Waiting for {who} to enlist it"),
    State.ENLISTED: N_("Waiting for {who} to dispatch it"),
    State.DISPATCHED: N_("Waiting for {who} to sign for it"),
    State.RECTIFYING: N_("Waiting for {who} to rectify it"),
    State.COMPLETED: N_("Waiting for {who} to take up the acceptance"),
    State.ACCEPTING: N_("Waiting for {who} to accept it"),
    State.ACCEPTED: N_("Waiting for {who} to apply for closure"),
    State.CLOSING: N_("Waiting for {who} to review it"),
    State.PUBLIC_NOTICE: N_("Waiting for {who} to close it"),
}
_MEANS: Final[Mapping[str, str]] = {
    "verify": N_("Look whether it is true and not a duplicate; type and severity hold as you verify them."),
    "resubmit": N_("Add what was asked for, then it is sent again."),
    "enlist": N_("It is no duplicate: put it into the library, then it is dispatched."),
    "dispatch": N_("Say who rectifies what by when, and who accepts."),
    "sign": N_("Confirm that your side has it, and who sees to it."),
    "apply": N_("Declare the rectification completed; the accepting unit then comes and looks."),
    "arrange": N_("Say that you come and look; the unit sees that it is taken up."),
    "accept": N_("Two people have seen it on the spot; it passes, or goes back with a reason."),
    "submit_closure": N_("The file goes to the bureau, with at least 100 characters on what was done."),
    "publish": N_("Review the file and make the result public for 7 days."),
    "close": N_("The notice is over and nobody objected: the finding is closed."),
}


def meaning(action: str) -> str:
    """One line on what a step means; empty where its verb says it."""
    return _(_MEANS[action]) if action in _MEANS else ""


def waiting(finding: Finding, names: Names, today: date) -> str:
    """Who has to act, and for how long it has waited; after the end, that it has ended."""
    task = finding.rectification
    if finding.state is State.CLOSED and task and task.closure:
        return _("Closed on {day}; nothing is left to do").format(day=f"{task.closure.fact.closed_on:%Y-%m-%d}")
    if finding.state not in _WAITING:
        return ""
    notice = task.notice if task else None
    if finding.state is State.PUBLIC_NOTICE and notice and today <= notice.fact.last_day:
        words = _("Under public notice until {day}, then {who} closes it")
        return words.format(day=f"{notice.fact.last_day:%m-%d}", who=turn_of(finding, names))
    words = _(_WAITING[finding.state]).format(who=turn_of(finding, names))
    days = (today - day_of(finding.spans[-1].since)).days
    if days <= 0:
        return words
    since = ngettext("{words}, for {n} day now", "{words}, for {n} days now", days)
    return since.format(words=words, n=days)


def turn_of(finding: Finding, names: Names) -> str:
    """Who by rule has the next step, by name where it is known."""
    order = finding.rectification.order if finding.rectification else None
    if finding.state is State.RETURNED:
        return names.people.get(finding.raiser, _("the one who logged it"))
    if finding.state in (State.DISPATCHED, State.RECTIFYING) and order:
        return order.unit.name
    if finding.state in (State.COMPLETED, State.ACCEPTING) and order:
        return order.accept_unit.name
    return station(finding, names) if finding.state in _TOWNSHIP else _("the district bureau")


def station(finding: Finding, names: Names) -> str:
    """郑陆镇环保站."""
    town = names.areas.get(f"{finding.grid[:TOWN_LENGTH]}000", "")
    return _("the station of {town}").format(town=town) if town else _("the township station")


_TOWNSHIP = frozenset({State.REPORTED, State.VERIFIED, State.ACCEPTED})
