"""The programs as processes: a bureau's server, and laptops driven by their command line."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parents[2]
PASSWORD = "Gewu-2026-test"
AREAS = (
    "code,name,parent\n320402000000,天宁区,\n320402104000,郑陆镇,320402000000\n"
    "320402104203,丰北村,320402104000\n320402104203012,第12网格,320402104203\n"
)
INSPECTOR, STATION = ("wangjg", "网格员", "320402104203012"), ("zhoumin", "镇街环保站", "320402104000")


class BureauProcess:
    """`python -m server` on a folder of its own."""

    def __init__(self, folder: Path) -> None:
        """Make the areas and two accounts; nothing listens yet."""
        self._data = folder / "局里"
        self._process: subprocess.Popen[str] | None = None
        self.url = ""
        folder.mkdir(parents=True, exist_ok=True)
        areas = folder / "areas.csv"
        areas.write_text(AREAS, encoding="utf-8")
        self._run("import", str(areas))
        for login, role, area in (INSPECTOR, STATION):
            self._run("user", "add", login, "--name", login.title(), "--role", role, "--area", area)

    def start(self) -> None:
        """Listen: at the same address as before, because laptops know it."""
        port = self.url.rsplit(":", 1)[1] if self.url else "0"
        command = [sys.executable, "-m", "server", "--data", str(self._data), "--port", port]
        self._process = subprocess.Popen(
            command, cwd=HOUSE, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
        )
        assert self._process.stdout is not None
        said = self._process.stdout.readline()
        assert "listening on http://" in said, said
        self.url = said.split("listening on ")[1].strip()

    def kill(self) -> None:
        """As a power cut would."""
        assert self._process is not None
        self._process.kill()
        self._process.communicate(timeout=20)
        self._process = None

    def close(self) -> None:
        """End it, if it runs."""
        if self._process is not None:
            self.kill()

    def check(self) -> dict[str, Any]:
        """What its own check says."""
        return dict(json.loads(self._run("check", "--json")))

    def _run(self, *arguments: str) -> str:
        command = [sys.executable, "-m", "server", *arguments, "--data", str(self._data)]
        done = subprocess.run(
            command, cwd=HOUSE, env=_environment(), input=PASSWORD + "\n", capture_output=True, encoding="utf-8",
            timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, read."""
        return json.loads(self.out)


class LaptopProcess:
    """`python main.py` on a profile of its own."""

    def __init__(self, profile: Path, login: str) -> None:
        """Nothing is signed in yet."""
        profile.mkdir(parents=True, exist_ok=True)
        self._profile, self._login = profile, login
        self._password = profile.parent / f"{login}.password"
        self._password.write_text(PASSWORD + "\n", encoding="utf-8")

    def sign_in(self, url: str) -> Done:
        """`sign-in`."""
        return self.run("sign-in", "--server", url, "--user", self._login)

    def run(self, *arguments: str) -> Done:
        """One command to its end."""
        with self.begin(*arguments) as process:
            out, err = process.communicate(timeout=120)
        return Done(process.returncode, out, err)

    def begin(self, *arguments: str) -> "subprocess.Popen[str]":
        """One command, on its way."""
        command = [sys.executable, "main.py", *arguments, "--profile", str(self._profile)]
        environment = {**_environment(), "GEWU_PASSWORD_FILE": str(self._password)}
        return subprocess.Popen(
            command, cwd=HOUSE, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip


def _environment() -> dict[str, str]:
    """The C locale, as on a server or in a service: what is printed is Chinese all the same."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GEWU_", "LC_", "LANG"))}
    return {**kept, "LC_ALL": "C", "GEWU_DISK_RESERVE_MB": "0"}
