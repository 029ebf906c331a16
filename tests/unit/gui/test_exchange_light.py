"""The three lines of the exchange light (screens.md 1), and what an exchange's end says of the connection."""

from datetime import timedelta

import pytest

from gui.connection import Connection, connection_after
from gui.exchange_light import ExchangeLight, light_words
from gui.icons import Glyph
from models.findings import Safety
from sync.timing import Waiting
from tests.builders import NOON

LAST = NOON - timedelta(hours=3, minutes=55)


@pytest.mark.parametrize(
    ("connection", "safety", "reason", "lines"),
    [
        (Connection.OFFLINE, Safety(3, 12), "offline", ("离线", "3 条 · 12 张还没到局里")),
        (Connection.OFFLINE, Safety(1, 0), "offline", ("离线", "1 条还没到局里")),
        (Connection.OFFLINE, Safety(0, 2), "offline", ("离线", "2 张还没到局里")),
        (Connection.OFFLINE, Safety(), "offline", ("离线", "都已核对入库")),
        (Connection.SENDING, Safety(0, 16), None, ("正在上报", "还有 16 张照片没到局里")),
        (Connection.CONNECTED, Safety(), None, ("已连接局里", "都已核对入库")),
        (Connection.CONNECTED, Safety(0, 2, 0, 1), None, ("要处理 1 项", "1 张照片卡住")),
        (Connection.OFFLINE, Safety(2, 0, 2, 0), "offline", ("要处理 2 项", "局里没收 2 条")),
        (Connection.BLOCKED, Safety(1, 0), "signed_out", ("要处理 1 项", "登录过期，重新输密码即可")),
        (Connection.BLOCKED, Safety(), "portal", ("要处理 1 项", "这个网络要先登录网页")),
    ],
)
def test_light_words(connection: Connection, safety: Safety, reason: str | None, lines: tuple[str, str]) -> None:
    words = light_words(connection, safety, last=LAST, now=NOON, reason=reason)
    assert (words.first, words.second) == lines
    assert words.third == "上次同步 今天 08:05"
    assert (words.glyph is Glyph.PROBLEM) == words.first.startswith("要处理")


@pytest.mark.parametrize(
    ("connection", "safety", "word"),
    [
        (Connection.CONNECTED, Safety(), "已入库"),
        (Connection.OFFLINE, Safety(), "离线"),
        (Connection.OFFLINE, Safety(3, 12), "15 没到"),
        (Connection.SENDING, Safety(0, 16), "16 没到"),
        (Connection.CONNECTED, Safety(0, 2, 0, 1), "要处理"),
        (Connection.BLOCKED, Safety(), "要处理"),
    ],
)
def test_one_word_in_the_narrow_rail(connection: Connection, safety: Safety, word: str) -> None:
    assert light_words(connection, safety, last=LAST, now=NOON).short == word


def test_before_the_first_exchange() -> None:
    assert light_words(Connection.UNKNOWN, Safety(), last=None, now=NOON).third == "还没同步过"


@pytest.mark.parametrize(
    ("reason", "connection"),
    [
        (None, Connection.CONNECTED),
        ("stopped", Connection.CONNECTED),
        ("offline", Connection.OFFLINE),
        ("line_cut", Connection.OFFLINE),
        ("no_answer", Connection.OFFLINE),
        ("portal", Connection.BLOCKED),
        ("wrong_server", Connection.BLOCKED),
        ("signed_out", Connection.BLOCKED),
    ],
)
def test_connection_after(reason: str | None, connection: Connection) -> None:
    assert connection_after(reason) is connection


@pytest.mark.usefixtures("dressed")
def test_light_is_spoken(qtbot: object) -> None:
    light = ExchangeLight()
    light.show_words(light_words(Connection.OFFLINE, Safety(3, 12), last=LAST, now=NOON))
    assert "3 条 · 12 张还没到局里" in light.accessibleName()
    light.show_narrow(narrow=True)
    assert light.height() == 50
    assert light.toolTip() == light.accessibleName()


@pytest.mark.parametrize(
    ("waiting", "safety", "line"),
    [
        (Waiting(NOON + timedelta(hours=8)), Safety(0, 12), "12 张照片等到 20:00"),
        (Waiting(NOON + timedelta(hours=19)), Safety(0, 1), "1 张照片等到明天 07:00"),
        (Waiting(), Safety(0, 12), "12 张照片等到办公室"),
        (Waiting(NOON - timedelta(seconds=1)), Safety(0, 12), "12 张还没到局里"),
        (Waiting(), Safety(), "都已核对入库"),
    ],
    ids=["today", "tomorrow", "office", "its moment has come", "none are left"],
)
def test_photos_that_wait_by_choice(waiting: Waiting, safety: Safety, line: str) -> None:
    assert light_words(Connection.CONNECTED, safety, last=LAST, now=NOON, waiting=waiting).second == line


def test_offline_says_what_is_not_there_yet() -> None:
    words = light_words(Connection.OFFLINE, Safety(3, 12), last=LAST, now=NOON, waiting=Waiting())
    assert words.second == "3 条 · 12 张还没到局里"
