"""Whatever the entries and however they arrive: the sum never raises, knows its state, and is the same everywhere."""

from itertools import takewhile
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.deadlines import light, timing_of
from models.entries import Posted
from models.finding import digest
from models.gates import checklist, gaps, objection
from models.ledger import add_up
from models.people import Person
from models.standing import authority, offers
from models.state import State
from models.workflow import BY_ACTION, BY_FACT, TRANSITIONS
from tests.line import TODAY
from tests.properties.steps_of_a_finding import FACTS, LINE, PEOPLE, SUBJECT, Step, judged, steps, summed


def pending(entries: list[Posted]) -> list[Posted]:
    """The same entries before any server saw them."""
    return [Posted(item.entry, item.device, item.dseq) for item in entries]


@given(steps(), st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_sum(taken: list[Step], chance: Any) -> None:
    entries = judged(taken)
    shuffled = list(entries)
    chance.shuffle(shuffled)
    one, two = (add_up(SUBJECT, order) for order in (entries, shuffled))
    assert (one and digest(one)) == (two and digest(two))


@given(steps())
def test_no_sequence_raises_or_leaves_an_unknown_state(taken: list[Step]) -> None:
    entries = pending(judged(taken))
    finding = add_up(SUBJECT, entries)
    assert finding is None or isinstance(finding.state, State)
    if finding is not None:
        assert len(finding.history) == len(entries)
        assert finding.spans[-1].state is finding.state
        assert finding.spans[-1].until is None


@given(steps(), st.data())
def test_verdicts_of_a_journal_with_gaps_are_obeyed_without_raising(taken: list[Step], data: st.DataObject) -> None:
    """A laptop may hold only a part of a journal, or verdicts of a table that differs: whatever they say stands."""
    entries = judged(taken)
    held = [item for item in entries if data.draw(st.booleans())]
    finding = add_up(SUBJECT, [*held, *pending(entries[-3:])])
    if finding is not None:
        assert len(finding.history) == len(held) + len(entries[-3:])
        light(timing_of(finding), TODAY)
        for row in TRANSITIONS:
            checklist(finding.standing, row)
        assert digest(finding)


@given(steps())
def test_what_the_server_judges_is_what_a_laptop_judged_while_pending(taken: list[Step]) -> None:
    """A laptop's pending entries are all its person's own, behind everything that it has from others."""
    confirmed = judged(taken)
    own = len(list(takewhile(lambda item: item.entry.author == confirmed[-1].entry.author, reversed(confirmed))))
    here = [*confirmed[: len(confirmed) - own], *pending(confirmed[len(confirmed) - own :])]
    one, two = (add_up(SUBJECT, entries) for entries in (confirmed, here))
    assert (one is None) == (two is None)
    if one is not None and two is not None:
        assert one.state is two.state
        assert [line.reason for line in one.history] == [line.reason for line in two.history]


@given(steps(), st.sampled_from(PEOPLE))
def test_what_is_offered_takes_effect_unless_a_gate_names_what_is_missing(taken: list[Step], who: Person) -> None:
    total = summed(judged(taken))
    if total.state is None:
        return
    offered = {row.action for row in offers(total.standing, who)}
    for fact in FACTS:
        row = BY_FACT[type(fact)]
        allowed = objection(total.standing, fact, who.id) is None and not authority(total.standing, type(fact), who)
        assert allowed == (row.action in offered and not gaps(total.standing, row, fact))


@given(steps())
def test_nobody_approves_their_own_submission(taken: list[Step]) -> None:
    finding = add_up(SUBJECT, judged(taken))
    task = finding.rectification if finding else None
    if task is None or finding is None:
        return
    if finding.verified_by is not None:
        assert finding.verified_by != finding.raiser
    if task.acceptance and task.application:
        assert task.acceptance.author != task.application.author
    if task.notice and task.acceptance and task.submission:
        assert task.notice.author not in (task.acceptance.author, task.submission.author)


def test_the_line_leads_to_closed_and_every_fact_has_a_row() -> None:
    finding = add_up(SUBJECT, judged([Step(who, fact, base) for base, (who, fact) in enumerate(LINE)]))
    assert finding is not None
    assert finding.state is State.CLOSED
    assert all(line.effective for line in finding.history)
    assert {row.fact for row in TRANSITIONS} == {type(fact) for fact in FACTS}
    assert {row.to for row in TRANSITIONS} <= {None, *State}
    assert len(BY_ACTION) == len(BY_FACT) == len(TRANSITIONS)
