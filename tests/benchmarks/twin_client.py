"""The yardstick's client: a table with a flag for what was not sent, and a cursor; SQLite, every commit synced."""

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import requests

from models.ids import new_id
from tests.benchmarks.samples import Sample

BATCH, PAGE, STREAMS = 500, 1000, 4
TIMEOUT = (10, 60)


class TwinClient:
    """One laptop of the twin."""

    def __init__(self, folder: Path, url: str) -> None:
        """A new, empty store in this folder."""
        folder.mkdir(parents=True)
        self._url, self._folder = url, folder
        self._session = _session()
        self._uploads = [_session() for _ in range(STREAMS)]
        self._db = sqlite3.connect(folder / "client.db", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute(
            "CREATE TABLE finding (id TEXT PRIMARY KEY, place TEXT, found_at TEXT, body TEXT, waiting INTEGER)"
        )
        self._db.execute("CREATE INDEX by_time ON finding (found_at)")
        self._db.execute("CREATE INDEX to_send ON finding (waiting) WHERE waiting = 1")
        self._db.execute("CREATE TABLE photo (digest TEXT PRIMARY KEY, sent INTEGER)")
        self._cursor, self._changed = 0, 0

    def close(self) -> None:
        """Let go of everything."""
        for session in (self._session, *self._uploads):
            session.close()
        self._db.close()

    def fill(self, samples: Sequence[Sample]) -> None:
        """Log these findings."""
        rows, photos = [], []
        for sample in samples:
            digest = hashlib.sha256(sample.photo).hexdigest() if sample.photo else ""
            if sample.photo:
                (self._folder / digest).write_bytes(sample.photo)
                photos.append((digest,))
            identity = new_id()
            rows.append(_row(_body(identity, sample, digest)))
        self._write("INSERT INTO finding VALUES (?, ?, ?, ?, 1)", rows)
        self._write("INSERT INTO photo VALUES (?, 0)", photos)

    def change(self, count: int, text: str) -> None:
        """Write another description into that many findings, into the next ones each time."""
        query = "SELECT id, body FROM finding ORDER BY id LIMIT ? OFFSET ?"
        rows = self._db.execute(query, [count, self._changed]).fetchall()
        self._changed += count
        changed = [
            (json.dumps({**json.loads(body), "description": text}, ensure_ascii=False), key) for key, body in rows
        ]
        self._write("UPDATE finding SET body = ?, waiting = 1 WHERE id = ?", changed)

    def exchange(self) -> None:
        """Records up, records down, photos up."""
        while rows := self._db.execute("SELECT id, body FROM finding WHERE waiting = 1 LIMIT ?", [BATCH]).fetchall():
            content = "[" + ",".join(body for _, body in rows) + "]"
            answer = self._session.post(f"{self._url}/push", content.encode(), timeout=TIMEOUT)
            answer.raise_for_status()
            self._write("UPDATE finding SET waiting = 0 WHERE id = ?", [(key,) for key, _ in rows])
            self._cursor = int(answer.text)  # own records need not come back; nobody else writes meanwhile
        self._pull()
        self._send_photos()

    def holds(self) -> int:
        """How many findings are here."""
        count: int = self._db.execute("SELECT count(*) FROM finding").fetchone()[0]
        return count

    def _pull(self) -> None:
        while True:
            query = {"after": self._cursor, "limit": PAGE}
            answer = self._session.get(f"{self._url}/pull", params=query, timeout=TIMEOUT)
            answer.raise_for_status()
            page = json.loads(answer.content)
            rows = [_row(each) for each in page["findings"]]
            upsert = "INSERT INTO finding VALUES (?, ?, ?, ?, 0) ON CONFLICT (id) DO UPDATE SET body = excluded.body"
            self._write(upsert, rows)
            self._cursor = page["next"]
            if len(rows) < PAGE:
                return

    def _send_photos(self) -> None:
        digests = [digest for (digest,) in self._db.execute("SELECT digest FROM photo WHERE sent = 0")]
        if not digests:
            return
        lanes = [digests[n::STREAMS] for n in range(STREAMS)]
        with ThreadPoolExecutor(STREAMS) as threads:
            for sent in threads.map(self._send_lane, self._uploads, lanes):
                self._write("UPDATE photo SET sent = 1 WHERE digest = ?", [(digest,) for digest in sent])

    def _send_lane(self, session: requests.Session, digests: Sequence[str]) -> Sequence[str]:
        for digest in digests:
            content = (self._folder / digest).read_bytes()
            session.put(f"{self._url}/photos/{digest}", content, timeout=TIMEOUT).raise_for_status()
        return digests

    def _write(self, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
        if rows:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany(statement, rows)
            self._db.execute("COMMIT")


def _row(body: dict[str, Any]) -> tuple[str, str, str, str]:
    """What a list shows stands in columns."""
    return body["id"], body["place"], body["found_at"], json.dumps(body, ensure_ascii=False)


def _session() -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    return session


def _body(identity: str, sample: Sample, digest: str) -> dict[str, Any]:
    return {
        "id": identity,
        "kind": "raised",
        "author": "0193f7c0-0000-7000-8000-000000000001",
        "grid": "320402104203012",
        "place": sample.place,
        "description": sample.description,
        "category": "A01",
        "severity": "slight",
        "lon": sample.lon,
        "lat": sample.lat,
        "found_at": "2026-11-22T15:18:06+08:00",
        "finder": "王建国",
        "source": "daily_patrol",
        "method": "grid_patrol",
        "on_site": "stopped_on_site",
        "photos": [digest] if digest else [],
    }
