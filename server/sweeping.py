"""Putting right at the start what an interruption left: commits that were never called, uploads nobody finished."""

import logging
from datetime import timedelta

from sqlalchemy import delete, select

from models.clock import as_text
from models.durable import TEMPORARY
from server.office import Office
from server.photo_store import complete_uploads, prove
from server.tables import UPLOAD

log = logging.getLogger(__name__)

FORGOTTEN_AFTER = timedelta(days=30)
_LEFT_OVER_AFTER = timedelta(days=1)


def sweep(office: Office) -> None:
    """Safe beside other server processes: what is young may be theirs and is left alone."""
    with office.database.reading() as connection:
        complete = complete_uploads(connection)
    for upload in complete:
        if not prove(office, upload):
            log.warning("an upload of photo %s was not what it claimed to be; the device sends it again", upload.sha256)
    _forget_old(office)
    _remove_leftovers(office)


def _forget_old(office: Office) -> None:
    before = as_text(office.clock.now() - FORGOTTEN_AFTER)
    with office.database.writing() as connection:
        connection.execute(delete(UPLOAD).where(UPLOAD.c.touched_at < before))


def _remove_leftovers(office: Office) -> None:
    with office.database.reading() as connection:
        known = set(connection.scalars(select(UPLOAD.c.id)))
    parts = (path for path in office.parts.iterdir() if path.name not in known)
    halves = (office.settings.data / "photos").glob(f"*/*{TEMPORARY}")
    before = (office.clock.now() - _LEFT_OVER_AFTER).timestamp()
    for path in (*parts, *halves):
        if path.is_file() and path.stat().st_mtime < before:
            path.unlink(missing_ok=True)
