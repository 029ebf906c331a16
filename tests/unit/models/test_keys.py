"""A store's key opens for the right password or the bureau's private key, and for nothing else."""

from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from models import keys
from models.errors import Damaged, WrongKey

BUREAU = X25519PrivateKey.generate()
PUBLIC = BUREAU.public_key().public_bytes_raw()
KEY, STORED = keys.make_key(password="网格-2026", bureau=PUBLIC)


def flipped(content: bytes, at: int = -1) -> bytes:
    """The same bytes with one bit changed."""
    changed = bytearray(content)
    changed[at] ^= 1
    return bytes(changed)


def test_every_key_is_random() -> None:
    other, _ = keys.make_key(password="网格-2026", bureau=PUBLIC)
    assert len(KEY) == 32
    assert other != KEY


def test_a_password_is_stretched_as_far_as_design_says() -> None:
    """Made before the tests' own quick one takes its place."""
    stretching = STORED.stretching
    assert (stretching.memory_kib, stretching.passes, stretching.lanes) == (64 * 1024, 3, 4)
    assert keys.make_key(password="x", bureau=PUBLIC)[1].stretching.salt != stretching.salt


def test_the_password_opens_the_key() -> None:
    assert keys.unlock(STORED, password="网格-2026") == KEY


@pytest.mark.parametrize("password", ["", "网格-2025", "网格-2026 ", "wg-2026"])
def test_any_other_password_does_not(password: str) -> None:
    with pytest.raises(WrongKey):
        keys.unlock(STORED, password=password)


def test_the_bureau_recovers_a_key_whose_password_is_forgotten() -> None:
    assert keys.recover(STORED, private=BUREAU.private_bytes_raw()) == KEY


@pytest.mark.parametrize(
    "private", [X25519PrivateKey.generate().private_bytes_raw(), b"", bytes(31), BUREAU.private_bytes_raw() + b"\0"]
)
def test_another_private_key_recovers_nothing(private: bytes) -> None:
    with pytest.raises(WrongKey):
        keys.recover(STORED, private=private)


def test_a_changed_password_opens_the_same_key_and_the_old_one_no_longer() -> None:
    changed = keys.with_password(STORED, KEY, password="新密码")
    assert keys.unlock(changed, password="新密码") == KEY
    assert keys.recover(changed, private=BUREAU.private_bytes_raw()) == KEY
    with pytest.raises(WrongKey):
        keys.unlock(changed, password="网格-2026")


@pytest.mark.parametrize("at", [0, 11, 12, -1])
def test_a_changed_bit_is_noticed(at: int) -> None:
    with pytest.raises(WrongKey):
        keys.unlock(replace(STORED, by_password=flipped(STORED.by_password, at)), password="网格-2026")
    with pytest.raises(WrongKey):
        keys.recover(replace(STORED, by_recovery=flipped(STORED.by_recovery, at)), private=BUREAU.private_bytes_raw())


@pytest.mark.parametrize(
    "changes", [{"memory_kib": 1 << 30}, {"passes": 0}, {"lanes": 1000}, {"salt": b"short"}, {"memory_kib": 8}]
)
def test_figures_that_nobody_wrote_are_refused_before_they_cost_memory(changes: dict[str, int]) -> None:
    stretching = replace(STORED.stretching, **changes)  # type: ignore[arg-type]
    with pytest.raises(Damaged):
        keys.unlock(replace(STORED, stretching=stretching), password="网格-2026")
