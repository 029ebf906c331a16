"""Judging what moves and what moved: who may still write, and what only the server knows."""

from datetime import timedelta

from sqlalchemy import select

from models.entries import Base
from models.facts import (
    AcceptanceApplied,
    AcceptanceArranged,
    Classification,
    Closed,
    ClosureSubmitted,
    Enlisted,
    EvidenceAttached,
    GridCorrected,
    Redescribed,
    SignedFor,
    Verified,
)
from models.ids import new_id
from models.ledger_tables import LEDGER
from models.vocabulary import PhotoKind, Severity
from server.exchange.judging import GRACE
from tests.builders import NOON, OTHER_GRID, photo
from tests.contracts.bureau import Bureau
from tests.contracts.crew import OTHER_TOWN_GRID, TEXT, Crew, refusals, took
from tests.line import HUNDRED, OFFICE, TODAY, dispatched, notice, passed


def test_grid_of_another_area(crew: Crew) -> None:
    """Nobody puts a finding where they could not have logged it."""
    subject = crew.enlisted()
    assert refusals(crew.station, subject, GridCorrected(OTHER_TOWN_GRID)) == ["outside_scope"]
    assert refusals(crew.county, subject, GridCorrected(OTHER_TOWN_GRID)) == []


def test_another_unit_cannot_touch(crew: Crew) -> None:
    """By unit, not by area; before and after, as if there were no such finding."""
    subject = crew.enlisted()
    signed = SignedFor("李建军", TODAY)
    assert refusals(crew.village, subject, signed) == ["no_such_finding"]
    took(crew.county, subject, dispatched())
    assert refusals(crew.office, subject, signed) == ["no_such_finding"]
    assert refusals(crew.village, subject, signed) == []


def test_what_is_taken_of_those_whose_finding_went_away(crew: Crew, new_bureau: Bureau) -> None:
    """Written before they could know: taken, for fourteen days. Written later, or by who never had it: refused."""
    subject = crew.enlisted()
    took(crew.station, subject, GridCorrected(OTHER_GRID))
    assert refusals(crew.inspector, subject, Redescribed(TEXT), base=Base(4)) == ["no_such_finding"]
    assert took(crew.inspector, subject, Redescribed(TEXT), base=Base(3))["ineffective"] == []
    with new_bureau.office.database.reading() as connection:
        assert connection.scalar(select(LEDGER.c.description)) == TEXT
    stranger = new_bureau.laptop(area="320402104203014")
    assert refusals(stranger, subject, Redescribed(TEXT), base=Base(1)) == ["no_such_finding"]
    assert refusals(crew.inspector, subject, Enlisted(), base=Base(3)) == ["role_may_not"]
    new_bureau.clock.move_to(new_bureau.clock.now() + GRACE)
    assert refusals(crew.inspector, subject, Redescribed(TEXT + "。"), base=Base(3)) == []
    new_bureau.clock.move_to(new_bureau.clock.now() + timedelta(seconds=1))
    assert refusals(crew.inspector, subject, Redescribed(TEXT), base=Base(3)) == ["no_such_finding"]


def test_what_is_taken_of_a_unit_that_lost_it(crew: Crew) -> None:
    """Its photos count; but it signs for nobody else, though it did before it could know. Later it is refused."""
    subject = crew.enlisted()
    took(crew.county, subject, dispatched())
    took(crew.county, subject, dispatched(unit=OFFICE))
    signed = SignedFor("李建军", TODAY)
    assert refusals(crew.village, subject, signed, base=Base(5)) == ["no_such_finding"]
    answer = took(crew.village, subject, signed, EvidenceAttached((photo(kind=PhotoKind.DURING),)), base=Base(4))
    assert answer["ineffective"] == [{"dseq": 2, "reason": "state_T1"}]
    assert took(crew.office, subject, signed, base=Base(5))["ineffective"] == []


def test_a_limit_holds_also_for_what_went_away(crew: Crew, new_bureau: Bureau) -> None:
    """What a role may only do to some findings it may not do to the others because they left."""
    subject = crew.inspector.raise_one(classification=Classification("A01", Severity.MAJOR))
    took(crew.station, subject, Verified(Classification("A01", Severity.MAJOR)), Enlisted())
    took(crew.county, subject, GridCorrected(OTHER_TOWN_GRID))
    assert refusals(crew.station, subject, dispatched(), base=Base(3)) == ["only_slight"]


