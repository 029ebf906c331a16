"""The types of pollution: complete, sound, and found however a person types."""

import pytest

from models.taxonomy import Category, categories, category, domains, frequent, search
from models.vocabulary import OnSiteAction, QuantityUnit, RectificationKind, Severity

COUNTS = {"A": 17, "W": 19, "S": 4, "G": 9, "N": 4, "E": 5, "R": 2, "M": 4, "X": 1}


def test_the_table_is_whole() -> None:
    """Every type of the domain reference, in its order; codes are unique and belong to a level 1."""
    counted = {domain.code: sum(found.domain is domain for found in categories()) for domain in domains()}
    assert counted == COUNTS
    assert list(counted) == list(COUNTS)
    for letter, count in COUNTS.items():
        if letter != "X":
            assert [found.code for found in categories() if found.code[0] == letter] == [
                f"{letter}{number:02}" for number in range(1, count + 1)
            ]


@pytest.mark.parametrize("found", categories(), ids=lambda found: found.code)
def test_each_type_is_sound(found: Category) -> None:
    """Short names fit a button; only long-term ones have no days."""
    assert 2 <= len(found.short) <= 8
    assert found.name
    assert (found.days is None) == (found.kind is RectificationKind.LONG_TERM)
    assert found.kind is not RectificationKind.IMMEDIATE or found.days in (0, 1, 3)
    assert category(found.code) is found


def test_short_names_tell_types_apart() -> None:
    """The ledger shows the short name alone."""
    shorts = [found.short for found in categories()]
    assert len(set(shorts)) == len(shorts)


@pytest.mark.parametrize(
    ("code", "brings"),
    [
        ("A01", (Severity.SLIGHT, RectificationKind.IMMEDIATE, 3, OnSiteAction.STOPPED, QuantityUnit.SQUARE_METRE)),
        ("A04", (Severity.FAIRLY, RectificationKind.IMMEDIATE, 0, OnSiteAction.STOPPED, QuantityUnit.MU)),
        ("W02", (Severity.FAIRLY, RectificationKind.TIME_LIMITED, 60, OnSiteAction.REPORTED, QuantityUnit.PLACE)),
        ("W05", (Severity.SERIOUS, RectificationKind.IMMEDIATE, 0, OnSiteAction.EVIDENCE, QuantityUnit.PLACE)),
        ("W14", (Severity.MAJOR, RectificationKind.TIME_LIMITED, 60, OnSiteAction.REPORTED, QuantityUnit.PLACE)),
        ("W11", (Severity.SLIGHT, RectificationKind.LONG_TERM, None, OnSiteAction.REPORTED, QuantityUnit.MU)),
    ],
)
def test_what_a_type_brings_along(code: str, brings: tuple[object, ...]) -> None:
    """Defaults of the form."""
    found = category(code)
    assert found is not None
    assert (found.severity, found.kind, found.days, found.on_site, found.unit) == brings


def test_unknown_code() -> None:
    """A newer table may have more types."""
    assert category("A99") is None


def test_frequent() -> None:
    """The buttons of the form."""
    assert [found.short for found in frequent()] == [
        "施工扬尘",
        "裸土未覆盖",
        "雨污混接",
        "河面漂浮物",
        "建筑垃圾乱倒",
        "餐饮油烟",
    ]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("A01", "A01"),
        ("a01", "A01"),
        ("w1", "W10"),
        ("sgyc", "A01"),
        ("SGYC", "A01"),
        ("shigong", "A01"),
        ("施工", "A01"),
        ("扬尘", "A01"),
        ("yangchen", "A01"),
        ("yc", "A01"),
        ("裸土", "A02"),
        ("ltwfg", "A02"),
        ("ywhj", "W03"),
        ("雨污", "W03"),
        ("voc", "A08"),
        ("VOCs 无组织", "A08"),
        ("jgfs", "A04"),
        ("秸秆焚烧", "A04"),
        ("焚烧", "A04"),
        ("油烟", "A06"),
        ("hmpfw", "W19"),
        ("四乱", "W15"),
        ("固废", "G01"),
    ],
)
def test_search(typed: str, first: str) -> None:
    """The best answer comes first."""
    assert search(typed)[0].code == first


def test_search_for_nothing_and_for_nonsense() -> None:
    """All types, and none."""
    assert search("  ") == categories()
    assert search("没有这种类型") == ()


def test_search_by_level_1() -> None:
    """「土壤」 lists the four types of soil, though one of them says so itself and comes first."""
    found = search("土壤")
    assert {item.code for item in found} == {"S01", "S02", "S03", "S04"}
    assert found[0].code == "S02"
