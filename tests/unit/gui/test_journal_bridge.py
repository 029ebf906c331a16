"""The bridge writes, asks and announces, all on the window's thread."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from gui.background import Background, Failure
from gui.journal_bridge import JournalBridge, KeptPhoto
from models.findings import Safety
from models.ids import DraftId, new_id
from models.recording import Recorded
from models.store import Store
from tests.builders import jpeg, open_store, raise_one, raised


def never(told: object) -> None:
    """For an answer that must not come."""
    pytest.fail(str(told))


def keep(bridge: JournalBridge, qtbot: QtBot) -> KeptPhoto:
    kept: list[KeptPhoto] = []
    bridge.keep_photo(jpeg, name="IMG_1.jpg", done=kept.append, failed=never)
    qtbot.waitUntil(lambda: bool(kept))
    return kept[0]


def test_record_announces_what_changed(bridge: JournalBridge, store: Store, qtbot: QtBot) -> None:
    photo, recorded, drafts, heard = keep(bridge, qtbot).photo, list[Recorded](), [], list[tuple[str, ...]]()
    bridge.ledger_changed.connect(heard.append)
    bridge.drafts_changed.connect(lambda: drafts.append(1))
    draft = DraftId(new_id())
    store.drafts.save(draft, {"place": "常焦路"})
    with qtbot.waitSignals([bridge.ledger_changed, bridge.safety_changed]):
        bridge.record([raised(photos=(photo,))], draft=draft, done=recorded.append, failed=never)
    qtbot.waitUntil(lambda: bool(recorded))
    ids = heard[0]
    assert ids == (recorded[0].finding,)
    assert bridge.safety == Safety(records=1, photos=1)
    assert (store.drafts.all(), drafts) == ((), [1])


def test_refusals_come_back_as_values(bridge: JournalBridge, qtbot: QtBot) -> None:
    failures: list[Failure] = []
    bridge.record([raised(description="短", photos=())], done=never, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    fields = {refusal.values.get("field") for refusal in failures[0].refusals}
    assert {"description", "photos"} <= fields


def test_unreadable_photo_is_refused(bridge: JournalBridge, qtbot: QtBot) -> None:
    failures: list[Failure] = []
    bridge.keep_photo(lambda: b"no picture", name="x.jpg", done=never, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert failures[0].words


def test_drafts_are_saved(bridge: JournalBridge, store: Store, qtbot: QtBot) -> None:
    draft, saved = DraftId(new_id()), list[datetime]()
    bridge.save_draft(draft, {"place": "x"}, done=saved.append, failed=never)
    qtbot.waitUntil(lambda: bool(saved))
    assert [each.id for each in store.drafts.all()] == [draft]


class Form(QObject):
    """Somebody who waits for an answer, and may be gone when it comes."""

    heard = 0

    def hear(self, _when: datetime) -> None:
        self.heard += 1


def test_whoever_is_gone_when_their_draft_is_safe_is_not_told(
    bridge: JournalBridge, store: Store, background: Background, qtbot: QtBot
) -> None:
    stays, goes = Form(), Form()
    for form in (stays, goes):
        bridge.save_draft(DraftId(new_id()), {"place": "常焦路"}, done=form.hear, failed=never)
    delete(goes)
    qtbot.waitUntil(lambda: background.is_idle)
    assert len(store.drafts.all()) == 2
    assert (stays.heard, goes.heard) == (1, 0)


def test_photo_states_come_in_gulps(bridge: JournalBridge, store: Store, qtbot: QtBot) -> None:
    raise_one(store)
    (photo,) = store.photos.to_send()
    heard: list[tuple[str, ...]] = []
    bridge.photos_changed.connect(heard.append)
    with qtbot.waitSignal(bridge.photos_changed):
        for sent in range(20):
            store.photos.mark(photo.sha256, photo.state, sent_bytes=sent)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(photo.sha256,)]


def test_new_reference_data_is_announced_once(bridge: JournalBridge, store: Store, qtbot: QtBot) -> None:
    store.reference.replace("areas", 1, [{"code": store.person.area, "name": "第12网格", "parent": ""}])
    with qtbot.waitSignal(bridge.reference_changed):
        bridge.read_reference()
    assert bridge.names.area(store.person.area) == "第12网格"
    with qtbot.assertNotEmitted(bridge.reference_changed, wait=200):
        bridge.read_reference()


def test_closing_lets_go_of_the_store(tmp_path: Path, background: Background) -> None:
    store = open_store(tmp_path / "s")
    JournalBridge(store, background).close()
    open_store(tmp_path / "s").close()
