"""The straight line of a finding as facts with sensible defaults, from 核实 to 销号, and people to say them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from models.facts import (
    AcceptanceApplied,
    AcceptanceArranged,
    AcceptancePassed,
    AcceptanceRefused,
    Closed,
    ClosureReturned,
    ClosureSubmitted,
    Dispatched,
    Enlisted,
    EvidenceAttached,
    Fact,
    Measure,
    MeasureSettled,
    NoticePublished,
    Photo,
    ProgressReported,
    Raised,
    SignedFor,
    Unit,
    Verified,
)
from models.people import Person, Role
from models.vocabulary import Conclusion, Conformity, PhotoKind, RectificationKind, Schedule, Standard
from tests.builders import COUNTY, NOON, person, photo

TODAY: date = NOON.date()
VILLAGE = Unit("TN-ZL-SHK", "三河口村委会", is_village=True)
OFFICE = Unit("TN-ZL-CJB", "郑陆镇城市建设管理办公室")
STATION_UNIT = Unit("TN-ZL-EPS", "郑陆镇环保站")
HUNDRED = "工地东侧土方已全部用防尘网覆盖，网间搭接三十厘米以上；出入口铺设碎石并配备冲洗设备，安排专人每日洒水两次；公示牌已经设立，看管责任落实到人，周边居民走访三户，都反映扬尘明显减少，现场复看没有反弹，后续由村里每周巡查一次。"


def inspector() -> Person:
    """网格员."""
    return person()


def station(**changes: Any) -> Person:
    """镇街环保站."""
    who: dict[str, Any] = {"login": "zhoumin", "name": "周敏", "unit": STATION_UNIT.code}
    return person(Role.STATION, **(who | changes))


def colleague() -> Person:
    """Another officer of the same station."""
    return station(login="xuqing", name="徐青")


def unit_officer(unit: Unit = VILLAGE) -> Person:
    """责任单位."""
    return person(Role.UNIT, login="lijj", name="李建军", unit=unit.code)


def bureau() -> Person:
    """区县局."""
    return person(Role.BUREAU, area=COUNTY, login="chenli", name="陈立", unit="TN-EEB")


def dispatched(**changes: Any) -> Dispatched:
    """交办 to the village, 60 days."""
    order = Dispatched(
        unit=VILLAGE,
        person="李建军",
        kind=RectificationKind.TIME_LIMITED,
        deadline=TODAY + timedelta(days=60),
        goal="土方全部覆盖，出入口硬化，无明显起尘。",
        measures=(
            Measure("裸土全部用防尘网覆盖", TODAY + timedelta(days=10)),
            Measure("出入口铺碎石，每日洒水 2 次", TODAY + timedelta(days=20), OFFICE, "吴建平"),
        ),
        accept_unit=STATION_UNIT,
        dispatched_on=TODAY,
    )
    return replace(order, **changes)


def progress(**changes: Any) -> ProgressReported:
    """填报进展 of this month."""
    report = ProgressReported(
        f"{TODAY:%Y-%m}", "防尘网已经铺设八成，出入口正在铺碎石，预计下周完工。", Schedule.ON_SCHEDULE
    )
    return replace(report, **changes)


def passed(**changes: Any) -> AcceptancePassed:
    """验收通过 by two, with a photo."""
    fact = AcceptancePassed(
        checked_on=TODAY,
        verifiers=("周敏", "徐青"),
        photos=(photo(kind=PhotoKind.ACCEPTANCE),),
        standards=(Conformity.YES,) * len(Standard),
        opinion="现场核查属实，同意通过。",
        asked_resident=True,
    )
    return replace(fact, **changes)


def notice(**changes: Any) -> NoticePublished:
    """公示 for seven days from today on."""
    fact = NoticePublished(
        opinion="材料齐全，同意公示。",
        text="三河口村裸土未覆盖问题已完成整改，现予公示，公示期七天。",
        first_day=TODAY,
        last_day=TODAY + timedelta(days=6),
        where="区政府网站、三河口村公示栏",
    )
    return replace(fact, **changes)


@dataclass(frozen=True)
class Cast:
    """The people of the line."""

    inspector: Person
    station: Person
    colleague: Person
    unit: Person
    bureau: Person


def cast() -> Cast:
    """One of each."""
    return Cast(inspector(), station(), colleague(), unit_officer(), bureau())


def line(form: Raised, people: Cast, after: tuple[Photo, ...] = ()) -> tuple[tuple[Person, Fact], ...]:
    """Who says what from 核实 to 销号, each step allowed after the ones before it."""
    answers = after or (photo(kind=PhotoKind.AFTER, same_place_as=form.photos[0].sha256),)
    return (
        (people.station, Verified(form.classification)),
        (people.station, Enlisted()),
        (people.bureau, dispatched()),
        (people.unit, SignedFor("李建军", TODAY)),
        (people.unit, progress()),
        (people.unit, MeasureSettled(1, TODAY)),
        (people.unit, MeasureSettled(2, note="改为硬化，不再需要洒水。")),
        (people.unit, EvidenceAttached(answers)),
        (people.unit, AcceptanceApplied(TODAY, "已全部完成。")),
        (people.station, AcceptanceArranged()),
        (people.station, passed()),
        (people.station, ClosureSubmitted(HUNDRED)),
        (people.bureau, notice()),
        (people.bureau, Closed(TODAY + timedelta(days=7))),
    )


def setbacks() -> tuple[Fact, ...]:
    """The steps that lead back."""
    return (
        AcceptanceRefused(Conclusion.NOT_PASSED, "东侧仍有裸土未覆盖。"),
        ClosureReturned("验收表缺第二位核查人员的签字。"),
    )
