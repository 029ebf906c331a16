"""Read quickly, a body says exactly what the strict reader says of it, whoever wrote it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import bodies, entries
from models.entries import Entry, encode
from models.errors import Malformed
from models.facts import Raised
from models.ids import new_id
from tests import line as straight
from tests.builders import photo, posted, raised

FACTS = (
    raised(),
    *(fact for _, fact in straight.line(raised(photos=(photo(),)), straight.cast())),
    *straight.setbacks(),
)
RAISED = encode(posted(raised(photos=(photo(),)), subject=new_id(), author=new_id()).entry).decode()
ODD: tuple[object, ...] = (
    None, True, 0, 1, -1, 2**53 + 1, 10**30, 10**400, 5.0, -0.0, 1e300, "", "a\x00b", "\ud800", [], {}, [None], "5",
    "2026-11-22", "2026-11-22T11:00:00", "2026-11-22 11:00:00.1234567+08:00", "2026-11-22T11:00:00.123Z",
    "0001-01-01T00:00:00.000+08:00", "2026-11-22T11:00:00.000+09:00", {"skew_ms": 2**60, "skew_age_s": 1},
)  # fmt: skip


def _paths(plain: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    return [path for key, value in items for path in ((*way, key), *_paths(value, (*way, key)))]


def _said(read: Any, body: str) -> Entry | str:
    try:
        entry: Entry = read(body)
    except Malformed as error:
        return str(error)
    return entry


def _changed(path: tuple[Any, ...], value: object, *, removed: bool = False) -> str:
    plain = json.loads(RAISED)
    target = plain
    for step in path[:-1]:
        target = target[step]
    if removed:
        del target[path[-1]]
    else:
        target[path[-1]] = value
    return json.dumps(plain)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
def test_every_kind_is_read_quickly(fact: Any) -> None:
    entry = posted(fact, subject=new_id(), author=new_id()).entry
    assert bodies._quick(encode(entry).decode()) == entry


@pytest.mark.parametrize("path", _paths(json.loads(RAISED)), ids=str)
def test_whatever_is_odd_is_the_strict_readers(path: tuple[Any, ...]) -> None:
    for body in (_changed(path, None, removed=True), *(_changed(path, value) for value in ODD)):
        assert _said(bodies.decode, body) == _said(entries.decode, body), body


@given(st.text(), st.integers(0, len(RAISED)), st.integers(0, 40))
def test_text_in_its_middle_changes_nothing_of_that(text: str, at: int, over: int) -> None:
    body = RAISED[:at] + text + RAISED[at + over :]
    assert _said(bodies.decode, body) == _said(entries.decode, body)


def test_what_a_newer_program_said_is_tolerated() -> None:
    body = _changed(("kind",), "drone_sent")
    assert bodies.tolerate(body) == entries.tolerate(body)
    assert isinstance(bodies.tolerate(RAISED).fact, Raised)
