"""Messages are read whole or not at all."""

import gzip
import json

import pytest

from models.answers import Answer, Departure, Incoming, RefusedEntry, Run
from models.entries import FIRST_LINK, Verdict, next_link
from models.errors import Malformed
from models.head import Batch, Bookmark
from models.ids import DeviceId, new_id
from sync.wire import Page, bookmark_text, push_message, read_answer, read_page

BODIES = ('{"a":"土方\t"}'.encode(), b'{"b":2}', b'{"c":3}')
TIP = next_link(next_link(next_link(FIRST_LINK, BODIES[0]), BODIES[1]), BODIES[2])
BATCH = Batch(DeviceId("d" * 32), 7, FIRST_LINK, TIP, BODIES)
AFTER = Bookmark("e" * 32, 40, "ab")
END = {
    "next": 50,
    "anchor": "cd",
    "more": True,
    "count": 2,
    "history": 0,
    "left": [],
    "epoch": "e" * 32,
    "reference": {"areas": 3},
}
LINES = (
    '41\t2026-11-22T16:02:11.120+08:00\tbbb\t3\t\t320402-2026-000123\t{"x":"a\\tb"}',
    '44\t2026-11-22T16:02:12.000+08:00\tccc\t9\tstate_verified\t\t{"y": \t1}',
)


OLD = (
    '3\t2026-11-20T16:02:11.120+08:00\taaa\t1\t\t320402-2026-000009\t{"z":1}',
    '42\t2026-11-22T16:02:11.500+08:00\tccc\t8\t\t\t{"z":2}',
)
GONE = new_id()


def page(*lines: str, **changes: object) -> bytes:
    """A page as the server writes it."""
    return "\n".join((*lines, json.dumps({**END, **changes}), "")).encode()


def answer(**changes: object) -> bytes:
    """An answer to BATCH as the server writes it."""
    plain = {"runs": [[7, 2, 100]], "refused": [{"dseq": 9, "code": "outside_scope", "values": {"grid": "1"}}]}
    rest = {"ineffective": [{"dseq": 8, "reason": "state_T8"}], "numbers": [[7, 1, "320402-2026-", 12]]}
    return json.dumps({**plain, **rest, "received_at": "2026", **changes}).encode()


def test_a_batch_travels_verbatim() -> None:
    header, *bodies, end = push_message(BATCH).split(b"\n")
    expected = {"device": "d" * 32, "dseq": 7, "prev": FIRST_LINK.hex(), "tip": TIP.hex()}
    assert json.loads(header) == expected
    assert tuple(bodies) == BODIES
    assert end == b""


def test_an_answer_is_read() -> None:
    assert read_answer(answer(), BATCH) == Answer(
        runs=(Run(7, 2, 100),),
        refused=(RefusedEntry(9, "outside_scope", {"grid": "1"}),),
        ineffective={8: "state_T8"},
        finding_numbers={7: "320402-2026-000012"},
        received_at="2026",
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"runs": []},
        {"runs": [[7, 3, 100]]},
        {"runs": [[7, 2, 100], [8, 1, 101]]},
        {"runs": [[6, 3, 100]]},
        {"runs": [[7, 0, 100], [7, 2, 100]]},
        {"runs": [[7, -1, 5]]},
        {"runs": "many"},
        {"refused": []},
        {"refused": [{"dseq": 10, "code": "x"}]},
        {"ineffective": [{"dseq": 9, "reason": "x"}]},
        {"numbers": [[9, 1, "320402-2026-", 1]]},
        {"numbers": [[7, 40, "320402-2026-", 1]]},
        {"received_at": None},
    ],
)
def test_an_answer_that_leaves_anything_open_is_refused_whole(changes: dict[str, object]) -> None:
    with pytest.raises(Malformed):
        read_answer(answer(**changes), BATCH)


@pytest.mark.parametrize("raw", [b"", b"null", b"[]", b"\xff", b"<html>", gzip.compress(b"{}")])
def test_what_is_no_answer_is_refused(raw: bytes) -> None:
    with pytest.raises(Malformed):
        read_answer(raw, BATCH)
    with pytest.raises(Malformed):
        read_page(raw, after=AFTER)


