"""The form as a value: drafts come back as they were, even those of another version."""

import pytest

from gui.findings.form_values import (
    FormField,
    FormValues,
    from_draft,
    half_width,
    names_in,
    read_time,
    time_text,
    to_draft,
)
from models.facts import Answer
from models.vocabulary import OnSiteAction, PositionSource, QuantityUnit, Severity, Source
from tests.builders import photo

FULL = FormValues(
    photos=(photo(),),
    category="A01",
    further=("A02",),
    place="常焦路",
    description="写到一半",
    severity=Severity.SERIOUS,
    on_site=OnSiteAction.FIXED,
    party_name="常州宏业",
    amount="12.",
    unit=QuantityUnit.TONNE,
    found_text="2026-11-2",
    position_text="120.08",
    position_source=PositionSource.PERSON,
    grid="320402104203012",
    source=Source.PATROL,
    finder="x",
    companions=("李秀英",),
    emergency=True,
    answers=(Answer("found_in_future", "time_is_right"),),
    own=(FormField.PLACE, FormField.FOUND_AT),
)


@pytest.mark.parametrize("values", [FormValues(), FULL])
def test_a_draft_gives_back_what_was_typed(values: FormValues) -> None:
    """Half a time and half a position, too."""
    assert from_draft(to_draft(values)) == values


def test_a_draft_of_another_version_gives_back_what_can_be_read() -> None:
    body = to_draft(FULL) | {"severity": "catastrophic", "weather": "rain"}
    read = from_draft(body)
    assert (read.place, read.photos, read.severity) == (FULL.place, FULL.photos, FormValues().severity)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2026-11-22 15:18", "2026-11-22 15:18"),
        (" ２０２６-11-22 15:18 ", "2026-11-22 15:18"),
        ("2026/11/22 15:18", "2026-11-22 15:18"),
        ("2026-11-22", "2026-11-22 00:00"),
        ("昨天", None),
        ("2026-13-01 00:00", None),
        ("", None),
    ],
)
def test_times_are_read_as_people_write_them(text: str, shown: str | None) -> None:
    moment = read_time(text)
    assert (time_text(moment) if moment else None) == shown


def test_full_width_signs_from_wechat_become_narrow() -> None:
    assert half_width("１２０．０８，３１．８２") == "120.08,31.82"


def test_names_are_told_apart_however_they_are_separated() -> None:
    assert names_in("李秀英，周敏、李秀英; 王建国") == ("李秀英", "周敏", "王建国")


def test_next_keeps_type_place_and_party_and_nothing_of_the_photos() -> None:
    kept = FULL.for_next()
    assert (kept.category, kept.place, kept.party_name, kept.companions) == ("A01", "常焦路", "常州宏业", ("李秀英",))
    assert (kept.photos, kept.description, kept.amount, kept.answers, kept.emergency) == ((), "", "", (), False)
    assert kept.own == (FormField.PLACE,)
