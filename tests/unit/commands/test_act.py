"""`act` takes a finding from 核实 to 销号, with the dialog's defaults; what it refuses is beside."""

from typing import Any

import pytest

from models.clock import MovableClock
from tests.builders import jpeg
from tests.line import OFFICE, STATION_UNIT, VILLAGE
from tests.unit.commands.conftest import Laptop
from tests.unit.commands.straight_line import ACCEPT, DISPATCH, NUMBER, Line


@pytest.fixture
def line(laptop: Laptop, noon: MovableClock) -> Line:
    """A finding that was logged, and everybody who has a part in it."""
    return Line(laptop, noon)


def test_the_whole_line_by_act_alone(line: Line) -> None:
    line.go(until="")
    shown = line.laptop.shown(NUMBER)
    assert (shown["state"], shown["light"], shown["deadline"], shown["unit"]["name"]) == (
        "T8",
        "grey",
        "2026-11-25",
        VILLAGE.name,
    )
    assert all(step["effective"] for step in shown["history"])
    assert [step["kind"] for step in shown["history"]][-3:] == ["closure_submitted", "notice_published", "closed"]
    assert line.laptop("check")[0] == 0


def test_dispatch_has_the_defaults_of_the_dialog(line: Line) -> None:
    line.go(until="dispatch")
    assert line.act("bureau", "交办", **DISPATCH)[:2] == (0, f"{NUMBER} 已交办待签收\n")
    store = line.laptop.store()
    finding = store.findings.one(store.findings.page()[0].id)
    store.close()
    assert finding is not None
    assert finding.rectification is not None
    order = finding.rectification.order
    assert (order.kind.value, str(order.dispatched_on), str(order.deadline)) == (
        "immediate",
        "2026-11-22",
        "2026-11-25",
    )
    assert (order.unit, order.accept_unit) == (VILLAGE, STATION_UNIT)
    first, second = order.measures
    assert (str(first.due), first.unit, str(second.due), second.unit) == ("2026-11-25", None, "2026-11-24", OFFICE)


def test_verified_and_enlisted_at_once(line: Line) -> None:
    code, out, _ = line.act("station", "verify", duplicate="否", enlist="是", severity="较重")
    assert (code, out) == (0, f"{NUMBER} 待交办\n")
    shown = line.laptop.shown(NUMBER)
    assert shown["facts"]["severity"] == "fairly"
    assert [step["kind"] for step in shown["history"]] == ["raised", "verified", "enlisted"]


def test_the_ways_back(line: Line) -> None:
    line.go(until="accept")
    refused = line.act(
        "station", "验收不通过", reason="东侧仍有裸土未覆盖。", checked_on="2026-11-22", photos=["visit.jpg"]
    )
    assert refused[:2] == (0, f"{NUMBER} 正在整改\n")
    assert line.laptop.shown(NUMBER)["rectification"]["times_refused"] == 1
    assert line.act("unit", "apply", description="又补盖了一遍。")[0] == 0
    assert line.act("station", "arrange")[0] == 0
    assert line.act("station", "accept", **{**ACCEPT, "photos": ["more.jpg"]})[0] == 0
    assert line.act("station", "submit_closure", description="完" * 100)[0] == 0
    assert line.act("bureau", "return_closure", reason="验收表缺第二位核查人员的签字。")[:2] == (
        0,
        f"{NUMBER} 已完成整改验收，待上报销号申请\n",
    )


@pytest.mark.parametrize(
    "standards",
    [
        ["是", "yes", "是", "不涉及", "否"],
        {
            "措施全部落实": "是",
            "penalties_done": "是",
            "effect_reached": "yes",
            "same_kind_done": "不涉及",
            "建立长效机制": "否",
        },
    ],
)
def test_standards_one_by_one(line: Line, standards: object) -> None:
    line.go(until="accept")
    assert line.act("station", "accept", **{**ACCEPT, "standards": standards, "verifiers": "周敏、徐青"})[0] == 0
    store = line.laptop.store()
    finding = store.findings.one(store.findings.page()[0].id)
    store.close()
    assert finding is not None
    assert finding.rectification is not None
    assert finding.rectification.acceptance is not None
    passed = finding.rectification.acceptance.fact
    assert [answer.value for answer in passed.standards] == ["yes", "yes", "yes", "not_involved", "no"]
    assert passed.verifiers == ("周敏", "徐青")


def test_every_gap_of_a_gate_is_told_on_a_line_of_its_own(line: Line) -> None:
    line.go(until="report_progress")
    code, out, err = line.act("unit", "apply")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "第1条措施还没完成，也没有说明：裸土全部用防尘网覆盖",
        "第2条措施还没完成，也没有说明：出入口铺碎石",
        "还没写完成情况。",
        "第1处还没有整改后照片，请在同一个位置补拍。",
    ]


def test_photos_answer_the_places_that_nothing_shows_yet(laptop: Laptop, noon: MovableClock) -> None:
    line = Line(laptop, noon)
    (laptop.folder / "second.jpg").write_bytes(jpeg("purple"))
    assert line.act("inspector", "attach_photo", photo="second.jpg")[0] == 0
    first, second = (photo["sha256"] for photo in laptop.shown(NUMBER)["photos"])
    places = [{"name": "东侧", "photos": [first]}, {"name": "西侧", "photos": [second]}]
    assert line.act("inspector", "改配对", places=places)[0] == 0
    line.go(until="attach_evidence")
    named = ["after.jpg", {"path": "more.jpg"}, {"path": "visit.jpg", "kind": "监测报告"}]
    assert line.act("unit", "补照片", photos=named)[0] == 0
    assert [(place["name"], place["before"], len(place["after"])) for place in laptop.shown(NUMBER)["places"]] == [
        ("东侧", [first], 1),
        ("西侧", [second], 1),
    ]


@pytest.mark.parametrize("said", [{"place": 2}, {"same_place_as": 2}, {"same_place_as": "second"}])
def test_a_photo_answers_the_place_that_is_named(laptop: Laptop, noon: MovableClock, said: dict[str, Any]) -> None:
    line = Line(laptop, noon)
    (laptop.folder / "second.jpg").write_bytes(jpeg("purple"))
    line.act("inspector", "attach_photo", photo="second.jpg")
    first, second = (photo["sha256"] for photo in laptop.shown(NUMBER)["photos"])
    places = [{"name": "东侧", "photos": [first]}, {"photos": [second]}]
    assert line.act("inspector", "arrange_places", places=places) == (0, f"{NUMBER} 已上报\n", "")
    line.go(until="attach_evidence")
    given = {key: second if value == "second" else value for key, value in said.items()}
    assert line.act("unit", "attach_evidence", photos=[{"path": "after.jpg", **given}])[0] == 0
    assert [len(place["after"]) for place in laptop.shown(NUMBER)["places"]] == [0, 1]
