"""What each gate misses, named one by one; what is there is not asked for again."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from models.coordinates import Position
from models.entries import Subject
from models.facts import AcceptanceApplied, Closed, EvidenceAttached, Fact, MeasureSettled, Raised
from models.gates import checklist, gaps, names_a_limit, objection
from models.ids import new_id
from models.ledger import Sum
from models.people import Person
from models.standing import authority, obstacle, offers
from models.vocabulary import PhotoKind, Severity
from models.workflow import BY_ACTION, Requirement
from tests.builders import photo, posted, raised
from tests.line import OFFICE, STATION_UNIT, TODAY, Cast, cast, dispatched, line, passed, unit_officer

FINDING = new_id()
EAST = photo(position=Position(120.0873, 31.8246))
WEST = photo(position=Position(120.0893, 31.8246))
FORM = raised(photos=(EAST, WEST))
AFTER = tuple(photo(kind=PhotoKind.AFTER, same_place_as=one.sha256) for one in (EAST, WEST))


def told(
    people: Cast, upto: type[Fact], *, without: tuple[type[Fact], ...] = (), form: Raised = FORM, **order: Any
) -> Sum:
    """The line up to and without the first step of this kind, some steps left out, the 交办 changed."""
    total = Sum(Subject("finding", FINDING))
    total.add(posted(form, subject=FINDING, author=people.inspector.id, number=1))
    for number, (who, fact) in enumerate(line(form, people, AFTER), start=2):
        if isinstance(fact, upto):
            return total
        said = dispatched(**order) if order and type(fact) is type(dispatched()) else fact
        if not isinstance(fact, without):
            total.add(posted(said, subject=FINDING, author=who.id, number=number))
    return total


def missing(total: Sum, action: str, fact: Fact | None = None) -> list[tuple[str, object]]:
    found = gaps(total.standing, BY_ACTION[action], fact)
    return [(gap.code, gap.values.get("number")) for gap in found]


@pytest.mark.parametrize(
    ("without", "order", "expected"),
    [
        ((), {}, []),
        ((MeasureSettled,), {}, [("measures_open", 1), ("measures_open", 2)]),
        ((EvidenceAttached,), {}, [("after_photo_missing", 1), ("after_photo_missing", 2)]),
        ((), {"goal": "出水氨氮≤2.0 mg/L，岸边无垃圾。"}, [("monitoring_report_missing", None)]),
        ((), {"accept_unit": dispatched().unit}, [("accept_unit_same", None)]),
    ],
)
def test_application_names_what_is_missing(without: Any, order: Any, expected: list[Any]) -> None:
    assert missing(told(cast(), AcceptanceApplied, without=without, **order), "apply") == expected


def test_a_photo_of_one_place_does_not_do_for_the_other() -> None:
    people = cast()
    total = told(people, AcceptanceApplied, without=(EvidenceAttached,))
    one = EvidenceAttached((AFTER[1],))
    total.add(posted(one, subject=FINDING, author=people.unit.id, number=30))
    assert missing(total, "apply") == [("after_photo_missing", 1)]
    assert objection(total.standing, AcceptanceApplied(TODAY, "完成了"), people.unit.id) == "after_photo_missing"


def test_a_report_proves_the_limit() -> None:
    total = told(cast(), AcceptanceApplied, goal="噪声不超过55分贝")
    report = EvidenceAttached((photo(kind=PhotoKind.MONITORING_REPORT),))
    total.add(posted(report, subject=FINDING, author=new_id(), number=30))
    assert missing(total, "apply") == []


@pytest.mark.parametrize(
    ("goal", "limited"),
    [
        ("氨氮≤2.0 mg/L", True),
        ("排放浓度不超过 20 mg/m³", True),
        ("厂界噪声低于55分贝", True),
        ("油烟浓度控制在2.0mg/m3以内", True),
        ("地块内裸土约 2600 平方米全部用防尘网覆盖，网间搭接不少于 30 厘米", False),
        ("每日洒水 2 次，无明显起尘", False),
        ("3 个排口全部封堵", False),
    ],
)
def test_which_goals_name_a_limit(goal: str, limited: bool) -> None:
    assert names_a_limit(goal) is limited


def test_days_do_not_run_backwards() -> None:
    people = cast()
    total = told(people, AcceptanceApplied)
    early = AcceptanceApplied(TODAY - timedelta(days=1), "完成了")
    assert missing(total, "apply", early) == [("completed_on_outside", None)]
    assert missing(total, "apply", AcceptanceApplied(TODAY, "")) == [("completion_untold", None)]
    visit = told(people, type(passed()))
    assert missing(visit, "accept", passed(checked_on=TODAY - timedelta(days=1))) == [("checked_on_outside", None)]


def test_the_notice_must_be_over() -> None:
    total = told(cast(), Closed)
    too_early = gaps(total.standing, BY_ACTION["close"], Closed(TODAY + timedelta(days=5)))
    assert [(gap.code, gap.values["days"]) for gap in too_early] == [("notice_running", 2)]
    assert not gaps(total.standing, BY_ACTION["close"], Closed(TODAY + timedelta(days=7)))


def test_the_list_says_what_is_met_as_well() -> None:
    total = told(cast(), AcceptanceApplied, without=(MeasureSettled,))
    checks = checklist(total.standing, BY_ACTION["apply"])
    met = {check.requirement: not check.gaps for check in checks}
    assert met[Requirement.MEASURES_SETTLED] is False
    assert met[Requirement.AFTER_PHOTOS] is True
    assert checks[0].requirement is Requirement.MEASURES_SETTLED


def test_nobody_approves_their_own() -> None:
    people = cast()
    applied = told(people, type(passed()), unit=STATION_UNIT)
    task = applied.rectification
    assert task is not None
    assert task.application is not None
    applied.rectification = replace(task, application=replace(task.application, author=people.station.id))
    assert obstacle(applied.standing, BY_ACTION["accept"], people.station.id) == "own_application"
    assert obstacle(applied.standing, BY_ACTION["accept"], people.colleague.id) is None
    closing = told(people, Closed)
    assert closing.rectification is not None
    closing.state = type(closing.state).CLOSING if closing.state else None
    assert obstacle(closing.standing, BY_ACTION["publish"], people.station.id) == "own_acceptance"
    assert obstacle(closing.standing, BY_ACTION["publish"], people.bureau.id) is None


@pytest.mark.parametrize(
    ("who", "severity", "unit", "action", "code"),
    [
        ("station", Severity.SLIGHT, None, "dispatch", None),
        ("station", Severity.SERIOUS, None, "dispatch", "only_slight"),
        ("bureau", Severity.SERIOUS, None, "dispatch", None),
        ("inspector", Severity.SLIGHT, None, "dispatch", "role_may_not"),
        ("unit", Severity.SLIGHT, None, "sign", None),
        ("station", Severity.SLIGHT, None, "sign", None),
        ("station", Severity.SLIGHT, OFFICE, "sign", "only_village"),
        ("unit", Severity.SLIGHT, OFFICE, "sign", "outside_scope"),
        ("bureau", Severity.SLIGHT, None, "accept", None),
        ("bureau", Severity.SLIGHT, None, "submit_closure", "role_may_not"),
        ("station", Severity.SLIGHT, None, "publish", "role_may_not"),
    ],
)
def test_who_may(who: str, severity: Severity, unit: Any, action: str, code: str | None) -> None:
    people = cast()
    more = {"unit": unit} if unit else {}
    total = told(people, Closed, **more)
    standing = replace(total.standing, severity=severity)
    person: Person = getattr(people, who)
    refusal = authority(standing, BY_ACTION[action].fact, person)
    assert (refusal.code if refusal else None) == code


def test_a_unit_sees_nothing_before_it_is_told() -> None:
    people = cast()
    total = told(people, type(dispatched()))
    assert offers(total.standing, people.unit) == ()
    later = told(people, AcceptanceApplied)
    assert {row.action for row in offers(later.standing, people.unit)} >= {"apply", "report_progress"}
    assert offers(later.standing, unit_officer(OFFICE)) == ()
