"""Moving, request by request: what a page carries, what is judged of those whose finding went away, names for units."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from models.answers import Departure
from models.entries import Base
from models.facts import (
    AcceptanceApplied,
    Classification,
    Enlisted,
    EvidenceAttached,
    Fact,
    GridCorrected,
    MeasureSettled,
    Redescribed,
    SignedFor,
    Verified,
)
from models.head import Bookmark
from models.ids import new_id
from models.ledger_tables import LEDGER
from models.people import Role
from models.tables import ENTRY
from models.vocabulary import PhotoKind, Severity
from server.exchange.judging import GRACE
from server.registers import Row, new_version, take
from server.tables import MOVE
from sync.wire import Page, read_page
from tests.builders import COUNTY, GRID, OTHER_GRID, TOWN, photo, raised
from tests.contracts.bureau import Bureau, Laptop
from tests.line import OFFICE, STATION_UNIT, TODAY, VILLAGE, dispatched

OTHER_TOWN_GRID = "320402105001001"
VILLAGE_AREA = "320402104203"
BEGINNING = Bookmark()
TEXT = "东侧土方还没有盖住，一共三处。"


class Crew:
    """A laptop for each who takes part."""

    def __init__(self, bureau: Bureau) -> None:
        self.inspector = bureau.laptop()
        self.neighbour = bureau.laptop(area=OTHER_GRID)
        self.station = bureau.laptop(role=Role.STATION, unit=STATION_UNIT.code)
        self.county = bureau.laptop(role=Role.BUREAU, area=COUNTY)
        self.village = bureau.laptop(role=Role.UNIT, unit=VILLAGE.code)
        self.office = bureau.laptop(role=Role.UNIT, unit=OFFICE.code)

    def enlisted(self) -> str:
        """A finding that may be dispatched."""
        subject = self.inspector.raise_one()
        took(self.station, subject, Verified(raised().classification), Enlisted())
        return subject

    def rectified(self, after: Any) -> str:
        """A finding whose unit has only to apply."""
        subject = self.enlisted()
        took(self.county, subject, dispatched(measures=dispatched().measures[:1]))
        took(self.village, subject, SignedFor("李建军", TODAY), MeasureSettled(1, TODAY), EvidenceAttached((after,)))
        return subject


@pytest.fixture
def crew(new_bureau: Bureau) -> Crew:
    return Crew(new_bureau)


def took(laptop: Laptop, subject: str, *facts: Fact, **changes: Any) -> dict[str, Any]:
    """Push these; none may be refused."""
    answer = laptop.push(*(laptop.body(fact, subject, **changes) for fact in facts))
    assert answer["refused"] == [], answer
    return answer


def refusals(laptop: Laptop, subject: str, fact: Fact, **changes: Any) -> list[str]:
    """Push this; the codes of what is refused."""
    return [one["code"] for one in laptop.push(laptop.body(fact, subject, **changes))["refused"]]


def page(laptop: Laptop, after: Bookmark = BEGINNING, limit: int = 1_000) -> Page:
    """A page as a laptop's program reads it."""
    mark = f"{after.epoch}:{after.number}:{after.anchor}" if after.epoch else ""
    answer = laptop.ask("GET", "/pull", params={"after": mark, "limit": limit})
    return read_page(answer.content, after=after)


def numbers(lines: Any) -> list[int]:
    return [line.verdict.number for line in lines]


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


def test_grid_of_another_area(crew: Crew) -> None:
    """Nobody puts a finding where they could not have logged it."""
    subject = crew.enlisted()
    assert refusals(crew.station, subject, GridCorrected(OTHER_TOWN_GRID)) == ["outside_scope"]
    assert refusals(crew.county, subject, GridCorrected(OTHER_TOWN_GRID)) == []


def test_another_unit_cannot_touch(crew: Crew) -> None:
    """By unit, not by area; before and after, as if there were no such finding."""
    subject = crew.enlisted()
    signed = SignedFor("李建军", TODAY)
    assert refusals(crew.village, subject, signed) == ["no_such_finding"]
    took(crew.county, subject, dispatched())
    assert refusals(crew.office, subject, signed) == ["no_such_finding"]
    assert refusals(crew.village, subject, signed) == []


