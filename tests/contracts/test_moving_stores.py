"""Laptops with real stores: a finding that is dispatched, or corrected to another grid, goes to whoever it concerns."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from models import journal
from models.facts import Dispatched, Enlisted, GridCorrected, PhotoAttached, Redescribed, SignedFor, Verified
from models.finding import digest
from models.ids import Digest, FindingId
from models.integrity import check
from models.people import Role
from models.photos import PhotoState
from models.store import Store
from server import checking
from server.exchange.judging import GRACE
from sync.session import Outcome, exchange_once
from tests.builders import COUNTY, GRID, OTHER_GRID, jpeg, raise_one
from tests.contracts.bureau import Bureau
from tests.line import OFFICE, TODAY, VILLAGE, dispatched, progress

Open = Callable[..., Store]


@dataclass
class House:
    """Everybody of the township, each at a laptop of their own, and the county's bureau."""

    bureau: Bureau
    open_for: Open
    inspector: Store
    neighbour: Store
    station: Store
    county: Store
    village: Store
    office: Store

    def everybody(self) -> tuple[Store, ...]:
        return (self.inspector, self.neighbour, self.station, self.county, self.village, self.office)

    def holding(self, finding: FindingId) -> set[str]:
        """The names of those whose ledger has the finding; all of them, and the server, must agree about it."""
        stores = {name: store for name, store in vars(self).items() if isinstance(store, Store)}
        holders = {name for name, store in stores.items() if store.findings.row(finding) is not None}
        assert len({digest_of(stores[name], finding) for name in holders}) == 1
        for store in stores.values():
            assert check(store).problems == ()
        assert checking.check(self.bureau.office).problems == ()
        return holders


@pytest.fixture
def house(new_bureau: Bureau, open_for: Open) -> House:
    """Nobody has anything yet, and everybody exchanged: each bookmark lies where the journal begins."""
    person = new_bureau.person
    here = House(
        new_bureau,
        open_for,
        inspector=open_for(person()),
        neighbour=open_for(person(area=OTHER_GRID)),
        station=open_for(person(Role.STATION, unit="TN-ZL-EPS")),
        county=open_for(person(Role.BUREAU, COUNTY)),
        village=open_for(person(Role.UNIT, unit=VILLAGE.code)),
        office=open_for(person(Role.UNIT, unit=OFFICE.code)),
    )
    for store in here.everybody():
        exchanged(store)
    return here


def exchanged(*stores: Store) -> Outcome:
    """Each exchanges in turn; what came of the last."""
    outcomes = [exchange_once(store) for store in stores]
    assert all(outcome.ok for outcome in outcomes), outcomes
    return outcomes[-1]


def digest_of(store: Store, finding: FindingId) -> str:
    found = store.findings.one(finding)
    assert found is not None
    return digest(found)


def act(store: Store, finding: FindingId, *facts: Any) -> None:
    """Take some steps and bring them to the bureau."""
    store.pen.record(list(facts), finding=finding)
    exchanged(store)


def enlisted(house: House) -> FindingId:
    """A finding that may be dispatched, with a photo; the units know nothing of it."""
    finding = FindingId(raise_one(house.inspector, "red"))
    exchanged(house.inspector, house.station)
    found = house.station.findings.one(finding)
    assert found is not None
    act(house.station, finding, Verified(found.classification), Enlisted())
    exchanged(house.county, house.village, house.office)
    return finding


def dispatch(house: House, finding: FindingId, order: Dispatched | None = None) -> None:
    """交办 by the county."""
    exchanged(house.county)
    act(house.county, finding, order or dispatched())


def photo_here(store: Store, colour: str = "red") -> bool:
    return any(store.photos.original(photo.sha256) == jpeg(colour) for photo in store.photos.listed())


def fetchable(house: House, store: Store, sha256: Digest) -> bool:
    """Whether the bureau hands this photo to the person of this store, asked from a new laptop."""
    return house.bureau.laptop(store.person).ask("GET", f"/photos/{sha256}").status_code == 200


