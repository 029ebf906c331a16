"""What entries add up to, one case a rule."""

from dataclasses import replace
from datetime import timedelta

from models.entries import Posted, Subject
from models.facts import Classification, PhotoAttached, Redescribed, Resubmitted, Returned, Verified
from models.finding import Finding, Span, digest
from models.ids import new_id
from models.ledger import add_up
from models.state import State
from models.vocabulary import ReturnReason, Severity
from tests.builders import NOON, photo, posted, raised

WANG, ZHOU = new_id(), new_id()
FINDING = new_id()
BACK = Returned((ReturnReason.PLACE_WRONG,), "地点写得不清楚")
GOOD = Verified(Classification("A02", Severity.SERIOUS))


def summed(*entries: Posted) -> Finding:
    finding = add_up(Subject("finding", FINDING), entries)
    assert finding is not None
    return finding


def entry(fact: object, author: str = WANG, **more: object) -> Posted:
    return posted(fact, subject=FINDING, author=author, **more)  # type: ignore[arg-type]


def test_nothing_adds_up_to_nothing() -> None:
    assert add_up(Subject("finding", FINDING), []) is None


def test_a_correction_without_a_finding_is_kept_and_does_not_raise() -> None:
    assert add_up(Subject("finding", FINDING), [entry(Redescribed("没有登记就更正的描述"))]) is None


def test_raised_pending_has_no_number_yet() -> None:
    finding = summed(entry(raised()))
    assert (finding.state, finding.number, finding.shown_number) == (State.REPORTED, "", "暂-1122-01")


def test_the_straight_line_with_a_turn() -> None:
    finding = summed(
        entry(raised(), number=1),
        entry(BACK, ZHOU, number=2),
        entry(Redescribed("补正之后的描述，写清楚了"), dseq=2, number=3, base=2),
        entry(Resubmitted(), dseq=3, number=4, base=2),
        entry(GOOD, ZHOU, dseq=2, number=5, base=4),
    )
    assert finding.state is State.VERIFIED
    assert finding.classification.category == "A02"
    assert finding.verified_by == ZHOU
    assert finding.return_count == 1
    assert finding.returned_because == ""
    assert [line.effective for line in finding.history] == [True] * 5


def test_order_of_arrival_does_not_matter() -> None:
    entries = [entry(raised(), number=1), entry(BACK, ZHOU, number=2), entry(Resubmitted(), dseq=2, number=3)]
    assert digest(summed(*entries)) == digest(summed(*reversed(entries)))


def test_a_step_that_no_longer_fits_stays_with_its_reason() -> None:
    finding = summed(entry(raised(), number=1), entry(GOOD, ZHOU, number=2), entry(BACK, ZHOU, dseq=2))
    assert finding.state is State.VERIFIED
    assert finding.history[-1].reason == "state_verified"


def test_the_servers_verdict_is_obeyed() -> None:
    finding = summed(entry(raised(), number=1), entry(GOOD, ZHOU, number=2, reason="outside_scope"))
    assert finding.state is State.REPORTED
    assert finding.history[-1].reason == "outside_scope"


def test_nobody_verifies_their_own_finding() -> None:
    assert summed(entry(raised(), number=1), entry(GOOD, WANG)).history[-1].reason == "own_submission"


def test_a_refused_finding_stays_in_sight_and_a_refused_step_takes_no_effect() -> None:
    first = entry(raised())
    refused = Posted(first.entry, first.device, first.dseq, None, "outside_scope")
    assert summed(refused).state is State.REPORTED
    assert (summed(refused).history[0].effective, summed(refused).history[0].reason) == (False, "outside_scope")
    step = entry(GOOD, ZHOU)
    refused_step = Posted(step.entry, step.device, step.dseq, None, "role_may_not")
    assert summed(entry(raised(), number=1), refused_step).history[-1].reason == "role_may_not"


def test_two_who_had_not_seen_each_other_both_stay_visible() -> None:
    one, two = Redescribed("王建国写的描述，十个字以上"), Redescribed("周敏写的描述，也有十个字")
    finding = summed(entry(raised(), number=1), entry(one, number=2, base=1), entry(two, ZHOU, number=3, base=1))
    assert finding.description == two.description
    assert [(rival.aspect, rival.value, rival.author) for rival in finding.rivals] == [
        ("description", one.description, WANG)
    ]
    settled = summed(
        entry(raised(), number=1),
        entry(one, number=2, base=1),
        entry(two, ZHOU, number=3, base=1),
        entry(one, number=4, base=3, dseq=3),
    )
    assert settled.rivals == ()


def test_who_had_seen_the_other_is_no_rival() -> None:
    finding = summed(entry(raised(), number=1), entry(Redescribed("看过之后再改的描述文字"), ZHOU, number=2, base=1))
    assert finding.rivals == ()


def test_the_same_photo_twice_counts_once() -> None:
    picture = photo()
    finding = summed(entry(raised(photos=(picture,)), number=1), entry(PhotoAttached(picture), number=2, dseq=2))
    assert finding.photos == (picture,)


def test_spans_say_when_each_state_held() -> None:
    later = NOON + timedelta(hours=2)
    finding = summed(entry(raised(), number=1), entry(GOOD, ZHOU, number=2, at=later))
    assert finding.spans == (Span(State.REPORTED, NOON, later), Span(State.VERIFIED, later))


def test_a_newer_programs_kind_is_told_and_changes_nothing() -> None:
    known = entry(raised(), number=1)
    later = entry(Resubmitted(), number=2, dseq=2)
    odd = replace(later, entry=replace(later.entry, kind="drone_sent", fact=None))
    finding = summed(known, odd)
    assert finding.newer_kinds == ("drone_sent",)
    assert not finding.history[-1].known


def test_what_the_bureau_would_not_take_does_not_part_the_books() -> None:
    begun = entry(raised(), number=1)
    refused = replace(entry(Redescribed("这一句局里没有收，只在本机看得到"), dseq=2), refused="outside_scope")
    here, elsewhere = summed(begun, refused), summed(begun)
    assert [line.reason for line in here.history] == [None, "outside_scope"]
    assert digest(here) == digest(elsewhere)
    assert digest(summed(begun, entry(Redescribed("还没有送出去的更正，一共十个字以上"), dseq=2))) != digest(elsewhere)
