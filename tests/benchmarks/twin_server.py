"""The yardstick's server: the fewest durable steps on the same stack; no accounts, no conflicts, no audit."""

import hashlib
import os
import sqlite3
import threading
from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal
from uuid import UUID

import psycopg
from pydantic import BaseModel, Field, TypeAdapter
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


class Finding(BaseModel):
    """What is checked of a record: that its fields are there, of their kinds and within their bounds."""

    id: UUID
    kind: Literal["raised", "verified"]
    author: UUID
    grid: Annotated[str, Field(pattern=r"^\d{15}$")]
    place: Annotated[str, Field(min_length=4, max_length=100)]
    description: Annotated[str, Field(min_length=10, max_length=2000)]
    category: Annotated[str, Field(pattern=r"^[A-Z]\d{2}$")]
    severity: Literal["slight", "grave", "severe", "major"]
    lon: Annotated[float, Field(ge=73, le=136)]
    lat: Annotated[float, Field(ge=3, le=54)]
    found_at: datetime
    finder: str
    source: str
    method: str
    on_site: str
    photos: list[Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]]


FINDINGS = TypeAdapter(list[Finding])


class Base(ABC):
    """A table of records and one of photos; a connection for each thread."""

    def __init__(self) -> None:
        """Nothing is opened yet."""
        self._threads = threading.local()

    @property
    def connection(self) -> Any:
        """This thread's own."""
        if not hasattr(self._threads, "connection"):
            self._threads.connection = self._connect()
        return self._threads.connection

    @abstractmethod
    def _connect(self) -> Any: ...

    @abstractmethod
    def save(self, ids: Sequence[str], bodies: Sequence[str]) -> int:
        """One batch, one statement, one transaction; what changed gets a new number. Returns the last one."""

    @abstractmethod
    def after(self, number: int, limit: int) -> list[tuple[int, str]]:
        """What is new, by an indexed number."""

    @abstractmethod
    def add_photo(self, digest: str, size: int) -> None:
        """The row that makes a photo count."""


_SAVE = """
    WITH saved AS (
        INSERT INTO finding
        SELECT (body ->> 'id')::uuid, nextval('number'), body FROM jsonb_array_elements(%s::jsonb) AS new (body)
        ON CONFLICT (id) DO UPDATE SET number = excluded.number, body = excluded.body
        RETURNING number
    )
    SELECT max(number) FROM saved
"""


class Postgresql(Base):
    """Numbers from a sequence: a reader may skip some, which is what ours pays not to."""

    def __init__(self, url: str) -> None:
        """Make the tables."""
        super().__init__()
        self._url = url
        with self.connection.transaction():
            self.connection.execute("CREATE SEQUENCE number")
            self.connection.execute("CREATE TABLE finding (id uuid PRIMARY KEY, number bigint, body jsonb)")
            self.connection.execute("CREATE INDEX ON finding (number)")
            self.connection.execute("CREATE TABLE photo (digest text PRIMARY KEY, size bigint)")

    def _connect(self) -> Any:
        return psycopg.connect(self._url, autocommit=True)

    def save(self, ids: Sequence[str], bodies: Sequence[str]) -> int:
        """As the base says."""
        saved = self.connection.execute(_SAVE, ["[" + ",".join(bodies) + "]"])
        return int(saved.fetchone()[0])

    def after(self, number: int, limit: int) -> list[tuple[int, str]]:
        """As the base says."""
        query = "SELECT number, body::text FROM finding WHERE number > %s ORDER BY number LIMIT %s"
        rows: list[tuple[int, str]] = self.connection.execute(query, [number, limit]).fetchall()
        return rows

    def add_photo(self, digest: str, size: int) -> None:
        """As the base says."""
        self.connection.execute("INSERT INTO photo VALUES (%s, %s) ON CONFLICT DO NOTHING", [digest, size])


class Sqlite(Base):
    """One file, WAL, every commit synced; one writer at a time."""

    def __init__(self, path: Path) -> None:
        """Make the tables."""
        super().__init__()
        self._path, self._writing = path, threading.Lock()
        self.connection.execute("CREATE TABLE finding (id TEXT PRIMARY KEY, number INTEGER, body TEXT)")
        self.connection.execute("CREATE INDEX by_number ON finding (number)")
        self.connection.execute("CREATE TABLE photo (digest TEXT PRIMARY KEY, size INTEGER)")
        self._number = 0

    def _connect(self) -> Any:
        connection = sqlite3.connect(self._path, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    def save(self, ids: Sequence[str], bodies: Sequence[str]) -> int:
        """As the base says."""
        with self._writing:
            numbers = range(self._number + 1, self._number + 1 + len(ids))
            self.connection.execute("BEGIN IMMEDIATE")
            self.connection.executemany(
                "INSERT INTO finding VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET number = excluded.number, body = excluded.body",
                list(zip(ids, numbers, bodies, strict=True)),
            )
            self.connection.execute("COMMIT")
            self._number += len(ids)
            return self._number

    def after(self, number: int, limit: int) -> list[tuple[int, str]]:
        """As the base says."""
        query = "SELECT number, body FROM finding WHERE number > ? ORDER BY number LIMIT ?"
        rows: list[tuple[int, str]] = self.connection.execute(query, [number, limit]).fetchall()
        return rows

    def add_photo(self, digest: str, size: int) -> None:
        """As the base says."""
        with self._writing:
            self.connection.execute("INSERT OR IGNORE INTO photo VALUES (?, ?)", [digest, size])


def application(base: Base, photos: Path) -> Starlette:
    """Records up, records down, photos up."""

    async def push(request: Request) -> Response:
        content = await request.body()

        def save() -> int:
            findings = FINDINGS.validate_json(content)
            return base.save([str(each.id) for each in findings], [each.model_dump_json() for each in findings])

        return Response(str(await run_in_threadpool(save)))

    async def pull(request: Request) -> Response:
        after, limit = int(request.query_params["after"]), int(request.query_params["limit"])
        rows = await run_in_threadpool(base.after, after, limit)
        body = f'{{"next": {rows[-1][0] if rows else after}, "findings": [{",".join(body for _, body in rows)}]}}'
        return Response(body, media_type="application/json")

    async def photo(request: Request) -> Response:
        content, digest = await request.body(), request.path_params["digest"]
        kept = await run_in_threadpool(keep, base, photos, digest, content)
        return Response(status_code=204 if kept else 422)

    return Starlette(
        routes=[
            Route("/push", push, methods=["POST"]),
            Route("/pull", pull),
            Route("/photos/{digest}", photo, methods=["PUT"]),
        ]
    )


def keep(base: Base, folder: Path, digest: str, content: bytes) -> bool:
    """Hash, write, sync, rename, sync the folder, then the row."""
    if hashlib.sha256(content).hexdigest() != digest:
        return False
    part = folder / f"{digest}.part"
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / digest)
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
    base.add_photo(digest, len(content))
    return True


def main(data: Path, url: str) -> None:
    """Serve on a free port and print it."""
    import uvicorn

    (data / "photos").mkdir(parents=True)
    base = Postgresql(url) if url else Sqlite(data / "twin.db")

    class Announcing(uvicorn.Server):
        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets)
            print(f"http://127.0.0.1:{self.servers[0].sockets[0].getsockname()[1]}", flush=True)

    config = uvicorn.Config(application(base, data / "photos"), port=0, log_level="warning", access_log=False)
    Announcing(config).run()


if __name__ == "__main__":
    main(Path(os.environ["TWIN_DATA"]), os.environ.get("TWIN_DATABASE_URL", ""))