def test_a_unit_gets_the_finding_whole_with_the_dispatch(house: House) -> None:
    """GIVEN a unit that exchanged before, WHEN it is dispatched, THEN all of it comes, its photos too, to it alone."""
    finding = enlisted(house)
    assert house.village.findings.count() == 0
    dispatch(house, finding)
    outcome = exchanged(house.village)
    assert (outcome.entries_received, outcome.photos_received) == (4, 1)
    seen = house.village.findings.one(finding)
    assert seen is not None
    assert seen.number == "320402-2026-000001"
    act(house.village, finding, SignedFor("李建军", TODAY), progress())
    exchanged(*house.everybody())
    assert house.holding(finding) == {"inspector", "station", "county", "village"}
    assert photo_here(house.village)
    assert exchanged(house.village).entries_received == 0
    (photo,) = seen.photos
    assert fetchable(house, house.village, photo.sha256)
    assert not fetchable(house, house.office, photo.sha256)


def test_a_second_laptop_of_the_unit_has_all_of_it(house: House) -> None:
    """Own entries of the first laptop included, from the beginning on."""
    finding = enlisted(house)
    dispatch(house, finding)
    exchanged(house.village)
    act(house.village, finding, SignedFor("李建军", TODAY))
    second = house.open_for(house.village.person, "second")
    outcome = exchanged(second)
    assert (outcome.entries_received, outcome.photos_received) == (5, 1)
    assert digest_of(second, finding) == digest_of(house.village, finding)
    assert check(second).ok


def test_dispatched_anew_it_goes_to_the_other_unit(house: House) -> None:
    """The first has it no more, the second has all of it; and back again."""
    finding = enlisted(house)
    dispatch(house, finding)
    exchanged(house.village)
    found = house.village.findings.one(finding)
    assert found is not None
    (photo,) = found.photos
    changed: list[set[str]] = []
    house.village.on_findings.append(changed.append)
    dispatch(house, finding, dispatched(unit=OFFICE))
    exchanged(*house.everybody())
    assert house.holding(finding) == {"inspector", "station", "county", "office"}
    assert changed == [{finding}]
    assert fetchable(house, house.office, photo.sha256)
    assert not fetchable(house, house.village, photo.sha256)
    assert house.village.photos.wanted() == ()
    dispatch(house, finding, dispatched(goal="土方全部覆盖，出入口硬化，每日洒水。"))
    exchanged(*house.everybody())
    assert house.holding(finding) == {"inspector", "station", "county", "village"}


def test_who_was_away_meanwhile_only_sees_where_it_ended(house: House) -> None:
    """It went to the unit, away and back, and nobody of it looked: it comes whole, once."""
    finding = enlisted(house)
    dispatch(house, finding)
    dispatch(house, finding, dispatched(unit=OFFICE))
    assert exchanged(house.village).entries_received == 0
    dispatch(house, finding)
    assert exchanged(house.village).entries_received == 6
    assert exchanged(house.office).entries_received == 0
    exchanged(*house.everybody())
    assert house.holding(finding) == {"inspector", "station", "county", "village"}


def test_corrected_to_another_grid(house: House) -> None:
    """It leaves one inspector and comes whole to the other; the township gets an entry, as always."""
    finding = enlisted(house)
    exchanged(house.inspector)
    act(house.station, finding, GridCorrected(OTHER_GRID))
    assert exchanged(house.neighbour).entries_received == 4
    assert exchanged(house.county).entries_received == 1
    assert exchanged(house.inspector).entries_received == 0
    assert house.holding(finding) == {"neighbour", "station", "county"}
    assert photo_here(house.neighbour)
    act(house.station, finding, Redescribed("东侧土方约一千平方米没有盖住。"))
    act(house.station, finding, GridCorrected(GRID))
    assert exchanged(house.inspector).entries_received == 6
    exchanged(*house.everybody())
    assert house.holding(finding) == {"inspector", "station", "county"}


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


def _after(requests: int) -> Callable[[], bool]:
    allowed = iter(range(requests))
    return lambda: next(allowed, None) is None


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
    assert house.inspector.findings.ineffective()[0][2] == "no_such_finding"
    assert check(house.inspector).problems == ()


def test_a_rebuilt_ledger_is_the_same(house: House) -> None:
    """What left is left out, too, when the ledger is made anew."""
    finding = enlisted(house)
    other = FindingId(raise_one(house.inspector, "blue"))
    exchanged(house.inspector)
    act(house.station, finding, GridCorrected(OTHER_GRID))
    exchanged(house.inspector)
    journal.rebuild(house.inspector.database)
    assert [row.id for row in house.inspector.findings.page()] == [other]
    assert check(house.inspector).problems == ()
