"""How old the bureau's part of the ledger is, said only while the bureau cannot be reached."""

from datetime import datetime

from gui.connection import Connection
from gui.labels import moment
from gui.syncing.exchanger import Exchanger
from resources.words import _

_APART = (Connection.OFFLINE, Connection.PAUSED, Connection.BLOCKED)


def as_of(exchanger: Exchanger, now: datetime) -> str:
    """局里的最新情况截至 11-21 17:42; empty while connected."""
    if exchanger.connection not in _APART or exchanger.last_at is None:
        return ""
    return _("the bureau's latest is of {time}").format(time=moment(exchanger.last_at, now))
