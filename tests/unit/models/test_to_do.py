"""The rows of the workbench: what is missing, whose words, more than fifty, and steps that took no effect."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from models import journal, to_do
from models.clock import MovableClock
from models.facts import (
    AcceptanceApplied,
    AcceptanceArranged,
    ClosureSubmitted,
    Enlisted,
    EvidenceAttached,
    ProgressReported,
    Raised,
    Returned,
    SignedFor,
)
from models.findings import Filter, Matter, Tab
from models.store import Store
from models.tables import ENTRY
from models.to_do import Task, learn, learned, read_agenda
from tests.builders import clock, open_store
from tests.line import HUNDRED, Cast, cast, setbacks
from tests.stages import bring, say


@pytest.fixture
def people() -> Cast:
    """One of each."""
    return cast()


@pytest.fixture
def store(tmp_path: Path, people: Cast) -> Iterator[Store]:
    """Of the village's officer."""
    opened = open_store(tmp_path, people.unit, clock())
    yield opened
    opened.close()


def later(store: Store, **step: float) -> None:
    """Time goes by."""
    assert isinstance(store.clock, MovableClock)
    store.clock.advance(timedelta(**step))


def test_a_month_that_was_not_reported_comes_before_applying(store: Store, people: Cast) -> None:
    finding = bring(store, people, EvidenceAttached, days_ago=30)
    (row,) = read_agenda(store).rows
    assert (row.action, row.missing) == ("apply", 0)
    silent = bring(store, people, SignedFor, days_ago=30)
    actions = {row.finding: row.action for row in read_agenda(store).rows}
    assert actions == {finding: "apply", silent: "report_progress"}
    assert [row.id for row in store.findings.page(Filter(matter=Matter.UNREPORTED))] == [silent]


def test_a_refusal_is_told_in_the_words_of_who_refused(store: Store, people: Cast) -> None:
    finding = bring(store, people, AcceptanceArranged)
    say(store, people.station, setbacks()[0], finding)
    (row,) = read_agenda(store).rows
    assert (row.words, row.speaker, row.action) == ("东侧仍有裸土未覆盖。", people.station.id, "apply")
    assert [row.id for row in store.findings.page(Filter(matter=Matter.REFUSED))] == [finding]


def test_papers_that_were_sent_back_say_why(tmp_path: Path, people: Cast) -> None:
    store = open_store(tmp_path / "station", people.station, clock())
    finding = bring(store, people, ClosureSubmitted)
    say(store, people.bureau, setbacks()[1], finding)
    (row,) = read_agenda(store).rows
    assert (row.words, row.speaker, row.action) == (
        "验收表缺第二位核查人员的签字。",
        people.bureau.id,
        "submit_closure",
    )
    store.close()


def test_nobody_accepts_what_they_applied_for(tmp_path: Path, people: Cast) -> None:
    store = open_store(tmp_path / "station", people.station, clock())
    bring(store, replace(people, unit=people.station), AcceptanceApplied)
    assert store.findings.count(Filter(Tab.TO_ACCEPT)) == 1
    assert read_agenda(store).rows == ()
    store.close()


def test_nobody_verifies_what_they_logged(tmp_path: Path, people: Cast) -> None:
    store = open_store(tmp_path / "station", people.station, clock())
    bring(store, replace(people, inspector=people.station), Raised)
    assert read_agenda(store).rows == ()
    store.close()


def test_a_deadline_passes_at_midnight(store: Store, people: Cast) -> None:
    bring(store, people, SignedFor, days_left=0)
    later(store, hours=11, minutes=59)
    assert [row.task for row in read_agenda(store).rows] == [Task.DUE_TODAY]
    later(store, minutes=1)
    assert [row.task for row in read_agenda(store).rows] == [Task.OVERDUE]


@pytest.mark.parametrize(
    ("role", "order"),
    [("bureau", [Task.TURN, Task.OVERDUE]), ("station", [Task.OVERDUE, Task.TURN])],
)
def test_whoever_oversees_has_their_own_turn_first(tmp_path: Path, people: Cast, role: str, order: list[Task]) -> None:
    store = open_store(tmp_path, getattr(people, role), clock())
    bring(store, people, SignedFor, days_ago=30, days_left=-12)
    bring(store, people, Enlisted if role == "bureau" else AcceptanceApplied, days_ago=3)
    assert [row.task for row in read_agenda(store).rows] == order
    store.close()


def test_more_than_fifty_are_named_and_not_listed(store: Store, people: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(to_do, "MOST_ROWS", 2)
    for days in (-1, 1, 30, 40, 50):
        bring(store, people, SignedFor, days_ago=5, days_left=days)
    agenda = read_agenda(store)
    assert (len(agenda.rows), agenda.more) == (2, 3)


def test_what_was_sent_back_to_me_is_first_however_much_else_waits(
    tmp_path: Path, people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(to_do, "MOST_ROWS", 2)
    store = open_store(tmp_path / "station", people.station, clock())
    for days in (9, 8, 7):
        bring(store, people, AcceptanceApplied, days_ago=days)
    mine = bring(store, replace(people, inspector=people.station), Raised)
    say(store, people.colleague, Returned((), "请补一张能看到门牌的照片。"), mine)
    assert [(row.task, row.finding == mine) for row in read_agenda(store).rows] == [
        (Task.COMPLETE, True),
        (Task.TURN, False),
    ]
    store.close()


def lose(store: Store, kind: str, reason: str) -> str:
    """Everything is with the bureau, and the last entry of a kind took no effect there. Returns that entry."""
    with store.database.writing() as connection:
        entries = connection.execute(select(ENTRY.c.id, ENTRY.c.kind, ENTRY.c.subject).order_by(ENTRY.c.id)).all()
        for number, entry in enumerate(entries, start=1):
            connection.execute(update(ENTRY).where(ENTRY.c.id == entry.id).values(number=number))
        lost = [entry for entry in entries if entry.kind == kind][-1]
        connection.execute(update(ENTRY).where(ENTRY.c.id == lost.id).values(reason=reason))
        journal.readd(connection, [lost.subject])
    return str(lost.id)


def test_a_step_without_effect_says_who_came_before(tmp_path: Path, people: Cast) -> None:
    store = open_store(tmp_path / "station", people.station, clock())
    finding = bring(store, people, ClosureSubmitted)
    say(store, people.bureau, setbacks()[1], finding)
    later(store, minutes=10)
    say(store, people.station, ClosureSubmitted(HUNDRED), finding)
    entry = lose(store, "closure_submitted", "state_T5")
    (row,) = read_agenda(store).rows
    assert (row.task, row.action) == (Task.LEARN, "")
    assert row.lost is not None
    assert (row.lost.entry, row.lost.kind, row.lost.reason) == (entry, "closure_submitted", "state_T5")
    assert row.lost.before is not None
    assert (row.lost.before.kind, row.lost.before.author) == ("closure_returned", people.bureau.id)
    store.close()


def test_a_step_without_effect_is_told_until_it_is_known_and_never_again(tmp_path: Path, people: Cast) -> None:
    folder = tmp_path / "unit"
    store = open_store(folder, people.unit, clock())
    bring(store, people, ProgressReported)
    entry = lose(store, "progress_reported", "state_T4")
    assert [row.task for row in read_agenda(store).rows] == [Task.LEARN]
    learn(store.settings, entry)
    learn(store.settings, entry)
    store.close()
    again = open_store(folder, people.unit, clock())
    assert learned(again.settings) == {entry}
    assert [row.task for row in read_agenda(again).rows] == [Task.TURN]
    again.close()
