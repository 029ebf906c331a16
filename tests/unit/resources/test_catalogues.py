"""Everything that can be said has Chinese words, and they keep the placeholders and the manners."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from resources.words import CATALOGUES, DEFAULT_LANGUAGE

HOUSE = Path(__file__).resolve().parents[3]
PACKAGES = ("commands", "gui", "models", "resources", "server", "sync")
KEYWORDS: dict[str, Any] = {"_": None, "N_": None, "ngettext": (1, 2)}
AREAS = sorted((CATALOGUES / DEFAULT_LANGUAGE).glob("*.po"))
PLACEHOLDER = re.compile(r"\{(\w*)\}")
NEVER_ON_SCREEN = re.compile(
    r"抱歉|您|！|异常|队列|事务|缓存|失败代码|UUID|SHA|\bcache|\bentry|\bjournal|\bJSON", re.IGNORECASE
)
"""screens.md 3: no jargon, no apologies, no exclamation marks."""

Id = str | tuple[str, ...]


def said() -> dict[Id, str]:
    """Each message of the code and where it stands."""
    messages: dict[Id, str] = {}
    for path in sorted([HOUSE / "main.py", *(path for name in PACKAGES for path in (HOUSE / name).rglob("*.py"))]):
        if path.exists():
            with path.open("rb") as file:
                for line, message, _comments, _context in extract("python", file, keywords=KEYWORDS):
                    messages[message] = f"{path.relative_to(HOUSE)}:{line}"
    return messages


def translated() -> Iterator[tuple[str, Any]]:
    """Each translation and its area."""
    for area in AREAS:
        for message in read_po(io.BytesIO(area.read_bytes()), locale=DEFAULT_LANGUAGE, abort_invalid=True):
            if message.id:
                yield area.name, message


SAID = said()
TRANSLATED = list(translated())


def test_everything_said_is_translated() -> None:
    """No English on a Chinese screen."""
    known = {message.id for _, message in TRANSLATED if message.string and not message.fuzzy}
    known |= {message.id[0] for _, message in TRANSLATED if isinstance(message.id, tuple)}
    missing = [f"{place} {message!r}" for message, place in SAID.items() if message not in known]
    assert not missing, "\n".join(missing)


def test_nothing_is_translated_that_nobody_says() -> None:
    """Catalogues do not gather dust."""
    spoken = set(SAID) | {message[0] for message in SAID if isinstance(message, tuple)}
    dusty = [f"{area} {message.id!r}" for area, message in TRANSLATED if message.id not in spoken]
    assert not dusty, "\n".join(dusty)


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.stem)
def test_placeholders(area: Path) -> None:
    """A translation fills in what its source fills in."""
    wrong = []
    for _, message in (each for each in TRANSLATED if each[0] == area.name):
        source = message.id[-1] if isinstance(message.id, tuple) else message.id
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        wrong += [text for text in strings if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(source))]
    assert not wrong, "\n".join(wrong)


def test_areas_agree() -> None:
    """The same English has the same Chinese in every area."""
    meanings: dict[Any, set[Any]] = defaultdict(set)
    for _, message in TRANSLATED:
        meanings[message.id].add(message.string)
    assert not {message: strings for message, strings in meanings.items() if len(strings) > 1}


def test_manners() -> None:
    """Plain words only."""
    rude = [f"{area} {message.string}" for area, message in TRANSLATED if NEVER_ON_SCREEN.search(str(message.string))]
    assert not rude, "\n".join(rude)
