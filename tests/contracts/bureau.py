"""A bureau's server on loopback and laptops that talk to it, for the contracts that both databases must keep."""

import base64
import hashlib
import json
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import requests
import uvicorn
from argon2 import PasswordHasher
from sqlalchemy import func, select

from models.clock import MovableClock
from models.entries import FINDING, FIRST_LINK, VERSION, Base, Entry, Subject, encode, next_link
from models.facts import KIND_OF, Fact, Photo
from models.ids import Digest, EntryId, PersonId, new_device, new_id
from models.people import Person, Role
from models.picture_format import sniff
from models.tables import ENTRY
from server import accounts, devices
from server.application import create
from server.office import Office, open_office
from server.passwords import Passwords
from server.settings import Settings
from tests.builders import GRID, TOWN, clock, raised

PASSWORD = "Gewu-2026"
CHEAP = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1), at_once=8)
HASH = CHEAP.hash(PASSWORD)
TUS = {"Tus-Resumable": "1.0.0"}
BYTES = {**TUS, "Content-Type": "application/offset+octet-stream"}


def settings(data: Path, **changes: Any) -> Settings:
    """Settings of a server for tests: the bureau of 天宁区, no reserve on a small disk."""
    return replace(Settings(data, bureau_code="320402", bureau_name="天宁区生态环境局", disk_reserve=0), **changes)


@dataclass
class Bureau:
    """A running server: its parts, its clock, its address."""

    office: Office
    clock: MovableClock
    url: str
    logins: int = 0

    def person(self, role: Role = Role.INSPECTOR, area: str = "", unit: str = "") -> Person:
        """Somebody with an account."""
        self.logins += 1
        area = area or (GRID if role is Role.INSPECTOR else TOWN)
        who = Person(PersonId(new_id()), f"p{self.logins}", f"人{self.logins}", role, area, unit)
        with self.office.database.writing() as connection:
            accounts.add(connection, who, password_hash=HASH)
        return who

    def laptop(
        self, who: Person | None = None, role: Role = Role.INSPECTOR, area: str = "", unit: str = ""
    ) -> "Laptop":
        """A laptop that somebody has signed in on."""
        who, device = who or self.person(role, area, unit), new_device()
        with self.office.database.writing() as connection:
            now = self.clock.now()
            token = devices.enrol(connection, device=device, name="笔记本", person=who.id, now=now)
        return Laptop(self.url, who, device, token.text)

    def sign_in(self, login: str, password: str = PASSWORD, **more: Any) -> requests.Response:
        """Sign in over HTTP."""
        asked = {"login": login, "password": password, "device": new_device(), "device_name": "笔记本", **more}
        return requests.post(f"{self.url}/sync/v1/session", json=asked, timeout=20)

    def entries(self) -> int:
        """How many entries the journal holds."""
        with self.office.database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(ENTRY)) or 0


SEEN_ALL = Base(2**40)
"""Of somebody who has read whatever the journal holds; who has not says so."""


@dataclass
class Laptop:
    """One device: its chain, and its requests."""

    url: str
    person: Person
    device: str
    token: str
    dseq: int = 0
    link: bytes = FIRST_LINK
    http: requests.Session = field(default_factory=requests.Session)

    def ask(self, method: str, path: str, **more: Any) -> requests.Response:
        """One request with this laptop's token."""
        headers = {"Authorization": f"Bearer {self.token}", **more.pop("headers", {})}
        address = path if path.startswith("http") else f"{self.url}/sync/v1{path}"
        return self.http.request(method, address, headers=headers, timeout=30, **more)

    def body(self, fact: Fact, subject: str = "", **changes: Any) -> bytes:
        """An entry of this person."""
        entry = Entry(
            id=EntryId(new_id()),
            kind=KIND_OF[type(fact)],
            version=VERSION,
            subject=Subject(FINDING, subject or new_id()),
            author=self.person.id,
            occurred_at=clock().now(),
            base=SEEN_ALL,
            fact=fact,
        )
        return encode(replace(entry, **changes))

    def batch(self, bodies: Sequence[bytes]) -> bytes:
        """The next batch of this laptop's chain, as bytes."""
        tip = self.link
        for body in bodies:
            tip = next_link(tip, body)
        header = f'{{"device":"{self.device}","dseq":{self.dseq + 1},"prev":"{self.link.hex()}","tip":"{tip.hex()}"}}'
        return b"\n".join([header.encode(), *bodies, b""])

    def push(self, *bodies: bytes) -> dict[str, Any]:
        """Push and move on."""
        answer = self.ask("POST", "/push", data=self.batch(bodies))
        assert answer.status_code == 200, answer.text
        self.moved(bodies)
        return dict(answer.json())

    def moved(self, bodies: Sequence[bytes]) -> None:
        """These were answered."""
        for body in bodies:
            self.dseq, self.link = self.dseq + 1, next_link(self.link, body)

    def raise_one(self, **changes: Any) -> str:
        """Push one finding; its id."""
        subject = new_id()
        answer = self.push(self.body(raised(**{"grid": self.person.area, **changes}), subject))
        assert not answer["refused"], answer
        return subject

    def pull(self, after: str = "", **more: Any) -> tuple[list[list[str]], dict[str, Any]]:
        """One page: its lines, split, and its end."""
        answer = self.ask("GET", "/pull", params={"after": after, **more})
        assert answer.status_code == 200, answer.text
        *lines, end = answer.content.decode().rstrip("\n").split("\n")
        return [line.split("\t", 6) for line in lines], json.loads(end)

    def begin(self, data: bytes, digest: str) -> requests.Response:
        """Begin an upload."""
        about = base64.b64encode(digest.encode()).decode()
        headers = {**TUS, "Upload-Length": str(len(data)), "Upload-Metadata": f"sha256 {about}"}
        return self.ask("POST", "/uploads", headers=headers)

    def send(self, place: str, data: bytes, offset: int, **headers: str) -> requests.Response:
        """Send bytes at an offset."""
        return self.ask(
            "PATCH", self.url + place, data=data, headers={**BYTES, "Upload-Offset": str(offset), **headers}
        )


def mark(after: dict[str, Any]) -> str:
    """The bookmark behind a page."""
    return f"{after['epoch']}:{after['next']}:{after['anchor']}"


def photo_of(data: bytes) -> Photo:
    """What an entry says of this picture."""
    kind = sniff(data)
    assert kind is not None
    return Photo(Digest(hashlib.sha256(data).hexdigest()), len(data), kind.value, "IMG_1.jpg")


@contextmanager
def running(given: Settings) -> Iterator[Bureau]:
    """A server in this process, on a port of its own."""
    when = clock()
    office = open_office(given, when)
    # with its protocol named, as asyncio wants it: else small answers wait 40 ms for the other side's acknowledgement
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen(64)
    config = uvicorn.Config(
        create(given, office, CHEAP), log_config=None, access_log=False, timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        threading.Event().wait(0.005)
    try:
        yield Bureau(office, when, f"http://127.0.0.1:{listener.getsockname()[1]}")
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()
        office.close()
