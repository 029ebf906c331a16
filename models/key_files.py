"""A person's key on disk, twice: losing the one small file would lose the whole store."""

import base64
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from models.durable import disk_failures, make_folder, write_file
from models.errors import Damaged
from models.keys import KeyFile, Stretching

NAME = "key.json"
COPY = "key-copy.json"
VERSION = 1


def write_key(folder: Path, stored: KeyFile, *, login: str) -> None:
    """Keep a wrapped key; when this returns it survives a power cut. Raises NotWritable, DiskFull."""
    content = json.dumps(_plain(stored, login), ensure_ascii=False, indent=1).encode()
    with disk_failures():
        make_folder(folder)
        # The copy comes second: at every moment one of the two is whole.
        for name in (NAME, COPY):
            write_file(folder / name, [content])


def has_key(folder: Path) -> bool:
    """Whether a key was ever kept here."""
    return (folder / NAME).exists() or (folder / COPY).exists()


def read_key(folder: Path) -> KeyFile:
    """The wrapped key, from the copy where the first file is damaged. Raises Damaged."""
    return read_keys(folder)[0]


def read_keys(folder: Path) -> tuple[KeyFile, ...]:
    """The wrapped key as each file has it: one, unless a wrong letter makes them differ. Raises Damaged."""
    found = (_from_plain(plain) for name in (NAME, COPY) if (plain := _read(folder / name)) is not None)
    if not (keys := tuple(dict.fromkeys(found))):
        raise Damaged("key_damaged", where=NAME)
    return keys


def login_of(folder: Path) -> str | None:
    """Whose store this is, as the key file says; None where no key can be read."""
    for name in (NAME, COPY):
        if (plain := _read(folder / name)) is not None:
            return str(plain["login"])
    return None


def _read(path: Path) -> Mapping[str, Any] | None:
    try:
        plain = json.loads(path.read_bytes())
        _from_plain(plain)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return plain if isinstance(plain, dict) and "login" in plain else None


def _plain(stored: KeyFile, login: str) -> dict[str, Any]:
    stretching = stored.stretching
    return {
        "version": VERSION,
        "login": login,
        "argon2id": {
            "salt": _text(stretching.salt),
            "memory_kib": stretching.memory_kib,
            "passes": stretching.passes,
            "lanes": stretching.lanes,
        },
        "by_password": _text(stored.by_password),
        "bureau": _text(stored.bureau),
        "ephemeral": _text(stored.ephemeral),
        "by_recovery": _text(stored.by_recovery),
    }


def _from_plain(plain: Mapping[str, Any]) -> KeyFile:
    figures = plain["argon2id"]
    stretching = Stretching(
        salt=_bytes(figures["salt"]),
        memory_kib=int(figures["memory_kib"]),
        passes=int(figures["passes"]),
        lanes=int(figures["lanes"]),
    )
    if plain["version"] != VERSION or not stretching.sane:
        raise ValueError("not a key of ours")
    names = ("by_password", "bureau", "ephemeral", "by_recovery")
    return KeyFile(stretching, *(_bytes(plain[name]) for name in names))


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
