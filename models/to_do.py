"""What a person must do today: the rows of 工作台, in the order of screens.md 2.1."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from models.findings import Filter, Findings, Order, Tab
from models.ids import FindingId
from models.ledger_row import LedgerRow
from models.state import State

MOST_ROWS = 50


class Task(Enum):
    """Why a row stands on the workbench."""

    COMPLETE = "complete"
    VERIFY = "verify"
    LEARN = "learn"


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing to do. `words` are those of the person who wants it, or the code why a step took no effect."""

    task: Task
    finding: FindingId
    row: LedgerRow
    words: str
    since: datetime


def to_do(findings: Findings) -> tuple[ToDo, ...]:
    """Returned to me, then what did not take effect, then what I have to verify; oldest first within each."""
    rows = findings.page(Filter(Tab.MINE), order=Order.CHANGED, descending=False, limit=MOST_ROWS)
    returned = [
        ToDo(Task.COMPLETE, row.id, row, row.returned_because, row.changed_at)
        for row in rows
        if row.state is State.RETURNED
    ]
    learn = []
    for finding, _, reason in findings.ineffective():
        if (row := findings.row(finding)) is not None:
            learn.append(ToDo(Task.LEARN, finding, row, reason, row.changed_at))
    verify = [ToDo(Task.VERIFY, row.id, row, row.place, row.recorded_at) for row in rows if row.state is State.REPORTED]
    return tuple([*returned, *learn, *verify][:MOST_ROWS])
