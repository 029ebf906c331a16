"""A bureau on this machine: a real server process with the demo's areas, units and people."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from commands.showing.cast import FOLDER, logins
from models.clock import Clock, ShiftedClock
from models.profile import Profile
from sync.signing_in import sign_in

ROOT = Path(__file__).parents[2]
PASSWORD = "Gewu-2026"  # noqa: S105 - made to be known
"""Everybody's password in the demo; it is shown on the sign-in screen's first run and in the README."""
PEOPLE = logins()
"""Everybody with an account at the demo's bureau."""
BUREAU_CODE, BUREAU = "320402", "天宁区生态环境局"


class LocalOffice:
    """The server process of the demo. Listens on loopback only."""

    def __init__(self, data: Path, *, movable: bool = False) -> None:
        """Keep everything in this folder; nothing runs yet. Only the clock of a movable one can be moved."""
        self._data = data
        self._movable = movable
        self.clock = ShiftedClock(data / "clock")
        """The clock of this server; give it to the laptops, too."""
        self._process: subprocess.Popen[str] | None = None
        self.url = ""

    def furnish(self) -> None:
        """Import the demo's registers and give everybody the demo's password."""
        from server import accounts
        from server.importing.taking import import_table
        from server.office import opened
        from server.passwords import Passwords
        from server.settings import Settings

        # in this process: a command of its own for each of them would take longer than the rest of the start
        settings = Settings(self._data, bureau_code=BUREAU_CODE, bureau_name=BUREAU)
        with opened(settings) as office:
            for name in ("areas", "units", "people", "enterprises"):
                import_table(office, (FOLDER / f"{name}.csv").read_bytes())
            hashed = Passwords().hash(PASSWORD)
            with office.database.writing() as connection:
                for login in PEOPLE:
                    account = accounts.by_login(connection, login)
                    assert account is not None, "just imported"
                    accounts.set_password(connection, account.person.id, password_hash=hashed, temporary=False)

    def start(self, port: int = 0) -> None:
        """Start serving; returns when it answers. Raises RuntimeError where it does not come up."""
        self._data.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "server", "serve", "--data", str(self._data), "--port", str(port)]
        with (self._data / "server.log").open("a", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self._environment(),
                text=True,
                encoding="utf-8",
                stdout=subprocess.PIPE,
                stderr=log,
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

    def move_clock_to(self, moment: datetime) -> None:
        """Let it be this moment at the bureau and on every laptop with its clock; no restart is needed."""
        if not self._movable:
            raise RuntimeError("this office keeps real time")
        self.clock.move_to(moment)

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.url.rsplit(":", 1)[1])

    def is_whole(self) -> bool:
        """What the bureau's own check of its journal, ledger and photos says."""
        command = [sys.executable, "-m", "server", "check", "--data", str(self._data)]
        return (
            subprocess.run(command, cwd=ROOT, env=self._environment(), capture_output=True, check=False).returncode == 0
        )

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

    def _environment(self) -> dict[str, str]:
        settings = {"GEWU_BUREAU_CODE": BUREAU_CODE, "GEWU_BUREAU_NAME": BUREAU, "PYTHONUTF8": "1"}
        if self._movable:
            settings["GEWU_CLOCK_FILE"] = str(self._data / "clock")
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GEWU_")}
        return {**kept, **settings}
