"""Who sees which next step in which state: one primary, the others, what is missing, or whose turn it is."""

from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

import pytest

from gui.case_file.next_step import CORRECT, NextStep, next_step
from gui.rectification.gate_words import Mark
from models.facts import AcceptanceRefused, Dispatched, Returned, SignedFor
from models.ids import FindingId
from models.reuse import Reuse
from models.vocabulary import Conclusion, PhotoKind, ReturnReason
from models.workflow import Requirement
from tests.builders import photo, raised
from tests.line import OFFICE, TODAY, Cast, cast, dispatched, station
from tests.unit.gui.case_file import life
from tests.unit.gui.case_file.life import finding_of, names_of, seen_by, story

PEOPLE = cast()
NAMES = names_of(PEOPLE)


class Case(NamedTuple):
    """Who, after how many steps; what the primary is, the first of the others, and the sentence where nothing is mine."""

    who: str
    steps: int
    primary: str = ""
    beside: str = ""
    sentence: str = ""


CASES = [
    Case("inspector", 0, "", CORRECT, "等郑陆镇环保站核实"),
    Case("station", 0, "verify", "return"),
    Case("bureau", 0, "verify", "return"),
    Case("station", life.VERIFIED, "enlist", CORRECT),
    Case("inspector", life.VERIFIED, "", CORRECT, "等郑陆镇环保站入库"),
    Case("bureau", life.ENLISTED, "dispatch", CORRECT),
    Case("unit", life.DISPATCHED, "sign", "attach_evidence"),
    Case("station", life.DISPATCHED, "sign", "attach_evidence"),
    Case("bureau", life.DISPATCHED, "", "attach_evidence", "等三河口村委会签收"),
    Case("unit", life.SIGNED, "apply", "report_progress"),
    Case("inspector", life.SIGNED, "", "attach_evidence", "等三河口村委会整改"),
    Case("unit", life.APPLIED, "", "", "等郑陆镇环保站受理验收"),
    Case("station", life.APPLIED, "arrange"),
    Case("station", life.ARRANGED, "accept", "refuse"),
    Case("inspector", life.ARRANGED, "", "", "等郑陆镇环保站验收"),
    Case("station", life.PASSED, "submit_closure"),
    Case("bureau", life.PASSED, "", "", "等郑陆镇环保站上报销号"),
    Case("bureau", life.SUBMITTED, "publish", "return_closure"),
    Case("station", life.SUBMITTED, "", "", "等区生态环境局审核"),
    Case("unit", life.PUBLISHED, "", "", "公示到 11-28，期满后由区生态环境局销号"),
    Case("station", life.CLOSED, "", "", "2026-11-29 已销号，没有要办的事了"),
]


def decided(who: str, steps: int, *, days: int = 0, people: Cast = PEOPLE) -> NextStep:
    """What they see."""
    person = getattr(people, who)
    detail = seen_by(finding_of(story(people, steps)), person)
    return next_step(detail, person, names_of(people), TODAY + timedelta(days=days))


@pytest.mark.parametrize("case", CASES, ids=[f"{case.who}-{case.steps}" for case in CASES])
def test_one_primary_or_a_sentence(case: Case) -> None:
    step = decided(case.who, case.steps)
    assert (step.primary.action if step.primary else "") == case.primary
    assert (step.others[0].action if step.others else "") == case.beside
    if not case.primary:
        assert step.sentence == case.sentence
    assert case.primary not in [offer.action for offer in step.others]


def test_how_long_it_waits() -> None:
    assert decided("unit", life.ARRANGED, days=3).sentence == "等郑陆镇环保站验收，已等 3 天"


def test_the_gate_names_each_gap_and_its_cure() -> None:
    step = decided("unit", life.SIGNED)
    assert step.primary is not None
    assert step.primary.locked == "申请验收（还差 2 项）"
    assert step.summary == "7 项里还差 2 项"
    gaps = [line for line in step.lines if line.mark is Mark.LACKING]
    assert [(line.words, line.cure.action, dict(line.cure.hints)) for line in gaps if line.cure] == [
        ("第1条措施还没完成或说明：裸土全部用防尘网覆盖", "settle_measure", {"measure": 1}),
        ("第2条措施还没完成或说明：出入口铺碎石，每日洒水 2 次", "settle_measure", {"measure": 2}),
        ("第1处没有整改后照片", "attach_evidence", {"place": 0, "kind": PhotoKind.AFTER}),
    ]
    assert len({line.requirement for line in step.lines}) == 7


def test_when_nothing_lacks_it_is_open() -> None:
    step = decided("unit", life.PHOTOGRAPHED)
    assert step.primary is not None
    assert (step.primary.locked, step.summary) == ("", "")
    assert [line.mark for line in step.lines if line.mark is not Mark.MET] == [Mark.LATER, Mark.LATER]


