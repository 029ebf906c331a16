"""The server as a process: started by its command, killed at any moment, started again; nothing acknowledged is lost."""

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import requests

from models.ids import PersonId, new_device
from models.people import Person, Role
from server.administration import NewAccount, add_account
from server.office import opened
from tests.builders import GRID, TOWN, jpeg, raised
from tests.contracts.bureau import PASSWORD, Laptop, photo_of, settings

HOUSE = Path(__file__).resolve().parents[2]


class Server:
    """The data folder of a server, and how to run commands on it."""

    def __init__(self, data: Path, database_url: str) -> None:
        self.data = data
        self.environment = {**os.environ, "GEWU_DATABASE_URL": database_url, "GEWU_DISK_RESERVE_MB": "0"}

    def report(self) -> dict[str, Any]:
        """What its own check says."""
        line = [sys.executable, "-m", "server", "check", "--json", "--data", str(self.data)]
        said = subprocess.run(line, check=True, cwd=HOUSE, env=self.environment, capture_output=True, timeout=60).stdout
        return dict(json.loads(said))

    @contextmanager
    def serving(self) -> Iterator[tuple[str, subprocess.Popen[str]]]:
        """Serve, and where; killed at the end."""
        line = [sys.executable, "-m", "server", "--data", str(self.data), "--port", "0"]
        process = subprocess.Popen(
            line, cwd=HOUSE, env=self.environment, stdout=subprocess.PIPE, encoding="utf-8", stderr=subprocess.DEVNULL
        )
        try:
            assert process.stdout is not None
            said = process.stdout.readline().strip()
            assert said.startswith("listening on http://127.0.0.1:"), said
            yield said.removeprefix("listening on "), process
        finally:
            process.kill()
            process.communicate(timeout=20)

    def sign_in(self, url: str, login: str, device: str) -> Laptop:
        """A laptop of this person."""
        asked = {"login": login, "password": PASSWORD, "device": device, "device_name": "笔记本"}
        plain = requests.post(f"{url}/sync/v1/session", json=asked, timeout=30).json()
        known = plain["person"]
        who = Person(PersonId(known["id"]), login, known["name"], Role(known["role"]), known["area"])
        return Laptop(url, who, device, plain["token"])


@pytest.fixture
def server(tmp_path: Path, database_url: str) -> Server:
    """A server with an inspector and a township officer."""
    here = Server(tmp_path / "局里", database_url)
    with opened(settings(here.data, database_url=database_url)) as office:
        for login, role, area in (("wang", "网格员", GRID), ("li", "镇街环保站", TOWN)):
            add_account(office, NewAccount(login, "王建国", role, area), PASSWORD)
    return here


def test_killed_while_pushing(server: Server) -> None:
    """SIGKILL in the middle of pushing: what was answered is there, what was not can be sent again, once."""
    device, acknowledged = new_device(), 0
    with server.serving() as (url, process):
        laptop = server.sign_in(url, "wang", device)
        bodies = [laptop.body(raised()) for _ in range(400)]
        killer = threading.Timer(0.3, process.kill)
        killer.start()
        with suppress(requests.RequestException):
            for start in range(0, 400, 20):
                laptop.push(*bodies[start : start + 20])
                acknowledged = laptop.dseq
        killer.join()
    report = server.report()
    assert report["ok"], report
    assert acknowledged <= report["entries"] <= acknowledged + 20
    assert report["entries"] % 20 == 0
    with server.serving() as (url, _):
        laptop = server.sign_in(url, "wang", device)
        # from the beginning: every answer may have been lost
        numbers = [laptop.push(*bodies[start : start + 100])["runs"] for start in range(0, 400, 100)]
        station = server.sign_in(url, "li", new_device())
        lines, end = station.pull()
    assert numbers == [[[start + 1, 100, start + 1]] for start in range(0, 400, 100)]
    assert [int(line[0]) for line in lines] == list(range(1, 401))
    assert end["next"] == 400


def test_killed_while_a_photo_comes(server: Server) -> None:
    """SIGKILL between the pieces of a photo and before its proof: it goes on where the server says, and ends whole."""
    data = jpeg("olive", (900, 700)) + os.urandom(900_000) + b"\xff\xd9"
    photo, device = photo_of(data), new_device()
    with server.serving() as (url, process):
        laptop = server.sign_in(url, "wang", device)
        laptop.raise_one(photos=(photo,))
        place = laptop.begin(data, photo.sha256).headers["Location"]
        killer = threading.Timer(0.02, process.kill)
        killer.start()
        with suppress(requests.RequestException):
            for start in range(0, len(data), 8192):
                laptop.send(place, data[start : start + 8192], start)
        killer.join()
    link, dseq = laptop.link, laptop.dseq
    with server.serving() as (url, process):
        laptop = server.sign_in(url, "wang", device)
        laptop.link, laptop.dseq = link, dseq
        stands = laptop.ask("POST", "/photos/have", json={"photos": [photo.sha256]}).json()[photo.sha256]
        assert stands["state"] == "partial"
        sent = laptop.send(stands["upload"], data[stands["offset"] :], stands["offset"])
        assert sent.headers["Upload-Offset"] == str(len(data))
        process.kill()  # the proof is never asked for
    with server.serving() as (url, process):
        laptop = server.sign_in(url, "wang", device)
        stands = laptop.ask("POST", "/photos/have", json={"photos": [photo.sha256]}).json()[photo.sha256]
        assert stands == {"state": "verified"}
        assert hashlib.sha256(laptop.ask("GET", f"/photos/{photo.sha256}").content).hexdigest() == photo.sha256
        process.terminate()  # an ordinary stop lets go of everything
        process.wait(20)
    report = server.report()
    assert (report["ok"], report["photos"], report["findings"]) == (True, 1, 1)
