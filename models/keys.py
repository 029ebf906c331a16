"""The key of a person's store: random, and wrapped twice, by the password and to the bureau's recovery key."""

import os
from dataclasses import dataclass, replace

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from models.errors import Damaged, WrongKey

KEY_LENGTH = 32
_NONCE_LENGTH = 12
_BY_PASSWORD = b"gewu store key 1, by password"
_BY_RECOVERY = b"gewu store key 1, by recovery key"
# A file that asks for more than this was tampered with: it would only fill the memory.
_MOST_MEMORY_KIB, _MOST_PASSES, _MOST_LANES = 1024 * 1024, 100, 16


@dataclass(frozen=True, slots=True)
class Stretching:
    """How Argon2id stretches a password; kept beside the wrapped key, so that later versions may ask for more."""

    salt: bytes
    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    @property
    def sane(self) -> bool:
        """Whether these are figures that this program, or a later one, would have written."""
        return (
            16 <= len(self.salt) <= 64
            and 1 <= self.lanes <= _MOST_LANES
            and 8 * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
            and 1 <= self.passes <= _MOST_PASSES
        )


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What is stored of a key: nothing in it opens a store without the password or the bureau's private key."""

    stretching: Stretching
    by_password: bytes
    bureau: bytes
    ephemeral: bytes
    by_recovery: bytes


def fresh_stretching() -> Stretching:
    """As every new password is stretched, with a salt of its own."""
    return Stretching(os.urandom(16))


def make_key(*, password: str, bureau: bytes) -> tuple[bytes, KeyFile]:
    """A new key, and how it is stored. `bureau` is the raw X25519 public key that the server hands out at sign-in."""
    key = os.urandom(KEY_LENGTH)
    stretching = fresh_stretching()
    ephemeral = X25519PrivateKey.generate()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(bureau))
    public = ephemeral.public_key().public_bytes_raw()
    by_recovery = seal(_recovery_key(shared, public, bureau), key, context=_BY_RECOVERY)
    return key, KeyFile(stretching, _by_password(key, password, stretching), bureau, public, by_recovery)


def make_local_key(*, password: str) -> tuple[bytes, KeyFile]:
    """A new key of somebody whom no bureau knows yet: the password alone opens it."""
    key = os.urandom(KEY_LENGTH)
    stretching = fresh_stretching()
    return key, KeyFile(stretching, _by_password(key, password, stretching), b"", b"", b"")


def unlock(stored: KeyFile, *, password: str) -> bytes:
    """The key, for the right password; WrongKey for any other."""
    return unseal(_stretched(password, stored.stretching), stored.by_password, context=_BY_PASSWORD)


def with_password(stored: KeyFile, key: bytes, *, password: str) -> KeyFile:
    """The same key under another password."""
    stretching = fresh_stretching()
    return replace(stored, stretching=stretching, by_password=_by_password(key, password, stretching))


def recover(stored: KeyFile, *, private: bytes) -> bytes:
    """The key, for the bureau's raw X25519 private key; WrongKey for any other."""
    try:
        shared = X25519PrivateKey.from_private_bytes(private).exchange(
            X25519PublicKey.from_public_bytes(stored.ephemeral)
        )
    except ValueError as error:
        raise WrongKey from error
    wrapping = _recovery_key(shared, stored.ephemeral, stored.bureau)
    return unseal(wrapping, stored.by_recovery, context=_BY_RECOVERY)


def seal(key: bytes, content: bytes, *, context: bytes) -> bytes:
    """Encrypt with AES-256-GCM; the context must be the same when it is opened."""
    nonce = os.urandom(_NONCE_LENGTH)
    return nonce + AESGCM(key).encrypt(nonce, content, context)


def unseal(key: bytes, sealed: bytes, *, context: bytes) -> bytes:
    """Decrypt what `seal` made. Raises WrongKey where key, context or bytes are not the ones it was made with."""
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_LENGTH], sealed[_NONCE_LENGTH:], context)
    except (InvalidTag, ValueError) as error:
        raise WrongKey from error


def _by_password(key: bytes, password: str, stretching: Stretching) -> bytes:
    return seal(_stretched(password, stretching), key, context=_BY_PASSWORD)


def _stretched(password: str, stretching: Stretching) -> bytes:
    if not stretching.sane:
        raise Damaged(where="key.json")
    return hash_secret_raw(
        password.encode(),
        stretching.salt,
        time_cost=stretching.passes,
        memory_cost=stretching.memory_kib,
        parallelism=stretching.lanes,
        hash_len=KEY_LENGTH,
        type=Type.ID,
    )


def _recovery_key(shared: bytes, ephemeral: bytes, bureau: bytes) -> bytes:
    # Both public keys go into the derivation, so that a wrapped key cannot be moved to another pair.
    derivation = HKDF(algorithm=hashes.SHA256(), length=KEY_LENGTH, salt=None, info=_BY_RECOVERY + ephemeral + bureau)
    return derivation.derive(shared)
