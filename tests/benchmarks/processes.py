"""Server processes to be measured: the twin's and ours, each on an empty database of its own."""

import os
import subprocess
import sys
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

HOUSE = Path(__file__).resolve().parents[2]
PASSWORD = "Gewu-2026"
INSPECTOR, OFFICER = "wangjg", "lixy"
_PEOPLE = ((INSPECTOR, "王建国", "网格员", "320402104203012"), (OFFICER, "李晓燕", "镇街环保站", "320402104000"))


@dataclass(frozen=True, slots=True)
class Server:
    """One that answers, and how to end it."""

    url: str
    process: subprocess.Popen[str]

    def stop(self) -> None:
        """End it and wait."""
        self.process.terminate()
        self.process.wait(20)
        assert self.process.stdout is not None
        self.process.stdout.close()


def start_twin(folder: Path, database: str) -> Server:
    """The twin; an empty database means SQLite."""
    settings = {"TWIN_DATA": str(folder), "TWIN_DATABASE_URL": database}
    return _started([sys.executable, "-m", "tests.benchmarks.twin_server"], settings)


def start_ours(folder: Path, database: str) -> Server:
    """The bureau's server with two people, as an administrator sets it up."""
    settings = {"GEWU_DATABASE_URL": database, "GEWU_BUREAU_CODE": "320402", "GEWU_BUREAU_NAME": "天宁区生态环境局"}
    command, data = [sys.executable, "-m", "server"], ["--data", str(folder)]
    for login, name, role, area in _PEOPLE:
        add = [*command, "user", "add", login, "--name", name, "--role", role, "--area", area, *data]
        subprocess.run(
            add, input=PASSWORD, text=True, encoding="utf-8", cwd=HOUSE, env=_environment(settings), check=True
        )
    return _started([*command, "serve", "--port", "0", *data], settings)


def new_database(postgresql: str) -> str:
    """An empty database in this PostgreSQL; none for SQLite."""
    if not postgresql:
        return ""
    name = f"bench_{uuid.uuid4().hex}"
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return urlsplit(postgresql)._replace(path=f"/{name}").geturl()


def drop_database(postgresql: str, url: str) -> None:
    """Give its room back."""
    if url:
        name = sql.Identifier(urlsplit(url).path[1:])
        with psycopg.connect(postgresql, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def _started(command: list[str], settings: Mapping[str, str]) -> Server:
    process = subprocess.Popen(
        command, cwd=HOUSE, env=_environment(settings), stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    assert process.stdout is not None
    for line in process.stdout:
        if "http://" in line:
            return Server("http://" + line.split("http://", 1)[1].split()[0].rstrip("/"), process)
    raise RuntimeError(command, process.wait())


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GEWU_", "TWIN_"))}
    return {**kept, "PYTHONUTF8": "1", **settings}
