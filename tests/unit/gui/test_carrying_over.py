"""What was written down without an account comes onto the desk beside the work, and what cannot is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.carrying_over import CarryingOver, came_words
from gui.connection import Connection, connection_after
from gui.exchange_light import light_words
from gui.journal_bridge import JournalBridge
from models.carrying import Carried, promise
from models.ids import DraftId, new_id
from models.local_people import begin
from models.profile import Profile, Unlocked
from models.safety import Safety
from models.store import Store
from tests.builders import NOON, clock, jpeg, open_store


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path)


@pytest.fixture
def account(profile: Profile) -> Iterator[Store]:
    store = open_store(profile.store_folder("wangjg"))
    yield store
    store.close()


@pytest.fixture
def local(profile: Profile) -> Unlocked:
    unlocked = begin(profile, name="王建国", grid="第12网格", password="password-1", clock=clock())
    store = Store.open(profile.store_folder(unlocked.person.login), unlocked.key, unlocked.person, clock())
    for colour in ("red", "blue"):
        kept, _ = store.photos.keep(jpeg(colour), f"{colour}.jpg")
        store.drafts.save(DraftId(new_id()), {"photos": [{"sha256": kept.sha256, "name": kept.name}]})
    store.close()
    return unlocked


def carrying(profile: Profile, account: Store, background: Background) -> CarryingOver:
    bridge = JournalBridge(account, background)
    carried = CarryingOver(profile, bridge)
    carried.setProperty("bridge", bridge)
    return carried


def test_it_comes_and_is_told(
    profile: Profile, account: Store, local: Unlocked, background: Background, qtbot: QtBot
) -> None:
    promise(account, local)
    work = carrying(profile, account, background)
    with qtbot.waitSignal(work.came) as came, qtbot.assertNotEmitted(work.stayed):
        work.begin()
    assert came.args == ["2 条先记下的问题和 2 张照片已经带过来，在草稿里，核对后登记。"]
    assert len(account.drafts.all()) == 2


def test_nothing_promised_is_nothing_told(
    profile: Profile, account: Store, background: Background, qtbot: QtBot
) -> None:
    work = carrying(profile, account, background)
    with qtbot.assertNotEmitted(work.came), qtbot.assertNotEmitted(work.stayed):
        work.begin()
        qtbot.waitUntil(lambda: background.is_idle)


def test_a_photo_that_cannot_be_read_is_told(
    profile: Profile, account: Store, local: Unlocked, background: Background, qtbot: QtBot
) -> None:
    damaged = next(iter(sorted((profile.store_folder(local.person.login) / "photos").glob("*/*"))))
    damaged.write_bytes(damaged.read_bytes()[:-5])
    promise(account, local)
    work = carrying(profile, account, background)
    with qtbot.waitSignals([work.came, work.stayed]):
        work.begin()
    assert len(account.drafts.all()) == 1


def test_a_store_that_is_open_elsewhere_is_told_and_tried_again(
    profile: Profile, account: Store, local: Unlocked, background: Background, qtbot: QtBot
) -> None:
    promise(account, local)
    elsewhere = Store.open(profile.store_folder(local.person.login), local.key, local.person, clock())
    work = carrying(profile, account, background)
    with qtbot.waitSignal(work.stayed) as stayed:
        work.begin()
    assert stayed.args[0].startswith("先记下的还没有全部带过来。都在本机，下次登录接着带。")
    elsewhere.close()
    with qtbot.waitSignal(work.came):
        work.begin()


def test_words_without_photos() -> None:
    assert came_words(Carried(1)) == "1 条先记下的问题已经带过来，在草稿里，核对后登记。"


def test_not_connected_is_neither_offline_nor_safe() -> None:
    connection = connection_after("not_connected")
    assert connection is Connection.UNCONNECTED
    words = light_words(connection, Safety(), last=None, now=NOON)
    assert (words.first, words.second, words.third) == ("还没连局里", "记下的都存在本机", "点这里连接局里")
    waiting = light_words(connection, Safety(records=2, photos=4), last=None, now=NOON)
    assert waiting.second == "2 条 · 4 张还没到局里"
