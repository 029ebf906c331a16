"""Searching the server's lists for a word: found at once, before the index knows it and after, and never what is gone."""

from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import literal, select, text

from models.facts import Redescribed
from models.ledger_tables import LEDGER
from models.people import Role
from server import list_queries, lists, words
from tests.builders import COUNTY, raised
from tests.contracts.bureau import Bureau

SOIL, WATER, MIXED = "工地东侧土方没有盖好绿网", "雨水口有乳白色水流出来", "ABC厂的100%浓度药水，流进了河"


def found(bureau: Bureau, word: str) -> set[str]:
    laptop = bureau.laptop(role=Role.BUREAU, area=COUNTY)
    rows = laptop.ask("GET", "/findings", params={"text": word}).json()["rows"]
    assert laptop.ask("GET", "/findings/count", params={"text": word}).json() == {"count": len(rows), "exact": True}
    return {row["id"] for row in rows}


def take_all_in(bureau: Bureau) -> None:
    while words.step(bureau.office.database):
        pass
    lag = words.lag(bureau.office.database)
    assert lag.indexed == lag.last > 0


@pytest.fixture(params=["not yet in the index", "in the index"])
def taken_in(request: pytest.FixtureRequest) -> bool:
    return bool(request.param == "in the index")


def test_words_are_found(new_bureau: Bureau, taken_in: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "SLICE", 2)
    laptop = new_bureau.laptop()
    soil, water, mixed = (laptop.raise_one(description=each) for each in (SOIL, WATER, MIXED))
    if taken_in:
        take_all_in(new_bureau)
    for word, expected in (
        ("土方", {soil}),
        ("东侧土方没有", {soil}),
        ("水流", {water}),
        ("药水，流", {mixed}),
        ("0%", {mixed}),
        ("BC厂", {mixed}),
        ("bc厂", {mixed}),
        ("水", {water, mixed}),
        ("丰北路", {soil, water, mixed}),
        ("没有的词", set()),
        ("方盖", set()),  # both stand there, but not next to each other
    ):
        assert found(new_bureau, word) == expected, word


def test_what_was_said_before_is_not_found(new_bureau: Bureau, taken_in: bool) -> None:
    laptop = new_bureau.laptop()
    finding = laptop.raise_one(description=SOIL)
    take_all_in(new_bureau)
    laptop.push(laptop.body(Redescribed(WATER), finding))
    if taken_in:
        take_all_in(new_bureau)
    assert (found(new_bureau, "土方"), found(new_bureau, "雨水")) == (set(), {finding})


def test_a_frequent_word_is_looked_for_in_the_order_of_the_list(
    new_bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "FEW", 2)
    monkeypatch.setattr(lists, "_FREQUENT", {})
    laptop = new_bureau.laptop()
    soils = {laptop.raise_one(description=SOIL) for _ in range(4)}
    take_all_in(new_bureau)
    assert found(new_bureau, "土方") == soils
    assert list(lists._FREQUENT) == ["土方"]
    assert found(new_bureau, "土方") == soils


def test_index_and_list_agree_whatever_is_written(new_bureau: Bureau) -> None:
    """The index may only leave out what does not say the word: looked at with and without it."""
    laptop = new_bureau.laptop()
    said = ("它的标签看不清，地上有油迹", "养殖场的粪污池满了", "油迹旁边就是菜地，地上有水")
    ids = [laptop.raise_one(description=each + "，请尽快处理") for each in said]
    take_all_in(new_bureau)
    for word in {one + other for each in said for one, other in pairwise(each)}:
        assert found(new_bureau, word) == {id_ for id_, each in zip(ids, said, strict=True) if word in each}, word


def test_the_helper_takes_in_when_it_is_quiet(new_bureau: Bureau) -> None:
    from server.beside import _Helper

    helper: Any = _Helper(new_bureau.office, None)  # type: ignore[arg-type]
    while not helper._whole:
        helper._piece()
    new_bureau.laptop().raise_one(description=SOIL)
    assert helper._piece() > 0
    assert words.lag(new_bureau.office.database).indexed == 0, "laptops go first"
    helper._quiet_since -= 60
    assert helper._piece() == 0
    assert words.lag(new_bureau.office.database).indexed == 1


def test_after_another_sum_everything_is_taken_in_again(new_bureau: Bureau) -> None:
    new_bureau.laptop().raise_one(description=SOIL)
    take_all_in(new_bureau)
    with new_bureau.office.database.writing() as connection:
        words.forget(connection)
        connection.execute(text("DELETE FROM finding_words"))
    assert len(found(new_bureau, "土方")) == 1
    take_all_in(new_bureau)
    assert len(found(new_bureau, "土方")) == 1


def test_what_takes_too_long_is_said(new_bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    inspector, county = new_bureau.laptop(), new_bureau.laptop(role=Role.BUREAU, area=COUNTY)
    inspector.push(*(inspector.body(raised(grid=inspector.person.area)) for _ in range(40)))
    list_queries.page_queries.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(lists, "SECONDS", 0.001)
        patched.setattr("server.patience._STEPS", 1)
        patched.setattr(list_queries, "_within", _slow)
        answer = county.ask("GET", "/findings", params={"area": "110000000000"})
    list_queries.page_queries.cache_clear()
    assert (answer.status_code, answer.json()["code"]) == (422, "search_too_wide")
    assert "请加上" in answer.json()["detail"]
    assert county.ask("GET", "/findings").json()["rows"], "and the connection serves the next one"


def _slow(*_: object) -> list[Any]:
    """Every row with every other, four times over."""
    others = [LEDGER.alias() for _ in range(4)]
    together = others[0].c.place + others[1].c.place + others[2].c.place + others[3].c.place
    return [select(literal(1)).where(together == LEDGER.c.place).exists()]
