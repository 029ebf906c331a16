"""What the workbench counts, lists and says, from a real store."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.check_lines import Health
from gui.names import Names
from gui.syncing.check_up import read_condition
from gui.workbench import readiness
from gui.workbench.counter import Counter, counters_of
from gui.workbench.counters import Counters, count
from gui.workbench.work import Work, read_work
from gui.workbench.work_list import WorkList, WorkModel
from gui.workbench.work_row import Kind
from gui.workbench.work_rows import work_rows
from models.answers import Answer, Incoming, Run
from models.clock import as_text
from models.drafts import Draft
from models.entries import encode
from models.facts import Returned, SignedFor
from models.findings import Filter, Tab
from models.head import Bookmark
from models.ids import DraftId, FindingId, new_id
from models.people import Role
from models.store import Store
from models.vocabulary import ReturnReason
from resources.words import _
from tests.builders import NOON, posted, raise_one
from tests.line import cast
from tests.stages import as_seen_by, bring

OFFICER = "01900000-0000-7000-8000-000000000001"
NAMES = Names({OFFICER: "周敏"})


def take_back(store: Store, finding: str, words: str) -> None:
    """The bureau numbers what was logged, and the township's send-back comes down."""
    batch = store.head.outgoing()
    assert batch is not None
    count = len(batch.bodies)
    run = Run(batch.first_dseq, count, batch.first_dseq)
    store.head.take_answer(batch, Answer((run,), (), {}, {}, as_text(NOON)))
    fact = Returned((ReturnReason.PHOTO_UNCLEAR,), words)
    other = posted(fact, subject=finding, author=OFFICER, number=batch.first_dseq + count, base=count)
    assert other.verdict is not None
    line = Incoming(other.device, 1, other.verdict, encode(other.entry).decode())
    store.head.take_page([line], Bookmark("epoch", other.verdict.number, "anchor"))


def test_returned_findings_come_first(store: Store) -> None:
    finding = raise_one(store)
    take_back(store, finding, "照片看不出范围，请补一张全景")
    store.drafts.save(DraftId(new_id()), {"place": "常焦路", "category": "A01"})
    rows = work_rows(read_work(store), NAMES, NOON + timedelta(days=2))
    assert [row.kind for row in rows] == [Kind.COMPLETE, Kind.DRAFT]
    assert rows[0].words == "周敏：照片看不出范围，请补一张全景"
    assert (rows[0].verb, rows[0].when) == ("去补正", "2天前退回")
    assert rows[1].title.startswith("常焦路 ")


def test_a_draft_that_completes_goes_on_with_its_finding(store: Store) -> None:
    finding = raise_one(store)
    take_back(store, finding, "地点不准")
    store.drafts.save(DraftId(new_id()), {"place": "常焦路"}, FindingId(finding))
    (row,) = work_rows(read_work(store), NAMES, NOON)
    assert row.kind is Kind.COMPLETE
    assert isinstance(row.draft, Draft)


def test_counts_of_an_inspector(store: Store) -> None:
    finding = raise_one(store)
    take_back(store, finding, "地点不准")
    raise_one(store, "blue")
    work = read_work(store)
    shown = {counter: count(counter, work, NOON) for counter in counters_of(Role.INSPECTOR)}
    assert shown[Counter.RETURNED].number == 1
    assert shown[Counter.NOT_THERE].number == 1
    assert shown[Counter.NOT_THERE].detail == "还有照片 2 张"
    assert shown[Counter.DRAFTS].detail == "没有草稿"


COUNTERS = {
    Role.INSPECTOR: "退回补正 今天到期 三天内到期 草稿没写完 没到局里",
    Role.GRID_HEAD: "退回补正 今天到期 三天内到期 草稿没写完 没到局里",
    Role.STATION: "待核实 待交办 待验收 已超期 本期进展未报",
    Role.UNIT: "待签收 今天到期 已超期 验收没通过 没到局里",
    Role.BUREAU: "待交办 待审核销号 公示期满 已超期 没到局里",
    Role.CITY: "待交办 待审核销号 公示期满 已超期 没到局里",
    Role.LEADER: "待核实 等补正 待交办",
    Role.ADMIN: "待核实 等补正 待交办",
    Role.AUDITOR: "待核实 等补正 待交办",
}


