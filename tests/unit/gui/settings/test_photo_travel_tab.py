"""同步: the choice is kept at once, the network in use is remembered, and what waits is said."""

from threading import Event

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.findings.quiet_combo import QuietCombo
from gui.findings.segments import Segments
from gui.workplace import Workplace
from models.people import Role
from models.preferences import Network, PhotoTravel, Preferences, When
from sync import network
from sync.outcome import Outcome
from sync.timing import Waiting
from tests.builders import person, raise_one
from tests.hands import child
from tests.unit.gui.settings.conftest import At

HERE = Network("10.20.3.0/24 aa:bb", "10.20.3.x")


@pytest.fixture
def place(at_work: At, background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Workplace:
    """An inspector at 同步, in a network that could be the office's."""
    monkeypatch.setattr(network, "network_towards", lambda _url: HERE)
    made = at_work()
    made.pages.settings.open_tab("photoTravel")
    qtbot.waitUntil(lambda: background.is_idle)
    return made


def kept(place: Workplace) -> PhotoTravel:
    return Preferences(place.opened.store.settings).photo_travel()


def choose(place: Workplace, when: When) -> None:
    segments = child(place.pages.settings, Segments, "photoTravelSegments")
    words = {When.ANY_TIME: "随时", When.OFFICE: "只在办公室网络", When.HOURS: "只在这些时间"}[when]
    next(button for button in segments.findChildren(QPushButton) if button.text() == words).click()


def words_of(place: Workplace) -> set[str]:
    """Everything that stands on the tab."""
    return {label.text() for label in place.pages.settings.tab.findChildren(QLabel) if label.isVisible()}


def test_hours(place: Workplace, qtbot: QtBot) -> None:
    choose(place, When.HOURS)
    qtbot.waitUntil(lambda: kept(place).when is When.HOURS)
    combo = child(place.pages.settings, QuietCombo, "opensCombo")
    qtbot.waitUntil(combo.isVisible)
    assert combo.currentText() == "20:00"
    combo.setCurrentIndex(combo.findText("18:30"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: f"{kept(place).opens:%H:%M}" == "18:30")


def test_what_is_kept_is_shown_while_the_network_is_still_looked_for(
    at_work: At, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Event()
    monkeypatch.setattr(network, "network_towards", lambda _url: HERE if found.wait(20) else None)
    made = at_work()
    Preferences(made.opened.store.settings).keep_photo_travel(PhotoTravel(When.HOURS))
    made.pages.settings.open_tab("photoTravel")
    combo = child(made.pages.settings, QuietCombo, "opensCombo")
    qtbot.waitUntil(combo.isVisible)
    assert not found.is_set(), "nobody waited for it"
    found.set()


def test_the_network_in_use_is_remembered_and_forgotten(place: Workplace, qtbot: QtBot) -> None:
    choose(place, When.OFFICE)
    button = child(place.pages.settings, QPushButton, "rememberNetworkButton")
    qtbot.waitUntil(button.isVisible)
    assert button.text() == "把现在的网络记为办公室网络"
    button.click()
    qtbot.waitUntil(lambda: kept(place).offices == (HERE,))
    qtbot.waitUntil(lambda: not button.isVisible())
    qtbot.waitUntil(lambda: {"办公室网络 10.20.3.x", "现在用的"} <= words_of(place))
    child(place.pages.settings, QPushButton, "forgetNetworkButton").click()
    qtbot.waitUntil(lambda: kept(place).offices == ())
    qtbot.waitUntil(button.isVisible)


def test_another_choice_sends_what_may_go_now(place: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(place.exchanger.finished):
        choose(place, When.HOURS)
    assert place.exchanger.last is not None


def test_what_waits_is_said(place: Workplace, background: Background, qtbot: QtBot) -> None:
    raise_one(place.opened.store)
    place.bridge.count_safety()
    qtbot.waitUntil(lambda: place.bridge.safety.photos == 1)
    place.exchanger.last = Outcome(waiting=Waiting())
    place.exchanger.changed.emit()
    line = child(place.pages.settings, QLabel, "photoTravelNow")
    assert line.isVisible()
    assert line.text() == "1 张照片等到办公室再传。要现在就传，按 F9。"


def test_only_an_administrator_sees_the_servers_address(
    place: Workplace, at_work: At, background: Background, qtbot: QtBot
) -> None:
    assert place.pages.settings.findChild(QLineEdit, "serverAddressField") is None
    admin = at_work(person(Role.ADMIN, login="admin"))
    admin.pages.settings.open_tab("photoTravel")
    qtbot.waitUntil(lambda: background.is_idle)
    assert admin.pages.settings.findChild(QLineEdit, "serverAddressField") is not None
