"""The form of somebody without an account: all its checks but grid and finder, a draft instead of an entry."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.findings.form_page import FormPage
from gui.findings.form_purpose import Ending
from gui.findings.form_values import FormField, FormValues, from_draft, time_text
from gui.findings.kept import is_complete, kept_gaps, settled, without_account
from gui.findings.soft_warnings import open_warnings
from gui.findings.vicinity import NOTHING_KNOWN
from gui.journal_bridge import JournalBridge
from gui.names import read_names
from gui.photos.picture_source import PictureSource
from models.local_people import begin, set_grid_words
from models.profile import Profile
from models.store import Store
from tests.builders import GRID, NOON, clock, jpeg, person


@pytest.fixture
def local(tmp_path: Path) -> Iterator[Store]:
    """Somebody who began without a bureau."""
    profile = Profile(tmp_path)
    unlocked = begin(profile, name="王建国", grid="郑陆镇第12网格", password="password-1", clock=clock())
    store = Store.open(profile.store_folder(unlocked.person.login), unlocked.key, unlocked.person, clock())
    yield store
    store.close()


@pytest.fixture
def form(local: Store, background: Background, dressed: QApplication, qtbot: QtBot) -> FormPage:
    """Their form."""
    bridge = JournalBridge(local, background, names=read_names(local))
    page = FormPage(bridge, PictureSource(bridge))
    qtbot.addWidget(page)
    return page


def fill(form: FormPage, store: Store) -> None:
    kept, _ = store.photos.keep(jpeg(), "IMG_1.jpg")
    session = form.session
    session.add_photo(kept)
    session.edit(FormField.CATEGORY, {"category": "A01"})
    session.edit(FormField.PLACE, {"place": "常焦路工地"})
    session.edit(FormField.DESCRIPTION, {"description": "工地东侧土方堆放约1200平方米，绿网只盖了一小半。"})
    session.edit(FormField.POSITION, {"position_text": "120.087312,31.824605"})


def test_saving_keeps_a_draft_that_lacks_nothing_but_the_account(form: FormPage, local: Store, qtbot: QtBot) -> None:
    assert form.session.ending is Ending.KEEP
    fill(form, local)
    form.session.edit(FormField.FINDER, {"companions": ("周敏",)})
    with qtbot.waitSignals([form.news, form.left]):
        form.save()
    (draft,) = local.drafts.all()
    values = from_draft(draft.body)
    assert (values.grid, values.finder, values.grid_words) == ("", "", "郑陆镇第12网格")
    assert values.companions == ("周敏",)
    assert not {FormField.GRID, FormField.FINDER} & set(values.own)
    assert is_complete(draft.body, NOON)
    assert local.head.state().dseq == 0


def test_the_same_checks_as_ever(form: FormPage, local: Store) -> None:
    form.save()
    assert [gap.field for gap in form.session.gaps()] == [
        FormField.PHOTOS, FormField.CATEGORY, FormField.PLACE, FormField.DESCRIPTION, FormField.POSITION,
    ]  # fmt: skip
    assert not local.drafts.all()


def test_the_time_of_the_clock_stays_the_time_however_much_later_it_is_registered() -> None:
    typed = FormValues(found_text=time_text(NOON))
    assert settled(typed).own == (FormField.FOUND_AT,)
    assert settled(replace(typed, own=(FormField.FOUND_AT,))).own == (FormField.FOUND_AT,)


def test_what_only_an_account_knows_is_no_gap() -> None:
    values = without_account(FormValues(grid=GRID, finder="x", own=(FormField.GRID, FormField.PLACE)), "第12网格")
    assert (values.grid, values.finder, values.own) == ("", "", (FormField.PLACE,))
    assert {FormField.GRID, FormField.FINDER}.isdisjoint({gap.field for gap in kept_gaps(values, NOON)})


def test_an_ordinary_draft_is_not_one_of_these() -> None:
    assert not is_complete({"place": "常焦路工地"}, NOON)


def test_the_grid_is_asked_about_once_there_is_one() -> None:
    values = FormValues(grid=GRID, grid_words="郑陆镇第12网格")
    (warning,) = open_warnings(values, NOTHING_KNOWN, NOON)
    assert (warning.code, "郑陆镇第12网格" in warning.text) == ("grid_from_words", True)
    assert not open_warnings(replace(values, grid=""), NOTHING_KNOWN, NOON)


def test_whose_place_is_in_words(local: Store) -> None:
    names = read_names(local)
    assert names.post(local.person) == "郑陆镇第12网格 网格员"
    set_grid_words(local.settings, "河边")
    assert read_names(local).place("") == "河边"
    assert person().has_account
