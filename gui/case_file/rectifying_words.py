"""What the steps from 入库 to 销号 said, in a line each."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from gui.labels import photos, word
from gui.rectification.period import month
from models.facts import (
    AcceptanceApplied,
    AcceptanceArranged,
    AcceptancePassed,
    AcceptanceRefused,
    Closed,
    ClosureReturned,
    ClosureSubmitted,
    Dispatched,
    Enlisted,
    EvidenceAttached,
    Fact,
    MeasureSettled,
    NoticePublished,
    Photo,
    PlacesArranged,
    ProgressReported,
    SignedFor,
)
from models.vocabulary import Conclusion
from models.workflow import BY_FACT
from resources.words import _, ngettext


def rectifying_head(fact: Fact) -> str:
    """The step's name where it says more than its verb: which month, which measure, more material; else empty."""
    match fact:
        case ProgressReported():
            return _("Report progress ({month})").format(month=month(fact.period))
        case MeasureSettled():
            words = _("Measure {n} done") if fact.done_on else _("Measure {n} explained")
            return words.format(n=fact.measure)
        case AcceptanceRefused(conclusion=Conclusion.MORE_MATERIAL):
            return word(fact.conclusion)
        case _:
            return ""


def rectifying_words(fact: Fact) -> str:
    """What it said; empty where the verb says all."""
    says = _SAYS.get(type(fact))
    return says(fact) if says else ""


def fact_lines(fact: Fact) -> str:
    """Verb and words of a step after 入库."""
    head, text = rectifying_head(fact) or _(BY_FACT[type(fact)].label), rectifying_words(fact)
    return _("{step}: {text}").format(step=head, text=text) if text else head


def photos_by_kind(shown: tuple[Photo, ...]) -> str:
    """3 张（整改后）."""
    counts = Counter(photo.kind for photo in shown)
    each = (_("{photos} ({kind})").format(photos=photos(n), kind=word(kind)) for kind, n in counts.items())
    return "，".join(each)


def _joined(*parts: str) -> str:
    """Sentences lose their full stop before another part follows."""
    said = [part for part in parts if part]
    return "；".join([*(part.rstrip("。；") for part in said[:-1]), *said[-1:]])


def _on(day: date | None) -> str:
    return f"{day:%Y-%m-%d}" if day else ""


def _dispatched(fact: Dispatched) -> str:
    count = len(fact.measures)
    measures = ngettext("{n} measure", "{n} measures", count).format(n=count)
    words = _("{unit}, until {deadline}, {measures}")
    return _joined(words.format(unit=fact.unit.name, deadline=_on(fact.deadline), measures=measures), fact.note)


def _signed(fact: SignedFor) -> str:
    return _("responsible person {name}").format(name=fact.person)


def _progress(fact: ProgressReported) -> str:
    percent = f"{fact.percent}%" if fact.percent is not None else ""
    return _joined(fact.text, word(fact.schedule), percent, photos_by_kind(fact.photos))


def _settled(fact: MeasureSettled) -> str:
    return _joined(_on(fact.done_on), fact.note)


def _places(fact: PlacesArranged) -> str:
    count = len(fact.places)
    words = ngettext("{n} place", "{n} places", count).format(n=count)
    return _joined(words, "、".join(place.name for place in fact.places if place.name))


def _applied(fact: AcceptanceApplied) -> str:
    return _joined(_("completed on {day}").format(day=_on(fact.completed_on)), fact.description)


def _arranged(fact: AcceptanceArranged) -> str:
    planned = _("planned for {day}").format(day=_on(fact.planned_on)) if fact.planned_on else ""
    return _joined(planned, fact.note)


def _passed(fact: AcceptancePassed) -> str:
    return _joined("、".join(fact.verifiers), fact.opinion, photos_by_kind(fact.photos))


def _refused(fact: AcceptanceRefused) -> str:
    return _joined(fact.reason, photos_by_kind(fact.photos))


def _published(fact: NoticePublished) -> str:
    words = _("{first} to {last}").format(first=_on(fact.first_day), last=_on(fact.last_day))
    return _joined(words, fact.where)


def _closed(fact: Closed) -> str:
    return _joined(_on(fact.closed_on), fact.note)


_SAYS: Mapping[type[Fact], Callable[[Any], str]] = {
    Enlisted: lambda fact: fact.note,
    Dispatched: _dispatched,
    SignedFor: _signed,
    ProgressReported: _progress,
    MeasureSettled: _settled,
    EvidenceAttached: lambda fact: photos_by_kind(fact.photos),
    PlacesArranged: _places,
    AcceptanceApplied: _applied,
    AcceptanceArranged: _arranged,
    AcceptancePassed: _passed,
    AcceptanceRefused: _refused,
    ClosureSubmitted: lambda fact: fact.description,
    ClosureReturned: lambda fact: fact.reason,
    NoticePublished: _published,
    Closed: _closed,
}
