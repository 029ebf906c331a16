"""Drafts: forms that are not finished, saved at every pause in typing, outside the journal (草稿)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select

from models.clock import Clock, as_moment, as_text
from models.database import Database
from models.ids import DraftId, FindingId, new_id
from models.settings import get_within, put_within
from models.tables import DRAFT

_CAME = "came:"


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it stood when it was last saved; `finding` is set where it completes one that exists."""

    id: DraftId
    saved_at: datetime
    body: Mapping[str, Any]
    finding: FindingId | None = None

    @property
    def photos(self) -> tuple[tuple[str, str], ...]:
        """Digest and name of each photo that stands in it."""
        rows = self.body.get("photos")
        return tuple((str(row["sha256"]), str(row.get("name") or "")) for row in rows) if isinstance(rows, list) else ()


class Drafts:
    """The drafts of one person."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """They live in the person's own store."""
        self._database = database
        self._clock = clock

    def save(self, draft: DraftId, body: Mapping[str, Any], finding: FindingId | None = None) -> datetime:
        """Make the form durable as it is; returns when that was."""
        now = self._clock.now()
        values = {"finding": finding, "saved_at": as_text(now), "body": json.dumps(body, ensure_ascii=False)}
        with self._database.writing() as connection:
            connection.execute(delete(DRAFT).where(DRAFT.c.id == draft))
            connection.execute(insert(DRAFT).values(id=draft, **values))
        return now

    def bring(self, draft: Draft) -> bool:
        """Take in a draft from another store of the same person, in one transaction; False where it came before.

        One that came before may be registered by now: it must not come back. Written on meanwhile, it comes as another.
        """
        name, saved_at = f"{_CAME}{draft.id}", as_text(draft.saved_at)
        with self._database.writing() as connection:
            before = get_within(connection, name)
            if before == saved_at:
                return False
            own = DraftId(new_id()) if before else draft.id
            body = json.dumps(draft.body, ensure_ascii=False)
            connection.execute(insert(DRAFT).values(id=own, finding=None, saved_at=saved_at, body=body))
            put_within(connection, name, saved_at)
        return True

    def all(self) -> tuple[Draft, ...]:
        """All drafts, newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(DRAFT).order_by(DRAFT.c.saved_at.desc())).all()
        return tuple(
            Draft(
                DraftId(row.id),
                as_moment(row.saved_at),
                json.loads(row.body),
                FindingId(row.finding) if row.finding else None,
            )
            for row in rows
        )

    def delete(self, draft: DraftId) -> None:
        """Throw a draft away: only ever because the person said so."""
        with self._database.writing() as connection:
            connection.execute(delete(DRAFT).where(DRAFT.c.id == draft))
