"""Questions about findings: pages, tabs, text, one; and that answers need no stored flag."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from models.answers import Incoming
from models.clock import MovableClock
from models.coordinates import Position
from models.entries import Verdict
from models.errors import Refused
from models.facts import Classification, Location, Party
from models.findings import Filter, Order, Tab
from models.head import Bookmark
from models.ids import FindingId, new_id
from models.people import Role
from models.store import Store
from models.vocabulary import Severity
from tests.builders import OTHER_GRID, clock, open_store, person, raise_one


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    when = clock()
    opened = open_store(tmp_path, person(Role.STATION), when)
    for colour, place, category in (
        ("red", "舜河桥上游", "W19"),
        ("green", "常焦路50%处", "A01"),
        ("blue", "三河口村", "A04"),
    ):
        location = Location(place + "路边", Position(120.08, 31.82))
        raise_one(opened, colour, location=location, classification=Classification(category, Severity.SLIGHT))
        when.advance(timedelta(minutes=1))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        (Filter(), ["三河口村路边", "常焦路50%处路边", "舜河桥上游路边"]),
        (Filter(text="舜河"), ["舜河桥上游路边"]),
        (Filter(text="%"), ["常焦路50%处路边"]),
        (Filter(text="1122-02"), ["常焦路50%处路边"]),
        (Filter(text="秸秆"), []),
        (Filter(categories=frozenset({"A01", "A04"})), ["三河口村路边", "常焦路50%处路边"]),
        (Filter(grids=frozenset({OTHER_GRID})), []),
        (Filter(Tab.UNSENT), ["三河口村路边", "常焦路50%处路边", "舜河桥上游路边"]),
        (Filter(Tab.TO_VERIFY), ["三河口村路边", "常焦路50%处路边", "舜河桥上游路边"]),
        (Filter(Tab.MINE), []),
        (Filter(Tab.TO_DISPATCH), []),
    ],
)
def test_pages_and_counts_agree(store: Store, wanted: Filter, places: list[str]) -> None:
    assert [row.place for row in store.findings.page(wanted)] == places
    assert store.findings.count(wanted) == len(places)


@pytest.mark.parametrize("order", list(Order))
def test_every_order_has_both_directions_and_pages_join(store: Store, order: Order) -> None:
    up = store.findings.page(order=order, descending=False)
    assert tuple(reversed(store.findings.page(order=order, descending=True))) == up
    parts = [store.findings.page(order=order, descending=False, offset=start, limit=1)[0] for start in range(3)]
    assert tuple(parts) == up


def test_found_by_any_of_its_numbers(store: Store) -> None:
    row = store.findings.page()[0]
    assert store.findings.by_number(row.number) == store.findings.by_number(row.id) == row.id
    assert store.findings.by_number("320402-2026-000001") is None
    assert store.findings.row(row.id) == row


def test_unknown_finding_is_none(store: Store) -> None:
    assert store.findings.one(FindingId(new_id())) is None


def test_a_provisional_number_that_several_laptops_gave_names_none(tmp_path: Path) -> None:
    """Two people logged their first one today: whoever is told it by telephone must not act on the other."""
    lines = []
    for number, colour in enumerate(("red", "blue"), start=1):
        laptop = open_store(tmp_path / colour)
        raise_one(laptop, colour)
        batch = laptop.head.outgoing()
        laptop.close()
        assert batch is not None
        verdict = Verdict(number, None, f"320402-2026-{number:06d}")
        lines.append(Incoming(batch.device, 1, verdict, batch.bodies[0].decode()))
    station = open_store(tmp_path / "station", person(Role.STATION))
    station.head.take_page(lines, Bookmark("e", 2, "a"))
    with pytest.raises(Refused, match="number_ambiguous"):
        station.findings.by_number("暂-1122-01")
    assert station.findings.by_number("320402-2026-000002") is not None
    assert station.findings.by_number("2026-000002") == station.findings.by_number("320402-2026-000002")
    assert station.findings.by_number("000002") is None
    own = raise_one(station, "green")
    assert station.findings.by_number("暂-1122-01") == own, "the only one that is shown under this number"
    station.close()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("秸秆", ["焦溪河边"]),
        ("焚烧 秸秆", ["焦溪河边"]),
        ("秸秆 天宁", []),
        ("tnq", ["天宁区１２号 A厂"]),
        ("TianNingQu", ["天宁区１２号 A厂"]),
        ("12号", ["天宁区１２号 A厂"]),
        ("１２号 ａ厂", ["天宁区１２号 A厂"]),
        ("tnq cyht", ["天宁区１２号 A厂"]),
        ("fsjg", []),
        ("𬭎", ["横山桥𬭎_100%\\"]),
        ("_1", ["横山桥𬭎_100%\\"]),
        ("0%", ["横山桥𬭎_100%\\"]),
        ("%\\", ["横山桥𬭎_100%\\"]),
        ("_", ["横山桥𬭎_100%\\"]),
        ("m3", ["焦溪河边"]),
        ("1122-03", ["横山桥𬭎_100%\\"]),
        ("  ", ["横山桥𬭎_100%\\", "焦溪河边", "天宁区１２号 A厂"]),
    ],
)
def test_found_by_whatever_is_typed(tmp_path: Path, text: str, found: list[str]) -> None:
    store = open_store(tmp_path, person(Role.STATION))
    for colour, place, description, party in (
        ("red", "天宁区１２号 A厂", "雨水口有乳白色水流出。", Party("常阳宏泰化工有限公司")),
        ("green", "焦溪河边", "有人焚烧秸秆，约３Ｍ３。焚烧后没有清理，大约３m３。", None),
        ("blue", "横山桥𬭎_100%\\", "堆场没有围挡也没有标牌。", None),
    ):
        raise_one(
            store, colour, location=Location(place, Position(120.08, 31.82)), description=description, party=party
        )
        assert isinstance(store.clock, MovableClock)
        store.clock.advance(timedelta(minutes=1))
    assert [row.place for row in store.findings.page(Filter(text=text))] == found
    assert store.findings.count(Filter(text=text)) == len(found)
    store.close()