def test_a_photo_of_another_finding_holds_the_gate() -> None:
    finding = finding_of(story(PEOPLE, life.PHOTOGRAPHED))
    other = FindingId("other")
    used = Reuse(finding.photos[-1].sha256, "IMG_1.jpg", other, "320402-2026-000007")
    step = next_step(replace(seen_by(finding, PEOPLE.unit), reuse=(used,)), PEOPLE.unit, NAMES, TODAY)
    (line,) = [each for each in step.lines if each.requirement is Requirement.PHOTOS_NOT_REUSED]
    assert line.words == "照片 IMG_1.jpg 在 320402-2026-000007 里也用过"
    assert line.cure is not None
    assert line.cure.finding == other
    assert step.summary == "7 项里还差 1 项"


def test_a_goal_with_a_limit_wants_a_report() -> None:
    told = story(PEOPLE, life.ENLISTED)
    order = (PEOPLE.bureau, dispatched(goal="氨氮≤2.0 mg/L。"))
    finding = finding_of((*told, order, (PEOPLE.unit, SignedFor("李建军", TODAY))))
    step = next_step(seen_by(finding, PEOPLE.unit), PEOPLE.unit, NAMES, TODAY)
    (line,) = [each for each in step.lines if each.requirement is Requirement.MONITORING_REPORT]
    assert (line.words, line.mark) == ("目标写了限值，还没有监测报告", Mark.LACKING)
    assert line.cure is not None
    assert dict(line.cure.hints) == {"kind": PhotoKind.MONITORING_REPORT}


@pytest.mark.parametrize(("days", "locked", "words"), [
    (5, "销号（公示未满）", "公示到 11-28 才满，还有 2 天"),
    (6, "销号（公示未满）", "公示到 11-28 才满，还有 1 天"),
    (7, "", "公示期满，没有异议就可以销号。"),
])  # fmt: skip
def test_closing_waits_for_the_end_of_the_notice(days: int, locked: str, words: str) -> None:
    step = decided("bureau", life.PUBLISHED, days=days)
    assert step.primary is not None
    assert (step.primary.action, step.primary.locked, step.sentence) == ("close", locked, words)


def test_nobody_verifies_their_own() -> None:
    officer = PEOPLE.station
    own = finding_of(((officer, raised(photos=(photo(),))),))
    step = next_step(seen_by(own, officer), officer, NAMES, TODAY)
    assert (step.primary, step.sentence) == (None, "这是你自己登记的，要请另一位同事核实。")


def test_nobody_accepts_what_they_applied_for() -> None:
    people = replace(PEOPLE, unit=PEOPLE.station)
    told = story(people, life.APPLIED)
    finding = finding_of(told)
    assert next_step(seen_by(finding, people.station), people.station, NAMES, TODAY).sentence == (
        "验收是你自己申请的，这一步要请另一位同事来办。"
    )
    mate = next_step(seen_by(finding, people.colleague), people.colleague, NAMES, TODAY)
    assert mate.primary is not None
    assert mate.primary.action == "arrange"


def test_what_was_sent_back_is_completed_by_the_one_who_logged_it() -> None:
    back = (PEOPLE.station, Returned((ReturnReason.OTHER,), "请补全景"))
    finding = finding_of(story(PEOPLE, 0, back))
    mine = next_step(seen_by(finding, PEOPLE.inspector), PEOPLE.inspector, NAMES, TODAY)
    assert mine.primary is not None
    assert (mine.primary.action, mine.primary.by_form) == ("resubmit", True)
    assert CORRECT not in [offer.action for offer in mine.others]
    theirs = next_step(seen_by(finding, PEOPLE.bureau), PEOPLE.bureau, NAMES, TODAY)
    assert theirs.sentence == "等王建国补正"


def test_a_refused_acceptance_is_the_units_again() -> None:
    refused = (PEOPLE.station, AcceptanceRefused(Conclusion.NOT_PASSED, "东侧仍有裸土未覆盖。"))
    finding = finding_of(story(PEOPLE, life.ARRANGED, refused))
    step = next_step(seen_by(finding, PEOPLE.unit), PEOPLE.unit, NAMES, TODAY)
    assert step.primary is not None
    assert step.primary.action == "apply"


def test_a_station_does_not_act_for_a_unit_of_its_own_account() -> None:
    told = story(PEOPLE, life.ENLISTED)
    finding = finding_of((*told, (PEOPLE.bureau, dispatched(unit=OFFICE))))
    step = next_step(seen_by(finding, PEOPLE.station), PEOPLE.station, NAMES, TODAY)
    assert (step.primary, step.sentence) == (None, "等郑陆镇城市建设管理办公室签收")


def test_a_stranger_is_offered_nothing() -> None:
    elsewhere = station(area="320402105000", name="外人")
    detail = seen_by(finding_of(story(PEOPLE, 0)), elsewhere)
    step = next_step(detail, elsewhere, NAMES, TODAY)
    assert (step.primary, step.others) == (None, ())


def test_the_bureau_may_dispatch_anew_until_it_is_signed_for() -> None:
    offers = {offer.action: offer.words for offer in decided("bureau", life.DISPATCHED).others}
    assert offers["dispatch"] == "重新交办"
    assert isinstance(dispatched(), Dispatched)
