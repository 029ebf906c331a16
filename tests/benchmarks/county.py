"""A county's ledger: many findings in every state, of every type, unit and day, written straight into a journal."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Final

from models import rebuilding
from models.database import bulk_insert
from models.entries import FINDING, VERSION, Base, Entry, Subject, encode
from models.facts import KIND_OF, Fact, Returned
from models.ids import EntryId, new_id
from models.people import Person, Role
from models.store import Store
from models.tables import ENTRY
from models.taxonomy import categories
from models.vocabulary import ReturnReason, Severity
from tests.benchmarks.filling import confirm
from tests.builders import NOON, raised
from tests.line import TODAY, VILLAGE, cast, dispatched, line

RARE: Final = "秸秆"
"""Stands in one finding of fifty."""
RARE_SOUND: Final = "mjc"
"""Initials of 牟家村, where one finding of ten is."""
UNITS: Final = 40
_PIECE = 5_000
_DEVICE = "d" * 32
_RETURNED = -1
_CLOSED: Final = (0, 3, 9, 11, 14)
# how many of a hundred lives are told by which steps of tests.line
_LIVES: Final[tuple[tuple[int, tuple[int, ...]], ...]] = (
    (6, (0,)),
    (1, (0, _RETURNED)),
    (5, (0, 1)),
    (3, (0, 1, 2)),
    (3, (0, 1, 2, 3)),
    (8, (0, 1, 2, 3, 4, 5)),
    (2, (0, 3, 4, 9)),
    (1, (0, 3, 4, 9, 10)),
    (1, (0, 3, 4, 9, 11)),
    (1, (0, 3, 4, 9, 11, 12)),
    (69, _CLOSED),
)
_ROADS = ("常焦路", "丰北路", "东青路", "舜河桥", "三河口村", "焦溪古镇", "横山桥", "青龙路", "牟家村", "郑陆镇北街")
_SITES = ("工地", "喷涂车间", "养殖场", "固废堆场", "河道排口", "渣土车出口", "农田", "餐饮店")
_OFFICES = ("村委会", "城市建设管理办公室", "水务站", "农业农村局", "综合执法队", "环保站", "交通运输局", "园区管委会")
_SEEN = (
    "土方堆放约1200平方米，绿网只盖了一小半，风一吹就扬尘。",
    "雨水口有乳白色水流出，闻着有酸味，下游水面有泡沫。",
    "喷漆房的门敞开着，活性炭箱的压差表没有读数。",
    "堆场没有围挡也没有标牌，渗滤液顺着水泥地流进沟里。",
    "渣土车出场没有冲洗，路面带泥三百多米。",
    "粪污池满了，溢出来的水进了旁边的田，村民反映三次了。",
    "油烟净化器没开，油污沿着外墙流，楼上住户说晚上最重。",
    "化工桶露天放着，标签看不清，地上有油迹。",
)
_ENTRY, _SUBJECT, _GRID, _PLACE, _TEXT = (f"00000000-{name}" for name in ("entry", "subject", "grid", "place", "text"))
_TYPE, _UNIT = '"category":"A01","severity":"slight"', f'"code":"{VILLAGE.code}","name":"{VILLAGE.name}"'


@dataclass(frozen=True, slots=True)
class _Step:
    kind: str
    author: str
    body: str


def fill_county(store: Store, findings: int) -> None:
    """Journal and ledger, as if the bureau had taken everything."""
    rows: list[tuple[object, ...]] = []
    for row in _rows(findings, store.person, store.findings.today):
        rows.append(row)
        if len(rows) >= _PIECE:
            _write(store, rows)
    _write(store, rows)
    rebuilding.rebuild(store.database)
    confirm(store)
    with store.database.writing() as connection:
        connection.exec_driver_sql("ANALYZE")


def _write(store: Store, rows: list[tuple[object, ...]]) -> None:
    with store.database.writing() as connection:
        bulk_insert(connection, ENTRY, ENTRY.c.keys(), rows)
    rows.clear()


def _rows(findings: int, who: Person, today: date) -> Iterator[tuple[object, ...]]:
    chance = random.Random(1)
    stories = [steps for share, steps in _LIVES for _ in range(share)]
    number = 0
    for place in range(findings):
        told = chance.choice(stories)
        # what is not closed began lately
        weeks = chance.randrange(12, 100) if told is _CLOSED else chance.randrange(14)
        steps = _templates(who, today - timedelta(weeks=weeks, days=3), chance.choice((20, 30, 60, 90)))
        subject, values = new_id(), _values(chance, place)
        for step in (steps[each] for each in told):
            number += 1
            entry, body = new_id(), step.body.replace(_SUBJECT, subject)
            body = body.replace(_ENTRY, entry)
            for mark, value in values:
                body = body.replace(mark, value)
            finding_number = f"320402-2026-{place + 1:06d}" if step.kind == "raised" else None
            yield (
                entry, FINDING, subject, step.kind, step.author, _DEVICE, number, body, None, number,
                "2026-11-22T12:00:00.000+08:00", None, finding_number, None, None, None, None,
            )  # fmt: skip


def _values(chance: random.Random, place: int) -> Sequence[tuple[str, str]]:
    """What stands instead of each mark."""
    seen = [chance.choice(_SEEN) for _ in range(4)] + ([f"有人焚烧{RARE}。"] if chance.random() < 0.02 else [])
    unit = chance.randrange(UNITS)
    severity = chance.choice((Severity.SLIGHT, Severity.SLIGHT, Severity.MAJOR))
    return (
        (_GRID, f"3204021{chance.randrange(4, 12):02d}{chance.randrange(201, 206)}{chance.randrange(1, 13):03d}"),
        (_PLACE, f"{chance.choice(_ROADS)}{chance.randrange(1, 400)}号{chance.choice(_SITES)}"),
        (_TEXT, f"{place}号点位：" + "".join(seen)),
        (_TYPE, f'"category":"{chance.choice(_types())}","severity":"{severity.value}"'),
        (_UNIT, f'"code":"{unit_code(unit)}","name":"第{unit // len(_OFFICES) + 1}{_OFFICES[unit % len(_OFFICES)]}"'),
    )


def unit_code(number: int) -> str:
    """Of the units that there are."""
    return f"TN-ZL-{number:03d}"


@cache
def _types() -> Sequence[str]:
    return [category.code for category in categories()]


@cache
def _templates(who: Person, begun: date, days: int) -> dict[int, _Step]:
    """The bytes of each step of a life that began on this day, with marks where lives differ."""
    people = cast()
    people = replace(people, station=who) if who.role is Role.STATION else people
    form = raised(grid=_GRID, location=replace(raised().location, place=_PLACE), description=_TEXT)
    told: list[tuple[Person, Fact]] = [(people.inspector, form), *line(form, people)]
    told = [
        (by, dispatched(deadline=TODAY + timedelta(days=days)) if place == 3 else fact)
        for place, (by, fact) in enumerate(told)
    ]
    steps = dict(enumerate(told)) | {
        _RETURNED: (people.station, Returned((ReturnReason.PHOTO_UNCLEAR,), "请补充近景照片。"))
    }
    moved = begun - TODAY
    return {place: _step(place, by, fact, moved) for place, (by, fact) in steps.items()}


def _step(place: int, by: Person, fact: Fact, moved: timedelta) -> _Step:
    entry = Entry(
        id=EntryId(_ENTRY),
        kind=KIND_OF[type(fact)],
        version=VERSION,
        subject=Subject(FINDING, _SUBJECT),
        author=by.id,
        occurred_at=NOON + timedelta(days=abs(place)),
        base=Base(2**40),
        fact=fact,
    )

    def later(found: re.Match[str]) -> str:
        return (date.fromisoformat(found[0]) + moved).isoformat()

    body = re.sub(r"(?<=\")\d{4}-\d\d-\d\d(?=[T\"])", later, encode(entry).decode())
    return _Step(entry.kind, str(by.id), body)
