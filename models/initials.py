"""Chinese words as people type them in a hurry: pinyin initials (tnq) and pinyin without tones (tianningqu)."""

import os
import unicodedata
from functools import lru_cache
from types import MappingProxyType
from typing import Final

# Readings that our places, units and types mean where the dictionary's first one is another.
_OURS: Final = MappingProxyType(
    {"长": "chang", "曾": "zeng", "地": "di", "的": "de", "了": "le", "着": "zhe", "大": "da"}
)


@lru_cache(maxsize=50_000)
def initials(text: str) -> str:
    """First letters of each character's reading; letters and digits stay, the rest is dropped."""
    return "".join(_reading(char)[:1] for char in _plain(text))


@lru_cache(maxsize=50_000)
def spelled(text: str) -> str:
    """The readings themselves, without tones and spaces; ü is v as on a keyboard."""
    return "".join(_reading(char) for char in _plain(text))


def _plain(text: str) -> str:
    """Full-width letters as narrow ones, everything in lower case."""
    return unicodedata.normalize("NFKC", text).lower()


@lru_cache(maxsize=10_000)
def _reading(char: str) -> str:
    if char.isascii():
        return char if char.isalnum() else ""
    if char in _OURS:
        return _OURS[char]
    first, _comma, _others = _dictionary().get(ord(char), "").partition(",")
    letters = unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", first) if c not in _TONES))
    return letters.replace("ü", "v").replace("ê", "e")


# Combining grave, acute, macron, caron: the four tones. The diaeresis of ü is none of them.
_TONES: Final = frozenset("\u0300\u0301\u0304\u030c")


@lru_cache(maxsize=1)
def _dictionary() -> dict[int, str]:
    """Loaded with the first search: 60 ms, and half a second more with the phrases, which single characters don't need."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    from pypinyin.constants import PINYIN_DICT

    dictionary: dict[int, str] = PINYIN_DICT
    return dictionary
