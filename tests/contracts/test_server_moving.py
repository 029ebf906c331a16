"""Moving, request by request: what a page carries, what entries are stamped with, names for those who come new."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from models.answers import Departure
from models.facts import (
    GridCorrected,
    SignedFor,
    Verified,
)
from models.head import Bookmark
from models.people import Role
from models.tables import ENTRY
from server.registers import Row, new_version, take
from server.tables import MOVE
from tests.builders import COUNTY, GRID, OTHER_GRID, TOWN, raised
from tests.contracts.bureau import Bureau, Laptop
from tests.contracts.crew import OTHER_TOWN_GRID, VILLAGE_AREA, Crew, numbers, page, took
from tests.line import OFFICE, TODAY, VILLAGE, dispatched


def test_a_page_of_what_enters_and_leaves(crew: Crew) -> None:
    """History is not among the lines, and what left is named without a word of what it says."""
    subject = crew.enlisted()
    before = page(crew.village).bookmark
    took(crew.county, subject, dispatched())
    came = page(crew.village, before)
    assert (came.lines, numbers(came.history), came.left, came.more) == ((), [1, 2, 3, 4], (), False)
    assert came.bookmark.number == 4
    took(crew.county, subject, dispatched(unit=OFFICE))
    took(crew.county, subject, dispatched(unit=OFFICE, goal="土方全部覆盖，出入口硬化，每日洒水。"))
    left = page(crew.village, came.bookmark)
    assert (left.lines, left.history, left.left) == ((), (), (Departure(subject, 5),))
    assert numbers(page(crew.office, came.bookmark).history) == [1, 2, 3, 4, 5, 6]
    assert page(crew.office, left.bookmark) == replace(page(crew.office, left.bookmark), history=(), left=())


def test_first_pull_of_who_lost_it_tells_nothing_of_it(crew: Crew) -> None:
    """A new laptop in the grid where it was: no entry of it, whatever the page holds."""
    subject, stays = crew.enlisted(), crew.enlisted()
    took(crew.station, subject, GridCorrected(OTHER_GRID))
    first = page(crew.inspector)
    assert subject not in "".join(line.body for line in (*first.lines, *first.history))
    assert first.left == (Departure(subject, 7),)
    assert stays in "".join(line.body for line in first.lines)


@pytest.mark.parametrize("limit", [1, 2, 5, 1_000])
def test_pages_however_small(crew: Crew, limit: int) -> None:
    """Three findings come, one of them goes again: page by page it comes to the same, and every page gets ahead."""
    subjects = [crew.enlisted() for _ in range(4)]
    for subject in subjects[:3]:
        took(crew.county, subject, dispatched())
    took(crew.village, subjects[0], SignedFor("李建军", TODAY))
    took(crew.county, subjects[1], dispatched(unit=OFFICE))
    held: dict[str, set[int]] = {}
    second = Laptop(crew.village.url, crew.village.person, "f" * 32, crew.village.token)
    bookmark, more, pages = Bookmark(), True, 0
    while more:
        got = page(second, bookmark, limit)
        for line in (*got.lines, *got.history):
            held.setdefault(line.body.split('"subject":{"kind":"finding","id":"')[1][:36], set()).add(
                line.verdict.number
            )
        for departure in got.left:
            held.pop(departure.subject, None)
        assert len(got.lines) + len(got.history) <= 2 * limit + 5
        assert got.bookmark.number > bookmark.number
        bookmark, more, pages = got.bookmark, got.more, pages + 1
    # the token is the first laptop's, whose own 签收 is not sent back to it as a line, but is part of a history
    assert set(held) == {subjects[0], subjects[2]}
    assert held[subjects[2]] == {7, 8, 9, 15}
    assert held[subjects[0]] - {16} == {1, 2, 3, 13}
    assert pages == 1 if limit == 1_000 else pages > 1


def test_entries_are_stamped_with_where_the_finding_is_then(crew: Crew, new_bureau: Bureau) -> None:
    """The moving entry with where it moved to; an ineffective one with where the finding stayed."""
    subject = crew.enlisted()
    took(crew.station, subject, GridCorrected(OTHER_GRID))
    took(crew.county, subject, dispatched())
    took(crew.station, subject, Verified(raised().classification))
    query = select(ENTRY.c.grid, ENTRY.c.unit).order_by(ENTRY.c.number)
    with new_bureau.office.database.reading() as connection:
        stamps = [tuple(row) for row in connection.execute(query)]
        moves = [tuple(row) for row in connection.execute(select(MOVE).order_by(MOVE.c.number, MOVE.c.enters))]
    assert stamps == [(GRID, None)] * 3 + [(OTHER_GRID, None)] + [(OTHER_GRID, VILLAGE.code)] * 2
    assert moves == [
        (4, False, subject, GRID[:9], GRID, None, OTHER_GRID),
        (4, True, subject, GRID[:9], OTHER_GRID, None, GRID),
        (5, True, subject, None, None, VILLAGE.code, ""),
    ]


def test_names_for_a_unit(new_bureau: Bureau) -> None:
    """People of the whole township, who logged and verified; nobody of another one, and no telephone."""
    here = [new_bureau.person(), new_bureau.person(Role.STATION, TOWN), new_bureau.person(Role.BUREAU, COUNTY)]
    beside = new_bureau.person(area="320402104204001")
    away = new_bureau.person(area=OTHER_TOWN_GRID)
    with new_bureau.office.database.writing() as connection:
        new_version(connection, "people")

    def names(role: Role) -> set[str]:
        laptop = new_bureau.laptop(role=role, area=VILLAGE_AREA, unit=VILLAGE.code)
        rows = laptop.ask("GET", "/reference/people", params={"since": 0}).json()["rows"]
        assert {key for row in rows for key in row} == {"id", "login", "name", "role", "area", "unit"}
        return {row["id"] for row in rows}

    assert {one.id for one in (*here, beside)} <= names(Role.UNIT)
    assert away.id not in names(Role.UNIT)
    assert beside.id not in names(Role.GRID_HEAD)


def test_units_for_who_dispatches(new_bureau: Bureau) -> None:
    """A station and the bureau know every unit of their area and above."""
    areas = {"village": VILLAGE_AREA, "town": TOWN, "county": COUNTY, "city": "320400000000", "beside": "320402105000"}
    with new_bureau.office.database.writing() as connection:
        take(connection, "units", [Row(name, area, {"code": name, "name": name}) for name, area in areas.items()])

    def units(role: Role, area: str) -> set[str]:
        rows = (
            new_bureau.laptop(role=role, area=area).ask("GET", "/reference/units", params={"since": 0}).json()["rows"]
        )
        return {row["code"] for row in rows}

    assert units(Role.STATION, TOWN) == set(areas) - {"beside"}
    assert units(Role.BUREAU, COUNTY) == set(areas)
