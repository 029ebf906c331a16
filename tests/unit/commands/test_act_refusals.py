"""What `act` refuses: each bad value with its key or field, and everything stays as it was."""

from typing import Any

import pytest

from models.clock import MovableClock
from tests.builders import raise_one
from tests.line import VILLAGE
from tests.unit.commands.conftest import Laptop
from tests.unit.commands.straight_line import ACCEPT, DISPATCH, LINE, NUMBER, PUBLISH, Line

BAD: list[tuple[str, str, dict[str, Any], str]] = [
    (
        "verify",
        "station",
        {"duplicate": "否", "enlist": "也许"},
        "“enlist”里没有“也许”这个选项，这一条没有收。可以写：是、否。",
    ),
    ("enlist", "station", {}, "请回答是不是重复问题：写“否”，或写另一条的编号。"),
    ("enlist", "station", {"duplicate": True}, "请回答是不是重复问题：写“否”，或写另一条的编号。"),
    ("dispatch", "bureau", {**DISPATCH, "unit": "查无此单位"}, "局里的名册上没有单位“查无此单位”（unit）。"),
    ("dispatch", "bureau", {**DISPATCH, "unit": {"code": "X", "name": "新单位"}}, "局里的名册上没有单位“X”（unit）。"),
    ("dispatch", "bureau", {**DISPATCH, "unit": {"codes": "X"}}, "没有“codes”这一栏"),
    ("dispatch", "bureau", {**DISPATCH, "unit": ["X"]}, "“unit”里的内容读不懂"),
    ("dispatch", "bureau", {**DISPATCH, "unit": ""}, "还没选责任单位，请从名册里选。"),
    ("dispatch", "bureau", {**DISPATCH, "accept_unit": VILLAGE.code}, "验收单位不能是责任单位（三河口村委会）"),
    ("dispatch", "bureau", {**DISPATCH, "deadline": "明天"}, "“deadline”里的“明天”看不出是哪一天。"),
    ("dispatch", "bureau", {**DISPATCH, "deadline": "2026-02-30"}, "“deadline”里的“2026-02-30”看不出是哪一天。"),
    ("dispatch", "bureau", {**DISPATCH, "deadline": "9999-12-31"}, "“deadline”里的“9999-12-31”看不出是哪一天。"),
    ("dispatch", "bureau", {**DISPATCH, "deadline": "2026-11-01"}, "整改期限早于交办日期 2026-11-22。"),
    ("dispatch", "bureau", {**DISPATCH, "dispatched_on": "2026-11-23"}, "交办日期：2026-11-23 还没到"),
    (
        "dispatch",
        "bureau",
        {**DISPATCH, "kind": "随便"},
        "“kind”里没有“随便”这个选项，这一条没有收。可以写：立行立改、限期整改",
    ),
    ("dispatch", "bureau", {**DISPATCH, "measures": []}, "整改措施还没写，至少要有一条。"),
    ("dispatch", "bureau", {**DISPATCH, "measures": 5}, "“measures”里的内容读不懂"),
    ("dispatch", "bureau", {**DISPATCH, "measures": [["x"]]}, "“measures[1].content”里的内容读不懂"),
    ("dispatch", "bureau", {**DISPATCH, "measures": ["好的措施", {"what": 1}]}, "没有“measures[2].what”这一栏"),
    ("dispatch", "bureau", {**DISPATCH, "measures": [{"content": "盖网", "due": "x"}]}, "“measures[1].due”里的“x”"),
    ("dispatch", "bureau", {**DISPATCH, "measures": [{"content": "盖网", "unit": "x"}]}, "单位“x”（measures[1].unit）"),
    ("dispatch", "bureau", {**DISPATCH, "goal": "短"}, "整改目标：只写了 1 个字，至少要 4 个字。"),
    ("dispatch", "bureau", {**DISPATCH, "sms": True}, "没有“sms”这一栏"),
    ("sign", "unit", {}, "还没写责任人。"),
    ("sign", "unit", {"person": ["李"]}, "“person”里的内容读不懂"),
    ("report_progress", "unit", {"text": "短"}, "进展情况：只写了 1 个字，至少要 20 个字。"),
    ("report_progress", "unit", {"text": "进" * 20, "percent": "八成"}, "“percent”里的“八成”不是整数"),
    ("report_progress", "unit", {"text": "进" * 20, "percent": 80.5}, "“percent”里的“80.5”不是整数"),
    ("report_progress", "unit", {"text": "进" * 20, "percent": 101}, "完成百分比在 0 到 100 之间。"),
    ("report_progress", "unit", {"text": "进" * 20, "period": "2027-01"}, "报告期 2027-01 不对"),
    ("report_progress", "unit", {"text": "进" * 20, "schedule": "还行"}, "“schedule”里没有“还行”这个选项"),
    ("report_progress", "unit", {"text": "进" * 20, "photos": ["none.jpg"]}, "none.jpg"),
    ("settle_measure", "unit", {}, "没有写是第几条措施。"),
    ("settle_measure", "unit", {"measure": 3, "done_on": "2026-11-22"}, "没有第3条措施。"),
    ("settle_measure", "unit", {"measure": True, "done_on": "2026-11-22"}, "“measure”里的内容读不懂"),
    ("settle_measure", "unit", {"measure": 1}, "请填完成日期，或者写明为什么不用做了。"),
    ("settle_measure", "unit", {"measure": 1, "done_on": "2026-11-23"}, "完成日期：2026-11-23 还没到"),
    ("attach_evidence", "unit", {}, "还没有照片，至少加一张。"),
    ("attach_evidence", "unit", {"photos": [""]}, "“photos[1]”里的内容读不懂"),
    ("attach_evidence", "unit", {"photos": [{"kind": "整改后"}]}, "“photos[1]”里的内容读不懂"),
    ("attach_evidence", "unit", {"photos": [{"path": "after.jpg", "kinds": 1}]}, "没有“photos[1].kinds”这一栏"),
    ("attach_evidence", "unit", {"photos": [{"path": "after.jpg", "kind": "整改前"}]}, "这一类照片不能放在这里"),
    (
        "attach_evidence",
        "unit",
        {"photos": [{"path": "after.jpg", "place": 2}]},
        "“photos[1].place”里的“2”对不上：这条问题只有 1 个",
    ),
    (
        "attach_evidence",
        "unit",
        {"photos": [{"path": "after.jpg", "same_place_as": "ab"}]},
        "“photos[1].same_place_as”里的“ab”",
    ),
    ("attach_evidence", "unit", {"photos": ["after.jpg", "after.jpg"]}, "同一张照片加了两次"),
    ("attach_evidence", "unit", {"photos": ["red.jpg"]}, "照片 red.jpg 这条问题里已经有了，请换一张。"),
    ("arrange_places", "unit", {}, "一张照片只能放在一处"),
    ("arrange_places", "unit", {"places": ["x"]}, "“places[1]”里的内容读不懂"),
    (
        "arrange_places",
        "unit",
        {"places": [{"name": "东侧", "photos": ["ab"]}]},
        "这条问题里没有照片 ab（places[1].photos）。",
    ),
    ("arrange_places", "unit", {"places": [{"name": "东侧", "photos": [1]}]}, "“places[1].photos”里的内容读不懂"),
    (
        "apply",
        "unit",
        {"description": "好了", "completed_on": "2026-11-21"},
        "完成日期 2026-11-21 早于签收日期 2026-11-22",
    ),
    ("arrange", "unit", {}, "你的角色不能做这一步"),
    ("arrange", "station", {"planned_on": 5}, "“planned_on”里的“5”看不出是哪一天。"),
    ("accept", "station", {**ACCEPT, "verifiers": ["周敏"]}, "核查人员至少 2 人，请写姓名。"),
    ("accept", "station", {**ACCEPT, "verifiers": [1, 2]}, "“verifiers”里的内容读不懂"),
    ("accept", "station", {**ACCEPT, "photos": []}, "还没有验收照片"),
    ("accept", "station", {**ACCEPT, "photos": ["after.jpg"]}, "照片 after.jpg 这条问题里已经有了"),
    ("accept", "station", {**ACCEPT, "photos": [{"path": "visit.jpg", "kind": "验收"}]}, "没有“photos[1].kind”这一栏"),
    ("accept", "station", {**ACCEPT, "standards": ["是"] * 4}, "五条验收标准要逐条回答。"),
    ("accept", "station", {**ACCEPT, "standards": None}, "五条验收标准要逐条回答。"),
    (
        "accept",
        "station",
        {**ACCEPT, "standards": ["是", "大概", "是", "是", "是"]},
        "“standards[2]”里没有“大概”这个选项",
    ),
    ("accept", "station", {**ACCEPT, "standards": {"没有的": "是"}}, "没有“standards.没有的”这一栏"),
    ("accept", "station", {**ACCEPT, "asked_resident": "问了三户"}, "“asked_resident”里没有“问了三户”这个选项"),
    ("accept", "station", {**ACCEPT, "checked_on": "2026-11-21"}, "核查日期 2026-11-21 早于完成日期 2026-11-22"),
    ("refuse", "station", {}, "写一句原因，对方才知道怎么办。"),
    ("refuse", "station", {"reason": "东侧仍有裸土。", "conclusion": "通过"}, "“conclusion”里没有“通过”这个选项"),
    ("submit_closure", "station", {"description": "完成。"}, "完成情况：只写了 3 个字，至少要 100 个字。"),
    ("publish", "bureau", {**PUBLISH, "last_day": "2026-11-27"}, "公示至少 7 天，首尾两天都算。"),
    ("publish", "bureau", {**PUBLISH, "text": "短"}, "公示内容：只写了 1 个字，至少要 20 个字。"),
    ("publish", "bureau", {**PUBLISH, "where": ""}, "还没写在哪里公示"),
    ("close", "bureau", {}, "公示到 2026-11-28 才满，还有 7 天才能销号。"),
]


