"""Steps of a finding's whole life as Hypothesis draws them: a stretch of the straight line, then anything by anybody."""

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from models.entries import Posted, Subject, Verdict
from models.facts import (
    Classification,
    EvidenceAttached,
    Fact,
    GridCorrected,
    PartyNamed,
    PhotoAttached,
    PhotoPlace,
    PlacesArranged,
    Reclassified,
    Redescribed,
    Relocated,
    Resubmitted,
    Returned,
)
from models.ids import new_id
from models.ledger import Sum
from models.people import Person
from models.vocabulary import PhotoKind, ReturnReason, Severity
from tests.builders import OTHER_GRID, photo, posted, raised
from tests.line import OFFICE, TODAY, bureau, cast, dispatched, line, setbacks, unit_officer

FINDING = new_id()
SUBJECT = Subject("finding", FINDING)
CAST = cast()
FORM = raised()
LINE: tuple[tuple[Person, Fact], ...] = ((CAST.inspector, FORM), *line(FORM, CAST))
PEOPLE = (
    CAST.inspector,
    CAST.station,
    CAST.colleague,
    CAST.unit,
    unit_officer(OFFICE),
    unit_officer(),
    CAST.bureau,
    bureau(),
)
TURNS: tuple[Fact, ...] = (
    Returned((ReturnReason.OTHER,), "再看一下现场情况"),
    Resubmitted(),
    *setbacks(),
    Relocated(FORM.location),
    Redescribed("另一种说法，一共十个字以上"),
    Reclassified(Classification("W01", Severity.MAJOR)),
    PartyNamed(),
    PhotoAttached(photo()),
    EvidenceAttached((photo(kind=PhotoKind.MONITORING_REPORT),)),
    PlacesArranged((PhotoPlace("东侧", (FORM.photos[0].sha256,)),)),
    GridCorrected(OTHER_GRID),
    dispatched(unit=OFFICE, goal="氨氮≤2.0 mg/L，断面无异味。", dispatched_on=TODAY),
)
FACTS: tuple[Fact, ...] = (*(fact for _, fact in LINE), *TURNS)


@dataclass(frozen=True)
class Step:
    """One thing somebody does, having seen the journal up to `base`."""

    who: Person
    fact: Fact
    base: int


_ANYTHING = st.builds(Step, st.sampled_from(PEOPLE), st.sampled_from(FACTS), st.integers(0, 30))


@st.composite
def steps(draw: st.DrawFn) -> list[Step]:
    """So far along the line, and then anything: states late in a life are met as often as early ones."""
    so_far = draw(st.integers(0, len(LINE)))
    begun = [Step(who, fact, base) for base, (who, fact) in enumerate(LINE[:so_far])]
    return begun + draw(st.lists(_ANYTHING, max_size=8))


def judged(taken: list[Step]) -> list[Posted]:
    """Numbered entries with the verdict that a server gives by the same table."""
    total, entries = Sum(SUBJECT), []
    for number, step in enumerate(taken, start=1):
        told = posted(step.fact, subject=FINDING, author=step.who.id, dseq=number, base=step.base)
        item = replace(told, verdict=Verdict(number, total.judge(told), f"320402-2026-{number:06d}"))
        total.add(item)
        entries.append(item)
    return entries


def summed(entries: list[Posted]) -> Sum:
    """What these add up to, still open."""
    total = Sum(SUBJECT)
    total.add_all(entries)
    return total
