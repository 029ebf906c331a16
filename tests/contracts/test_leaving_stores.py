"""Laptops with real stores: what is still one's own of a finding that left, written before, meanwhile or too late."""

from collections.abc import Callable

from models import rebuilding
from models.facts import GridCorrected, PhotoAttached, Redescribed
from models.ids import FindingId
from models.integrity import check
from models.photos import PhotoState
from server.exchange.judging import GRACE
from sync.session import exchange_once
from tests.builders import OTHER_GRID, jpeg, raise_one
from tests.contracts.house import House, act, enlisted, exchanged, photo_here


def _after(requests: int) -> Callable[[], bool]:
    allowed = iter(range(requests))
    return lambda: next(allowed, None) is None


def test_what_was_written_before_it_left_is_taken(house: House) -> None:
    """GIVEN an entry and a photo that wait, WHEN the finding goes to another grid, THEN both still arrive."""
    finding = enlisted(house)
    exchanged(house.inspector)
    kept, _ = house.inspector.photos.keep(jpeg("green"), "green.jpg")
    house.inspector.pen.record([PhotoAttached(kept), Redescribed("东侧土方还没有盖住，一共三处。")], finding=finding)
    act(house.station, finding, GridCorrected(OTHER_GRID))
    outcome = exchanged(house.inspector)
    assert (outcome.entries_sent, outcome.entries_refused, outcome.photos_verified) == (2, 0, 1)
    assert house.inspector.findings.safety().records == 0
    exchanged(*house.everybody())
    assert house.holding(finding) == {"neighbour", "station", "county"}
    seen = house.neighbour.findings.one(finding)
    assert seen is not None
    assert seen.description == "东侧土方还没有盖住，一共三处。"
    assert photo_here(house.neighbour, "green")


def test_what_waits_stays_in_sight(house: House) -> None:
    """GIVEN an entry written while others are on their way, THEN the finding stays until that one has arrived, too."""
    finding = enlisted(house)
    exchanged(house.inspector)
    texts = iter(("东侧土方还没有盖住，一共三处。", "东侧土方还没有盖住，一共四处。"))

    def write(stage: str = "send", _done: int = 0, _of: int = 0) -> None:
        if stage == "send" and (text := next(texts, None)):
            house.inspector.pen.record([Redescribed(text)], finding=finding)

    write()
    act(house.station, finding, GridCorrected(OTHER_GRID))
    assert exchange_once(house.inspector, on_progress=write).ok
    row = house.inspector.findings.row(finding)
    assert row is not None
    assert row.pending
    assert check(house.inspector).problems == ()
    outcome = exchanged(house.inspector)
    assert (outcome.entries_sent, outcome.entries_refused) == (1, 0)
    exchanged(*house.everybody())
    assert house.holding(finding) == {"neighbour", "station", "county"}


def test_a_photo_of_what_left_is_still_sent(house: House) -> None:
    """Entries arrived, the line broke before the photos, the finding went away: the original must not stay alone here."""
    finding = enlisted(house)
    exchanged(house.inspector)
    kept, _ = house.inspector.photos.keep(jpeg("green"), "green.jpg")
    house.inspector.pen.record([PhotoAttached(kept)], finding=finding)
    assert exchange_once(house.inspector, cancelled=_after(1)).reason == "stopped"
    act(house.station, finding, GridCorrected(OTHER_GRID))
    assert exchange_once(house.inspector, cancelled=_after(1)).reason == "stopped"
    assert house.inspector.findings.row(finding) is None
    assert house.inspector.findings.safety().photos == 1
    assert check(house.inspector).problems == ()
    assert exchanged(house.inspector).photos_verified == 1
    assert house.inspector.photos.status(kept.sha256) is PhotoState.VERIFIED


def test_a_refused_entry_keeps_it_in_sight(house: House) -> None:
    """What the bureau does not take any more stays here with its reason, and so does its finding."""
    finding = enlisted(house)
    exchanged(house.inspector)
    house.inspector.pen.record([Redescribed("东侧土方还没有盖住，一共三处。")], finding=finding)
    act(house.station, finding, GridCorrected(OTHER_GRID))
    clock = house.bureau.clock
    clock.move_to(clock.now() + GRACE * 2)
    outcome = exchanged(house.inspector)
    assert (outcome.entries_sent, outcome.entries_refused) == (0, 1)
    assert house.inspector.findings.row(finding) is not None
    assert house.inspector.findings.without_effect()[0].reason == "no_such_finding"
    assert check(house.inspector).problems == ()


def test_a_rebuilt_ledger_is_the_same(house: House) -> None:
    """What left is left out, too, when the ledger is made anew."""
    finding = enlisted(house)
    other = FindingId(raise_one(house.inspector, "blue"))
    exchanged(house.inspector)
    act(house.station, finding, GridCorrected(OTHER_GRID))
    exchanged(house.inspector)
    rebuilding.rebuild(house.inspector.database)
    assert [row.id for row in house.inspector.findings.page()] == [other]
    assert check(house.inspector).problems == ()
