"""What is kept in 设置 is in the form when it is begun."""

from pytestqt.qtbot import QtBot

from gui.findings.form_page import FormPage
from models.clock import day_of
from models.preferences import Companions, Preferences
from models.store import Store


def test_a_form_that_is_begun_has_what_is_kept_now(form: FormPage, store: Store, qtbot: QtBot) -> None:
    kept = Preferences(store.settings)
    kept.keep_phrases(["已拍照留证。"])
    kept.keep_companions(Companions(("周敏", "陈立"), frozenset({"陈立"})), day_of(store.clock.now()))
    form.begin()
    qtbot.waitUntil(lambda: form.session.values.companions == ("陈立",))
    assert form.session.own.phrases == ("已拍照留证。",)
    assert not form.session.touched, "nobody has done anything yet: it is no draft"
