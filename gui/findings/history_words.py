"""流转记录: a line of the journal in words: who, what, when, on which device, whether it took effect and why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from gui.findings.rivals_block import in_words
from gui.labels import moment, photos
from gui.names import Names
from models.clock import as_moment
from models.facts import (
    KINDS,
    Fact,
    PartyNamed,
    PhotoAttached,
    Raised,
    Reclassified,
    Redescribed,
    Relocated,
    Resubmitted,
    Returned,
    Verified,
)
from models.finding import Finding, Line
from models.ids import EntryId
from models.workflow import BY_FACT
from resources.sentences import sentence
from resources.words import _


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """`doubt` says why it did not take effect."""

    who: str
    when: str
    what: str
    where: str
    at_bureau: str
    doubt: str


def history(finding: Finding, said: Mapping[EntryId, Fact], names: Names, now: datetime) -> tuple[HistoryLine, ...]:
    """The newest first; `said` has what each entry says."""
    lines = [_line(line, said.get(line.entry), names, now) for line in finding.history]
    return tuple(reversed(lines))


def _line(line: Line, fact: Fact | None, names: Names, now: datetime) -> HistoryLine:
    return HistoryLine(
        who=names.person(line.author),
        when=moment(line.at, now),
        what=_what(line, fact),
        where=line.device_name,
        at_bureau=_at_bureau(line, now),
        doubt=_doubt(line),
    )


def _what(line: Line, fact: Fact | None) -> str:
    if not line.known or line.kind not in KINDS:
        return _("This one needs a newer version to be read; its content is kept.")
    step = _(BY_FACT[KINDS[line.kind]].label)
    text = fact_words(fact) if fact else ""
    return _("{step}: {text}").format(step=step, text=text) if text else step


def fact_words(fact: Fact) -> str:
    """What a step said, in a line."""
    match fact:
        case Relocated():
            words = fact.location.place
        case Redescribed():
            words = fact.description
        case PartyNamed():
            words = in_words(fact.party)
        case PhotoAttached():
            words = fact.photo.name
        case Returned():
            words = fact.text
        case Raised() | Resubmitted():
            words = photos(len(fact.photos)) if isinstance(fact, Raised) else fact.note
        case Reclassified() | Verified():
            words = _classified(fact)
        case _:
            words = ""
    return words


def _classified(fact: Reclassified | Verified) -> str:
    note = fact.note if isinstance(fact, Verified) else ""
    return "，".join(part for part in (in_words(fact.classification), note) if part)


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
