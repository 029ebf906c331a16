"""Import, exchange and the server killed again and again: what was shown as saved is there, and all come to the same."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from subprocess import TimeoutExpired

import pytest

from tests.builders import jpeg
from tests.journeys.command_line import INSPECTOR, STATION, BureauProcess, LaptopProcess

FINDINGS = 6
DESCRIPTION = "工地东侧土方堆放约1200平方米，绿网只盖了一小半。"


@pytest.fixture
def bureau(tmp_path: Path) -> Iterator[BureauProcess]:
    """A server with an inspector and a township officer."""
    process = BureauProcess(tmp_path / "bureau")
    yield process
    process.close()


def findings(folder: Path) -> Path:
    """A table of findings, each with a photo of its own that takes several chunks to send."""
    lines = []
    for number in range(FINDINGS):
        name = f"{number}.jpg"
        (folder / name).write_bytes(jpeg("olive", (300 + number, 200)) + bytes(700_000) + b"\xff\xd9")
        where = {"place": f"丰北村{number}组路口", "no_position_reason": "手机没有信号"}
        line = {"category": "A01", "description": DESCRIPTION, "photos": [name], **where}
        lines.append(json.dumps(line, ensure_ascii=False))
    table = folder / "findings.jsonl"
    table.write_text("\n".join(lines), encoding="utf-8")
    return table


def import_and_kill(laptop: LaptopProcess, table: Path, after: int) -> set[str]:
    """Import, and kill as soon as so many lines are told; the findings that were shown as saved."""
    told = set()
    with laptop.begin("import", str(table), "--json") as process:
        assert process.stdout is not None
        for line in process.stdout:
            told.add(str(json.loads(line)["finding"]))
            if len(told) == after:
                process.kill()
                break
        process.wait(20)
    return told


def exchange_and_kill(laptop: LaptopProcess, bureau: BureauProcess, chance: Random) -> None:
    """Exchange, and kill the laptop's program or the server after some moments."""
    with laptop.begin("sync", "--json") as process:
        try:
            process.wait(0.3 + chance.random() * 0.5)
        except TimeoutExpired:  # it is still at work: that is what we want
            if chance.random() < 0.5:
                bureau.kill()
                bureau.start()
            else:
                process.kill()
        process.wait(60)


def test_nothing_that_was_shown_as_saved_is_lost(bureau: BureauProcess, tmp_path: Path) -> None:
    # GIVEN two laptops, and an import that is killed half way
    bureau.start()
    inspector = LaptopProcess(tmp_path / "王建国 的资料", INSPECTOR[0])
    station = LaptopProcess(tmp_path / "zhou", STATION[0])
    for laptop in (inspector, station):
        signed_in = laptop.sign_in(bureau.url)
        assert signed_in.code == 0, signed_in.err
    saved = import_and_kill(inspector, findings(tmp_path), after=4)
    # WHEN exchanges and the server are killed at any moment
    chance = Random(20261122)
    for _ in range(4):
        exchange_and_kill(inspector, bureau, chance)
    exchange_and_kill(station, bureau, chance)
    # THEN everything that was told arrives, once and whole, and all agree
    for laptop in (inspector, station):
        done = laptop.run("sync", "--json")
        assert done.code == 0, done.err
        assert (done.json["entries_pending"], done.json["photos_pending"]) == (0, 0)
    listed = {json.loads(line)["finding"] for line in inspector.run("show", "--json").out.splitlines()}
    assert listed >= saved
    for finding in sorted(listed):
        shown = [laptop.run("show", finding, "--json").json for laptop in (inspector, station)]
        assert shown[0]["digest"] == shown[1]["digest"]
        assert all(photo["verified"] for side in shown for photo in side["photos"])
    for laptop in (inspector, station):
        assert laptop.run("check", "--json").json["problems"] == []
    report = bureau.check()
    assert (report["ok"], report["findings"], report["photos"]) == (True, len(listed), len(listed))