@pytest.fixture
def line(laptop: Laptop, noon: MovableClock) -> Line:
    """A finding that was logged, and everybody who has a part in it."""
    return Line(laptop, noon)


def test_what_each_step_refuses_leaves_everything_as_it_was(line: Line) -> None:
    """Before each step of the line, everything that it and the steps beside it refuse."""
    beside = {"apply": {"arrange_places"}, "accept": {"refuse"}}
    for step in dict.fromkeys(action for _, action, _ in LINE):
        line.go(until=step)
        before, kept = line.laptop.shown(NUMBER)["digest"], line.kept_photos()
        for action, who, fields, said in BAD:
            if action in {step} | beside.get(step, set()):
                code, out, err = line.act(who, action, **fields)
                assert (code, out) == (1, ""), fields
                assert said in err, fields
        assert (line.laptop.shown(NUMBER)["digest"], line.kept_photos()) == (before, kept)


def test_a_duplicate_is_not_enlisted(line: Line) -> None:
    store = line.laptop.store()
    raise_one(store, "yellow")
    store.close()
    said = "重复的问题不入库。不是重复就在 duplicate 里写“否”；是重复就先停在“已核实”。\n"
    assert line.act("station", "verify", duplicate="暂-1122-02", enlist=True) == (1, "", said)
    assert line.act("station", "verify", duplicate="暂-1122-02")[0] == 0
    assert line.act("station", "enlist", duplicate="暂-1122-02") == (1, "", said)
