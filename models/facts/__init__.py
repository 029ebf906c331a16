"""What entries say: one frozen value a kind, named in the inspectors' verbs, each setting one aspect whole."""

from typing import TypeAlias

from models.facts.raising import (
    GridCorrected,
    PartyNamed,
    PhotoAttached,
    Raised,
    Reclassified,
    Redescribed,
    Relocated,
    Resubmitted,
    Returned,
    Verified,
)
from models.facts.rectifying import (
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
    MeasureSettled,
    NoticePublished,
    PlacesArranged,
    ProgressReported,
    SignedFor,
)
from models.facts.values import (
    Answer,
    Classification,
    Location,
    Measure,
    OnSite,
    Party,
    Photo,
    PhotoPlace,
    Quantity,
    Unit,
)

__all__ = [
    "KINDS",
    "KIND_OF",
    "AcceptanceApplied",
    "AcceptanceArranged",
    "AcceptancePassed",
    "AcceptanceRefused",
    "Answer",
    "Classification",
    "Closed",
    "ClosureReturned",
    "ClosureSubmitted",
    "Dispatched",
    "Enlisted",
    "EvidenceAttached",
    "Fact",
    "GridCorrected",
    "Location",
    "Measure",
    "MeasureSettled",
    "NoticePublished",
    "OnSite",
    "Party",
    "PartyNamed",
    "Photo",
    "PhotoAttached",
    "PhotoPlace",
    "PlacesArranged",
    "ProgressReported",
    "Quantity",
    "Raised",
    "Reclassified",
    "Redescribed",
    "Relocated",
    "Resubmitted",
    "Returned",
    "SignedFor",
    "Unit",
    "Verified",
    "photos_of",
]

Fact: TypeAlias = (
    Raised
    | Relocated
    | Redescribed
    | Reclassified
    | PartyNamed
    | PhotoAttached
    | Returned
    | Resubmitted
    | Verified
    | GridCorrected
    | Enlisted
    | Dispatched
    | SignedFor
    | MeasureSettled
    | ProgressReported
    | EvidenceAttached
    | PlacesArranged
    | AcceptanceApplied
    | AcceptanceArranged
    | AcceptancePassed
    | AcceptanceRefused
    | ClosureSubmitted
    | ClosureReturned
    | NoticePublished
    | Closed
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
    "grid_corrected": GridCorrected,
    "enlisted": Enlisted,
    "dispatched": Dispatched,
    "signed_for": SignedFor,
    "measure_settled": MeasureSettled,
    "progress_reported": ProgressReported,
    "evidence_attached": EvidenceAttached,
    "places_arranged": PlacesArranged,
    "acceptance_applied": AcceptanceApplied,
    "acceptance_arranged": AcceptanceArranged,
    "acceptance_passed": AcceptancePassed,
    "acceptance_refused": AcceptanceRefused,
    "closure_submitted": ClosureSubmitted,
    "closure_returned": ClosureReturned,
    "notice_published": NoticePublished,
    "closed": Closed,
}
KIND_OF: dict[type[Fact], str] = {kind: name for name, kind in KINDS.items()}


def photos_of(fact: Fact | None) -> tuple[Photo, ...]:
    """The photos that a fact brings along."""
    match fact:
        case Raised() | ProgressReported() | EvidenceAttached() | AcceptancePassed() | AcceptanceRefused():
            return fact.photos
        case PhotoAttached():
            return (fact.photo,)
        case _:
            return ()
