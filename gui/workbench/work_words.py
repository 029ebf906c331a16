"""The second line of a row: the words of the person who wants something, or what is missing."""

from collections.abc import Callable, Mapping
from datetime import datetime

from gui import labels
from gui.names import Names
from models.facts import KINDS
from models.state import State
from models.to_do import Lost, ToDo
from models.workflow import BY_FACT
from resources.sentences import sentence
from resources.words import N_, _, ngettext

_PLAIN: Mapping[State, str] = {
    State.VERIFIED: N_("Found true, not on the list of problems yet."),
    State.ENLISTED: N_("No responsible unit and no deadline yet."),
    State.ACCEPTED: N_("Accepted; closure can be applied for."),
    State.CLOSING: N_("The file is with the bureau, waiting for review."),
}


def second_line(task: ToDo, names: Names, now: datetime) -> str:
    """Somebody's own words come first; then what is missing; then who has it now."""
    own = f"{names.person(task.speaker)}：{task.words}" if task.words else ""
    missing = _MISSING[task.action](task.missing) if task.action in _MISSING else ""
    found = "；".join(part for part in (own.rstrip("。；") if missing else own, missing) if part)
    return found or _state_words(task, names, now)


def _state_words(task: ToDo, names: Names, now: datetime) -> str:
    row = task.row
    if row.state is State.REPORTED:
        when = labels.moment(row.recorded_at, now)
        return _("{name} logged it {when}").format(name=names.person(row.raiser), when=when)
    if row.state is State.PUBLIC_NOTICE and row.notice_until is not None:
        return _("The notice ran until {day}; it may be closed.").format(day=f"{row.notice_until:%m-%d}")
    if row.state is State.DISPATCHED:
        return _("{unit}: not signed for yet").format(unit=row.unit)
    if row.state in _PLAIN:
        return _(_PLAIN[row.state])
    return _("Responsible unit: {unit}").format(unit=row.unit) if row.unit else row.place


def _before_applying(missing: int) -> str:
    if not missing:
        return _("Nothing is missing: acceptance can be applied for.")
    words = ngettext("{n} missing before acceptance", "{n} missing before acceptance", missing)
    return words.format(n=missing)


def _reporting(missing: int) -> str:
    words = _("Nothing was reported for last month.")
    return f"{words}；{_before_applying(missing)}" if missing else words


def _photographing(missing: int) -> str:
    words = ngettext("{n} place without a photo of after", "{n} places without a photo of after", missing)
    return words.format(n=missing)


_MISSING: Mapping[str, Callable[[int], str]] = {
    "apply": _before_applying,
    "report_progress": _reporting,
    "attach_evidence": _photographing,
}


def lost_words(lost: Lost, names: Names, now: datetime) -> str:
    """「你的“验收通过”没有生效：陈立 10分钟前已退回」, or the reason where nobody came before."""
    mine = verb(lost.kind)
    if lost.before is None:
        return _("Your “{step}” took no effect: {reason}").format(step=mine, reason=sentence(lost.reason, {}))
    return _("Your “{step}” took no effect: {name} {when} {verb}").format(
        step=mine,
        name=names.person(lost.before.author),
        when=labels.ago(lost.before.at, now),
        verb=_("already did “{verb}”").format(verb=verb(lost.before.kind)),
    )


def verb(kind: str) -> str:
    """What a kind of entry is called: the verb of its step."""
    return _(BY_FACT[KINDS[kind]].label) if kind in KINDS else kind