def test_a_page_is_read_with_bodies_as_they_are() -> None:
    assert read_page(page(*LINES), after=AFTER) == Page(
        lines=(
            Incoming(
                "bbb", 3, Verdict(41, None, "320402-2026-000123", "2026-11-22T16:02:11.120+08:00"), '{"x":"a\\tb"}'
            ),
            Incoming("ccc", 9, Verdict(44, "state_verified", "", "2026-11-22T16:02:12.000+08:00"), '{"y": \t1}'),
        ),
        bookmark=Bookmark("e" * 32, 50, "cd"),
        more=True,
        reference={"areas": 3},
    )


def test_a_page_cut_anywhere_is_refused_whole() -> None:
    whole = page(*LINES, *OLD, history=2, left=[[GONE, 43]])
    for length in range(len(whole) - 1):  # without the very last line end it is whole
        with pytest.raises(Malformed):
            read_page(whole[:length], after=AFTER)


@pytest.mark.parametrize(
    ("lines", "changes"),
    [
        (LINES[:1], {}),
        ((LINES[1], LINES[0]), {}),
        ((LINES[0], LINES[0]), {}),
        (LINES, {"next": 43}),
        (LINES, {"next": "50"}),
        ((), {"count": 0, "next": 40, "more": True}),
        ((), {"count": 0, "next": 39, "more": False}),
        (("39\t\ta\t1\t\t\t{}", LINES[1]), {}),
        (("41\t\ta\t1\t\t{}", LINES[1]), {}),
        (("x\t\ta\t1\t\t\t{}", LINES[1]), {}),
    ],
)
def test_a_page_that_contradicts_itself_is_refused(lines: tuple[str, ...], changes: dict[str, object]) -> None:
    with pytest.raises(Malformed):
        read_page(page(*lines, **changes), after=AFTER)


def test_what_comes_and_goes_is_read() -> None:
    read = read_page(page(*LINES, *OLD, history=2, left=[[GONE, 43]]), after=AFTER)
    assert [line.verdict.number for line in read.lines] == [41, 44]
    assert [(line.verdict.number, line.body) for line in read.history] == [(3, '{"z":1}'), (42, '{"z":2}')]
    assert read.left == (Departure(GONE, 43),)


@pytest.mark.parametrize(
    ("lines", "changes"),
    [
        ((*LINES, *OLD), {"history": 1}),
        ((*LINES, *OLD), {"history": 3}),
        ((*LINES, *OLD), {"count": 1, "history": 2}),
        ((*LINES, *OLD), {"count": 5, "history": -1}),
        ((*LINES, *OLD), {"count": 3, "history": 1}),
        ((*LINES, OLD[1], OLD[0]), {"history": 2}),
        ((*LINES, OLD[0], OLD[0]), {"history": 2}),
        ((*LINES, OLD[0], LINES[0]), {"history": 2}),
        ((*LINES, OLD[0], OLD[1].replace("42", "51", 1)), {"history": 2}),
        (OLD[:1], {"count": 0, "history": 1, "next": 40, "more": False}),
        (LINES, {"left": [[GONE, 40]]}),
        (LINES, {"left": [[GONE, 51]]}),
        (LINES, {"left": [[GONE, 43], [GONE, 44]]}),
        (LINES, {"left": [["somewhere", 43]]}),
        (LINES, {"left": [[GONE]]}),
        (LINES, {"left": None}),
        (LINES, {"history": None}),
    ],
)
def test_a_page_whose_comings_and_goings_do_not_fit_is_refused(
    lines: tuple[str, ...], changes: dict[str, object]
) -> None:
    with pytest.raises(Malformed):
        read_page(page(*lines, **changes), after=AFTER)


def test_nothing_new_is_a_page_too() -> None:
    read = read_page(page(count=0, next=40, more=False), after=AFTER)
    assert read.lines == ()
    assert not read.more


@pytest.mark.parametrize(("bookmark", "text"), [(Bookmark(), ""), (AFTER, "e" * 32 + ":40:ab")])
def test_the_bookmark_as_text(bookmark: Bookmark, text: str) -> None:
    assert bookmark_text(bookmark) == text
