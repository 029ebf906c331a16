"""Whose turn it is, by role: 待我办, the verb of each row, the order of the workbench, and what counters count."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from models.facts import (
    AcceptanceApplied,
    AcceptanceArranged,
    AcceptancePassed,
    Classification,
    ClosureSubmitted,
    Dispatched,
    Enlisted,
    Fact,
    NoticePublished,
    Raised,
    Returned,
    SignedFor,
    Verified,
)
from models.findings import Filter, Matter, Tab
from models.ids import FindingId
from models.people import Role
from models.store import Store
from models.to_do import Task, ToDo, read_agenda
from models.vocabulary import ReturnReason, Severity
from tests.builders import COUNTY, clock, open_store, person
from tests.line import OFFICE, cast
from tests.stages import as_seen_by, bring, say

STAGES: dict[str, tuple[type[Fact], dict[str, Any]]] = {
    "reported": (Raised, {}),
    "returned": (Raised, {}),
    "verified": (Verified, {}),
    "enlisted slight": (Enlisted, {}),
    "enlisted serious": (Enlisted, {"classification": Classification("A01", Severity.SERIOUS)}),
    "to sign": (Dispatched, {}),
    "village overdue": (SignedFor, {"days_ago": 10, "days_left": -3}),
    "office overdue": (SignedFor, {"days_ago": 10, "days_left": -2, "unit": OFFICE}),
    "due today": (SignedFor, {"days_left": 0}),
    "due soon": (SignedFor, {"days_left": 3}),
    "working": (SignedFor, {}),
    "applied": (AcceptanceApplied, {}),
    "accepting": (AcceptanceArranged, {}),
    "accepted": (AcceptancePassed, {}),
    "closing": (ClosureSubmitted, {}),
    "notice running": (NoticePublished, {}),
    "notice over": (NoticePublished, {"days_ago": 7}),
}


class Town:
    """One finding of each stage, on one laptop."""

    def __init__(self, folder: Path) -> None:
        """Each step is recorded by the people whose step it is."""
        self.store = open_store(folder, PEOPLE.station, clock())
        self.findings = {name: bring(self.store, PEOPLE, upto, **more) for name, (upto, more) in STAGES.items()}
        say(self.store, PEOPLE.station, Returned((ReturnReason.OTHER,), "请补一张全景"), self.findings["returned"])

    def seen_by(self, who: str) -> Store:
        """The laptop of one of WATCHERS."""
        return as_seen_by(self.store, WATCHERS[who])

    def names(self, ids: Iterable[str]) -> list[str]:
        """What each finding is called here."""
        called = {finding: name for name, finding in self.findings.items()}
        return [called[FindingId(one)] for one in ids]

    def rows(self, who: str) -> dict[str, ToDo]:
        """What stands on the workbench of one of WATCHERS, by what the finding is called."""
        rows = read_agenda(self.seen_by(who)).rows
        named = dict(zip(self.names(row.finding for row in rows), rows, strict=True))
        assert len(named) == len(rows), "each stands once"
        return named


PEOPLE = cast()
WATCHERS = {
    "inspector": PEOPLE.inspector,
    "station": PEOPLE.station,
    "unit": PEOPLE.unit,
    "bureau": PEOPLE.bureau,
    "city": person(Role.CITY, area=COUNTY),
    "leader": person(Role.LEADER, area=COUNTY),
}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Only asked, never changed."""
    made = Town(tmp_path_factory.mktemp("town"))
    yield made
    made.store.close()


BOARD = {"enlisted slight", "enlisted serious", "closing", "notice over"}
MINE = {
    "inspector": {"returned"},
    "station": {
        "reported",
        "verified",
        "enlisted slight",
        "village overdue",
        "applied",
        "accepting",
        "accepted",
    },
    "unit": {"to sign", "village overdue", "due today", "due soon", "working"},
    "bureau": BOARD,
    "city": BOARD,
    "leader": set(),
}


