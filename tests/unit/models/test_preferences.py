"""What a person chose for themselves is there at the next start, and what cannot be read is the usual."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from models.preferences import Companions, Network, PhotoTravel, Preferences, When
from models.store import Store
from tests.builders import NOON, open_store

TODAY = NOON.date()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


def test_a_new_person_has_the_usual(store: Store) -> None:
    preferences = Preferences(store.settings)
    assert preferences.phrases() == ()
    assert preferences.companions(TODAY) == Companions()
    assert preferences.photo_travel() == PhotoTravel()


def test_what_was_kept_is_there_again(store: Store) -> None:
    travel = PhotoTravel(When.HOURS, (Network("10.20.3.0/24 aa:bb", "10.20.3.x"),), time(19, 30), time(6))
    chosen = Companions(("周敏", "陈立", "李萍"), frozenset({"李萍", "周敏"}))
    before = Preferences(store.settings)
    before.keep_phrases(["约〔数量〕平方米。", "已拍照。", "已拍照。"])
    before.keep_companions(chosen, TODAY)
    before.keep_photo_travel(travel)
    after = Preferences(store.settings)
    assert after.phrases() == ("约〔数量〕平方米。", "已拍照。")
    assert after.companions(TODAY) == chosen
    assert after.companions(TODAY).along == ("周敏", "李萍")
    assert after.photo_travel() == travel


def test_companions_are_those_of_one_day(store: Store) -> None:
    preferences = Preferences(store.settings)
    preferences.keep_companions(Companions(("周敏",), frozenset({"周敏"})), TODAY)
    assert preferences.companions(date(2026, 11, 23)) == Companions(("周敏",))


@pytest.mark.parametrize("held", ["", "not JSON", "[1, null]", '{"known": 3, "when": "soon", "opens": "25:00"}', "7"])
def test_what_cannot_be_read_is_the_usual(store: Store, held: str) -> None:
    for name in ("phrases", "companions", "photo_travel"):
        store.settings.put(name, held)
    preferences = Preferences(store.settings)
    assert preferences.phrases() == ()
    assert preferences.companions(TODAY) == Companions()
    assert preferences.photo_travel() == PhotoTravel()
