"""常用语: sentences that inspectors write often, with 〔gaps〕 that Tab jumps along."""

import re
from dataclasses import dataclass

from resources.words import N_, _

_GAP = re.compile("〔(?!\\d+年?〕)[^〔〕\n]{1,20}〕")
"""Anything to be filled in; the year in a document's number, 〔2026〕, is none."""
_LINE = 48

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


def short(phrase: str) -> str:
    """As much of a sentence as a menu has room for."""
    return phrase if len(phrase) <= _LINE else f"{phrase[:_LINE]}…"


def next_gap(text: str, after: int) -> Span | None:
    """The first gap from a place on; None where none is left there."""
    found = _GAP.search(text, after)
    return Span(*found.span()) if found else None
