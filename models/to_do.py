"""What a person must do today: the rows of 工作台, in the order of screens.md 2.1, each finding once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import chain

from models.facts import KINDS
from models.finding import Finding, Line
from models.findings import Filter, Findings, Matter, NoEffect, Order, Tab
from models.ids import EntryId, FindingId
from models.ledger_row import LedgerRow
from models.next_step import errand
from models.people import Person, Role
from models.reuse import reused_by
from models.settings import Settings
from models.state import State
from models.store import Store
from models.workflow import BY_FACT

MOST_ROWS = 50
_OVERSEES = frozenset({Role.BUREAU, Role.CITY})
"""What is overdue is others' to do: they look at it after what waits for themselves."""
_LEARNED = "learned_steps"
"""The setting that holds the entries whose fate the person knows."""


class Task(Enum):
    """Why a row stands on the workbench, the most urgent first."""

    COMPLETE = "complete"
    LEARN = "learn"
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    DUE_SOON = "due_soon"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class Lost:
    """A step of mine that took no effect: its entry and kind, why, and the step of somebody else that came before it."""

    entry: EntryId
    kind: str
    reason: str
    before: Line | None = None


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing to do. `words` are those of `speaker`, who wants it; `missing` counts what the next step still lacks."""

    task: Task
    finding: FindingId
    row: LedgerRow
    action: str = ""
    """The workflow's action that comes next for this person; empty: none is theirs, they may look."""
    words: str = ""
    speaker: str = ""
    missing: int = 0
    lost: Lost | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """The first rows, and how many more there are."""

    rows: tuple[ToDo, ...] = ()
    more: int = 0


def read_agenda(store: Store) -> Agenda:
    """Returned to me, what took no effect, overdue, due today, due soon, my turn; the longest waiting first.

    Whoever oversees has their own turn before what is due.
    """
    findings = store.findings
    lost = findings.without_effect(known=learned(store.settings))
    returned, mine = _rows(findings, Filter(matter=Matter.RETURNED_TO_ME)), _rows(findings, Filter(Tab.MINE))
    due, turn = _due(findings), _turn(mine)
    rest = (turn, due) if store.person.role in _OVERSEES else (due, turn)
    urgent = tuple(_once(chain(_returned(returned), _lost(findings, lost), *rest)))
    listed = urgent[:MOST_ROWS]
    whole = findings.several(row.id for _, row, _ in listed)
    rows = tuple(_to_do(store, task, row, what, whole[row.id]) for task, row, what in listed if row.id in whole)
    total = len(urgent) if len(urgent) < MOST_ROWS else max(len(urgent), findings.count_waiting())
    return Agenda(rows, total - len(listed))


def learned(settings: Settings) -> frozenset[EntryId]:
    """The steps without effect that the person was told of and has seen."""
    return frozenset(EntryId(entry) for entry in settings.get(_LEARNED).split())


def learn(settings: Settings, entry: str) -> None:
    """The person knows of this one: it is not told again."""
    settings.put(_LEARNED, " ".join(sorted({*learned(settings), entry})))


_Found = tuple[Task, LedgerRow, NoEffect | None]


def _once(found: Iterable[_Found]) -> Iterator[_Found]:
    seen: set[str] = set()
    for task, row, lost in found:
        if row.id not in seen:
            seen.add(row.id)
            yield task, row, lost


def _returned(returned: Iterable[LedgerRow]) -> Iterator[_Found]:
    for row in returned:
        yield Task.COMPLETE, row, None


def _lost(findings: Findings, lost: Iterable[NoEffect]) -> Iterator[_Found]:
    for one in lost:
        if (row := findings.row(one.finding)) is not None:
            yield Task.LEARN, row, one


def _due(findings: Findings) -> Iterator[_Found]:
    today = findings.today
    for row in _rows(findings, Filter(matter=Matter.PRESSING), Order.DUE):
        if row.timing is not None:
            left = (row.timing.deadline - today).days
            yield (Task.OVERDUE if left < 0 else Task.DUE_SOON if left else Task.DUE_TODAY), row, None


def _turn(mine: Iterable[LedgerRow]) -> Iterator[_Found]:
    for row in mine:
        yield Task.TURN, row, None


def _rows(findings: Findings, wanted: Filter, order: Order = Order.CHANGED) -> tuple[LedgerRow, ...]:
    return findings.page(wanted, order=order, descending=False, limit=MOST_ROWS)


def _to_do(store: Store, task: Task, row: LedgerRow, lost: NoEffect | None, finding: Finding) -> ToDo:
    if lost is not None:
        before = _before(finding, lost.entry, store.person)
        return ToDo(task, row.id, row, lost=Lost(lost.entry, lost.kind, lost.reason, before))
    next_one = errand(finding, store.person, store.findings.today, reused_by(store.database, finding))
    speaker, words = _asked(finding)
    return ToDo(task, row.id, row, next_one.action, words, speaker, next_one.missing)


def _before(finding: Finding, entry: EntryId, person: Person) -> Line | None:
    """The last step of somebody else before this one that moved the finding on."""
    lines = list(finding.history)
    place = next((place for place, line in enumerate(lines) if line.entry == entry), 0)
    moved = (line for line in reversed(lines[:place]) if line.effective and line.author != person.id and _moves(line))
    return next(moved, None)


def _moves(line: Line) -> bool:
    return line.kind in KINDS and BY_FACT[KINDS[line.kind]].to is not None


def _asked(finding: Finding) -> tuple[str, str]:
    """Who wants something of whoever is next, in their words."""
    task = finding.rectification
    if finding.state is State.RETURNED:
        senders = (line.author for line in reversed(finding.history) if line.kind == "returned" and line.effective)
        return next(senders, ""), finding.returned_because
    if task is None:
        return "", ""
    if finding.state is State.RECTIFYING and task.refused:
        return task.refused[-1].author, task.refused[-1].fact.reason
    if finding.state in (State.COMPLETED, State.ACCEPTING) and task.application:
        return task.application.author, task.application.fact.description
    if finding.state is State.ACCEPTED and task.returned:
        return task.returned.author, task.returned.fact.reason
    return "", ""
