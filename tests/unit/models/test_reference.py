"""Reference data is replaced whole by kind and read by code, name and pinyin."""

from pathlib import Path

from models.facts import Unit
from models.reference import Area
from tests.builders import open_store

AREAS = [
    {"code": "320402104000", "name": "郑陆镇", "parent": "320402000000"},
    {"code": "320402104203012", "name": "第12网格", "parent": "320402104203"},
    {"code": "320402104203013", "name": "第13网格", "parent": "320402104203"},
]


def test_replaced_whole_and_kept(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    assert store.reference.versions()["areas"] == 0
    store.reference.replace("areas", 3, AREAS)
    store.reference.replace("areas", 4, AREAS[:2])
    assert store.reference.versions()["areas"] == 4
    assert store.reference.grids() == (Area("320402104203012", "第12网格", "320402104203"),)
    assert store.reference.area_name("320402104000") == "郑陆镇"
    assert store.reference.area_name("999") == "999"
    store.close()


def test_enterprises_by_part_of_the_name_or_initials(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    rows = [{"name": "东青涂装厂", "lon": "120.1", "lat": "31.8"}, {"name": "𬬻桥铸造有限公司"}]
    store.reference.replace("enterprises", 1, rows)
    assert [found.name for found in store.reference.enterprises("涂装")] == ["东青涂装厂"]
    assert [found.name for found in store.reference.enterprises("dqtz")] == ["东青涂装厂"]
    assert [found.name for found in store.reference.enterprises("𬬻")] == ["𬬻桥铸造有限公司"]
    assert store.reference.name_of("nobody") == ""
    store.close()


def test_units_say_whether_they_are_villages(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    rows = [{"code": "B", "name": "三河口村委会", "kind": "村社"}, {"code": "A", "name": "环保站", "kind": "镇街"}]
    store.reference.replace("units", 1, rows)
    assert store.reference.units() == (Unit("A", "环保站"), Unit("B", "三河口村委会", is_village=True))
    store.close()


def test_drafts_survive_and_newest_comes_first(tmp_path: Path) -> None:
    from datetime import timedelta

    from models.ids import DraftId, new_id
    from tests.builders import clock

    when = clock()
    store = open_store(tmp_path, when=when)
    one, two = DraftId(new_id()), DraftId(new_id())
    store.drafts.save(one, {"place": "旧的"})
    when.advance(timedelta(seconds=1))
    store.drafts.save(two, {"place": "𬬻桥"})
    when.advance(timedelta(seconds=1))
    store.drafts.save(one, {"place": "新的"})
    store.close()
    again = open_store(tmp_path, store.person)
    assert [(draft.id, draft.body["place"]) for draft in again.drafts.all()] == [(one, "新的"), (two, "𬬻桥")]
    again.drafts.delete(one)
    assert [draft.id for draft in again.drafts.all()] == [two]
    again.close()