def test_a_photo_that_proves_another_finding_too(crew: Crew) -> None:
    """Only the server knows all findings: what was shown for one proves nothing for the other."""
    after = photo(kind=PhotoKind.AFTER)
    first, second = crew.rectified(after), crew.rectified(after)
    applied = AcceptanceApplied(TODAY, "已经全部完成，现场复看没有反弹。")
    for subject in (first, second):
        answer = took(crew.village, subject, applied)
        assert [one["reason"] for one in answer["ineffective"]] == ["photo_reused"]
    alone = crew.rectified(photo(kind=PhotoKind.AFTER))
    assert took(crew.village, alone, applied)["ineffective"] == []


def test_another_photo_of_the_place_proves_it(crew: Crew) -> None:
    """No photo can be taken back, so one that was added by mistake must not hold the finding for ever."""
    after = photo(kind=PhotoKind.AFTER)
    first, second = crew.rectified(after), crew.rectified(after)
    took(crew.village, first, EvidenceAttached((photo(kind=PhotoKind.AFTER),)))
    applied = AcceptanceApplied(TODAY, "已经全部完成，现场复看没有反弹。")
    assert took(crew.village, first, applied)["ineffective"] == []
    assert [one["reason"] for one in took(crew.village, second, applied)["ineffective"]] == ["photo_reused"]


def test_a_photo_that_took_no_effect_elsewhere_proves_nothing_there(crew: Crew) -> None:
    """GIVEN a photo put to the wrong finding too late, THEN the right one may be declared completed with it."""
    shared = photo(kind=PhotoKind.AFTER)
    applied = AcceptanceApplied(TODAY, "已经全部完成，现场复看没有反弹。")
    wrong = crew.rectified(photo(kind=PhotoKind.AFTER))
    took(crew.village, wrong, applied)
    late = took(crew.village, wrong, EvidenceAttached((shared,)))
    assert [one["reason"] for one in late["ineffective"]] == ["state_T3"]
    assert took(crew.village, crew.rectified(shared), applied)["ineffective"] == []


def test_a_photo_that_proves_another_finding_of_the_same_batch(crew: Crew) -> None:
    """A unit works offline and sends everything at once."""
    shared = photo(kind=PhotoKind.AFTER)
    first, second = crew.rectified(shared), crew.enlisted()
    took(crew.county, second, dispatched())
    applied = AcceptanceApplied(TODAY, "已经全部完成，现场复看没有反弹。")
    laptop = crew.village
    answer = laptop.push(
        laptop.body(SignedFor("李建军", TODAY), second),
        laptop.body(EvidenceAttached((shared,)), second),
        laptop.body(applied, first),
    )
    assert [one["reason"] for one in answer["ineffective"]] == ["photo_reused"]


def test_a_notice_runs_by_the_clock_of_the_bureau(crew: Crew, new_bureau: Bureau) -> None:
    """A laptop whose clock is a week ahead closes nothing early."""
    subject = crew.rectified(photo(kind=PhotoKind.AFTER))
    took(crew.village, subject, AcceptanceApplied(TODAY, "已经全部完成，现场复看没有反弹。"))
    took(crew.station, subject, AcceptanceArranged(), passed(), ClosureSubmitted(HUNDRED))
    took(crew.county, subject, notice())
    later = TODAY + timedelta(days=7)
    closing = {"occurred_at": NOON + timedelta(days=7)}
    assert took(crew.county, subject, Closed(later), **closing)["ineffective"] == [
        {"dseq": crew.county.dseq, "reason": "notice_running"}
    ]
    new_bureau.clock.advance(timedelta(days=7))
    assert took(crew.county, subject, Closed(later), **closing)["ineffective"] == []


def test_an_id_that_nobody_knows_moves_nowhere(crew: Crew) -> None:
    """Grid corrected before anything was logged."""
    assert refusals(crew.station, new_id(), GridCorrected(OTHER_GRID)) == ["no_such_finding"]
