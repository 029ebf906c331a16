"""The answer to a batch on the wire: runs of numbers, and what differs from them."""

import json
from collections.abc import Iterator, Mapping

from models.answers import Answer, Run


def runs_of(numbers: Mapping[int, int]) -> tuple[Run, ...]:
    """Runs in which number and dseq grow together; `numbers` in the order of its keys."""
    return tuple(Run(first, count, number) for first, count, number in _runs(numbers))


def encode_answer(answer: Answer) -> bytes:
    """As the device reads it: {"runs", "refused", "ineffective", "numbers", "received_at"}."""
    plain = {
        "runs": [[run.first_dseq, run.count, run.number] for run in answer.runs],
        "refused": [{"dseq": one.dseq, "code": one.code, "values": dict(one.values)} for one in answer.refused],
        "ineffective": [{"dseq": dseq, "reason": reason} for dseq, reason in answer.ineffective.items()],
        "numbers": list(_finding_runs(answer.finding_numbers)),
        "received_at": answer.received_at,
    }
    return json.dumps(plain, ensure_ascii=False, default=str).encode()


def _finding_runs(numbers: Mapping[int, str]) -> Iterator[list[object]]:
    """[dseq, count, "320402-2026-", first]: consecutive entries that raised findings with consecutive numbers."""
    by_prefix: dict[str, dict[int, int]] = {}
    for dseq, number in numbers.items():
        prefix, dash, digits = number.rpartition("-")
        by_prefix.setdefault(prefix + dash, {})[dseq] = int(digits)
    for prefix, counts in by_prefix.items():
        for first, count, start in _runs(counts):
            yield [first, count, prefix, start]


def _runs(numbers: Mapping[int, int]) -> Iterator[tuple[int, int, int]]:
    first = count = start = 0
    for dseq, number in numbers.items():
        if count and (dseq, number) == (first + count, start + count):
            count += 1
            continue
        if count:
            yield first, count, start
        first, count, start = dseq, 1, number
    if count:
        yield first, count, start
