"""A store in which everybody of the line wrote, in words as long as they come: what the screens must have room for."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gui.findings.form_values import FormValues, to_draft
from gui.names import Names
from models.coordinates import Position
from models.facts import (
    AcceptanceApplied,
    AcceptanceArranged,
    AcceptancePassed,
    AcceptanceRefused,
    ClosureSubmitted,
    Dispatched,
    Enlisted,
    EvidenceAttached,
    Fact,
    Location,
    NoticePublished,
    ProgressReported,
    Raised,
    Returned,
    SignedFor,
    Unit,
    Verified,
)
from models.ids import DraftId, FindingId, new_id
from models.photos import PhotoState
from models.store import Store
from models.vocabulary import Conclusion, PartyKind, ReturnReason, Severity, Source
from tests.builders import GRID, TOWN, jpeg, open_store, raise_one
from tests.line import Cast, cast
from tests.stages import bring, say
from tests.unit.gui.rectification.register import hand_down

PLACE = "郑陆镇三河口村委会北侧拆迁地块与常焦路丰北路交叉口东南角围挡内临时堆场门口"
ELSEWHERE = "郑陆镇焦溪老街东段农贸市场后门至北塘河桥之间的沿河临时停车场及垃圾收集点"
DESCRIPTION = (
    "工地东侧土方堆放约1200平方米，绿网只盖了南面一小半，风一吹扬尘明显；出入口没有冲洗设备，常焦路上有带泥车辙约40米。"
    "围挡内另有建筑垃圾两堆，混有塑料薄膜和废油漆桶，雨后积水发黑并沿北侧边沟流入北塘河，水面有漂浮物。"
    "询问看管人员，称项目部上周已停工，渣土没有清运计划。现场已拍照，当场要求先覆盖、清扫，并通知村委会派人看守；"
    "周边居民反映夜间仍有车辆倾倒，希望安装监控。该处距三河口小学约150米，上下学时段影响较大，建议尽快交办。"
)
WISH = "照片看不出范围，请补一张能看到路口、围挡和堆场全貌的全景照片，并写清楚堆场由哪个单位看管、电话是多少。"
UNIT = Unit("TN-ZL-SHK", "天宁区郑陆镇三河口村村民委员会（含经济合作社）", is_village=True)
NAMES: Final[Mapping[str, str]] = {TOWN: "郑陆镇", GRID: "第12网格", "320402000000": "天宁区"}
_BROUGHT: Final[tuple[type[Fact], ...]] = (
    Raised, Verified, Enlisted, Dispatched, SignedFor, ProgressReported, EvidenceAttached,
    AcceptanceApplied, AcceptanceArranged, AcceptancePassed, ClosureSubmitted, NoticePublished,
)  # fmt: skip


@dataclass(frozen=True)
class World:
    """Where to find what in the store."""

    store: Store
    people: Cast
    at_step: Mapping[type[Fact], FindingId]
    """The finding whose last step was this."""
    returned: FindingId
    refused: FindingId
    disputed: FindingId
    """Two people wrote different places without seeing each other."""

    @property
    def names(self) -> Names:
        """Everybody by name, and the places."""
        return Names({each.id: each.name for each in vars(self.people).values()}, dict(NAMES))


def make_world(folder: Path) -> World:
    """A finding at every step of the line, some of them late, and what goes wrong."""
    people = cast()
    store = open_store(folder / "store", people.inspector)
    hand_down(store, people)
    at_step = {}
    for number, upto in enumerate(_BROUGHT):
        spot = Location(PLACE, Position(120.087 + number / 1000, 31.82))
        days_left = (-12, 0, 2, 30)[number % 4]
        at_step[upto] = bring(
            store, people, upto, days_ago=20, days_left=days_left, unit=UNIT, location=spot, description=DESCRIPTION
        )
    spot = Location(PLACE, Position(120.2, 31.7))
    refused = bring(store, people, AcceptanceArranged, days_ago=9, days_left=1, unit=UNIT, location=spot)
    say(store, people.station, AcceptanceRefused(Conclusion.MORE_MATERIAL, WISH), refused)
    returned = FindingId(raise_one(store, "blue", location=Location(PLACE, Position(120.1, 31.9))))
    say(store, people.station, Returned((ReturnReason.OTHER,), WISH), returned)
    world = World(store, people, at_step, returned, refused, at_step[Verified])
    _stick_photos(store)
    store.drafts.save(DraftId(new_id()), to_draft(full_form(store)))
    return world


def full_form(store: Store) -> FormValues:
    """Everything that can be written, and several things that look odd."""
    here = Position(120.0871, 31.82)
    kept = [
        store.photos.keep(jpeg(colour), f"微信图片_20261122{number}.jpg")[0] for number, colour in enumerate(_COLOURS)
    ]
    return FormValues(
        photos=tuple(kept),
        category="A01",
        further=("W01", "S01"),
        place=PLACE,
        description=DESCRIPTION,
        severity=Severity.SERIOUS,
        party_name="常州市宏业置业发展有限公司丰北花苑二期项目部",
        party_kind=PartyKind.ENTERPRISE,
        amount="1200",
        found_text="2026-11-23 15:18",
        position_text=f"{here.lon}, {here.lat}",
        source=Source.CENTRAL_LETTER,
        companions=("李秀英", "欧阳建国", "上官文静"),
        campaign="2026年秋冬季大气污染综合治理攻坚行动（扬尘专项）",
        emergency=True,
    )


_COLOURS = ("red", "yellow", "navy", "olive", "teal")


def _stick_photos(store: Store) -> None:
    """One photo that does not match, one on its way; the others wait."""
    first, second, *_rest = store.photos.to_send()
    store.photos.mark(first.sha256, PhotoState.STUCK, reason="not_verified", tried=True)
    store.photos.mark(second.sha256, PhotoState.SENDING, sent_bytes=second.size // 2)
