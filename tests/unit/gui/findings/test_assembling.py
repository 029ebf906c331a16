"""What the form would say as facts, and what keeps it from saying it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gui.findings.assembling import amount_of, correction_gaps, corrections, exact_position, gaps, raised
from gui.findings.form_values import FormField, FormValues, of_finding, position_text, time_text
from models.coordinates import Position
from models.entries import FINDING, Subject
from models.facts import Party, PartyNamed, PhotoAttached, Quantity, Reclassified, Redescribed, Relocated, Resubmitted
from models.finding import Finding
from models.ids import new_id
from models.ledger import add_up
from models.vocabulary import PositionSource, QuantityUnit, Severity, Source, TimeSource
from tests.builders import GRID, NOON, photo, posted
from tests.builders import raised as a_raised

EXACT = Position(120.0873123, 31.8246054)
GOOD = FormValues(
    photos=(photo(position=EXACT, taken_at=NOON, time_source=TimeSource.EXIF),),
    category="A01",
    place="常焦路与丰北路路口",
    description="工地东侧土方堆放约1200平方米，没有覆盖。",
    found_text=time_text(NOON),
    position_text=position_text(EXACT),
    position_source=PositionSource.EXIF,
    grid=GRID,
    source=Source.PATROL,
    finder="p",
)


def a_finding() -> Finding:
    """As it was logged."""
    author = new_id()
    found = add_up(Subject(FINDING, new_id()), [posted(a_raised(), subject=new_id(), author=author)])
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({}, None, None),
        ({"photos": ()}, FormField.PHOTOS, "photo_before"),
        ({"category": ""}, FormField.CATEGORY, "category_missing"),
        ({"place": " "}, FormField.PLACE, "place_missing"),
        ({"place": "路口"}, FormField.PLACE, "too_short"),
        ({"description": "有扬尘"}, FormField.DESCRIPTION, "too_short"),
        ({"description": "现场约〔数量〕平方米土方裸露未覆盖。"}, FormField.DESCRIPTION, "blank_left"),
        ({"description": "见苏环函〔2026〕38号，出入口未冲洗。"}, None, None),
        ({"description": "字" * 5000}, FormField.DESCRIPTION, "too_long"),
        ({"amount": "很多"}, FormField.QUANTITY, "amount_unreadable"),
        ({"found_text": "昨天"}, FormField.FOUND_AT, "found_at_unreadable"),
        ({"found_text": time_text(NOON - timedelta(days=8))}, FormField.FOUND_AT, "late_reason"),
        ({"found_text": time_text(NOON - timedelta(days=8)), "late_reason": "休假"}, None, None),
        ({"position_text": ""}, FormField.POSITION, "position_or_reason"),
        ({"position_text": "", "no_position_reason": "照片没有定位信息"}, None, None),
        ({"position_text": "31.824605,120.087312"}, FormField.POSITION, "position_swapped"),
        ({"position_text": "0,0"}, FormField.POSITION, "position_null"),
        ({"grid": ""}, FormField.GRID, "grid_missing"),
        ({"source": None}, FormField.SOURCE, "source_missing"),
    ],
)
def test_gaps(changes: dict[str, object], field: FormField | None, code: str | None) -> None:
    """One gap a field, by the code that its sentence has."""
    found = gaps(replace(GOOD, **changes), NOON)  # type: ignore[arg-type]
    assert [(gap.field, gap.code) for gap in found] == ([(field, code)] if field else [])


def test_gaps_come_in_the_order_of_the_form() -> None:
    order = [gap.field.order for gap in gaps(FormValues(), NOON)]
    assert len(order) >= 6
    assert order == sorted(order)


def test_the_entry_keeps_all_the_decimals_of_the_photo() -> None:
    assert exact_position(GOOD) == EXACT
    typed = replace(GOOD, position_source=PositionSource.PERSON)
    assert exact_position(typed) == Position(120.087312, 31.824605)


@pytest.mark.parametrize(
    ("own", "photos", "source"),
    [
        ((), GOOD.photos, TimeSource.EXIF),
        ((), (), TimeSource.CLOCK),
        ((FormField.FOUND_AT,), GOOD.photos, TimeSource.PERSON),
    ],
)
def test_the_entry_says_where_its_time_comes_from(
    own: tuple[FormField, ...], photos: tuple[object, ...], source: TimeSource
) -> None:
    values = replace(GOOD, own=own, photos=photos)  # type: ignore[arg-type]
    assert raised(values, NOON).found_at_source is source


def test_quantity_and_party_are_whole_or_absent() -> None:
    fact = raised(replace(GOOD, amount="1,200.5", unit=QuantityUnit.SQUARE_METRE, party_name=" 常州宏业 "), NOON)
    assert (fact.quantity, fact.party) == (Quantity(1200.5, QuantityUnit.SQUARE_METRE), Party("常州宏业"))
    assert (raised(GOOD, NOON).quantity, raised(GOOD, NOON).party) == (None, None)


@pytest.mark.parametrize(
    ("text", "amount"), [("1200", 1200.0), ("１２", 12.0), ("-3", None), ("nan", None), ("1e99", None)]
)
def test_amounts(text: str, amount: float | None) -> None:
    assert amount_of(text) == amount


def test_an_untouched_form_corrects_nothing() -> None:
    finding = a_finding()
    assert corrections(finding, of_finding(finding), resubmits=False) == ()
    assert corrections(finding, of_finding(finding), resubmits=True) == (Resubmitted(),)


def test_a_correction_says_only_what_changed() -> None:
    finding, extra = a_finding(), photo()
    values = replace(
        of_finding(finding),
        place="常焦路与丰北路路口西北角",
        description="工地东侧土方堆放约1300平方米，没有覆盖。",
        severity=Severity.SERIOUS,
        party_name="常州宏业",
        photos=(*finding.photos, extra),
    )
    facts = corrections(finding, values, resubmits=True)
    assert [type(fact) for fact in facts] == [
        Relocated, Redescribed, Reclassified, PartyNamed, PhotoAttached, Resubmitted,
    ]  # fmt: skip
    assert facts[4] == PhotoAttached(extra)
    located = facts[0]
    assert isinstance(located, Relocated)
    assert located.location.position == finding.location.position


def test_a_correction_is_held_back_only_by_what_it_touches() -> None:
    finding = a_finding()
    values = replace(of_finding(finding), description="短", late_reason="")
    assert [(gap.field, gap.code) for gap in correction_gaps(finding, values, NOON + timedelta(days=30))] == [
        (FormField.DESCRIPTION, "too_short")
    ]
