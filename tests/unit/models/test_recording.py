"""The pen: what is durable, what is refused, and with which words."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from models.coordinates import Position
from models.entries import FIRST_LINK, decode, next_link
from models.errors import AlreadyOpen, Refused, WrongKey
from models.facts import Classification, Location, Redescribed, Resubmitted, Returned, Verified
from models.findings import Filter, Safety, Tab
from models.ids import DraftId, FindingId, new_id
from models.people import Role
from models.state import State
from models.store import Store
from models.vocabulary import ReturnReason, Severity
from tests.builders import GRID, KEY, clock, jpeg, open_store, person, photo, raise_one, raised


def test_saved_is_there_after_opening_again(tmp_path: Path) -> None:
    me = person()
    store = open_store(tmp_path, me)
    finding = FindingId(raise_one(store))
    store.close()
    again = open_store(tmp_path, me)
    found = again.findings.one(finding)
    assert found is not None
    assert (found.state, found.shown_number) == (State.REPORTED, "暂-1122-01")
    assert again.photos.original(found.photos[0].sha256) == jpeg("red")
    assert again.findings.safety() == Safety(records=1, photos=1)
    again.close()


def test_provisional_numbers_count_the_day(tmp_path: Path) -> None:
    when = clock()
    store = open_store(tmp_path, when=when)
    for colour in ("red", "blue"):
        raise_one(store, colour)
    from datetime import timedelta

    when.advance(timedelta(days=1))
    raise_one(store, "green")
    assert [row.number for row in store.findings.page()] == ["暂-1123-01", "暂-1122-02", "暂-1122-01"]
    store.close()


def test_entries_chain_in_the_order_of_writing(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    finding = FindingId(raise_one(store))
    store.pen.record([Redescribed("补写的描述，超过十个字了")], finding=finding)
    batch = store.head.outgoing()
    assert batch is not None
    link = FIRST_LINK
    for body in batch.bodies:
        link = next_link(link, body)
    assert link == batch.tip == store.head.state().link
    first, second = (decode(body) for body in batch.bodies)
    assert second.base.after == first.id
    store.close()


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"location": Location("路口", Position(120.0, 31.8))}, "too_short", "place"),
        ({"location": Location("", Position(120.0, 31.8))}, "place_missing", "place"),
        ({"location": Location("常焦路与丰北路")}, "position_or_reason", "position"),
        ({"location": Location("常焦路与丰北路", Position(31.8, 120.0))}, "position_outside_china", "position"),
        ({"location": Location("常焦路与丰北路", Position(0.0, 0.0))}, "position_outside_china", "position"),
        ({"location": Location("长" * 201, Position(120.0, 31.8))}, "too_long", "place"),
        ({"description": "脏乱差"}, "too_short", "description"),
        ({"description": "脏" * 5000}, "too_long", "description"),
        ({"photos": ()}, "photo_before", "photos"),
        ({"photos": (photo(),)}, "photo_missing", "photos"),
        ({"classification": Classification("", Severity.SLIGHT)}, "category_missing", "category"),
        ({"grid": ""}, "grid_missing", "grid"),
        ({"finder": " "}, "finder_missing", "finder"),
        ({"grid": "320402105203012"}, "outside_scope", "grid"),
        ({"found_at": clock().now().replace(day=1)}, "late_reason", "found_at"),
    ],
)
def test_what_is_missing_is_named_at_its_field(tmp_path: Path, changes: Any, code: str, field: str) -> None:
    store = open_store(tmp_path)
    kept, _ = store.photos.keep(jpeg(), "a.jpg")
    draft = DraftId(new_id())
    store.drafts.save(draft, {"place": "常焦路"})
    with pytest.raises(Refused) as caught:
        store.pen.record([raised(**{"photos": (kept,), **changes})], draft=draft)
    assert (code, field) in {(item.code, item.values.get("field")) for item in caught.value.refusals}
    assert store.findings.count() == 0
    assert [kept_draft.id for kept_draft in store.drafts.all()] == [draft]
    store.close()


def test_a_future_time_is_not_refused(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    raise_one(store, found_at=clock().now().replace(year=2027))
    assert store.findings.count() == 1
    store.close()


def test_the_draft_goes_with_the_save(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    kept, _ = store.photos.keep(jpeg(), "a.jpg")
    draft = DraftId(new_id())
    store.drafts.save(draft, {})
    store.pen.record([raised(photos=(kept,))], draft=draft)
    assert store.drafts.all() == ()
    store.close()


def test_several_facts_are_all_or_none(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    finding = FindingId(raise_one(store))
    with pytest.raises(Refused, match="state_reported"):
        store.pen.record([Redescribed("先更正再重新上报的描述"), Resubmitted()], finding=finding)
    found = store.findings.one(finding)
    assert found is not None
    assert len(found.history) == 1
    store.close()


@pytest.mark.parametrize("role", [Role.INSPECTOR, Role.UNIT, Role.LEADER, Role.ADMIN])
def test_who_may_not_verify_is_told(tmp_path: Path, role: Role) -> None:
    store = open_store(tmp_path, person(role, GRID))
    other = person(Role.INSPECTOR)
    store.pen._person = other
    finding = FindingId(raise_one(store))
    store.pen._person = store.person
    with pytest.raises(Refused, match="role_may_not"):
        store.pen.record([Verified(Classification("A01", Severity.SLIGHT))], finding=finding)
    store.close()


def test_a_verifier_does_not_verify_what_they_raised(tmp_path: Path) -> None:
    store = open_store(tmp_path, person(Role.STATION))
    finding = FindingId(raise_one(store))
    for fact in (Verified(Classification("A01", Severity.SLIGHT)), Returned((ReturnReason.OTHER,), "再看一下现场")):
        with pytest.raises(Refused, match="own_submission"):
            store.pen.record([fact], finding=finding)
    assert store.findings.count(Filter(Tab.MINE)) == 0
    store.close()


def test_a_second_start_on_the_same_store_is_refused(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    with pytest.raises(AlreadyOpen):
        open_store(tmp_path)
    store.close()
    open_store(tmp_path).close()


def test_a_store_opened_on_one_thread_may_be_closed_on_another(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as beside:
        store = beside.submit(open_store, tmp_path).result()
    store.close()
    open_store(tmp_path).close()


def test_another_key_opens_nothing_and_harms_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    raise_one(store)
    store.close()
    with pytest.raises(WrongKey):
        Store.open(tmp_path, bytes(32), person(), clock())
    again = Store.open(tmp_path, KEY, person(), clock())
    assert again.findings.count() == 1
    again.close()


@pytest.mark.parametrize("text", ["含有空字符\x00的一段描述文字", "半个字符\ud83d的一段描述文字"])
def test_what_could_not_be_read_again_is_not_written(tmp_path: Path, text: str) -> None:
    store = open_store(tmp_path)
    kept, _ = store.photos.keep(jpeg(), "a.jpg")
    with pytest.raises(Refused) as refused:
        store.pen.record([raised(photos=(kept,), description=text)])
    assert refused.value.refusal.code == "text_unwritable"
    assert (store.head.state().dseq, store.findings.count(Filter())) == (0, 0)
    store.close()
