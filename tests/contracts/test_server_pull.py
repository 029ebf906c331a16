"""Pulling: everything of the asker's area, in the journal's order, each number once, and nothing else."""

import gzip
import threading
from typing import Any

import pytest
from sqlalchemy import text

from models.ids import new_id
from models.people import Role
from tests.builders import COUNTY, GRID, OTHER_GRID, raised
from tests.contracts.bureau import Bureau, Laptop, mark

OTHER_TOWN = "320402105000"
OTHER_TOWN_GRID = "320402105001001"
VILLAGE = "320402104203"


def subjects(laptop: Laptop) -> set[str]:
    """Every record that this laptop is handed, from the beginning."""
    found: set[str] = set()
    after, more = "", True
    while more:
        lines, end = laptop.pull(after)
        found |= {line[6].split('"subject":{"kind":"finding","id":"')[1][:36] for line in lines}
        after, more = mark(end), end["more"]
    return found


def test_line_and_end(new_bureau: Bureau) -> None:
    """Each entry with its number, time, device, dseq, reason, finding number and untouched body."""
    inspector, station = new_bureau.laptop(), new_bureau.laptop(role=Role.STATION)
    body = inspector.body(raised())
    inspector.push(body)
    lines, end = station.pull()
    expected = ["1", "2026-11-22T12:00:00.000+08:00", inspector.device, "1", "", "320402-2026-000001", body.decode()]
    assert lines == [expected]
    assert (end["next"], end["more"], end["count"], end["epoch"]) == (1, False, 1, new_bureau.office.instance.epoch)
    assert set(end["reference"]) == {"areas", "units", "people", "enterprises", "holidays"}
    assert station.pull(mark(end))[0] == []


@pytest.mark.parametrize(
    ("role", "area", "seen"),
    [
        (Role.INSPECTOR, GRID, {GRID}),
        (Role.INSPECTOR, OTHER_GRID, {OTHER_GRID}),
        (Role.GRID_HEAD, VILLAGE, {GRID, OTHER_GRID}),
        (Role.STATION, "320402104000", {GRID, OTHER_GRID}),
        (Role.STATION, OTHER_TOWN, {OTHER_TOWN_GRID}),
        (Role.BUREAU, COUNTY, {GRID, OTHER_GRID, OTHER_TOWN_GRID}),
        (Role.CITY, "320400000000", {GRID, OTHER_GRID, OTHER_TOWN_GRID}),
        (Role.LEADER, COUNTY, {GRID, OTHER_GRID, OTHER_TOWN_GRID}),
        (Role.ADMIN, COUNTY, set()),
        (Role.AUDITOR, COUNTY, set()),
        (Role.UNIT, COUNTY, set()),
    ],
)
def test_scope(bureau: Bureau, role: Role, area: str, seen: set[str]) -> None:
    """Everybody is handed what lies in their area, and only that."""
    raised_in = {grid: bureau.laptop(area=grid).raise_one() for grid in (GRID, OTHER_GRID, OTHER_TOWN_GRID)}
    handed = subjects(bureau.laptop(role=role, area=area))
    assert {grid for grid, subject in raised_in.items() if subject in handed} == seen


def test_own_entries_stay_at_home(bureau: Bureau) -> None:
    """A device is not sent what it sent; another one of the same person is."""
    laptop = bureau.laptop()
    subject = laptop.raise_one()
    assert subject not in subjects(laptop)
    assert subject in subjects(bureau.laptop(laptop.person))


def test_pages(new_bureau: Bureau) -> None:
    """Page by page nothing is missed; `next` goes past what others may not see."""
    inspector, station = new_bureau.laptop(), new_bureau.laptop(role=Role.STATION)
    stranger = new_bureau.laptop(area=OTHER_TOWN_GRID)
    for _ in range(3):
        inspector.push(*(inspector.body(raised()) for _ in range(3)))
        stranger.raise_one()
    numbers, after, more, pages, end = [], "", True, 0, dict[str, Any]()
    while more:
        lines, end = station.pull(after, limit=2)
        numbers += [int(line[0]) for line in lines]
        after, more, pages = mark(end), end["more"], pages + 1
    assert numbers == [1, 2, 3, 5, 6, 7, 9, 10, 11]
    assert (end["next"], pages) == (12, 5)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda end: {**end, "epoch": "0" * 32},
        lambda end: {**end, "anchor": "ab" * 32},
        lambda end: {**end, "next": end["next"] + 5},
        lambda end: {**end, "anchor": ""},
    ],
    ids=["epoch", "anchor", "number", "no anchor"],
)
def test_unknown_bookmark(bureau: Bureau, spoil: object) -> None:
    """A bookmark of another journal, or of one that was restored from an older backup."""
    station = bureau.laptop(role=Role.STATION)
    bureau.laptop().raise_one()
    _, end = station.pull()
    assert callable(spoil)
    answer = station.ask("GET", "/pull", params={"after": mark(spoil(end))})
    assert (answer.status_code, answer.json()["code"]) == (409, "bookmark_unknown")


