"""Where the exchange stands: batches, answers, pages; and that the ledger always equals the sum."""

from pathlib import Path

import pytest
from sqlalchemy import select

from models import rebuilding
from models.answers import Answer, Incoming, RefusedEntry, Run
from models.entries import Verdict, encode
from models.errors import Malformed
from models.facts import Classification, Redescribed, Returned, Verified
from models.finding import Finding
from models.findings import Filter, Tab
from models.head import Batch, Bookmark
from models.ids import FindingId, new_id
from models.ledger_tables import LEDGER
from models.state import State
from models.store import Store
from models.vocabulary import ReturnReason, Severity
from tests.builders import open_store, posted, raise_one, raised

AT = "2026-11-22T12:00:05.000+08:00"


def outgoing(store: Store) -> Batch:
    batch = store.head.outgoing()
    assert batch is not None
    return batch


def one(store: Store, finding: str) -> Finding:
    found = store.findings.one(FindingId(finding))
    assert found is not None
    return found


def ledger_equals_sum(store: Store) -> bool:
    """The ledger kept, and the one rebuilt from nothing, are the same rows."""

    def rows() -> list[tuple[object, ...]]:
        with store.database.reading() as connection:
            return [tuple(row) for row in connection.execute(select(LEDGER).order_by(LEDGER.c.id))]

    kept = rows()
    rebuilding.rebuild(store.database)
    return kept == rows()


def incoming(fact: object, subject: str, number: int, author: str = "", reason: str | None = None) -> Incoming:
    item = posted(fact, subject=subject, author=author or new_id(), device="f" * 32, dseq=number)  # type: ignore[arg-type]
    return Incoming(item.device, number, Verdict(number, reason, "", AT), encode(item.entry).decode())


def test_nothing_to_send(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    assert store.head.outgoing() is None
    store.close()


def test_a_batch_keeps_both_limits_but_never_stands_still(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    for colour in ("red", "green", "blue"):
        raise_one(store, colour)
    assert len(outgoing(store).bodies) == 3
    for limits, expected in (((2, 10**6), 2), ((500, 1), 1)):
        batch = store.head.outgoing(*limits)
        assert batch is not None
        assert len(batch.bodies) == expected
    store.close()


def test_confirmed_findings_get_their_numbers(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    first, second = raise_one(store, "red"), raise_one(store, "blue")
    batch = outgoing(store)
    numbers = {1: "320402-2026-000007", 2: "320402-2026-000008"}
    store.head.take_answer(batch, Answer((Run(1, 2, 41),), (), {}, numbers, AT))
    assert [one(store, finding).number for finding in (first, second)] == list(numbers.values())
    assert [row.number for row in store.findings.page()] == ["320402-2026-000008", "320402-2026-000007"]
    assert [line.number for line in one(store, second).history] == [42]
    assert store.head.outgoing() is None
    assert store.findings.safety().records == 0
    assert ledger_equals_sum(store)
    store.close()


def test_refused_stays_here_and_does_not_block(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    bad, good = raise_one(store, "red"), raise_one(store, "blue")
    answer = Answer(
        (Run(2, 1, 9),), (RefusedEntry(1, "outside_scope", {"grid": "1"}),), {}, {2: "320402-2026-000001"}, AT
    )
    store.head.take_answer(outgoing(store), answer)
    assert store.head.outgoing() is None
    assert store.findings.safety().refused == 1
    assert {row.id for row in store.findings.page(Filter(Tab.UNSENT))} == {bad}
    assert one(store, bad).state is State.REPORTED
    assert one(store, good).number
    assert ledger_equals_sum(store)
    store.close()


def test_an_answer_that_does_not_fit_changes_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    raise_one(store)
    with pytest.raises(Malformed):
        store.head.take_answer(outgoing(store), Answer((), (), {}, {}, AT))
    assert len(outgoing(store).bodies) == 1
    store.close()


def test_a_step_that_came_too_late_is_told(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    finding = raise_one(store)
    store.head.take_answer(outgoing(store), Answer((Run(1, 1, 1),), (), {}, {1: "320402-2026-000001"}, AT))
    store.pen.record([Redescribed("离线时改的描述，十个字以上")], finding=FindingId(finding))
    store.head.take_answer(outgoing(store), Answer((Run(2, 1, 3),), (), {2: "state_T1"}, {}, AT))
    line = one(store, finding).history[-1]
    assert (line.effective, line.reason, line.number) == (False, "state_T1", 3)
    assert one(store, finding).description == raised().description
    (lost,) = store.findings.without_effect()
    assert (lost.finding, lost.kind, lost.reason) == (finding, "redescribed", "state_T1")
    assert ledger_equals_sum(store)
    store.close()


def test_a_page_is_posted_with_its_bookmark_and_known_entries_are_passed_over(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    changed: list[set[str]] = []
    store.on_findings.append(changed.append)
    finding = new_id()
    page = [incoming(raised(), finding, 1), incoming(Verified(Classification("A02", Severity.MAJOR)), finding, 2)]
    mark = Bookmark("epoch", 2, "ab" * 32)
    for _ in range(2):
        store.head.take_page(page, mark)
    assert one(store, finding).state is State.VERIFIED
    assert store.head.state().bookmark == mark
    assert changed == [{finding}]
    assert [status.sha256 for status in store.photos.wanted()] == [one(store, finding).photos[0].sha256]
    assert ledger_equals_sum(store)
    store.close()


def test_a_garbled_page_changes_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    good = incoming(raised(), new_id(), 1)
    bad = Incoming("f" * 32, 2, Verdict(2), good.body[:100])
    with pytest.raises(Malformed):
        store.head.take_page([good, bad], Bookmark("epoch", 2, "ab" * 32))
    assert store.findings.count() == 0
    assert store.head.state().bookmark == Bookmark()
    store.close()


def test_returned_finding_stands_on_the_raisers_workbench(tmp_path: Path) -> None:
    from models.to_do import Task, read_agenda

    store = open_store(tmp_path)
    finding = raise_one(store)
    store.head.take_answer(outgoing(store), Answer((Run(1, 1, 1),), (), {}, {1: "320402-2026-000001"}, AT))
    back = Returned((ReturnReason.PHOTO_UNCLEAR,), "第二张照片看不清楚")
    store.head.take_page([incoming(back, finding, 2)], Bookmark("epoch", 2, "ab" * 32))
    (row,) = read_agenda(store).rows
    assert (row.task, row.finding, row.words) == (Task.COMPLETE, finding, "第二张照片看不清楚")
    assert store.findings.tab_counts()[Tab.RETURNED] == 1
    store.close()


def test_a_value_of_a_newer_program_is_kept_and_shown_as_such(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    finding = new_id()
    first, newer = incoming(raised(), finding, 1), incoming(Redescribed("会被改坏的描述，十个字以上"), finding, 2)
    newer = Incoming(newer.device, 2, newer.verdict, newer.body.replace('"description":"', '"text":"'))
    store.head.take_page([first, newer], Bookmark("epoch", 2, "ab" * 32))
    assert one(store, finding).newer_kinds == ("redescribed",)
    assert store.findings.page()[0].odd
    store.close()
