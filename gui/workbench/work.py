"""What the workbench shows, read out of the store beside the window."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from gui.workbench.counter import Counter, counters_of
from models.drafts import Draft
from models.findings import Filter, Findings, Matter, Order, Safety
from models.ledger_row import LedgerRow
from models.local_people import safety
from models.store import Store
from models.to_do import Agenda, Task, read_agenda

RECENT = 3


@dataclass(frozen=True, slots=True)
class Recent:
    """Something this person logged lately, with its first photo."""

    row: LedgerRow
    picture: str


@dataclass(frozen=True, slots=True)
class Work:
    """One look at the workbench, and the day in China on which it was taken."""

    agenda: Agenda
    today: date
    counts: Mapping[Counter, int]
    due_today: int
    drafts: tuple[Draft, ...]
    recent: tuple[Recent, ...]
    safety: Safety
    oldest_return: datetime | None
    has_account: bool = True
    """Whether a bureau knows this person; else what they write down stays a draft."""


def read_work(store: Store) -> Work:
    """Read everything the workbench shows."""
    findings = store.findings
    agenda = read_agenda(store)
    returned = [task.row.changed_at for task in agenda.rows if task.task is Task.COMPLETE]
    mine = _mine(findings, store.person.id)
    wanted = {counter: counter.wanted for counter in counters_of(store.person.role)}
    return Work(
        agenda=agenda,
        today=findings.today,
        counts={counter: findings.count(ledger) for counter, ledger in wanted.items() if ledger is not None},
        due_today=findings.count(Filter(matter=Matter.DUE_TODAY)),
        drafts=store.drafts.all(),
        recent=tuple(Recent(row, _first_photo(findings, row)) for row in mine[:RECENT]),
        safety=safety(store),
        oldest_return=min(returned, default=None),
        has_account=store.person.has_account,
    )


def _mine(findings: Findings, person: str) -> list[LedgerRow]:
    rows = findings.page(Filter(), order=Order.RECORDED, limit=100)
    return [row for row in rows if row.raiser == person]


def _first_photo(findings: Findings, row: LedgerRow) -> str:
    finding = findings.one(row.id)
    return finding.photos[0].sha256 if finding and finding.photos else ""
