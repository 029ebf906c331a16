"""What is said from 登记 to 核实: the first form, its corrections, and what the township makes of it."""

from dataclasses import dataclass
from datetime import datetime

from models.facts.values import Answer, Classification, Location, OnSite, Party, Photo, Quantity
from models.vocabulary import Method, ReturnReason, Source, TimeSource


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


@dataclass(frozen=True, slots=True)
class GridCorrected:
    """更正所属网格: the finding moves to another grid, and out of and into people's scope with it."""

    grid: str
