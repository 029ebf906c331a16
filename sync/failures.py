"""What can go wrong between a laptop and the bureau, as types; each says when trying again makes sense.

Failed (GewuError)    an exchange, or a part of one, could not go on: carries a Failure
"""

import random as chance
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from models.errors import GewuError


class Retry(Enum):
    """When the same request may succeed."""

    SOON = "soon"
    """The line or the server had a bad moment: again after a pause, a few times."""
    LATER = "later"
    """Not in this exchange; the next one tries by itself."""
    PERSON = "person"
    """Somebody has to do something first."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A code with its values (resources.sentences makes the sentence), and when to try again."""

    code: str
    retry: Retry = Retry.LATER
    after: float | None = None
    values: Mapping[str, object] = field(default_factory=dict)


class Failed(GewuError):
    """Raised where a request fails; nothing local was changed by it."""

    def __init__(self, failure: Failure) -> None:
        """Carry the failure."""
        super().__init__(failure.code, **failure.values)
        self.failure = failure


# -- the line -------------------------------------------------------------------------------------------------------
OFFLINE = Failure("offline", Retry.LATER)
LINE_CUT = Failure("line_cut", Retry.SOON)
NO_ANSWER = Failure("no_answer", Retry.SOON)
PORTAL = Failure("portal", Retry.LATER)
GARBLED = Failure("answer_garbled", Retry.SOON)
CERTIFICATE = Failure("certificate_unknown", Retry.PERSON)
ADDRESS = Failure("address_wrong", Retry.PERSON)
STOPPED = Failure("stopped", Retry.LATER)

# -- the server -----------------------------------------------------------------------------------------------------
SIGNED_OUT = Failure("signed_out", Retry.PERSON)
NOT_CONNECTED = Failure("not_connected", Retry.PERSON)
TOO_LARGE = Failure("too_large", Retry.LATER)
GONE = Failure("gone", Retry.LATER)
OFFSET_MOVED = Failure("offset_moved", Retry.LATER)
CHUNK_DAMAGED = Failure("chunk_damaged", Retry.SOON)

_BY_STATUS: Mapping[int, Failure] = {
    401: SIGNED_OUT,
    403: Failure("rights_gone", Retry.PERSON),
    404: GONE,
    410: GONE,
    408: NO_ANSWER,
    409: Failure("bureau_conflict", Retry.PERSON),
    413: TOO_LARGE,
    423: Failure("bureau_busy", Retry.SOON),
    425: Failure("bureau_busy", Retry.SOON),
    426: Failure("program_too_old", Retry.PERSON),
    429: Failure("bureau_busy", Retry.SOON),
    460: CHUNK_DAMAGED,
    503: Failure("bureau_busy", Retry.SOON),
    507: Failure("bureau_full", Retry.LATER),
    511: PORTAL,
}
_PASSWORDS = (
    "password_too_short", "password_too_long", "password_contains_login", "password_too_simple", "password_not_new",
)  # fmt: skip
_BY_CODE: Mapping[str, Failure] = {
    "bookmark_unknown": Failure("bookmark_unknown", Retry.PERSON),
    "device_fork": Failure("device_fork", Retry.PERSON),
    "device_revoked": Failure("device_revoked", Retry.PERSON),
    "account_disabled": Failure("account_disabled", Retry.PERSON),
    "new_password_needed": Failure("new_password_needed", Retry.PERSON),
    "sign_in_locked": Failure("sign_in_locked", Retry.PERSON),
    "wrong_password": Failure("wrong_password", Retry.PERSON),
    **{code: Failure(code, Retry.PERSON) for code in _PASSWORDS},
    "device_behind": Failure("bookmark_unknown", Retry.PERSON),
    "offset_differs": OFFSET_MOVED,
    "photo_too_large": Failure("photo_too_large", Retry.PERSON),
}


def of_answer(status: int, code: str, values: Mapping[str, object], after: float | None) -> Failure:
    """The failure behind a problem answer of our server; its own code stays among the values."""
    known = _BY_CODE.get(code) or _BY_STATUS.get(status)
    if known is None:
        server_fell = status >= 500
        known = Failure("bureau_failed", Retry.SOON) if server_fell else Failure("bureau_refused", Retry.PERSON)
    return Failure(known.code, known.retry, after, {**values, "server_code": code, "status": status})


# -- pauses ---------------------------------------------------------------------------------------------------------
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
LONGEST_WAIT_ASKED = 60.0
MOST_TRIES = 4
"""Within one exchange; after that the exchange ends and the next one goes on where it stopped."""


def pause(attempt: int, after: float | None = None, *, random: Callable[[], float] = chance.random) -> float:
    """How long to wait before the next try (attempts count from 0): full jitter, so that laptops do not march in step.

    What the server asked for (Retry-After) is waited at least, never less; the jitter comes on top.
    """
    jitter: float = random() * min(LONGEST_PAUSE, FIRST_PAUSE * 2**attempt)
    return jitter if after is None else after + jitter


def worth_waiting(failure: Failure, attempt: int) -> bool:
    """Whether to try again within this exchange."""
    soon = failure.retry is Retry.SOON and attempt + 1 < MOST_TRIES
    return soon and (failure.after is None or failure.after <= LONGEST_WAIT_ASKED)
