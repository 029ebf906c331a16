"""The server's lists: page behind page they are the whole set in its order, within the scope, whatever changes meanwhile."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from models.ids import new_id
from models.ledger_row import NEVER
from models.ledger_tables import LEDGER
from models.people import Role
from models.state import State
from server import lists, words
from tests.builders import COUNTY, GRID, OTHER_GRID, raised
from tests.contracts.bureau import Bureau, Laptop

OTHER_TOWN_GRID = "320402105001001"
STATES = (State.REPORTED, State.ENLISTED, State.RECTIFYING, State.CLOSED)
SORTS = ("due", "recorded", "number", "state")
ROWS = 60


@pytest.fixture(scope="module")
def filled(bureau: Bureau) -> Iterator[Bureau]:
    """A ledger of rows that differ in everything, many of them equal in what lists are sorted by."""
    laptop = bureau.laptop()
    subject = laptop.raise_one()
    chance = random.Random(1)
    with bureau.office.database.writing() as connection:
        connection.execute(delete(LEDGER).where(LEDGER.c.id != subject))
        model = dict(connection.execute(select(LEDGER).where(LEDGER.c.id == subject)).mappings().one())
        connection.execute(insert(LEDGER), [_row(model, place, chance) for place in range(ROWS)])
        connection.execute(delete(LEDGER).where(LEDGER.c.id == subject))
        words.take_in(connection, list(connection.scalars(select(LEDGER.c.id))))
    yield bureau
    with bureau.office.database.writing() as connection:
        connection.execute(delete(LEDGER))


def _row(model: dict[str, Any], place: int, chance: random.Random) -> dict[str, Any]:
    state = chance.choice(STATES)
    works = state is State.RECTIFYING
    day = date(2026, 11, 1) + timedelta(days=chance.randrange(5))
    return {
        **model,
        "id": new_id(),
        "number": f"320402-2026-{place + 1:06d}",
        "state": state.value,
        "category": chance.choice(("A01", "W01")),
        "severity": chance.choice(("slight", "major")),
        "place": f"丰北路{place}号",
        "description": chance.choice(("土方没有盖好", "100%浓度的药水_流进了河")),
        "town": (grid := chance.choice((GRID, OTHER_GRID, OTHER_TOWN_GRID)))[:9],
        "grid": grid,
        "unit": chance.choice(("TN-A", "TN-B")) if works else "",
        "due": day.isoformat() if works else NEVER,
        "dispatched_on": "2026-10-01" if works else None,
        "deadline": day.isoformat() if works else None,
        "recorded_at": f"{day.isoformat()}T08:00:0{chance.randrange(3)}.000+08:00",
    }


def anything(_row: Any) -> bool:
    return True


def nothing(_row: Any) -> bool:
    return False


def county(bureau: Bureau) -> Laptop:
    return bureau.laptop(role=Role.BUREAU, area=COUNTY)


def listed(laptop: Laptop, **asked: Any) -> dict[str, Any]:
    answer = laptop.ask("GET", "/findings", params=asked)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def all_pages(laptop: Laptop, limit: int = 7, **asked: Any) -> list[str]:
    """Every id, page behind page."""
    found: list[str] = []
    after: str | None = ""
    while after is not None:
        page = listed(laptop, limit=limit, after=after, **asked)
        assert 0 < len(page["rows"]) <= limit or not found
        found += [row["id"] for row in page["rows"]]
        after = page["next"]
    return found


def rows(bureau: Bureau) -> list[Any]:
    with bureau.office.database.reading() as connection:
        return list(connection.execute(select(LEDGER)).all())


def expected(bureau: Bureau, sort: str, *, descending: bool = False, keep: Any = None) -> list[str]:
    """By Python's own sorting. Of what is due on the same day the newest comes first."""
    columns = {"due": ["due"], "recorded": ["recorded_at"], "number": ["number"], "state": ["state", "due"]}[sort]
    found = [row for row in rows(bureau) if keep is None or keep(row)]
    found.sort(key=lambda row: row.id, reverse="due" in columns)
    found.sort(key=lambda row: [getattr(row, column) for column in columns])
    return [row.id for row in (reversed(found) if descending else found)]


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", SORTS)
def test_pages_are_the_whole_in_order(filled: Bureau, sort: str, descending: bool) -> None:
    found = all_pages(county(filled), sort=sort, descending=descending)
    assert found == expected(filled, sort, descending=descending)


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize(
    ("asked", "keep"),
    [
        ({"state": ["T2", "T0"]}, lambda row: row.state in {"T2", "T0"}),
        ({"state": "T8", "category": "W01"}, lambda row: row.state == "T8" and row.category == "W01"),
        ({"unit": ["TN-A"]}, lambda row: row.unit == "TN-A"),
        ({"severity": "major"}, lambda row: row.severity == "major"),
        ({"area": "320402104000"}, lambda row: row.town == "320402104"),
        ({"area": GRID}, lambda row: row.grid == GRID),
        ({"area": "320402105001"}, lambda row: row.grid == OTHER_TOWN_GRID),
        ({"area": "320400000000"}, anything),
        ({"area": "330000000000"}, nothing),
        ({"text": "土方"}, lambda row: "土方" in row.description),
        ({"text": "%浓度"}, lambda row: "%浓度" in row.description),
        ({"text": "水_流"}, lambda row: "水_流" in row.description),
        ({"text": "没有这个词"}, nothing),
        ({"text": "丰北路3号"}, lambda row: row.place == "丰北路3号"),
    ],
)
def test_filters(filled: Bureau, sort: str, asked: dict[str, Any], keep: Any) -> None:
    assert all_pages(county(filled), sort=sort, **asked) == expected(filled, sort, keep=keep)


