"""A bureau on this machine: a real server process with the demo's areas, units and people."""

import os
import subprocess
import sys
from pathlib import Path

from commands.showing.stories import FOLDER
from models.clock import Clock
from models.profile import Profile
from sync.signing_in import sign_in

ROOT = Path(__file__).parents[2]
PASSWORD = "Gewu-2026"  # noqa: S105 - made to be known
"""Everybody's password in the demo; it is shown on the sign-in screen's first run and in the README."""
PEOPLE = ("wangjg", "lixy", "chenli", "zhoumin", "xumin")
BUREAU = "天宁区生态环境局"


class LocalOffice:
    """The server process of the demo. Listens on loopback only."""

    def __init__(self, data: Path) -> None:
        """Keep everything in this folder; nothing runs yet."""
        self._data = data
        self._process: subprocess.Popen[str] | None = None
        self.url = ""

    @property
    def furnished(self) -> bool:
        """Whether the areas and people are in."""
        return (self._data / "furnished").exists()

    def furnish(self) -> None:
        """Import the demo's registers and give everybody the demo's password."""
        for name in ("areas", "units", "people", "enterprises"):
            self._server("import", str(FOLDER / f"{name}.csv"))
        for login in PEOPLE:
            self._server("user", "password", login, text=PASSWORD)
        (self._data / "furnished").touch()

    def start(self, port: int = 0) -> None:
        """Start serving; returns when it answers. Raises RuntimeError where it does not come up."""
        self._data.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "server", "serve", "--data", str(self._data), "--port", str(port)]
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=_environment(),
            text=True,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=(self._data / "server.log").open("a", encoding="utf-8"),
        )
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if "http://" in line:
                self.url = "http://" + line.split("http://", 1)[1].split()[0]
                return
        raise RuntimeError("the server of the demo ended at once, exit", self._process.wait())

    def start_again(self, profile: Profile) -> None:
        """Start where this profile's people know it; where that port is taken, tell each of them the new one."""
        try:
            self.start(int(profile.server.rsplit(":", 1)[1]))
        except RuntimeError:
            self.start()
            for person in reversed(profile.people()):
                sign_in(profile, server=self.url, login=person.login, password=PASSWORD, clock=Clock())

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.url.rsplit(":", 1)[1])

    def is_whole(self) -> bool:
        """What the bureau's own check of its journal, ledger and photos says."""
        command = [sys.executable, "-m", "server", "check", "--data", str(self._data)]
        return subprocess.run(command, cwd=ROOT, env=_environment(), capture_output=True, check=False).returncode == 0

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(kill=True)

    def stop(self) -> None:
        """Ask it to end, and wait."""
        self._end(kill=False)

    def _end(self, *, kill: bool) -> None:
        if self._process is not None:
            self._process.kill() if kill else self._process.terminate()
            self._process.wait(20)
            if self._process.stdout is not None:
                self._process.stdout.close()
            self._process = None

    def _server(self, *arguments: str, text: str = "") -> None:
        command = [sys.executable, "-m", "server", *arguments, "--data", str(self._data)]
        subprocess.run(
            command,
            cwd=ROOT,
            env=_environment(),
            input=text,
            text=True,
            encoding="utf-8",
            check=True,
            capture_output=True,
        )


def _environment() -> dict[str, str]:
    settings = {"GEWU_BUREAU_CODE": "320402", "GEWU_BUREAU_NAME": BUREAU, "PYTHONUTF8": "1"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GEWU_")}
    return {**kept, **settings}
