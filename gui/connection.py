"""What is known of the way to the bureau, and what an exchange's end says about it."""

from enum import Enum


class Connection(Enum):
    """What is known of the way to the bureau."""

    UNKNOWN = "unknown"
    OFFLINE = "offline"
    SENDING = "sending"
    CONNECTED = "connected"
    PAUSED = "paused"
    UNCONNECTED = "unconnected"
    """No bureau knows this person yet."""
    BLOCKED = "blocked"
    """Something answers, but the way is barred until a person does something."""


_NO_WAY = frozenset({"offline", "line_cut", "no_answer", "answer_garbled", "address_wrong"})
_WAY_OPEN = frozenset({"stopped", "bureau_busy", "bureau_full", "bureau_failed", "too_large", "gone"})


def connection_after(reason: str | None) -> Connection:
    """The connection as an exchange left it; `reason` is what ended it early, None if nothing did."""
    if reason is None or reason in _WAY_OPEN:
        return Connection.CONNECTED
    if reason == "not_connected":
        return Connection.UNCONNECTED
    return Connection.OFFLINE if reason in _NO_WAY else Connection.BLOCKED
