"""What the search box finds by name, code and pinyin, and what was opened lately."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from models.clock import MovableClock
from models.people import Role
from models.searching import (
    FINDINGS,
    LATELY,
    NameBook,
    Named,
    best,
    count,
    find,
    find_names,
    grids_within,
    mistaken_for,
    note_opened,
)
from models.searching import opened_lately as lately
from models.store import Store
from tests.builders import GRID, NOON, OTHER_GRID, TOWN, open_store, person, raise_one

AREAS = [
    {"code": "320402000000", "name": "天宁区"},
    {"code": TOWN, "name": "郑陆镇", "parent": "320402000000"},
    {"code": "320402104203", "name": "三河口村", "parent": TOWN},
    {"code": GRID, "name": "第12网格", "parent": "320402104203"},
    {"code": OTHER_GRID, "name": "第13网格", "parent": "320402104203"},
    {"code": "320402004000", "name": "青龙街道", "parent": "320402000000"},
]
ENTERPRISES = [
    {"name": "常州恒泰木业有限公司", "uscc": "91320402MA1N0PJE7X"},
    {"name": "东青涂装厂"},
    {"name": "长江涂料"},
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Of the township's station."""
    opened = open_store(tmp_path, person(Role.STATION))
    opened.reference.replace("areas", 1, AREAS)
    opened.reference.replace("enterprises", 1, ENTERPRISES)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("东青", ["东青涂装厂"]),
        ("涂", ["东青涂装厂", "长江涂料"]),
        ("dqtz", ["东青涂装厂"]),
        ("TZC", ["东青涂装厂"]),
        ("cjtl", ["长江涂料"]),
        ("changjiang", ["长江涂料"]),
        ("tuliao", ["长江涂料"]),
        ("hengtai", ["常州恒泰木业有限公司"]),
        ("0PJE", ["常州恒泰木业有限公司"]),
        ("恒泰 木业", ["常州恒泰木业有限公司"]),
        ("engtai", []),
        ("没有", []),
        ("  ", []),
    ],
)
def test_enterprises(store: Store, typed: str, found: list[str]) -> None:
    assert [each.name for each in NameBook(store.person).enterprises(store.reference, typed)] == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("第12", ["郑陆镇第12网格"]),
        ("郑陆镇第13", ["郑陆镇第13网格"]),
        ("zlz", ["郑陆镇", "郑陆镇三河口村", "郑陆镇第12网格", "郑陆镇第13网格"]),
        ("sanhekou", ["郑陆镇三河口村"]),
        (GRID, ["郑陆镇第12网格"]),
        ("天宁区", []),
        ("青龙", []),
    ],
)
def test_places_of_my_area_alone(store: Store, typed: str, found: list[str]) -> None:
    assert [each.name for each in NameBook(store.person).places(store.reference, typed)] == found


def test_units(store: Store) -> None:
    store.reference.replace("units", 1, [{"code": "U1", "name": "三河口村委会", "kind": "村社"}])
    found = NameBook(store.person).units(store.reference, "shk")
    assert [(each.code, each.name) for each in found] == [("U1", "三河口村委会")]


def test_names_that_came_down_meanwhile_are_found(store: Store) -> None:
    book = NameBook(store.person)
    assert not book.enterprises(store.reference, "腾达")
    store.reference.replace("enterprises", 2, [*ENTERPRISES, {"name": "腾达五金厂"}])
    assert [each.name for each in book.enterprises(store.reference, "td")] == ["腾达五金厂"]


def test_the_closest_comes_first() -> None:
    names = ["新东青", "东青涂装厂", "丁强"]
    assert best([Named(name, name) for name in names], "dq") == ("东青涂装厂", "丁强", "新东青")
    assert best([Named(name, name) for name in names], "dq", limit=1) == ("东青涂装厂",)


def test_everything_at_once(store: Store) -> None:
    finding = raise_one(store)
    functions = [Named("exchange", "立即同步")]
    assert [row.id for row in find(store, "常焦路")] == [finding]
    hits = find_names(store, NameBook(store.person), functions, "常焦路")
    assert hits.findings is None, "looked for by themselves"
    assert hits.enterprises + hits.units + hits.places + hits.functions == ()
    assert find_names(store, NameBook(store.person), functions, "ljtb").functions == ("exchange",)


def test_the_newest_come_first_and_old_ones_are_found(store: Store) -> None:
    when = store.clock
    assert isinstance(when, MovableClock)
    old = [raise_one(store, colour) for colour in ("red", "blue")]
    when.move_to(NOON + timedelta(days=90))
    late = {"found_at": NOON + timedelta(days=90)}
    new = raise_one(store, "green", **late)
    assert [row.id for row in find(store, "常焦路")] == [new, old[1], old[0]]
    for _more in range(FINDINGS):
        raise_one(store, "green", **late)
    assert len(find(store, "常焦路")) == FINDINGS
    assert not {row.id for row in find(store, "常焦路")} & set(old)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("督察", ("督查", "巡察")),
        ("督查", ("督察", "巡查")),
        ("巡查", ("巡察", "督查")),
        ("巡察组", ("巡查组", "督察组")),
        ("扬尘", ()),
    ],
)
def test_what_was_mistaken(text: str, others: tuple[str, ...]) -> None:
    assert mistaken_for(text) == others


def test_mistaken_words_are_counted(store: Store) -> None:
    raise_one(store, description="督查时看到工地东侧土方没有盖网，约有一千平方米。")
    counted = count(store, "督察")
    assert (counted.findings, counted.instead) == (0, (("督查", 1), ("巡察", 0)))


def test_grids_of_an_area(store: Store) -> None:
    assert grids_within(store.reference, TOWN) == {GRID, OTHER_GRID}
    assert grids_within(store.reference, GRID) == {GRID}
    assert not grids_within(store.reference, "320402004000")


def test_the_last_opened_comes_first_and_few_are_kept(store: Store) -> None:
    findings = [raise_one(store, colour) for colour in ("red", "blue")]
    for finding in (*findings, findings[0], "gone"):
        note_opened(store.settings, finding)
    assert [row.id for row in lately(store)] == [findings[0], findings[1]]
    for number in range(LATELY):
        note_opened(store.settings, f"other{number}")
    assert lately(store) == ()
