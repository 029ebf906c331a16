"""流转记录: a line of the journal in words: who, what, when, on which device, whether it took effect and why not."""

from dataclasses import dataclass
from datetime import datetime

from gui.labels import moment
from gui.names import Names
from models.clock import as_moment
from models.facts import KINDS, Resubmitted, Returned
from models.finding import Finding, Line
from models.workflow import BY_FACT
from resources.sentences import sentence
from resources.words import _


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """`doubt` says why it did not take effect; `moves` whether it is a step and not only a correction."""

    who: str
    when: str
    what: str
    where: str
    at_bureau: str
    doubt: str
    moves: bool


def history(finding: Finding, names: Names, now: datetime) -> tuple[HistoryLine, ...]:
    """The newest first."""
    lines = [_line(finding, line, names, now) for line in finding.history]
    return tuple(reversed(lines))


def _line(finding: Finding, line: Line, names: Names, now: datetime) -> HistoryLine:
    kind = KINDS.get(line.kind)
    return HistoryLine(
        who=names.person(line.author),
        when=moment(line.at, now),
        what=_what(finding, line),
        where=line.device_name,
        at_bureau=_at_bureau(line, now),
        doubt=_doubt(line),
        moves=kind is None or BY_FACT[kind].to is not None,
    )


def _what(finding: Finding, line: Line) -> str:
    kind = KINDS.get(line.kind)
    if kind is None or not line.known:
        return _("This one needs a newer version to be read; its content is kept.")
    words = _(BY_FACT[kind].label)
    if kind is Returned and line.entry == _last(finding, "returned") and finding.returned_because:
        return _("{step}: {text}").format(step=words, text=finding.returned_because)
    if kind is Resubmitted:
        return _("Completed and sent again")
    return words


def _last(finding: Finding, kind: str) -> str:
    return next((line.entry for line in reversed(finding.history) if line.kind == kind), "")


def _at_bureau(line: Line, now: datetime) -> str:
    if line.number is None:
        return _("only on this computer") if line.reason is None else _("not taken by the bureau")
    if not line.received_at:
        return _("received by the bureau")
    return _("received by the bureau {time}").format(time=moment(as_moment(line.received_at), now))


def _doubt(line: Line) -> str:
    if line.effective and line.reason is None:
        return ""
    return _("No effect: {reason}").format(reason=sentence(line.reason or "refused", {}))