def test_what_is_taken_of_those_whose_finding_went_away(crew: Crew, new_bureau: Bureau) -> None:
    """Written before they could know: taken, for fourteen days. Written later, or by who never had it: refused."""
    subject = crew.enlisted()
    took(crew.station, subject, GridCorrected(OTHER_GRID))
    assert refusals(crew.inspector, subject, Redescribed(TEXT), base=Base(4)) == ["no_such_finding"]
    assert took(crew.inspector, subject, Redescribed(TEXT), base=Base(3))["ineffective"] == []
    with new_bureau.office.database.reading() as connection:
        assert connection.scalar(select(LEDGER.c.description)) == TEXT
    stranger = new_bureau.laptop(area="320402104203014")
    assert refusals(stranger, subject, Redescribed(TEXT), base=Base(1)) == ["no_such_finding"]
    assert refusals(crew.inspector, subject, Enlisted(), base=Base(3)) == ["role_may_not"]
    new_bureau.clock.move_to(new_bureau.clock.now() + GRACE)
    assert refusals(crew.inspector, subject, Redescribed(TEXT + "。"), base=Base(3)) == []
    new_bureau.clock.move_to(new_bureau.clock.now() + timedelta(seconds=1))
    assert refusals(crew.inspector, subject, Redescribed(TEXT), base=Base(3)) == ["no_such_finding"]


def test_what_is_taken_of_a_unit_that_lost_it(crew: Crew) -> None:
    """Its photos count; but it signs for nobody else, though it did before it could know. Later it is refused."""
    subject = crew.enlisted()
    took(crew.county, subject, dispatched())
    took(crew.county, subject, dispatched(unit=OFFICE))
    signed = SignedFor("李建军", TODAY)
    assert refusals(crew.village, subject, signed, base=Base(5)) == ["no_such_finding"]
    answer = took(crew.village, subject, signed, EvidenceAttached((photo(kind=PhotoKind.DURING),)), base=Base(4))
    assert answer["ineffective"] == [{"dseq": 2, "reason": "state_T1"}]
    assert took(crew.office, subject, signed, base=Base(5))["ineffective"] == []


def test_a_limit_holds_also_for_what_went_away(crew: Crew, new_bureau: Bureau) -> None:
    """What a role may only do to some findings it may not do to the others because they left."""
    subject = crew.inspector.raise_one(classification=Classification("A01", Severity.MAJOR))
    took(crew.station, subject, Verified(Classification("A01", Severity.MAJOR)), Enlisted())
    took(crew.county, subject, GridCorrected(OTHER_TOWN_GRID))
    assert refusals(crew.station, subject, dispatched(), base=Base(3)) == ["only_slight"]


def test_a_photo_that_proves_another_finding_too(crew: Crew) -> None:
    """Only the server knows all findings: what was shown for one proves nothing for the other."""
    after = photo(kind=PhotoKind.AFTER)
    first, second = crew.rectified(after), crew.rectified(after)
    applied = AcceptanceApplied(TODAY, "已经全部完成，现场复看没有反弹。")
    for subject in (first, second):
        answer = took(crew.village, subject, applied)
        assert [one["reason"] for one in answer["ineffective"]] == ["photo_reused"]
    alone = crew.rectified(photo(kind=PhotoKind.AFTER))
    assert took(crew.village, alone, applied)["ineffective"] == []


def test_a_photo_that_proves_another_finding_of_the_same_batch(crew: Crew) -> None:
    """A unit works offline and sends everything at once."""
    own, shared = photo(kind=PhotoKind.AFTER), photo(kind=PhotoKind.AFTER)
    first, second = crew.rectified(own), crew.enlisted()
    took(crew.county, second, dispatched())
    applied = AcceptanceApplied(TODAY, "已经全部完成，现场复看没有反弹。")
    laptop = crew.village
    answer = laptop.push(
        laptop.body(EvidenceAttached((shared,)), first),
        laptop.body(SignedFor("李建军", TODAY), second),
        laptop.body(EvidenceAttached((shared,)), second),
        laptop.body(applied, first),
    )
    assert [one["reason"] for one in answer["ineffective"]] == ["photo_reused"]


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


def test_an_id_that_nobody_knows_moves_nowhere(crew: Crew) -> None:
    """Grid corrected before anything was logged."""
    assert refusals(crew.station, new_id(), GridCorrected(OTHER_GRID)) == ["no_such_finding"]
