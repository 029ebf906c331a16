"""常用语: sentences that inspectors write often, with 〔gaps〕 that Tab jumps along."""

import re
from dataclasses import dataclass
from functools import cache

from resources.words import N_, _

_BRACKETED = re.compile("〔[^〔〕\n]{1,20}〕")

PHRASES = (
    N_("On site about 〔number〕 square metres of earth lie uncovered; wind raises dust."),
    N_("The exit is not washed; mud tracks of about 〔number〕 metres lie on the road."),
    N_("The water is 〔colour〕 and smells; the outlet discharges into 〔river〕."),
    N_("About 〔number〕 square metres of floating rubbish drift on the river."),
    N_("About 〔number〕 cubic metres of building rubble were dumped at 〔place〕."),
    N_("〔name〕 cooks without a working fume purifier; oil fumes go into the open."),
    N_("Straw burns in the open on about 〔number〕 mu; the fire was put out on the spot."),
    N_("Those responsible were told on the spot to put it right by 〔date〕."),
)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a gap stands in a text."""

    start: int
    end: int


def phrases() -> tuple[str, ...]:
    """The sentences in the reader's language."""
    return tuple(_(phrase) for phrase in PHRASES)


@cache
def _gaps() -> frozenset[str]:
    """What phrases leave open; the year in a document's number, 〔2026〕, is none."""
    return frozenset(gap for phrase in phrases() for gap in _BRACKETED.findall(phrase))


def next_gap(text: str, after: int) -> Span | None:
    """The first gap from a place on; None where none is left there."""
    found = (Span(*bracketed.span()) for bracketed in _BRACKETED.finditer(text, after) if bracketed[0] in _gaps())
    return next(found, None)
