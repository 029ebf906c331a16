"""Soft warnings: told while nobody answered, never blocking."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gui.findings.form_values import FormField, FormValues, time_text
from gui.findings.soft_warnings import open_warnings
from gui.findings.vicinity import NOTHING_KNOWN, Neighbour, Vicinity
from models.coordinates import Position
from models.facts import Answer, Photo
from models.ids import FindingId, new_id
from models.state import State
from models.vocabulary import TimeSource
from tests.builders import NOON, photo

HERE = Position(120.087312, 31.824605)


def shot(hours_ago: float = 1, **changes: object) -> Photo:
    """A photo that says when and where."""
    base = photo(taken_at=NOON - timedelta(hours=hours_ago), time_source=TimeSource.EXIF, position=HERE)
    return replace(base, **changes)  # type: ignore[arg-type]


ONE = shot()
CASES = {
    "nothing odd": ((ONE,), NOON, NOTHING_KNOWN, []),
    "no photos": ((), NOON, NOTHING_KNOWN, []),
    "a day apart": ((ONE,), NOON - timedelta(hours=24), NOTHING_KNOWN, []),
    "two days apart": ((ONE,), NOON - timedelta(days=2), NOTHING_KNOWN, ["photo_time_differs"]),
    "in ten minutes": ((), NOON + timedelta(minutes=10), NOTHING_KNOWN, []),
    "tomorrow": ((), NOON + timedelta(hours=14), NOTHING_KNOWN, ["found_in_future"]),
    "from WeChat": ((shot(time_source=TimeSource.FILE),), NOON, NOTHING_KNOWN, ["photo_without_time"]),
    "one without position": ((ONE, shot(position=None)), NOON, NOTHING_KNOWN, ["photo_without_position"]),
    "none with position": ((shot(position=None),), NOON, NOTHING_KNOWN, []),
    "used elsewhere": ((ONE,), NOON, Vicinity(used_elsewhere={ONE.sha256: "2026-001263"}), ["photo_used_elsewhere"]),
    "one nearby": (
        (ONE,),
        NOON,
        Vicinity(neighbour=Neighbour(FindingId(new_id()), "2026-001263", 60, NOON, State.REPORTED)),
        ["near_duplicate"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_odd_is_told(case: str) -> None:
    photos, found_at, around, codes = CASES[case]
    values = FormValues(photos=photos, found_text=time_text(found_at))
    found = open_warnings(values, around, NOON)
    assert [warning.code.partition(":")[0] for warning in found] == codes
    assert all(warning.text and warning.choices for warning in found)


def test_an_answer_is_recorded_and_ends_the_warning() -> None:
    values = FormValues(found_text=time_text(NOON + timedelta(hours=14)))
    (warning,) = open_warnings(values, NOTHING_KNOWN, NOON)
    assert "晚 14 小时" in warning.text
    answered = values.answered(Answer(warning.code, warning.choices[0].code))
    assert open_warnings(answered, NOTHING_KNOWN, NOON) == ()
    assert answered.answers == (Answer("found_in_future", "time_is_right"),)


def test_the_photo_time_is_offered_only_where_a_person_set_another() -> None:
    values = FormValues(photos=(ONE,), found_text=time_text(NOON - timedelta(days=2)))
    (by_itself,) = open_warnings(values, NOTHING_KNOWN, NOON)
    (by_hand,) = open_warnings(replace(values, own=(FormField.FOUND_AT,)), NOTHING_KNOWN, NOON)
    assert (len(by_itself.choices), len(by_hand.choices)) == (1, 2)
