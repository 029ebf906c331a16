"""Cursors: what was handed out is read again, anything else is refused in one sentence."""

import base64
import json
from typing import Any

import pytest

from server.cursor import Place, Sort, read_cursor
from server.problems import Problem


def cursor(*plain: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(plain).encode()).decode()


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("descending", [False, True])
def test_read_again(sort: Sort, descending: bool) -> None:
    place = Place(sort, descending, after=("2026-11-22", "01a2", "T2")[: len(sort.columns)])
    assert read_cursor(place.text()) == place


@pytest.mark.parametrize(
    "text",
    [
        "x", "%%%", "W10", "", "=" * 100, "é", cursor(), cursor("due"), cursor("due", False), cursor("due", False, "a"),
        cursor("due", False, "a", "b", "c"), cursor("due", False, 1, 2), cursor("due", False, "a\0", "b"),
        cursor("due", False, "a" * 65, "b"), cursor("due", False, "中", "b"), cursor("due", "no", "a", "b"),
        cursor("due", None, "a", "b"), cursor("place", False, "a", "b"), cursor(["due"], False, "a", "b"),
        base64.urlsafe_b64encode(b"[" * 90).decode(), base64.urlsafe_b64encode(b'{"a": 1}').decode(),
    ],
)  # fmt: skip
def test_refused(text: str) -> None:
    with pytest.raises(Problem) as refused:
        read_cursor(text)
    assert (refused.value.status, refused.value.refusal.code) == (400, "cursor_unreadable")