@pytest.mark.parametrize("who", list(WATCHERS))
def test_what_is_for_me_to_do(town: Town, who: str) -> None:
    findings = town.seen_by(who).findings
    rows = findings.page(Filter(Tab.MINE))
    assert set(town.names(row.id for row in rows)) == MINE[who]
    assert findings.tab_counts()[Tab.MINE] == len(MINE[who])


ACTIONS = {
    "inspector": {
        "returned": "resubmit",
        "village overdue": "attach_evidence",
        "office overdue": "attach_evidence",
        "due today": "attach_evidence",
        "due soon": "attach_evidence",
    },
    "station": {
        "village overdue": "apply",
        "office overdue": "",
        "due today": "apply",
        "due soon": "apply",
        "reported": "verify",
        "verified": "enlist",
        "enlisted slight": "dispatch",
        "applied": "arrange",
        "accepting": "accept",
        "accepted": "submit_closure",
    },
    "unit": {
        "village overdue": "apply",
        "office overdue": "",
        "due today": "apply",
        "due soon": "apply",
        "to sign": "sign",
        "working": "apply",
    },
    "bureau": {
        "village overdue": "",
        "office overdue": "",
        "due today": "",
        "due soon": "",
        "enlisted slight": "dispatch",
        "enlisted serious": "dispatch",
        "closing": "publish",
        "notice over": "close",
    },
}


@pytest.mark.parametrize("who", list(ACTIONS))
def test_each_row_has_the_verb_of_its_next_step(town: Town, who: str) -> None:
    assert {name: row.action for name, row in town.rows(who).items()} == ACTIONS[who]


@pytest.mark.parametrize("who", list(ACTIONS))
def test_the_most_urgent_stands_first(town: Town, who: str) -> None:
    order = list(Task)
    if who == "bureau":  # what is overdue is others' to do
        order.insert(order.index(Task.OVERDUE), order.pop(order.index(Task.TURN)))
    tasks = [order.index(row.task) for row in town.rows(who).values()]
    assert tasks == sorted(tasks)


def test_the_longest_overdue_comes_before_the_others(town: Town) -> None:
    assert list(town.rows("unit"))[:4] == ["village overdue", "office overdue", "due today", "due soon"]


def test_the_second_line_has_what_somebody_wants_and_what_is_missing(town: Town) -> None:
    rows = town.rows("station")
    assert (rows["applied"].words, rows["applied"].speaker) == ("已全部完成。", PEOPLE.unit.id)
    assert rows["due today"].missing == 2, "open measures, and a place without a photo of after"
    returned = town.rows("inspector")["returned"]
    assert (returned.words, returned.speaker) == ("请补一张全景", PEOPLE.station.id)


MATTERS = {
    Matter.DUE_TODAY: {"due today"},
    Matter.DUE_SOON: {"due today", "due soon"},
    Matter.OVERDUE: {"village overdue", "office overdue"},
    Matter.PRESSING: {"village overdue", "office overdue", "due today", "due soon"},
    Matter.UNREPORTED: set(),
    Matter.TO_SIGN: {"to sign"},
    Matter.REFUSED: set(),
    Matter.TO_REVIEW: {"closing"},
    Matter.NOTICE_OVER: {"notice over"},
    Matter.RETURNED_TO_ME: set(),
}


@pytest.mark.parametrize("matter", list(Matter))
def test_what_a_counter_counts_is_what_its_ledger_holds(town: Town, matter: Matter) -> None:
    findings = town.seen_by("bureau").findings
    rows = findings.page(Filter(matter=matter))
    assert set(town.names(row.id for row in rows)) == MATTERS[matter]
    assert findings.count(Filter(matter=matter)) == len(MATTERS[matter])


def test_what_was_sent_back_is_sent_back_to_whoever_logged_it(town: Town) -> None:
    rows = town.seen_by("inspector").findings.page(Filter(matter=Matter.RETURNED_TO_ME))
    assert set(town.names(row.id for row in rows)) == {"returned"}
