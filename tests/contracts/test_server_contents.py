"""How much there is for a new laptop: just what a first exchange then brings."""

import pytest

from models.ids import new_id
from models.people import Role
from tests.builders import OTHER_GRID, photo, raised
from tests.contracts.bureau import Bureau, mark


@pytest.mark.parametrize(("role", "area", "findings"), [(Role.STATION, "", 2), (Role.INSPECTOR, OTHER_GRID, 1)])
def test_what_is_told_is_what_comes(new_bureau: Bureau, role: Role, area: str, findings: int) -> None:
    inspector, other = new_bureau.laptop(), new_bureau.laptop(area=OTHER_GRID)
    shared = photo(size=700)
    inspector.push(inspector.body(raised(photos=(shared, photo(size=300)))))
    other.push(other.body(raised(grid=OTHER_GRID, photos=(shared,)), new_id()))
    laptop = new_bureau.laptop(role=role, area=area)
    told = laptop.ask("GET", "/contents").json()
    lines, end = laptop.pull()
    assert (told["findings"], told["entries"]) == (findings, findings)
    assert len(lines) + end["history"] == told["entries"]
    assert mark(end)
    assert (told["photos"], told["photo_bytes"]) == ((2, 1000) if findings == 2 else (1, 700))


def test_who_sees_no_findings_is_told_of_registers_alone(new_bureau: Bureau) -> None:
    inspector = new_bureau.laptop()
    inspector.push(inspector.body(raised()))
    told = new_bureau.laptop(role=Role.ADMIN).ask("GET", "/contents").json()
    assert told["findings"] == told["entries"] == told["photos"] == 0
    assert told["register_rows"] >= 1


def test_it_needs_a_token(new_bureau: Bureau) -> None:
    laptop = new_bureau.laptop()
    laptop.token = "another one"
    assert laptop.ask("GET", "/contents").status_code == 401
