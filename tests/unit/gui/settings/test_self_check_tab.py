"""自检 runs beside the window: it says how far it is, stops, and tells what does not agree with what to do."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from gui.background import Background
from gui.settings import self_check_tab
from gui.settings.self_check_tab import result_words
from gui.settings.trouble_table import TroubleTable
from gui.workplace import Workplace
from models import integrity
from models.integrity import Report, Stage, Trouble
from models.ledger_tables import LEDGER
from tests.builders import raise_one
from tests.hands import child, press


@pytest.fixture
def place(place: Workplace) -> Workplace:
    """With a finding and its photo."""
    raise_one(place.opened.store)
    place.pages.settings.open_tab("selfCheck")
    return place


def begin(place: Workplace) -> None:
    child(place.pages.settings, QPushButton, "beginCheckButton").click()


def result(place: Workplace) -> QLabel:
    return child(place.pages.settings, QLabel, "checkResult")


def test_everything_agrees(place: Workplace, qtbot: QtBot) -> None:
    begin(place)
    assert child(place.pages.settings, QPushButton, "stopCheckButton").isVisible()
    qtbot.waitUntil(result(place).isVisible)
    assert result(place).text() == "检查了 1 条问题、1 张照片，都对得上。"
    assert child(place.pages.settings, QPushButton, "beginCheckButton").isVisible()
    assert not child(place.pages.settings, QPushButton, "copyCheckButton").isVisible()


def test_what_differs_is_told_with_what_to_do(place: Workplace, qtbot: QtBot) -> None:
    with place.opened.store.database.writing() as connection:
        connection.execute(update(LEDGER).values(place="别处"))
    begin(place)
    qtbot.waitUntil(result(place).isVisible)
    assert result(place).text() == "检查了 1 条问题、1 张照片，有 1 处对不上。"
    table = child(place.pages.settings, TroubleTable, "troubleTable")
    rows = table.model()
    titles = [rows.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    cells = [rows.index(0, column).data() for column in range(3)]
    assert titles == ["什么", "在哪", "怎么办"]
    assert cells[0].startswith("台账和记录对不上")
    assert cells[2].startswith("记录是完整的")
    child(place.pages.settings, QPushButton, "copyCheckButton").click()
    assert "ledger_differs" in QApplication.clipboard().text()


def test_it_stops_and_says_what_was_checked(
    place: Workplace, qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = integrity.check

    def patient(store: object, *, tell: object, stopped: object) -> Report:
        while not stopped():  # type: ignore[operator]
            pass
        return whole(store, tell=tell, stopped=stopped)  # type: ignore[arg-type]

    monkeypatch.setattr(self_check_tab, "check", patient)
    begin(place)
    assert not place.bridge.ask(lambda store: store.findings.count(), done=lambda _: None).dropped
    stop = child(place.pages.settings, QPushButton, "stopCheckButton")
    stop.setFocus()
    press(stop, Qt.Key.Key_Space)
    assert child(place.pages.settings, QLabel, "checkStage").text() == "正在停止…"
    qtbot.waitUntil(result(place).isVisible)
    assert result(place).text() == "已停止。检查过的 0 条问题、0 张照片都对得上。"
    assert child(place.pages.settings, QPushButton, "beginCheckButton").hasFocus()


def test_it_stops_where_the_person_leaves(place: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    # GIVEN a check of many photos, which nobody waits for: not the next person at the sign-in, nor whoever shuts down
    asked_to_stop: list[bool] = []

    def patient(_store: object, *, tell: object, stopped: Callable[[], bool]) -> Report:
        end = time.monotonic() + 5
        while not stopped() and time.monotonic() < end:
            pass
        asked_to_stop.append(stopped())
        return Report(0, 0, 0, (), complete=False)

    monkeypatch.setattr(self_check_tab, "check", patient)
    begin(place)
    # WHEN
    place.stop()
    # THEN
    qtbot.waitUntil(lambda: bool(asked_to_stop), timeout=10_000)
    assert asked_to_stop == [True]


def test_others_read_and_write_meanwhile(place: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[int] = []

    def patient(store: object, *, tell: object, stopped: object) -> Report:
        while not stopped():  # type: ignore[operator]
            pass
        return Report(0, 0, 0, (), complete=False)

    monkeypatch.setattr(self_check_tab, "check", patient)
    begin(place)
    for _ in range(4):
        place.bridge.ask(lambda store: store.findings.count(), done=answers.append)
    qtbot.waitUntil(lambda: len(answers) == 4)
    child(place.pages.settings, QPushButton, "stopCheckButton").click()
    qtbot.waitUntil(result(place).isVisible)


def test_the_cursor_stays_where_the_check_is_steered(place: Workplace, qtbot: QtBot) -> None:
    button = child(place.pages.settings, QPushButton, "beginCheckButton")
    button.setFocus()
    press(button, Qt.Key.Key_Space)
    assert child(place.pages.settings, QPushButton, "stopCheckButton").hasFocus()
    qtbot.waitUntil(result(place).isVisible)
    assert button.hasFocus()


def test_progress_is_told_in_numbers(place: Workplace) -> None:
    tab = place.pages.settings.tab
    assert isinstance(tab, self_check_tab.SelfCheckTab)
    begin(place)
    tab._show_progress(Stage.PHOTOS, 12_345, 37_204)
    assert child(tab, QLabel, "checkStage").text() == "正在重读照片 12,345 / 37,204"


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (Report(1, 12_486, 37_204, ()), "检查了 12,486 条问题、37,204 张照片，都对得上。"),
        (Report(1, 2, 3, (Trouble("store_damaged", ""),) * 2), "检查了 2 条问题、3 张照片，有 2 处对不上。"),
        (Report(1, 2, 0, (), complete=False), "已停止。检查过的 2 条问题、0 张照片都对得上。"),
    ],
)
def test_result_words(report: Report, words: str) -> None:
    assert result_words(report) == words
