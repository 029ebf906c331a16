"""What the program is made of: every part with its version, its licence and the licence's text, read without a network."""

import platform
import re
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Final

VERSION: Final = "0.1.0"
"""Of this program; a test holds it to the one of pyproject.toml."""
PARTS: Final = (
    "alembic", "argon2-cffi", "babel", "cryptography", "filelock", "msgspec", "pi-heif", "pillow", "platformdirs",
    "pypinyin", "pyside6-essentials", "qtawesome", "requests", "sqlalchemy", "sqlcipher3",
    "fastapi", "psycopg", "uvicorn",
)  # fmt: skip
"""What pyproject.toml asks for; a test holds it complete. The last three are the server's: on a laptop they may be missing."""

_RESOURCES = Path(__file__).parent
_LICENCES = _RESOURCES / "licences"
_TEXT_FILE = re.compile(r"(licen[cs]e|copying|notice|copyright)[^/]*$", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_WHOLE = {
    "LGPL": (("LGPL-3.0", "GNU LESSER GENERAL PUBLIC LICENSE"), ("GPL-3.0", "GNU GENERAL PUBLIC LICENSE\n ")),
    "MPL-2.0": (("MPL-2.0", "Mozilla Public License Version 2.0\n"),),
}
"""Licences that parts often only name: our copy of each, and words that stand in it alone."""
_UNSAID = {"sqlcipher3": "Zlib"}
"""Parts whose packages carry the text of their licence and not its name."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A part, its version, the short name of its licence; `text` is the whole licence."""

    name: str
    version: str
    licence: str
    text: str


@cache
def notices() -> tuple[Notice, ...]:
    """Every part that is shipped, by name; reading them takes a moment."""
    installed = (_of_distribution(found) for found in _distributions())
    return tuple(sorted((*installed, *_of_files()), key=lambda notice: notice.name.casefold()))


def _distributions() -> Iterator[metadata.Distribution]:
    """What is asked for and what that asks for, as far as it is installed."""
    waiting, seen = list(PARTS), set[str]()
    while waiting:
        name = _same_name(waiting.pop())
        if name in seen:
            continue
        seen.add(name)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # of another platform, or the server's
        yield found
        waiting += [wanted for line in found.requires or () if (wanted := _required(line))]
        if name == "psycopg":
            waiting.append("psycopg-binary")


def _of_distribution(found: metadata.Distribution) -> Notice:
    facts = found.metadata
    name, licence = facts["Name"], _licence(facts)
    texts = [
        path.read_text(encoding="utf-8", errors="replace")
        for file in found.files or ()
        if ".dist-info" in str(file) and _TEXT_FILE.search(file.name) and (path := Path(str(file.locate()))).is_file()
    ]
    for family, wholes in _WHOLE.items():
        if family in licence:
            texts += [_shipped(whole) for whole, words in wholes if not any(words in text for text in texts)]
    return Notice(name, found.version, licence or _UNSAID.get(name, ""), "\n\n".join(texts))


def _licence(facts: metadata.PackageMetadata) -> str:
    """As the part itself says; older ones say it in sentences, or among their classifiers alone."""
    classifiers = [text.rpartition(" :: ")[2] for text in facts.get_all("Classifier") or () if "License ::" in text]
    given = next((facts[name].strip() for name in ("License-Expression", "License") if name in facts), "")
    short = given if given and len(given) < 80 and "\n" not in given else ", ".join(classifiers)
    lesser = "LGPL-3.0-only"
    return f"{short}, {lesser}" if "LGPL" not in short and "LGPL" in "".join(classifiers) else short


def _of_files() -> Iterator[Notice]:
    """What is no Python package: this program, the language, and what lies inside the packages."""
    yield Notice("Gewu 格物", VERSION, "Apache-2.0", _shipped("Apache-2.0"))
    yield Notice("Python", platform.python_version(), "PSF-2.0", _of_python())
    yield Notice("SQLCipher, SQLite", "", "BSD-3-Clause", _shipped("SQLCipher"))
    yield Notice("OpenSSL", "", "Apache-2.0", _shipped("Apache-2.0"))
    yield Notice("Noto Sans SC", "", "OFL-1.1", _read(_RESOURCES / "fonts" / "NOTO-SANS-SC-LICENSE"))
    yield Notice("Material Design Icons", "6.9.96", "Apache-2.0", _shipped("Apache-2.0"))


def _of_python() -> str:
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    text = next((found for place in places if (found := _read(place / "LICENSE.txt"))), "")
    return text or _of_distribution(metadata.distribution("typing_extensions")).text  # the same licence


def _shipped(name: str) -> str:
    return _read(_LICENCES / f"{name}.txt")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _required(line: str) -> str:
    """The name in a line such as `idna>=2.5,<4; extra == "x"`; empty for what comes only with an extra."""
    wanted, _semicolon, marker = line.partition(";")
    found = _NAME.match(wanted.strip())
    return "" if "extra" in marker or found is None else found[0]


def _same_name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
