"""What the detail pane shows of a finding, read from the store in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.facts import Fact
from models.finding import Finding
from models.ids import EntryId, FindingId
from models.photos import PhotoState
from models.standing import offers
from models.store import Store
from models.workflow import Transition


@dataclass(frozen=True, slots=True)
class Detail:
    """A finding, where its photos are, what of it is only here, and what this person may do with it."""

    finding: Finding
    photo_states: Mapping[str, PhotoState] = field(default_factory=dict)
    pending: bool = False
    offered: tuple[Transition, ...] = ()
    said: Mapping[EntryId, Fact] = field(default_factory=dict)


def read_detail(store: Store, finding_id: FindingId) -> Detail | None:
    """None where there is no such finding (any more). Called beside the window."""
    finding = store.findings.one(finding_id)
    if finding is None:
        return None
    row = store.findings.row(finding_id)
    said = store.findings.said(finding_id)
    states = store.photos.statuses(photo.sha256 for photo in finding.photos)
    return Detail(finding, states, bool(row and row.pending), offers(finding.standing, store.person), said)


def may(detail: Detail, action: str) -> bool:
    """Whether this person may take this step now."""
    return any(row.action == action for row in detail.offered)
