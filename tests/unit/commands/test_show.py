"""`show` tells what a finding has come to, what burns, what this person may do, and what is missing."""

from datetime import timedelta

import pytest

from models.clock import MovableClock
from tests.builders import raise_one
from tests.line import VILLAGE
from tests.unit.commands.conftest import Laptop
from tests.unit.commands.straight_line import NUMBER, Line


@pytest.fixture
def line(laptop: Laptop, noon: MovableClock) -> Line:
    """A finding that was logged, and everybody who has a part in it."""
    return Line(laptop, noon)


def test_before_dispatch_nothing_burns(line: Line) -> None:
    shown = line.laptop.shown(NUMBER)
    assert [shown[key] for key in ("light", "light_reason", "deadline", "unit", "rectification")] == [None] * 5
    assert shown["missing"] is None
    assert shown["offers"] == [
        "arrange_places", "relocate", "redescribe", "reclassify", "name_party", "attach_photo", "correct_grid",
    ]  # fmt: skip
    (place,) = shown["places"]
    assert place == {"name": "", "before": [shown["photos"][0]["sha256"]], "after": []}


def test_what_the_next_step_of_this_person_lacks(line: Line) -> None:
    line.go(until="report_progress")
    line.laptop.become(line.people.unit)
    shown = line.laptop.shown(NUMBER)
    assert (shown["light"], shown["light_reason"], shown["deadline"]) == ("yellow", "soon", "2026-11-25")
    assert shown["unit"] == {"code": VILLAGE.code, "name": VILLAGE.name}
    assert shown["missing"]["action"] == "apply"
    assert [(gap["code"], gap["values"].get("number")) for gap in shown["missing"]["gaps"]] == [
        ("measures_open", 1),
        ("measures_open", 2),
        ("after_photo_missing", 1),
    ]
    assert shown["offers"][:3] == ["report_progress", "settle_measure", "attach_evidence"]
    line.laptop.become(line.people.inspector)
    assert line.laptop.shown(NUMBER)["missing"] is None


def test_a_photo_that_proves_another_finding_is_named(line: Line) -> None:
    line.go(until="apply")
    line.laptop.become(line.people.inspector)
    store = line.laptop.store()
    raise_one(store, "green")
    store.close()
    line.laptop.become(line.people.unit)
    gaps = line.laptop.shown(NUMBER)["missing"]["gaps"]
    assert [(gap["code"], gap["reason"]) for gap in gaps] == [
        (
            "photo_reused",
            "照片 after.jpg 在问题 暂-1122-02 里也用过。一张照片不能证明两个问题，请在同一个位置另补一张。",
        )
    ]
    code, _, err = line.act("unit", "apply", description="已全部完成。")
    assert (code, err) == (1, gaps[0]["reason"] + "\n")


def test_overdue_and_the_measures(line: Line) -> None:
    line.go(until="attach_evidence")
    line.noon.advance(timedelta(days=4))
    shown = line.laptop.shown(NUMBER)
    assert (shown["light"], shown["light_reason"]) == ("red", "overdue")
    first, second = shown["rectification"]["measures"]
    assert (first["number"], first["done_on"], first["note"]) == (1, "2026-11-22", "")
    assert (second["content"], second["due"], second["done_on"]) == ("出入口铺碎石", "2026-11-24", None)
    assert second["note"] == "改为硬化，不再需要。"
    (report,) = shown["rectification"]["reports"]
    assert (report["period"], report["schedule"], report["percent"]) == ("2026-11", "on_schedule", 80)
    assert line.laptop("show")[1] == f"{NUMBER}  正在整改  红  常焦路与丰北路路口东南角工地\n"


def test_days_and_refusals_of_the_whole_line(line: Line) -> None:
    line.go(until="close")
    line.laptop.become(line.people.bureau)
    shown = line.laptop.shown(NUMBER)
    task = shown["rectification"]
    assert [task[key] for key in ("signed_on", "completed_on", "planned_on", "accepted_on", "closed_on")] == [
        "2026-11-22", "2026-11-22", "2026-11-23", "2026-11-22", None,
    ]  # fmt: skip
    assert (task["notice"], task["times_refused"]) == ({"first_day": "2026-11-22", "last_day": "2026-11-28"}, 0)
    (gap,) = shown["missing"]["gaps"]
    assert (shown["missing"]["action"], gap["code"], gap["values"]["last"], gap["values"]["days"]) == (
        "close",
        "notice_running",
        "2026-11-28",
        7,
    )
    assert [len(shown["places"][0][key]) for key in ("before", "after")] == [1, 1]


def test_in_words(line: Line) -> None:
    line.go(until="settle_measure")
    line.laptop.become(line.people.unit)
    code, out, _ = line.laptop("show", NUMBER)
    told = out.splitlines()
    assert (code, told[0]) == (0, f"{NUMBER}  正在整改")
    assert "责任单位：三河口村委会，李建军；期限 2026-11-25  黄：离期限还有 3 天" in told
    assert "  1. 裸土全部用防尘网覆盖  2026-11-25  未完成" in told
    assert "  第1处  还没有整改后照片" in told
    assert sum(line.startswith("  整改前  red.jpg  ") for line in told) == 1
    assert "你现在可以：填报进展 (report_progress)、完成措施 (settle_measure)" in out
    at = told.index("“申请验收”还缺：")
    assert told[at + 1] == "  第1条措施还没完成，也没有说明：裸土全部用防尘网覆盖"
    assert told[-1].endswith("填报进展")
