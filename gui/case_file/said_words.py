"""What a step said, in a line: from the first form to 核实. gui.case_file.rectifying_words has the steps after it."""

from gui.case_file.rectifying_words import rectifying_head, rectifying_words
from gui.case_file.rivals_block import in_words
from gui.names import Names
from models.facts import (
    Fact,
    GridCorrected,
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
from models.workflow import BY_FACT
from resources.words import _, ngettext


def step_words(fact: Fact, names: Names) -> str:
    """The step's name and what it said."""
    head = rectifying_head(fact) or _(BY_FACT[type(fact)].label)
    text = fact_words(fact, names)
    return _("{step}: {text}").format(step=head, text=text) if text else head


def fact_words(fact: Fact, names: Names) -> str:
    """What a step said, in a line."""
    match fact:
        case Raised() | Redescribed() | PhotoAttached() | Resubmitted() | Returned():
            return _told(fact)
        case Relocated() | PartyNamed() | Reclassified() | Verified():
            return _set(fact)
        case GridCorrected():
            return names.place(fact.grid)
        case _:
            return rectifying_words(fact)


def _told(fact: Raised | Redescribed | PhotoAttached | Resubmitted | Returned) -> str:
    match fact:
        case Raised():
            count = len(fact.photos)
            return ngettext("{n} photo logged", "{n} photos logged", count).format(n=count)
        case Redescribed():
            return fact.description
        case PhotoAttached():
            return fact.photo.name
        case Resubmitted():
            return fact.note
        case Returned():
            return fact.text


def _set(fact: Relocated | PartyNamed | Reclassified | Verified) -> str:
    match fact:
        case Relocated():
            return fact.location.place
        case PartyNamed():
            return in_words(fact.party)
        case Reclassified():
            return in_words(fact.classification)
        case Verified():
            return "，".join(part for part in (in_words(fact.classification), fact.note) if part)
