"""Defaults fill what nobody set, and say where they come from."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gui.findings.defaults import Surroundings, with_defaults
from gui.findings.form_values import FormField, FormValues
from gui.findings.vicinity import Vicinity
from models.coordinates import Position
from models.people import Role
from models.reference import Enterprise
from models.taxonomy import category
from models.vocabulary import OnSiteAction, PositionSource, Severity, Source, TimeSource
from tests.builders import GRID, NOON, TOWN, person, photo

HERE = Position(120.087312, 31.824605)
ME = person()
AROUND = Surroundings(ME, NOON)


def shot(minutes: int, source: TimeSource = TimeSource.EXIF, position: Position | None = HERE) -> FormValues:
    """A form with two photos, the second one earlier."""
    taken = NOON - timedelta(minutes=minutes)
    first = photo(taken_at=taken, time_source=source, position=position)
    return FormValues(photos=(first, photo(taken_at=taken - timedelta(minutes=1), time_source=source)))


def test_photos_give_time_and_position() -> None:
    filled = with_defaults(shot(42), AROUND)
    assert filled.values.found_text == "2026-11-22 11:17"
    assert filled.values.position_text == "120.087312,31.824605"
    assert filled.values.position_source is PositionSource.EXIF
    assert filled.sources[FormField.FOUND_AT] == filled.sources[FormField.POSITION] == "照片自带"


def test_a_file_time_is_no_found_time() -> None:
    """WeChat gives files the time at which they were saved."""
    filled = with_defaults(shot(42, TimeSource.FILE, None), AROUND)
    assert (filled.values.found_text, filled.sources[FormField.FOUND_AT]) == ("2026-11-22 12:00", "电脑时间")
    assert FormField.POSITION not in filled.sources


def test_the_type_brings_severity_and_action() -> None:
    straw = category("A04")
    filled = with_defaults(FormValues(category="A04"), replace(AROUND, category=straw))
    assert (filled.values.severity, filled.values.on_site) == (Severity.FAIRLY, OnSiteAction.STOPPED)
    assert filled.sources[FormField.SEVERITY] == "按问题类型带出"


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        (FormField.FOUND_AT, {"found_text": "2026-11-20 08:00"}),
        (FormField.POSITION, {"position_text": "120.1,31.8"}),
        (FormField.SEVERITY, {"severity": Severity.MAJOR}),
        (FormField.PARTY, {"party_name": "另一家"}),
    ],
)
def test_what_a_person_set_stays(field: FormField, changes: dict[str, object]) -> None:
    near = Vicinity(party=Enterprise("常州宏业"))
    values = shot(42).edited(field, **changes)
    filled = with_defaults(values, replace(AROUND, category=category("A04"), vicinity=near))
    assert all(getattr(filled.values, name) == value for name, value in changes.items())
    assert field not in filled.sources


def test_a_known_point_close_by_is_the_party() -> None:
    filled = with_defaults(FormValues(), replace(AROUND, vicinity=Vicinity(party=Enterprise("常州宏业", "9132"))))
    assert (filled.values.party_name, filled.values.party_uscc) == ("常州宏业", "9132")


@pytest.mark.parametrize(
    ("role", "area", "grids", "grid", "source"),
    [
        (Role.INSPECTOR, GRID, (), GRID, Source.PATROL),
        (Role.STATION, TOWN, ((GRID, "第12网格"), (GRID[:-1] + "3", "第13网格")), "", None),
        (Role.STATION, TOWN, ((GRID, "第12网格"),), GRID, None),
        (Role.BUREAU, "320402000000", (), "", None),
    ],
)
def test_who_logs_decides_grid_and_source(
    role: Role, area: str, grids: tuple[tuple[str, str], ...], grid: str, source: Source | None
) -> None:
    """Inspectors patrol their own grid; others choose."""
    somebody = person(role, area)
    filled = with_defaults(FormValues(), Surroundings(somebody, NOON, grids))
    assert (filled.values.grid, filled.values.source, filled.values.finder) == (grid, source, somebody.id)


@pytest.mark.parametrize(
    ("values", "named"),
    [
        (FormValues(), ("周敏",)),
        (FormValues(companions=("陈立",)), ("陈立",)),
        (FormValues(own=(FormField.FINDER,)), ()),
        (FormValues(found_text="2026-11-21 09:00", own=(FormField.FOUND_AT,)), ()),
    ],
    ids=["today", "somebody is named", "taken away by hand", "found on another day"],
)
def test_todays_companions_are_named(values: FormValues, named: tuple[str, ...]) -> None:
    around = replace(AROUND, companions=("周敏",))
    assert with_defaults(values, around).values.companions == named
