"""Every step of a finding's life has its words in 流转记录."""

from datetime import date
from typing import get_args

import pytest

from gui.case_file.said_words import fact_words, step_words
from gui.names import Names
from models.facts import (
    AcceptanceApplied,
    AcceptanceArranged,
    AcceptanceRefused,
    Classification,
    Closed,
    ClosureReturned,
    ClosureSubmitted,
    Enlisted,
    EvidenceAttached,
    Fact,
    GridCorrected,
    Location,
    MeasureSettled,
    Party,
    PartyNamed,
    PhotoAttached,
    PhotoPlace,
    PlacesArranged,
    Raised,
    Reclassified,
    Redescribed,
    Relocated,
    Resubmitted,
    Returned,
    SignedFor,
    Verified,
)
from models.vocabulary import Conclusion, PhotoKind, ReturnReason, Severity
from tests.builders import GRID, photo, raised
from tests.line import TODAY, dispatched, notice, passed, progress

NAMES = Names({}, {GRID: "第12网格", "320402104000": "郑陆镇"})
AFTER = photo(kind=PhotoKind.AFTER)
CASES: list[tuple[Fact, str]] = [
    (raised(photos=(AFTER,)), "登记：1 张照片"),
    (Relocated(Location("路口西北角", no_position_reason="室内")), "更正地点：路口西北角"),
    (Redescribed("西侧"), "更正描述：西侧"),
    (Reclassified(Classification("A02", Severity.SERIOUS)), "更正类型：裸土未覆盖 · 严重"),
    (Verified(Classification("A01", Severity.SLIGHT), note="看过现场"), "核实：施工扬尘 · 一般，看过现场"),
    (PartyNamed(Party("常州宏业")), "更正责任主体：常州宏业"),
    (PartyNamed(None), "更正责任主体：待查明"),
    (PhotoAttached(photo(name="IMG_9.jpg")), "补照片：IMG_9.jpg"),
    (Returned((ReturnReason.OTHER,), "请补全景"), "退回：请补全景"),
    (Resubmitted("已补拍"), "重新上报：已补拍"),
    (GridCorrected(GRID), "更正网格：郑陆镇第12网格"),
    (Enlisted(), "入库"),
    (dispatched(), "交办：三河口村委会，期限 2027-01-21，2 条措施"),
    (SignedFor("李建军", TODAY), "签收：责任人 李建军"),
    (progress(), "填报进展（11月）：防尘网已经铺设八成，出入口正在铺碎石，预计下周完工；达到序时进度"),
    (MeasureSettled(1, TODAY), "完成措施 1：2026-11-22"),
    (MeasureSettled(2, note="改为硬化。"), "说明措施 2：改为硬化。"),
    (EvidenceAttached((AFTER, AFTER, AFTER)), "补照片：3 张（整改后）"),
    (PlacesArranged((PhotoPlace("桥西", ()), PhotoPlace("", ()))), "改配对：2 处；桥西"),
    (AcceptanceApplied(TODAY, "已全部完成。"), "申请验收：完成日期 2026-11-22；已全部完成。"),
    (AcceptanceArranged(date(2026, 11, 24)), "受理验收：计划 2026-11-24 到现场"),
    (passed(), "验收通过：周敏、徐青；现场核查属实，同意通过；1 张（验收）"),
    (AcceptanceRefused(Conclusion.NOT_PASSED, "东侧仍有裸土。"), "验收不通过：东侧仍有裸土。"),
    (AcceptanceRefused(Conclusion.MORE_MATERIAL, "缺监测报告。"), "补充材料：缺监测报告。"),
    (ClosureSubmitted("土方已覆盖。"), "上报销号：土方已覆盖。"),
    (ClosureReturned("缺签字。"), "退回材料：缺签字。"),
    (notice(), "审核公示：2026-11-22 至 2026-11-28；区政府网站、三河口村公示栏"),
    (Closed(date(2026, 11, 29)), "销号：2026-11-29"),
]


@pytest.mark.parametrize(("fact", "words"), CASES, ids=[type(fact).__name__ for fact, _words in CASES])
def test_every_step_says_what_it_said(fact: Fact, words: str) -> None:
    assert step_words(fact, NAMES) == words


def test_no_kind_is_left_out() -> None:
    assert {type(fact) for fact, _words in CASES} == set(get_args(Fact))


def test_a_first_form_says_how_many_photos_it_has() -> None:
    form: Raised = raised(photos=(AFTER, AFTER))
    assert fact_words(form, NAMES) == "2 张照片"


@pytest.mark.parametrize("silent", [AcceptanceArranged(), Enlisted()])
def test_a_step_without_words_is_its_verb(silent: Fact) -> None:
    assert "：" not in step_words(silent, NAMES)
