"""A laptop with somebody signed in, driven by its command line in this very process."""

import json
from pathlib import Path
from typing import Any

import pytest

from commands import door
from models import keys
from models.clock import MovableClock
from models.people import Person
from models.person_files import enrol, keep_person
from models.profile import Profile
from models.store import Store
from tests.builders import clock, jpeg, person


class Laptop:
    """A profile with one person, and its command line."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.who = person()
        self.profile = Profile(folder / "资料")
        self.key, stored = keys.make_key(password="right", bureau=bytes(range(32)))
        enrol(self.profile.store_folder("wangjg"), self.who, key=self.key, stored=stored)
        self.profile.remember(login="wangjg", name="王建国")

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        """One command: exit code, standard output, standard error."""
        self.capsys.readouterr()
        code = door.main([*arguments, "--profile", str(self.profile.folder)])
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def store(self) -> Store:
        """The store, opened beside the command line."""
        return Store.open(self.profile.store_folder("wangjg"), self.key, self.who, clock())

    def become(self, who: Person) -> None:
        """Somebody else has this store from now on, so that one journal sees all the people of a finding."""
        self.who = who
        keep_person(self.profile.store_folder("wangjg"), who, key=self.key)

    def act(self, finding: str, action: str, **fields: object) -> tuple[int, str, str]:
        """One step, its fields in a file beside the photos."""
        path = self.folder / "fields.json"
        path.write_text(json.dumps(fields, ensure_ascii=False), encoding="utf-8")
        return self("act", finding, action, "--json", str(path))

    def shown(self, finding: str) -> dict[str, Any]:
        """What `show --json` tells."""
        plain: dict[str, Any] = json.loads(self("show", finding, "--json")[1])
        return plain

    def lines(self, *lines: object) -> str:
        """A .jsonl file."""
        path = self.folder / "findings.jsonl"
        texts = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
        path.write_text("\n".join(texts), encoding="utf-8")
        return str(path)


@pytest.fixture
def noon(monkeypatch: pytest.MonkeyPatch) -> MovableClock:
    """The command line's clock stands at noon until it is moved."""
    stands = clock()
    monkeypatch.setattr("commands.opening.Clock", lambda: stands)
    return stands


@pytest.fixture
def laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Laptop:
    """Somebody signed in, their password in a file, a photo at hand."""
    password = tmp_path / "password"
    password.write_text("right\n", encoding="utf-8")
    monkeypatch.setenv("GEWU_PASSWORD_FILE", str(password))
    (tmp_path / "red.jpg").write_bytes(jpeg("red"))
    return Laptop(tmp_path, capsys)
