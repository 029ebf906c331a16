"""The values that facts are made of: places, types, parties, photos, units, measures."""

from dataclasses import dataclass
from datetime import date, datetime

from models.coordinates import Position
from models.ids import Digest
from models.vocabulary import (
    CoordinateSystem,
    OnSiteAction,
    PartyKind,
    PhotoKind,
    PositionSource,
    QuantityUnit,
    Severity,
    TimeSource,
)


@dataclass(frozen=True, slots=True)
class Location:
    """具体地点 and 坐标. Coordinates are CGCS2000 degrees; without them a reason stands."""

    place: str
    position: Position | None = None
    position_source: PositionSource | None = None
    raw_system: CoordinateSystem | None = None
    raw_position: Position | None = None
    no_position_reason: str = ""


@dataclass(frozen=True, slots=True)
class Classification:
    """问题类型 (code of resources/taxonomy.csv, main and further ones) and 严重程度."""

    category: str
    severity: Severity
    further: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """责任主体: by name, and by its code in the register where known."""

    name: str
    kind: PartyKind = PartyKind.UNKNOWN
    uscc: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """数量或面积."""

    amount: float
    unit: QuantityUnit


@dataclass(frozen=True, slots=True)
class OnSite:
    """现场处置: what was done on the spot."""

    action: OnSiteAction
    note: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo as evidence. `size` in bytes; `width` and `height` in pixels as displayed."""

    sha256: Digest
    size: int
    media_type: str
    name: str
    kind: PhotoKind = PhotoKind.BEFORE
    width: int = 0
    height: int = 0
    taken_at: datetime | None = None
    time_source: TimeSource | None = None
    position: Position | None = None
    same_place_as: str = ""
    """对比照片: the digest of the 整改前 photo that this one answers; empty where nobody said."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A soft warning and what the person answered to it."""

    warning: str
    answer: str


@dataclass(frozen=True, slots=True)
class Unit:
    """责任单位, 验收单位: its code in the bureau's register, and its name as it stood when it was written."""

    code: str
    name: str
    is_village: bool = False
    """村社: has often no account of its own, so that the township station acts for it."""


@dataclass(frozen=True, slots=True)
class Measure:
    """整改措施, one line of a 交办; measures are numbered from 1 in their order. Without a unit: the responsible one."""

    content: str
    due: date
    unit: Unit | None = None
    person: str = ""


@dataclass(frozen=True, slots=True)
class PhotoPlace:
    """处: one place of a finding as people arranged it: its name, and its photos of every kind in their order."""

    name: str = ""
    photos: tuple[Digest, ...] = ()
