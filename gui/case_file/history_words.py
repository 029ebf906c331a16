"""流转记录: a line of the journal in words: who, what, when, on which device, whether it took effect and why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from gui.case_file.said_words import step_words
from gui.labels import moment
from gui.names import Names
from models.clock import as_moment
from models.facts import KINDS, Fact
from models.finding import Finding, Line
from models.ids import EntryId
from models.workflow import BY_FACT
from resources.sentences import sentence
from resources.words import _


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """`doubt` says why it did not take effect; `moves`: it brought the finding into another state."""

    who: str
    when: str
    what: str
    where: str
    at_bureau: str
    doubt: str
    moves: bool = False


def history(finding: Finding, said: Mapping[EntryId, Fact], names: Names, now: datetime) -> tuple[HistoryLine, ...]:
    """The newest first; `said` has what each entry says."""
    lines = [_line(line, said.get(line.entry), names, now) for line in finding.history]
    return tuple(reversed(lines))


def _line(line: Line, fact: Fact | None, names: Names, now: datetime) -> HistoryLine:
    return HistoryLine(
        who=names.person(line.author),
        when=moment(line.at, now),
        what=_what(line, fact, names),
        where=line.device_name,
        at_bureau=_at_bureau(line, now),
        doubt=_doubt(line),
        moves=_moves(line),
    )


def _what(line: Line, fact: Fact | None, names: Names) -> str:
    if not line.known or line.kind not in KINDS:
        return _("This one needs a newer version to be read; its content is kept.")
    return step_words(fact, names) if fact else _(BY_FACT[KINDS[line.kind]].label)


def _moves(line: Line) -> bool:
    return line.effective and line.kind in KINDS and BY_FACT[KINDS[line.kind]].to is not None


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
