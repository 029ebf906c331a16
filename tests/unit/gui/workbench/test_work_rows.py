"""A row in words: the light, the verb, whose words stand in the second line, and what took no effect."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from gui.icons import Glyph
from gui.names import Names
from gui.workbench.work import read_work
from gui.workbench.work_row import Kind, WorkRow
from gui.workbench.work_rows import work_rows
from models.facts import (
    AcceptanceArranged,
    AcceptancePassed,
    ClosureSubmitted,
    Dispatched,
    Enlisted,
    EvidenceAttached,
    Fact,
    NoticePublished,
    Raised,
    SignedFor,
    Verified,
)
from models.finding import Line
from models.ids import EntryId
from models.store import Store
from models.to_do import Agenda, Lost, Task, ToDo
from tests.builders import NOON
from tests.line import TODAY, cast, setbacks
from tests.stages import as_seen_by, bring, say

PEOPLE = cast()
NAMES = Names({who.id: who.name for who in (PEOPLE.inspector, PEOPLE.station, PEOPLE.unit, PEOPLE.bureau)})

SHOWN: dict[str, tuple[str, type[Fact], dict[str, Any], tuple[Kind, str, str, str]]] = {
    "待核实": ("station", Raised, {}, (Kind.VERIFY, "去核实", "王建国 今天 12:00 登记", "今天上报")),
    "待入库": ("station", Verified, {}, (Kind.ENLIST, "去入库", "核实过了，还没入库", "今天")),
    "待交办": ("bureau", Enlisted, {}, (Kind.DISPATCH, "去交办", "还没有责任单位和期限", "今天")),
    "待签收": ("unit", Dispatched, {}, (Kind.SIGN, "去签收", "三河口村委会还没签收", "绿 剩60天")),
    "缺两项": ("unit", SignedFor, {}, (Kind.RECTIFY, "看缺什么", "还差 2 项才能申请验收", "绿 剩60天")),
    "都齐了": ("unit", EvidenceAttached, {}, (Kind.RECTIFY, "申请验收", "都齐了，可以申请验收", "绿 剩60天")),
    "上月没报": (
        "unit",
        SignedFor,
        {"days_ago": 30},
        (Kind.RECTIFY, "报进展", "上月进展还没报；还差 2 项才能申请验收", "黄 剩60天"),
    ),
    "超期": (
        "inspector",
        SignedFor,
        {"days_ago": 9, "days_left": -2},
        (Kind.OVERDUE, "补照片", "整改后照片还差 1 处", "红 超期2天"),
    ),
    "今天到期": (
        "bureau",
        SignedFor,
        {"days_left": 0},
        (Kind.DUE, "看一看", "责任单位：三河口村委会", "黄 今天到期"),
    ),
    "待验收": ("station", AcceptanceArranged, {}, (Kind.ACCEPT, "去验收", "李建军：已全部完成。", "绿 按期完成")),
    "待报销号": (
        "station",
        AcceptancePassed,
        {},
        (Kind.SUBMIT, "上报销号", "验收通过了，可以上报销号", "绿 按期完成"),
    ),
    "待审核": (
        "bureau",
        ClosureSubmitted,
        {},
        (Kind.REVIEW, "去审核", "销号材料已上报，等审核", "绿 按期完成"),
    ),
    "公示期满": (
        "bureau",
        NoticePublished,
        {"days_ago": 7},
        (Kind.CLOSE, "去销号", "公示到 11-21 已满，可以销号", "绿 按期完成"),
    ),
}


def rows_of(store: Store, who: str) -> tuple[WorkRow, ...]:
    """The workbench of somebody at noon."""
    return work_rows(read_work(as_seen_by(store, getattr(PEOPLE, who))), NAMES, NOON)


@pytest.mark.parametrize(("who", "upto", "more", "shown"), SHOWN.values(), ids=SHOWN.keys())
def test_a_row_in_words(
    store: Store, who: str, upto: type[Fact], more: dict[str, Any], shown: tuple[Kind, str, str, str]
) -> None:
    finding = bring(store, PEOPLE, upto, **more)
    (row,) = rows_of(store, who)
    assert (row.kind, row.verb, row.words, row.light.words if row.light else row.when) == shown
    assert row.key == finding


def test_who_refused_says_why_before_what_is_missing(store: Store) -> None:
    finding = bring(store, PEOPLE, AcceptanceArranged)
    say(store, PEOPLE.station, setbacks()[0], finding)
    (row,) = rows_of(store, "unit")
    assert row.words == "周敏：东侧仍有裸土未覆盖；都齐了，可以申请验收"


def test_papers_that_came_back_say_why(store: Store) -> None:
    finding = bring(store, PEOPLE, ClosureSubmitted)
    say(store, PEOPLE.bureau, setbacks()[1], finding)
    (row,) = rows_of(store, "station")
    assert (row.verb, row.words) == ("上报销号", "陈立：验收表缺第二位核查人员的签字。")


def a_lost_step(store: Store, lost: Lost) -> WorkRow:
    """A finding on which a step of mine took no effect."""
    finding = bring(store, PEOPLE, SignedFor)
    row = store.findings.row(finding)
    assert row is not None
    work = read_work(store)
    (shown,) = work_rows(replace(work, agenda=Agenda((ToDo(Task.LEARN, finding, row, lost=lost),))), NAMES, NOON)
    return shown


def line_of(kind: str, minutes: int) -> Line:
    """A step of the bureau so many minutes ago."""
    at = NOON - timedelta(minutes=minutes)
    return Line(EntryId("x"), kind, PEOPLE.bureau.id, at, "d", "laptop", 7, "", effective=True, reason=None)


@pytest.mark.parametrize(
    ("lost", "words"),
    [
        (
            Lost(EntryId("e"), "acceptance_passed", "state_T2", line_of("returned", 10)),
            "你的“验收通过”没有生效：陈立 10分钟前 已退回",
        ),
        (
            Lost(EntryId("e"), "closed", "state_T8", line_of("closed", 60 * 24)),
            "你的“销号”没有生效：陈立 昨天 12:00 已销号",
        ),
        (
            Lost(EntryId("e"), "signed_for", "state_T2", line_of("signed_for", 0)),
            "你的“签收”没有生效：陈立 刚刚 已签收",
        ),
    ],
)
def test_what_took_no_effect_says_which_step_and_who_came_before(store: Store, lost: Lost, words: str) -> None:
    row = a_lost_step(store, lost)
    assert (row.kind, row.verb, row.words) == (Kind.LEARN, "看一看", words)
    assert (row.action, row.entry, row.light) == ("", "e", None)


def test_where_nobody_came_before_the_reason_stands(store: Store) -> None:
    row = a_lost_step(store, Lost(EntryId("e"), "dispatched", "outside_scope"))
    assert row.words.startswith("你的“交办”没有生效：")
    assert "outside_scope" not in row.words


def test_the_row_is_read_aloud_with_its_light(store: Store) -> None:
    bring(store, PEOPLE, SignedFor, days_left=0)
    (row,) = rows_of(store, "unit")
    assert row.light is not None
    assert row.light.glyph is Glyph.WARNING
    assert row.spoken.startswith("到期 常焦路与丰北路路口东南角工地 施工扬尘 暂-1122-01 ")
    assert row.spoken.endswith("黄灯，今天到期")
    assert NOON.date() == TODAY
