"""What the pane and the page of a finding show, read from the store in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.facts import Fact
from models.finding import Finding
from models.ids import EntryId, FindingId
from models.photos import PhotoState
from models.reuse import Reuse, reused_by
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
    reuse: tuple[Reuse, ...] = ()
    """Its 整改后 photos that stand in another finding as well."""


def read_detail(store: Store, finding_id: FindingId) -> Detail | None:
    """None where there is no such finding (any more). Called beside the window."""
    finding, row = store.findings.one(finding_id), store.findings.row(finding_id)
    if finding is None or row is None:  # what left this person's scope stays in the journal alone
        return None
    said = store.findings.said(finding_id)
    states = store.photos.statuses(photo.sha256 for photo in finding.photos)
    offered = offers(finding.standing, store.person)
    return Detail(finding, states, row.pending, offered, said, reused_by(store.database, finding))


def may(detail: Detail, action: str) -> bool:
    """Whether this person may take this step now."""
    return any(row.action == action for row in detail.offered)
