"""我的: phrases and companions are kept with every change, the password is changed, and who fills in no form has no lists."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.accounts.password_field import PasswordField
from gui.background import Background
from gui.settings.text_list import TextList
from gui.workplace import Workplace
from models.clock import day_of
from models.keys import make_local_key
from models.local_people import SHORTEST_PASSWORD
from models.people import Role
from models.person_files import enrol
from models.preferences import Companions, Preferences
from models.profile import PasswordRefused, Profile
from tests.builders import clock, person
from tests.hands import child, press
from tests.unit.gui.settings.conftest import At


def opened(place: Workplace, qtbot: QtBot, background: Background) -> Workplace:
    place.pages.settings.open_tab("mine")
    qtbot.waitUntil(lambda: background.is_idle)
    return place


def test_phrases_are_kept_and_brought_back(place: Workplace, background: Background, qtbot: QtBot) -> None:
    kept = Preferences(place.opened.store.settings)
    kept.keep_phrases(["一句", "两句"])
    page = opened(place, qtbot, background).pages.settings
    phrases = page.findChildren(TextList)[0]
    assert phrases.texts == ("一句", "两句")
    phrases.list.setFocus()
    phrases.list.setCurrentRow(1)
    press(phrases.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: kept.phrases() == ("两句", "一句"))
    press(phrases.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: kept.phrases() == ("一句",))
    assert child(place.desk, QLabel, "toastText").text() == "已删除“两句”。"
    child(place.desk, QPushButton, "toastStep").click()
    qtbot.waitUntil(lambda: kept.phrases() == ("两句", "一句"))


def test_companions_are_kept_for_today(place: Workplace, background: Background, qtbot: QtBot) -> None:
    kept, today = Preferences(place.opened.store.settings), day_of(place.bridge.clock.now())
    kept.keep_companions(Companions(("周敏", "陈立")), today)
    page = opened(place, qtbot, background).pages.settings
    companions = page.findChildren(TextList)[1]
    companions.list.setCurrentRow(1)
    press(companions.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: kept.companions(today).along == ("陈立",))


def test_who_fills_in_no_form_has_no_lists(at_work: At, background: Background, qtbot: QtBot) -> None:
    place = opened(at_work(person(Role.LEADER)), qtbot, background)
    assert place.pages.settings.findChildren(TextList) == []
    assert "领导" in [label.text() for label in place.pages.settings.tab.findChildren(QLabel)]


@pytest.fixture
def alone(at_work: At, profile: Profile, background: Background, qtbot: QtBot) -> Workplace:
    """Somebody without an account, whose password only this laptop knows."""
    who = person(id="", login="~0001", area="")
    folder = profile.store_folder(who.login)
    place = at_work(who)
    _key, stored = make_local_key(password="first-password")
    enrol(folder, who, key=place.opened.key, stored=stored)
    return opened(place, qtbot, background)


def fill(place: Workplace, *texts: str) -> None:
    for name, text in zip(("old", "new", "again"), texts, strict=True):
        child(place.pages.settings, PasswordField, f"{name}PasswordField").setText(text)
    child(place.pages.settings, QPushButton, "changePasswordButton").click()


def said(place: Workplace) -> str:
    return child(place.pages.settings, QLabel, "passwordMessage").text()


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (("", "second-password", "second-password"), "三个空都要填。"),
        (("first-password", "second-password", "other"), "两遍不一样，请都再输一遍。"),
        (("first-password", "2", "2"), str(SHORTEST_PASSWORD)),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_changed(
    alone: Workplace, qtbot: QtBot, texts: tuple[str, ...], words: str
) -> None:
    fill(alone, *texts)
    qtbot.waitUntil(lambda: words in said(alone))
    assert child(alone.pages.settings, QPushButton, "changePasswordButton").isEnabled()


def test_no_password_stays_in_its_field(alone: Workplace) -> None:
    fill(alone, "", "second-password", "second-password")
    alone.pages.settings.open_tab("about")
    for field in alone.pages.settings.findChildren(PasswordField):
        assert field.text() == ""


def test_another_wrong_old_password(alone: Workplace, qtbot: QtBot) -> None:
    fill(alone, "wrong", "second-password", "second-password")
    qtbot.waitUntil(lambda: said(alone) == "原来的密码不对，什么都没有改。")


def test_enter_changes_it(alone: Workplace, profile: Profile, qtbot: QtBot, background: Background) -> None:
    with pytest.raises(PasswordRefused):
        profile.key_of("~0001", "second-password", clock())
    for name, text in (("old", "first-password"), ("new", "second-password"), ("again", "second-password")):
        child(alone.pages.settings, PasswordField, f"{name}PasswordField").setText(text)
    field = child(alone.pages.settings, PasswordField, "againPasswordField")
    press(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: child(alone.desk, QLabel, "toastText").text() == "密码已改，下次用新密码登录。")
    assert field.text() == ""
    qtbot.waitUntil(lambda: background.is_idle)
    assert profile.key_of("~0001", "second-password", clock())