@pytest.mark.parametrize("role", list(Role))
def test_each_role_counts_what_it_has_to_do_with(role: Role) -> None:
    assert " ".join(_(counter.value[2]) for counter in counters_of(role)) == COUNTERS[role]


def test_a_counter_shows_as_many_as_its_ledger_holds(store: Store) -> None:
    people = cast()
    for days_ago, days_left in ((0, 0), (0, 0), (0, 3), (9, -2), (30, 40)):
        bring(store, people, SignedFor, days_ago=days_ago, days_left=days_left)
    numbers = {}
    for who in (people.inspector, people.station, people.unit):
        work = read_work(as_seen_by(store, who))
        for counter in work.counts:
            shown = count(counter, work, NOON)
            numbers[_(counter.value[2])] = (shown.number, shown.detail)
            if counter is not Counter.NOT_THERE:
                assert shown.number == store.findings.count(counter.wanted or Filter())
    assert numbers["今天到期"] == (2, "整改期限就是今天")
    assert numbers["三天内到期"] == (3, "含今天 2 件")
    assert numbers["已超期"] == (1, "还没申请验收")
    assert numbers["本期进展未报"] == (1, "10月没有报")
    assert numbers["待签收"] == (0, "现在没有")


def test_recent_ones_have_a_picture(store: Store) -> None:
    for colour in ("red", "green", "blue", "white"):
        raise_one(store, colour)
    work = read_work(store)
    assert len(work.recent) == 3
    assert all(len(recent.picture) == 64 for recent in work.recent)


@pytest.mark.parametrize(
    ("hour", "title", "second"), [(8, "出发前检查", "局里的最新情况"), (16, "收工检查", "送到局里")]
)
def test_readiness(store: Store, hour: int, title: str, second: str) -> None:
    raise_one(store)
    now = NOON.replace(hour=hour)
    lines = readiness.lines(read_work(store), read_condition(store), last=None, now=now)
    assert readiness.title(now) == title
    assert lines[1].name == second
    assert all(line.found for line in lines)


def test_summary_counts_only_what_is_good(store: Store) -> None:
    lines = readiness.lines(read_work(store), read_condition(store), last=NOON, now=NOON.replace(hour=8))
    odd = sum(line.health in (Health.ODD, Health.BAD) for line in lines)
    assert readiness.summary(lines).startswith(f"{sum(line.health is Health.GOOD for line in lines)} 项正常")
    assert ("要看" in readiness.summary(lines)) == bool(odd)


def test_model_is_sound(store: Store, qtmodeltester: ModelTester) -> None:
    raise_one(store)
    store.drafts.save(DraftId(new_id()), {})
    model = WorkModel()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_rows(work_rows(read_work(store), NAMES, NOON))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


@pytest.mark.usefixtures("dressed")
def test_keys_of_the_list(store: Store, qtbot: QtBot) -> None:
    store.drafts.save(DraftId(new_id()), {"place": "常焦路"})
    model = WorkModel()
    shown = WorkList(model)
    qtbot.addWidget(shown)
    model.show_rows(work_rows(read_work(store), NAMES, NOON))
    with qtbot.waitSignal(shown.open_requested):
        QTest.keyClick(shown, Qt.Key.Key_Return)
    with qtbot.waitSignal(shown.step_requested) as step:
        QTest.keyClick(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert step.args == [model.rows[0]]


@pytest.mark.usefixtures("dressed")
def test_counters_say_what_they_count(store: Store, qtbot: QtBot) -> None:
    raise_one(store)
    shown = Counters(counters_of(Role.INSPECTOR))
    qtbot.addWidget(shown)
    work: Work = read_work(store)
    shown.show_work(work, NOON)
    button = shown.findChild(QPushButton, "not_thereCounter")
    assert isinstance(button, QPushButton)
    assert button.accessibleName() == "没到局里 1 还有照片 1 张"
    with qtbot.waitSignal(shown.chosen) as chosen:
        button.click()
    assert chosen.args == [Counter.NOT_THERE]
    assert Counter.NOT_THERE.wanted == Filter(Tab.UNSENT)
