"""Two people act on one finding offline: every pair of steps of the line, in both orders of arrival."""

from dataclasses import replace
from itertools import product

import pytest

from models.entries import Posted, Verdict
from models.facts import Fact
from models.gates import objection
from models.ledger import Sum, add_up
from models.people import Person
from models.standing import authority
from models.state import State
from resources.sentences import SENTENCES
from tests.builders import posted
from tests.line import setbacks
from tests.properties.steps_of_a_finding import CAST, FACTS, FINDING, LINE, PEOPLE, SUBJECT, Step, judged, summed

Act = tuple[Person, Fact]


def possible(total: Sum) -> list[Act]:
    """What anybody could do to the finding as it stands."""
    return [
        (who, fact)
        for who, fact in product(PEOPLE, FACTS)
        if not authority(total.standing, type(fact), who) and objection(total.standing, fact, who.id) is None
    ]


def arrive(begun: list[Posted], acts: tuple[Act, Act]) -> list[Posted]:
    """Both were written after `begun`, without having seen each other, and reach the server in this order."""
    entries, total, base = list(begun), summed(begun), len(begun)
    for number, (who, fact) in enumerate(acts, start=base + 1):
        told = posted(fact, subject=FINDING, author=who.id, device=who.id[:32], dseq=number, base=base)
        item = replace(told, verdict=Verdict(number, total.judge(told)))
        total.add(item)
        entries.append(item)
    return entries


@pytest.mark.parametrize("so_far", range(1, len(LINE) + 1))
def test_both_entries_stay_and_one_of_them_says_why_it_took_no_effect(so_far: int) -> None:
    begun = judged([Step(who, fact, base) for base, (who, fact) in enumerate(LINE[:so_far])])
    acts = possible(summed(begun))
    met = 0
    for one, two in product(acts, repeat=2):
        if one[0].id == two[0].id:
            continue
        met += 1
        finding = add_up(SUBJECT, arrive(begun, (one, two)))
        assert finding is not None
        assert isinstance(finding.state, State)
        first, second = finding.history[-2:]
        assert (first.author, second.author) == (one[0].id, two[0].id)
        assert first.effective, "who comes first was right when they wrote"
        assert second.effective or second.reason in SENTENCES, f"{second.reason} has no words"
    assert met or so_far == len(LINE), "two people can always meet, until it is closed"


def test_a_step_of_the_round_before_a_setback_is_not_for_the_next_round() -> None:
    """验收通过 written offline, then 不通过 by a colleague and a new 申请验收: what arrives late was about other work."""
    begun = judged([Step(who, fact, base) for base, (who, fact) in enumerate(LINE[:11])])
    seen = len(begun)
    setback, anew = Step(CAST.colleague, setbacks()[0], seen), Step(*LINE[9], seen + 1)
    again = [setback, anew, Step(CAST.station, LINE[10][1], seen + 2)]
    late = Step(CAST.station, LINE[11][1], seen)
    steps = [Step(who, fact, base) for base, (who, fact) in enumerate(LINE[:11])] + [*again, late]
    finding = add_up(SUBJECT, judged(steps))
    assert finding is not None
    assert finding.state is State.ACCEPTING
    assert finding.history[-1].reason == "overtaken"
    told = add_up(SUBJECT, judged([*steps[:-1], Step(CAST.station, late.fact, len(steps) - 1)]))
    assert told is not None
    assert told.state is State.ACCEPTED, "with the new round before their eyes they may"
