"""Passwords: the rule for new ones, and hashes that fit however the password was typed."""

import pytest
from argon2 import PasswordHasher

from server.passwords import Passwords, weakness

CHEAP = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("Gewu-2026", None),
        ("青山绿水2026", "password_too_simple"),
        ("青山绿水-2026", None),
        ("gewu2026", "password_too_simple"),
        ("GEWU-gewu", None),
        ("Ab-3567", "password_too_short"),
        ("Wangjg-2026", "password_contains_login"),
        ("WANGJG-2026a", "password_contains_login"),
        ("Ab-3" * 60, "password_too_long"),
    ],
)
def test_weakness(password: str, why: str | None) -> None:
    """Eight characters, three classes, not the login."""
    assert weakness(password, login="wangjg") == why


def test_matches() -> None:
    """The right one fits, also in full width; a wrong one, no hash and a broken hash do not."""
    stored = CHEAP.hash("Gewu-2026")
    assert stored.startswith("$argon2id$")
    assert CHEAP.matches(stored, "Gewu-2026")
    assert CHEAP.matches(stored, "Ｇｅｗｕ－２０２６")
    assert not CHEAP.matches(stored, "gewu-2026")
    assert not CHEAP.matches(None, "nobody has this password")
    assert not CHEAP.matches("broken", "Gewu-2026")
