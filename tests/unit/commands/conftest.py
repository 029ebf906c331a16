"""A laptop with somebody signed in, driven by its command line in this very process."""

import json
from pathlib import Path

import pytest

from commands import door
from models import keys
from models.person_files import enrol
from models.profile import Profile
from models.store import Store
from tests.builders import clock, jpeg, person

KEY, STORED = keys.make_key(password="right", bureau=bytes(range(32)))


class Laptop:
    """A profile with one person, and its command line."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.who = person()
        self.profile = Profile(folder / "资料")
        self.key = KEY
        enrol(self.profile.store_folder("wangjg"), self.who, key=KEY, stored=STORED)
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

    def lines(self, *lines: object) -> str:
        """A .jsonl file."""
        path = self.folder / "findings.jsonl"
        texts = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
        path.write_text("\n".join(texts), encoding="utf-8")
        return str(path)


@pytest.fixture
def laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Laptop:
    """Somebody signed in, their password in a file, a photo at hand."""
    password = tmp_path / "password"
    password.write_text("right\n", encoding="utf-8")
    monkeypatch.setenv("GEWU_PASSWORD_FILE", str(password))
    (tmp_path / "red.jpg").write_bytes(jpeg("red"))
    return Laptop(tmp_path, capsys)
