"""The answer on the wire: runs, and what differs from them."""

import json

import pytest

from models.answers import Answer, RefusedEntry, Run
from server.exchange.answering import encode_answer, runs_of


@pytest.mark.parametrize(
    ("numbers", "runs"),
    [
        ({}, ()),
        ({7: 100}, (Run(7, 1, 100),)),
        ({1: 10, 2: 11, 3: 12}, (Run(1, 3, 10),)),
        ({1: 10, 3: 11}, (Run(1, 1, 10), Run(3, 1, 11))),
        ({1: 10, 2: 5, 3: 6}, (Run(1, 1, 10), Run(2, 2, 5))),
    ],
)
def test_runs(numbers: dict[int, int], runs: tuple[Run, ...]) -> None:
    """A run goes on while both count up by one."""
    assert runs_of(numbers) == runs


def test_encode() -> None:
    """Every part, as devices read it."""
    answer = Answer(
        (Run(1, 2, 10),),
        (RefusedEntry(3, "outside_scope", {"grid": "x"}),),
        {2: "own_submission"},
        {1: "320402-2026-000009", 4: "320402-2026-000010", 5: "320402-2027-000001"},
        "2026-11-22T12:00:00.000+08:00",
    )
    assert json.loads(encode_answer(answer)) == {
        "runs": [[1, 2, 10]],
        "refused": [{"dseq": 3, "code": "outside_scope", "values": {"grid": "x"}}],
        "ineffective": [{"dseq": 2, "reason": "own_submission"}],
        "numbers": [[1, 1, "320402-2026-", 9], [4, 1, "320402-2026-", 10], [5, 1, "320402-2027-", 1]],
        "received_at": "2026-11-22T12:00:00.000+08:00",
    }
