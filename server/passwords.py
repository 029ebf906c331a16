"""Passwords: Argon2id, a rule for new ones, and a check that costs the same whether or not the login exists."""

import threading
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 8
LONGEST = 200
_CLASSES_NEEDED = 3


class Passwords:
    """Makes and checks password hashes, few at a time: each takes 64 MB while it is worked out."""

    def __init__(self, hasher: PasswordHasher | None = None, *, at_once: int = 2) -> None:
        """The hasher's parameters stand in every hash, so that they may be raised later."""
        self._hasher = hasher or PasswordHasher()
        self._turns = threading.BoundedSemaphore(at_once)
        self._nobody = self._hasher.hash("nobody has this password")

    def hash(self, password: str) -> str:
        """The Argon2id hash of a password, salted."""
        with self._turns:
            return self._hasher.hash(_same_form(password))

    def matches(self, stored: str | None, password: str) -> bool:
        """Whether the password belongs to the hash. None (no such person): false, after the same work."""
        with self._turns:
            try:
                self._hasher.verify(stored or self._nobody, _same_form(password))
            except (VerificationError, InvalidHashError):
                return False
        return stored is not None


def weakness(password: str, *, login: str) -> str | None:
    """Why a password may not be chosen (domain.md 9.4): a code, or None when it may."""
    if len(password) < SHORTEST:
        return "password_too_short"
    if len(password) > LONGEST:
        return "password_too_long"
    if login and login.casefold() in password.casefold():
        return "password_contains_login"
    return None if _classes(password) >= _CLASSES_NEEDED else "password_too_simple"


def _classes(password: str) -> int:
    kinds = (str.islower, str.isupper, str.isdigit, lambda one: not one.isalnum())
    # a Chinese character is neither lower nor upper case: it counts as a class of its own
    others = any(one.isalpha() and not one.islower() and not one.isupper() for one in password)
    return sum(any(kind(one) for one in password) for kind in kinds) + others


def _same_form(password: str) -> str:
    # full-width digits of an input method and composed letters must not lock anybody out
    return unicodedata.normalize("NFKC", password)
