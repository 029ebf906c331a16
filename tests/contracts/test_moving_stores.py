"""Laptops with real stores: a finding that is dispatched, or corrected to another grid, goes to whoever it concerns."""

from models.facts import GridCorrected, Redescribed, SignedFor
from models.integrity import check
from tests.builders import GRID, OTHER_GRID
from tests.contracts.house import House, act, digest_of, dispatch, enlisted, exchanged, fetchable, photo_here
from tests.line import OFFICE, TODAY, dispatched, progress


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
