"""How far a made-up finding has come: the stages it went through, who takes each, and how long they usually need."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Self


class Stage(Enum):
    """A step on the way, with the days that it usually lies after the one before it."""

    least: int
    most: int

    def __new__(cls, _code: object, least: int, most: int) -> Self:
        """A number of its own, and the days."""
        member = object.__new__(cls)
        member._value_ = len(cls.__members__)
        member.least, member.most = least, most
        return member

    RAISE = auto(), 0, 0
    RETURN = auto(), 1, 1
    RESUBMIT = auto(), 1, 2
    VERIFY = auto(), 1, 2
    ENLIST = auto(), 0, 0
    DISPATCH = auto(), 0, 2
    SIGN = auto(), 1, 2
    REPORT = auto(), 3, 8
    APPLY = auto(), 3, 12
    ARRANGE = auto(), 1, 2
    REFUSE = auto(), 1, 2
    ACCEPT = auto(), 1, 2
    SUBMIT = auto(), 0, 0
    SEND_BACK = auto(), 1, 3
    PUBLISH = auto(), 1, 4
    CLOSE = auto(), 7, 9


_S = Stage
_LOGGED = (_S.RAISE,)
_LIBRARY = (*_LOGGED, _S.VERIFY, _S.ENLIST)
_ORDERED = (*_LIBRARY, _S.DISPATCH)
_UNDERWAY = (*_ORDERED, _S.SIGN, _S.REPORT)
_APPLIED = (*_UNDERWAY, _S.APPLY)
_REFUSED = (*_APPLIED, _S.ARRANGE, _S.REFUSE)
_PASSED = (*_APPLIED, _S.ARRANGE, _S.ACCEPT)
_AGAIN = (*_REFUSED, _S.APPLY, _S.ARRANGE)
_NOTICE = (*_PASSED, _S.SUBMIT, _S.PUBLISH)


@dataclass(frozen=True, slots=True)
class Way:
    """The stages; how many days ago the last one was; in how many days the deadline is, where that is the point."""

    stages: tuple[Stage, ...]
    since: tuple[int, int]
    due: tuple[int, int] | None = None


_NO_WAY = Way((), (0, 0))


class Fate(Enum):
    """What has become of a finding of the demo; the value is its word in resources/demo/findings.csv."""

    way: Way

    def __new__(cls, word: str, way: Way = _NO_WAY) -> Self:
        """The word and the way; called with the word alone it finds the member."""
        member = object.__new__(cls)
        member._value_ = word
        member.way = way
        return member

    LOCAL = "local", Way(_LOGGED, (0, 0))
    REPORTED = "reported", Way(_LOGGED, (0, 3))
    RETURNED = "returned", Way((_S.RAISE, _S.RETURN), (0, 3))
    RESUBMITTED = "resubmitted", Way((_S.RAISE, _S.RETURN, _S.RESUBMIT), (0, 2))
    VERIFIED = "verified", Way((_S.RAISE, _S.VERIFY), (0, 3))
    ENLISTED = "enlisted", Way(_LIBRARY, (0, 4))
    TO_SIGN = "to_sign", Way(_ORDERED, (0, 1), (6, 30))
    RECTIFYING = "rectifying", Way(_UNDERWAY, (1, 8), (9, 40))
    BEHIND = "behind", Way(_UNDERWAY, (1, 6), (12, 35))
    UNREPORTED = "unreported", Way((*_ORDERED, _S.SIGN), (36, 48), (10, 30))
    OVERDUE = "overdue", Way(_UNDERWAY, (9, 20), (-8, -1))
    DUE_TODAY = "due_today", Way(_UNDERWAY, (3, 8), (0, 0))
    DUE_SOON = "due_soon", Way(_UNDERWAY, (2, 8), (1, 3))
    REFUSED = "refused", Way(_REFUSED, (0, 3), (2, 15))
    REFUSED_TWICE = "refused_twice", Way((*_AGAIN, _S.REFUSE), (0, 3), (1, 9))
    COMPLETED = "completed", Way(_APPLIED, (0, 3))
    ACCEPTING = "accepting", Way((*_APPLIED, _S.ARRANGE), (0, 2))
    ACCEPTING_AGAIN = "accepting_again", Way(_AGAIN, (0, 2))
    ACCEPTED = "accepted", Way(_PASSED, (0, 4))
    FILE_RETURNED = "file_returned", Way((*_PASSED, _S.SUBMIT, _S.SEND_BACK), (0, 3))
    CLOSING = "closing", Way((*_PASSED, _S.SUBMIT), (0, 4))
    NOTICE = "notice", Way(_NOTICE, (0, 6))
    NOTICE_OVER = "notice_over", Way(_NOTICE, (7, 10))
    CLOSED = "closed", Way((*_NOTICE, _S.CLOSE), (2, 325))
    CLOSED_AGAIN = (
        "closed_again",
        Way((*_AGAIN, _S.ACCEPT, _S.SUBMIT, _S.SEND_BACK, _S.SUBMIT, _S.PUBLISH, _S.CLOSE), (2, 300)),
    )
