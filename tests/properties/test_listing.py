"""However a ledger is narrowed and sorted: the list of all keys, the pages one after another and the count say the same."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.clock import MovableClock
from models.coordinates import Position
from models.facts import Classification, Location
from models.findings import Filter, Matter, Order, Tab
from models.people import Role
from models.store import Store
from models.vocabulary import Severity
from tests.builders import GRID, OTHER_GRID, clock, open_store, person, raise_one

PLACES = ("常焦路工地", "丰北路工地", "三河口村里", "常焦路工地")
FINDINGS, PAGE = 24, 5
SOME = st.frozensets


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    when = clock()
    opened = _filled(tmp_path_factory.mktemp("store"), when)
    yield opened
    opened.close()


def _filled(folder: Path, when: MovableClock) -> Store:
    """Many alike: equal places, types and moments must not make an order doubtful."""
    opened = open_store(folder, person(Role.STATION), when)
    for number in range(FINDINGS):
        raise_one(
            opened,
            ("red", "blue", "green")[number % 3],
            grid=(GRID, OTHER_GRID)[number % 2],
            location=Location(PLACES[number % 4], Position(120.08, 31.82)),
            classification=Classification(("A01", "W19")[number % 2], tuple(Severity)[number % 3]),
        )
        if number % 6 == 5:
            when.advance(timedelta(days=1))
    return opened


FILTERS = st.builds(
    Filter,
    tab=st.sampled_from(Tab),
    categories=SOME(st.sampled_from(["A01", "W19", "A04"])),
    grids=SOME(st.sampled_from([GRID, OTHER_GRID])),
    text=st.sampled_from(["", "", "常焦", "cjl", "工地 常焦路", "1122", "没有"]),
    matter=st.none() | st.sampled_from(Matter),
    units=st.just(frozenset[str]()) | SOME(st.sampled_from(["TN-ZL-SHK", ""])),
    severities=SOME(st.sampled_from(Severity)),
    recorded_within=st.none() | st.integers(1, 5),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=FILTERS | st.builds(Filter), order=st.sampled_from(Order), descending=st.booleans())
def test_list_and_pages_and_count_agree(store: Store, wanted: Filter, order: Order, descending: bool) -> None:
    findings = store.findings
    keys = findings.listing(wanted, order=order, descending=descending).keys
    paged = [
        row
        for offset in range(0, FINDINGS + PAGE, PAGE)
        for row in findings.page(wanted, order=order, descending=descending, offset=offset, limit=PAGE)
    ]
    assert [row.key for row in paged] == list(keys)
    assert list(findings.rows(keys)) == paged
    assert findings.count(wanted) == len(keys)
    assert len(set(keys)) == len(keys)
