"""Drafts: forms that are not finished, saved at every pause in typing, outside the journal (草稿)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select

from models.clock import Clock, as_moment, as_text
from models.database import Database
from models.ids import DraftId, FindingId
from models.tables import DRAFT


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it stood when it was last saved; `finding` is set where it completes one that exists."""

    id: DraftId
    saved_at: datetime
    body: Mapping[str, Any]
    finding: FindingId | None = None


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