@pytest.mark.parametrize("after", ["nonsense", "a:b:c", "x:-1:", "x:" + "9" * 30 + ":"])
def test_malformed_bookmark(bureau: Bureau, after: str) -> None:
    """What is no bookmark at all."""
    assert bureau.laptop().ask("GET", "/pull", params={"after": after}).status_code == 400


def test_packed_only_where_asked(new_bureau: Bureau) -> None:
    """Gzip for whoever takes it, above a kilobyte."""
    inspector, station = new_bureau.laptop(), new_bureau.laptop(role=Role.STATION)
    inspector.push(*(inspector.body(raised()) for _ in range(5)))
    plain = station.ask("GET", "/pull", headers={"Accept-Encoding": "identity"})
    packed = station.ask("GET", "/pull", stream=True, headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.raw.read()) == plain.content


def test_readers_never_skip(new_bureau: Bureau) -> None:
    """Eight writers and a reader: what the reader saw, page by page, is every number without a gap."""
    writers = [new_bureau.laptop() for _ in range(8)]
    reader = new_bureau.laptop(role=Role.STATION)
    done = threading.Event()
    seen: list[int] = []

    def read() -> None:
        after = ""
        while True:
            last_round = done.is_set()
            lines, end = reader.pull(after, limit=50)
            seen.extend(int(line[0]) for line in lines)
            after = mark(end)
            if last_round and not end["more"]:
                return

    def write(laptop: Laptop) -> None:
        for turn in range(12):
            laptop.push(*(laptop.body(raised()) for _ in range(1 + turn % 4)))

    threads = [threading.Thread(target=write, args=(laptop,)) for laptop in writers]
    reading = threading.Thread(target=read)
    for thread in (reading, *threads):
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    reading.join()
    assert seen == list(range(1, 8 * 12 // 4 * (1 + 2 + 3 + 4) + 1))


def test_two_stations_one_finding(new_bureau: Bureau) -> None:
    """Many correct the same finding at once: every entry is kept, and the ledger is what the journal adds up to."""
    from server.checking import check

    subject = new_bureau.laptop().raise_one()
    stations = [new_bureau.laptop(role=Role.STATION) for _ in range(6)]
    from models.facts import Redescribed

    def write(laptop: Laptop) -> None:
        for turn in range(5):
            laptop.push(laptop.body(Redescribed(f"土方仍然没有盖住，第{turn}次。{laptop.device}"), subject))

    threads = [threading.Thread(target=write, args=(laptop,)) for laptop in stations]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    report = check(new_bureau.office)
    assert (report.entries, report.findings, report.problems) == (31, 1, ())


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        ("UPDATE entry SET body = replace(body, '常焦路', '常佳路') WHERE number = 2", "journal_chain"),
        ("UPDATE counter SET number = number - 1", "journal_counter"),
        ("UPDATE ledger SET place = '别处'", "ledger_differs"),
        ("DELETE FROM ledger", "ledger_differs"),
    ],
    ids=["body", "counter", "ledger row", "ledger gone"],
)
def test_check_notices(new_bureau: Bureau, damage: str, what: str) -> None:
    """What is changed behind the server's back is found and named."""
    from server.checking import check

    laptop = new_bureau.laptop()
    laptop.push(*(laptop.body(raised(), new_id()) for _ in range(2)))
    assert check(new_bureau.office).ok
    with new_bureau.office.database.writing() as connection:
        connection.execute(text(damage))
    assert what in {problem.code for problem in check(new_bureau.office).problems}
