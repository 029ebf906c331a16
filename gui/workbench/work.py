"""What the workbench shows, read out of the store beside the window."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from models.drafts import Draft
from models.findings import Filter, Findings, Order, Safety, Tab
from models.ids import FindingId
from models.ledger_row import LedgerRow
from models.store import Store
from models.to_do import Task, ToDo, to_do

RECENT = 3


@dataclass(frozen=True, slots=True)
class Recent:
    """Something this person logged lately, with its first photo."""

    row: LedgerRow
    picture: str


@dataclass(frozen=True, slots=True)
class Work:
    """One look at the workbench."""

    to_do: tuple[ToDo, ...]
    senders: Mapping[str, str]
    """Who sent a finding back, by its id."""
    counts: Mapping[Tab, int]
    drafts: tuple[Draft, ...]
    recent: tuple[Recent, ...]
    safety: Safety
    oldest_return: datetime | None


def read_work(store: Store) -> Work:
    """Read everything the workbench shows."""
    findings, drafts = store.findings, store.drafts.all()
    tasks = to_do(findings)
    returned = [task.since for task in tasks if task.task is Task.COMPLETE]
    mine = _mine(findings, store.person.id)
    return Work(
        to_do=tasks,
        senders={task.finding: _sender(findings, task.finding) for task in tasks if task.task is Task.COMPLETE},
        counts=findings.tab_counts(),
        drafts=drafts,
        recent=tuple(Recent(row, _first_photo(findings, row)) for row in mine[:RECENT]),
        safety=findings.safety(),
        oldest_return=min(returned, default=None),
    )


def _mine(findings: Findings, person: str) -> list[LedgerRow]:
    rows = findings.page(Filter(), order=Order.RECORDED, limit=100)
    return [row for row in rows if row.raiser == person]


def _first_photo(findings: Findings, row: LedgerRow) -> str:
    finding = findings.one(row.id)
    return finding.photos[0].sha256 if finding and finding.photos else ""


def _sender(findings: Findings, finding_id: FindingId) -> str:
    finding = findings.one(finding_id)
    lines = finding.history if finding else ()
    return next((line.author for line in reversed(lines) if line.kind == "returned" and line.effective), "")
