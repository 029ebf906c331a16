"""The form as a person meets it, over a real store."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.findings.form_page import FormPage
from gui.findings.form_values import FormField, from_draft
from models.coordinates import Position
from models.facts import Returned
from models.ids import FindingId
from models.people import Role
from models.state import State
from models.store import Store
from models.vocabulary import ReturnReason, TimeSource
from tests.builders import pen_of, person, raise_one
from tests.hands import ALT, CTRL, SHIFT, child, compose, press, write
from tests.pictures import HERE
from tests.unit.gui.findings.filling import PLACE, WORDS, add_photo, fill, settle


def test_a_finding_is_saved_with_what_its_photo_knows(
    form: FormPage, store: Store, background: Background, tmp_path: Path, qtbot: QtBot
) -> None:
    # GIVEN a form with a photo of yesterday's phone, a type, a place and a description
    news: list[str] = []
    form.news.connect(lambda told: news.append(told.text))
    fill(form, tmp_path, qtbot)
    # WHEN it is saved
    with qtbot.waitSignals([form.saved, form.left]):
        form.save()
    # THEN it stands in the ledger, whole, and the form is empty again
    (row,) = store.findings.page()
    finding = store.findings.one(row.id)
    assert finding is not None
    assert news == [f"已保存在本机：{finding.shown_number}。连上后自动上报。"]
    assert (finding.location.place, finding.description, finding.state) == (PLACE, WORDS, State.REPORTED)
    assert finding.location.position == HERE
    assert finding.raised.found_at_source is TimeSource.EXIF
    assert form.session.values.photos == ()
    settle(qtbot, background)
    assert store.drafts.all() == ()


def test_save_and_next_keeps_place_and_type(form: FormPage, store: Store, tmp_path: Path, qtbot: QtBot) -> None:
    fill(form, tmp_path, qtbot)
    with qtbot.waitSignal(form.saved), qtbot.assertNotEmitted(form.left):
        form.save_and_next()
    values = form.session.values
    assert (values.place, values.category, values.photos, values.description) == (PLACE, "A01", (), "")
    assert store.findings.count() == 1


def test_nothing_is_told_missing_before_the_first_attempt(form: FormPage, qtbot: QtBot) -> None:
    missing = child(form, QLabel, "missingLabel")
    error = child(form, QLabel, "placeError")
    assert missing.isHidden()
    assert not error.isVisible()
    form.save()
    assert error.isVisible()
    assert error.text() == "还没填具体地点。写到别人能找到的程度，至少 4 个字。"
    assert missing.text() == "还差 5 项：现场照片、问题类型、具体地点 等"
    write(child(form, QLineEdit, "placeEdit"), PLACE)
    assert not error.isVisible()


def test_f8_goes_from_gap_to_gap(form: FormPage, tmp_path: Path, qtbot: QtBot) -> None:
    add_photo(form, tmp_path, qtbot)
    form.save()
    seen = [form.body.field_with_focus()]
    for _ in range(3):
        press(form, Qt.Key.Key_F8)
        seen.append(form.body.field_with_focus())
    assert seen == [FormField.CATEGORY, FormField.PLACE, FormField.DESCRIPTION, FormField.CATEGORY]
    press(form, Qt.Key.Key_F8, SHIFT)
    assert form.body.field_with_focus() is FormField.DESCRIPTION


def test_a_field_that_is_wrong_says_so_when_it_is_left(form: FormPage, qtbot: QtBot) -> None:
    place, error = child(form, QLineEdit, "placeEdit"), child(form, QLabel, "placeError")
    place.setFocus()
    write(place, "路口")
    assert not error.isVisible()
    child(form, QLineEdit, "amountEdit").setFocus()
    assert error.text() == "具体地点才 2 个字。写到别人能找到的程度，至少 4 个字。"


@pytest.mark.parametrize(
    ("number", "field"), [(2, FormField.PLACE), (3, FormField.DESCRIPTION), (9, FormField.POSITION)]
)
def test_alt_number_jumps_to_the_field(form: FormPage, qtbot: QtBot, number: int, field: FormField) -> None:
    key = Qt.Key(Qt.Key.Key_0.value + number)
    press(form, key, ALT)
    assert form.body.field_with_focus() is field


def test_ctrl_enter_never_saves_while_the_input_method_composes(
    form: FormPage, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(form, tmp_path, qtbot)
    text = child(form, QPlainTextEdit, "descriptionEdit")
    text.setFocus()
    compose(text, "ni hao")
    # saving takes its time: what must not happen is that it begins
    with qtbot.assertNotEmitted(form.keys.save):
        press(text, Qt.Key.Key_Return, CTRL)
    with qtbot.assertNotEmitted(form.keys.save_and_next):
        press(text, Qt.Key.Key_Return, ALT)
    with qtbot.assertNotEmitted(form.keys.turn):
        press(text, Qt.Key.Key_PageDown, CTRL)
    write(text, "你好")
    with qtbot.waitSignals([form.saved, form.keys.save]):
        press(text, Qt.Key.Key_Return, CTRL)
    (row,) = store.findings.page()
    finding = store.findings.one(row.id)
    assert finding is not None
    assert finding.description == f"{WORDS}你好"


def test_drafts_save_themselves_while_typing_goes_on(form: FormPage, store: Store, qtbot: QtBot) -> None:
    place = child(form, QLineEdit, "placeEdit")
    for sign in PLACE:
        write(place, sign)
        qtbot.wait(100)
    assert store.drafts.all(), "typing without a pause must not put the draft off"
    qtbot.waitUntil(lambda: from_draft(store.drafts.all()[0].body).place == PLACE)


def test_a_draft_is_gone_on_with(form: FormPage, store: Store, background: Background, qtbot: QtBot) -> None:
    write(child(form, QLineEdit, "placeEdit"), PLACE)
    assert form.may_leave()
    settle(qtbot, background)
    (draft,) = store.drafts.all()
    child(form, QPushButton, "asideButton").click()
    assert form.session.values.place == ""
    form.resume(draft)
    assert (form.session.values.place, form.session.keeper.draft) == (PLACE, draft.id)


def test_a_soft_warning_is_answered_and_recorded(
    form: FormPage, store: Store, background: Background, tmp_path: Path, qtbot: QtBot
) -> None:
    add_photo(form, tmp_path, qtbot)
    fill(form, tmp_path, qtbot)
    form.session.edit(FormField.FOUND_AT, {"found_text": "2026-11-18 09:00"})
    settle(qtbot, background)
    child(form, QPushButton, "answer_found_time_is_right").click()
    with qtbot.waitSignal(form.saved):
        form.save()
    finding = store.findings.one(store.findings.page()[0].id)
    assert finding is not None
    assert [(a.warning, a.answer) for a in finding.raised.answers] == [("photo_time_differs", "found_time_is_right")]


def test_the_red_band_does_not_block(form: FormPage, store: Store, tmp_path: Path, qtbot: QtBot) -> None:
    fill(form, tmp_path, qtbot)
    band = child(form, QWidget, "emergencyBand")
    assert not band.isVisible()
    form.session.edit(FormField.SOURCE, {"emergency": True})
    assert band.isVisible()
    with qtbot.waitSignal(form.saved):
        form.save()
    finding = store.findings.one(store.findings.page()[0].id)
    assert finding is not None
    assert finding.raised.emergency


def test_a_returned_finding_is_completed_in_one_go(
    form: FormPage, store: Store, background: Background, qtbot: QtBot
) -> None:
    # GIVEN a finding of mine that the township sent back
    finding_id = FindingId(raise_one(store))
    officer = pen_of(store, person(Role.STATION))
    officer.record([Returned((ReturnReason.PLACE_WRONG,), "路口有四个角，写清楚")], finding=finding_id)
    finding = store.findings.one(finding_id)
    assert finding is not None
    # WHEN I complete it
    form.correct(finding)
    assert form.title == f"补正 {finding.shown_number}"
    assert "路口有四个角，写清楚" in child(form, QLabel, "returnedBecause").text()
    assert not child(form, QLineEdit, "foundEdit").isEnabled()
    place = child(form, QLineEdit, "placeEdit")
    place.selectAll()
    write(place, "常焦路与丰北路路口东南角")
    with qtbot.waitSignal(form.saved):
        form.save()
    # THEN the change and the new report stand in the journal together
    after = store.findings.one(finding_id)
    assert after is not None
    assert after.state is State.REPORTED
    assert [line.kind for line in after.history][-2:] == ["relocated", "resubmitted"]
    assert after.location.position == Position(120.087312, 31.824605)


def test_a_correction_that_changes_nothing_records_nothing(
    form: FormPage, store: Store, background: Background, qtbot: QtBot
) -> None:
    finding = store.findings.one(FindingId(raise_one(store)))
    assert finding is not None
    form.correct(finding)
    form.save()
    settle(qtbot, background)
    after = store.findings.one(finding.id)
    assert after is not None
    assert len(after.history) == 1
    assert "没有改动" in child(form, QLabel, "problemLabel").text()