@pytest.mark.parametrize(
    ("sort", "start", "descending", "keep"),
    [
        ("due", "2026-11-03", False, lambda row: row.due >= "2026-11-03"),
        ("due", "2026-11-03", True, lambda row: row.due <= "2026-11-03"),
        ("due", "2026-11", True, lambda row: row.due[:7] <= "2026-11"),
        ("recorded", "2026-11-04", False, lambda row: row.recorded_at >= "2026-11-04"),
        ("recorded", "2026-11-04", True, lambda row: row.recorded_at[:10] <= "2026-11-04"),
        ("number", "320402-2026-00003", False, lambda row: row.number >= "320402-2026-00003"),
        ("number", "320402-2026-00003", True, lambda row: row.number[:17] <= "320402-2026-00003"),
    ],
)
def test_jumps(filled: Bureau, sort: str, start: str, descending: bool, keep: Any) -> None:
    asked: dict[str, Any] = {"sort": sort, "descending": descending, "from": start}
    found = all_pages(county(filled), **asked)
    assert found == expected(filled, sort, descending=descending, keep=keep)


@pytest.mark.parametrize(
    ("role", "area", "unit", "keep"),
    [
        (Role.CITY, "320400000000", "", anything),
        (Role.STATION, "320402104000", "", lambda row: row.town == "320402104"),
        (Role.INSPECTOR, GRID, "", lambda row: row.grid == GRID),
        (Role.UNIT, COUNTY, "TN-B", lambda row: row.unit == "TN-B"),
        (Role.ADMIN, COUNTY, "", nothing),
    ],
)
def test_scope(filled: Bureau, role: Role, area: str, unit: str, keep: Any) -> None:
    laptop = filled.laptop(role=role, area=area, unit=unit)
    assert set(all_pages(laptop)) == {row.id for row in rows(filled) if keep(row)}
    count = laptop.ask("GET", "/findings/count").json()
    assert count == {"count": sum(map(keep, rows(filled))), "exact": True}


def test_a_cursor_of_somebody_else_shows_nothing_more(filled: Bureau) -> None:
    after = listed(county(filled), limit=1)["next"]
    inspector = filled.laptop()
    seen = {row["id"] for row in listed(inspector, after=after, limit=200)["rows"]}
    assert seen <= {row.id for row in rows(filled) if row.grid == GRID}


def test_what_changes_meanwhile_hides_nothing_that_does_not(new_bureau: Bureau) -> None:
    """Rows move, go and come between the pages; the others come once each."""
    inspector, chance = new_bureau.laptop(), random.Random(2)
    subjects = [inspector.raise_one() for _ in range(30)]
    moving = set(subjects[::3])
    asker, found, after = county(new_bureau), [], ""
    while after is not None:
        page = listed(asker, sort="recorded", limit=4, after=after)
        found += [row["id"] for row in page["rows"]]
        after = page["next"]
        with new_bureau.office.database.writing() as connection:
            some = chance.choice(sorted(moving))
            moved = f"2026-11-{chance.randrange(10, 30)}T12:00:00.000+08:00"
            connection.execute(update(LEDGER).where(LEDGER.c.id == some).values(recorded_at=moved))
        inspector.raise_one()
    still = [subject for subject in found if subject in set(subjects) - moving]
    assert still == [subject for subject in subjects if subject not in moving]


def test_a_cursor_of_another_order_is_none(filled: Bureau) -> None:
    asked = {"sort": "number", "after": listed(county(filled), limit=1)["next"]}
    answer = county(filled).ask("GET", "/findings", params=asked)
    assert (answer.status_code, answer.json()["code"]) == (400, "cursor_unreadable")
    assert "从头" in answer.json()["detail"]


@pytest.mark.parametrize(
    "asked",
    [{"state": "T99"}, {"severity": "huge"}, {"sort": "colour"}, {"limit": 0}, {"limit": 201}, {"area": "32040"}],
)
def test_questions_that_are_none(filled: Bureau, asked: dict[str, Any]) -> None:
    answer = county(filled).ask("GET", "/findings", params=asked)
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed_request")


@pytest.mark.parametrize("asked", [{"unit": "TN-A\0"}, {"category": "\0A01"}, {"text": "土方\0"}, {"from": "2026\0"}])
def test_a_character_that_no_text_may_hold_breaks_nothing(filled: Bureau, asked: dict[str, Any]) -> None:
    assert listed(county(filled), **asked)["rows"]


def test_counted_only_so_far(filled: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "COUNTED", 10)
    assert county(filled).ask("GET", "/findings/count").json() == {"count": 10, "exact": False}


def test_a_row_says_what_a_list_shows(new_bureau: Bureau) -> None:
    inspector = new_bureau.laptop()
    subject = new_id()
    inspector.push(inspector.body(raised(grid=inspector.person.area), subject))
    (row,) = listed(inspector)["rows"]
    assert row["id"] == subject
    assert (row["number"], row["state"], row["light"], row["deadline"]) == (
        "320402-2026-000001",
        "reported",
        None,
        None,
    )
    assert (row["category"], row["unit"], row["times_refused"], row["odd"]) == ("A01", "", 0, False)


def test_nobody_without_a_token(filled: Bureau) -> None:
    answer = county(filled)
    answer.token = "x"
    assert answer.ask("GET", "/findings").status_code == 401
