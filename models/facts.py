"""What entries say: one frozen value a kind, named in the inspectors' verbs, each setting one aspect whole."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from models.coordinates import Position
from models.ids import Digest
from models.vocabulary import (
    CoordinateSystem,
    Method,
    OnSiteAction,
    PartyKind,
    PhotoKind,
    PositionSource,
    QuantityUnit,
    ReturnReason,
    Severity,
    Source,
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


@dataclass(frozen=True, slots=True)
class Answer:
    """A soft warning and what the person answered to it."""

    warning: str
    answer: str


@dataclass(frozen=True, slots=True)
class Raised:
    """登记: the whole first form, its photos included: one save, one entry."""

    provisional: str
    grid: str
    location: Location
    classification: Classification
    description: str
    found_at: datetime
    found_at_source: TimeSource
    finder: str
    on_site: OnSite
    photos: tuple[Photo, ...]
    source: Source = Source.PATROL
    method: Method = Method.GRID_PATROL
    companions: tuple[str, ...] = ()
    campaign: str = ""
    emergency: bool = False
    party: Party | None = None
    quantity: Quantity | None = None
    late_reason: str = ""
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Relocated:
    """更正地点."""

    location: Location


@dataclass(frozen=True, slots=True)
class Redescribed:
    """更正描述."""

    description: str


@dataclass(frozen=True, slots=True)
class Reclassified:
    """更正类型."""

    classification: Classification


@dataclass(frozen=True, slots=True)
class PartyNamed:
    """更正责任主体; None takes a wrong one back."""

    party: Party | None = None


@dataclass(frozen=True, slots=True)
class PhotoAttached:
    """补照片."""

    photo: Photo


@dataclass(frozen=True, slots=True)
class Returned:
    """退回补正."""

    reasons: tuple[ReturnReason, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Resubmitted:
    """补正后重新上报."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """核实: found true, the duplicate hint answered; the verifier's classification holds from now on."""

    classification: Classification
    duplicate_of: str = ""
    note: str = ""


Fact: TypeAlias = (
    Raised | Relocated | Redescribed | Reclassified | PartyNamed | PhotoAttached | Returned | Resubmitted | Verified
)

KINDS: dict[str, type[Fact]] = {
    "raised": Raised,
    "relocated": Relocated,
    "redescribed": Redescribed,
    "reclassified": Reclassified,
    "party_named": PartyNamed,
    "photo_attached": PhotoAttached,
    "returned": Returned,
    "resubmitted": Resubmitted,
    "verified": Verified,
}
KIND_OF: dict[type[Fact], str] = {kind: name for name, kind in KINDS.items()}


def photos_of(fact: Fact | None) -> tuple[Photo, ...]:
    """The photos that a fact brings along."""
    if isinstance(fact, Raised):
        return fact.photos
    return (fact.photo,) if isinstance(fact, PhotoAttached) else ()
