"""Whatever the entries and however they arrive: the sum never raises, knows its state, and is the same everywhere."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.entries import Posted, Subject
from models.facts import (
    Classification,
    Fact,
    PartyNamed,
    PhotoAttached,
    Reclassified,
    Redescribed,
    Relocated,
    Resubmitted,
    Returned,
    Verified,
)
from models.finding import digest
from models.gates import objection
from models.ids import new_id
from models.ledger import Sum, add_up
from models.people import Role
from models.standing import authority, offers
from models.state import State
from models.vocabulary import ReturnReason, Severity
from models.workflow import BY_FACT, TRANSITIONS
from tests.builders import person, photo, posted, raised

FINDING = new_id()
PEOPLE = (person(), person(Role.STATION), person(Role.BUREAU), person(Role.UNIT))
FORM = raised()
FACTS: tuple[Fact, ...] = (
    FORM,
    Relocated(FORM.location),
    Redescribed("另一种说法，一共十个字以上"),
    Reclassified(Classification("W01", Severity.MAJOR)),
    PartyNamed(),
    PhotoAttached(photo()),
    Returned((ReturnReason.OTHER,), "再看一下现场情况"),
    Resubmitted(),
    Verified(FORM.classification),
)
STEPS = st.lists(st.tuples(st.sampled_from(FACTS), st.sampled_from(PEOPLE), st.integers(0, 12)), max_size=12)


def journal(steps: list[tuple[Fact, Any, int]]) -> list[Posted]:
    """Numbered entries with the verdict that a server gives by the same table."""
    total, entries = Sum(Subject("finding", FINDING)), []
    for number, (fact, author, base) in enumerate(steps, start=1):
        reason = objection(total.standing, fact, author.id)
        item = posted(fact, subject=FINDING, author=author.id, dseq=number, number=number, reason=reason, base=base)
        total.add(item)
        entries.append(item)
    return entries


@given(STEPS, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_sum(steps: list[Any], chance: Any) -> None:
    entries = journal(steps)
    shuffled = list(entries)
    chance.shuffle(shuffled)
    one, two = (add_up(Subject("finding", FINDING), order) for order in (entries, shuffled))
    assert (one and digest(one)) == (two and digest(two))


@given(STEPS)
def test_no_sequence_raises_or_leaves_an_unknown_state(steps: list[Any]) -> None:
    pending = [Posted(item.entry, item.device, item.dseq) for item in journal(steps)]
    finding = add_up(Subject("finding", FINDING), pending)
    assert finding is None or isinstance(finding.state, State)
    if finding is not None:
        assert len(finding.history) == len(pending)
        assert finding.spans[-1].state is finding.state
        assert finding.spans[-1].until is None


@given(STEPS)
def test_what_the_server_judged_is_what_a_laptop_judges_while_pending(steps: list[Any]) -> None:
    confirmed = journal(steps)
    pending = [Posted(item.entry, item.device, item.dseq) for item in confirmed]
    one, two = (add_up(Subject("finding", FINDING), entries) for entries in (confirmed, pending))
    assert (one is None) == (two is None)
    if one is not None and two is not None:
        assert one.state is two.state
        assert [line.reason for line in one.history] == [line.reason for line in two.history]


@given(STEPS, st.sampled_from(PEOPLE))
def test_what_is_offered_takes_effect_and_what_is_not_does_not(steps: list[Any], who: Any) -> None:
    total = Sum(Subject("finding", FINDING))
    total.add_all(journal(steps))
    offered = {row.action for row in offers(total.standing, who)}
    for fact in FACTS:
        allowed = objection(total.standing, fact, who.id) is None and not authority(total.standing, type(fact), who)
        if total.state is not None:
            assert (BY_FACT[type(fact)].action in offered) == allowed


def test_every_row_of_the_table_leads_to_a_state_and_every_fact_has_a_row() -> None:
    assert {row.fact for row in TRANSITIONS} == {type(fact) for fact in FACTS}
    assert {row.to for row in TRANSITIONS} <= {None, *State}
