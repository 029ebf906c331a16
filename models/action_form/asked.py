"""What a script wrote for a step, and how its values are read; each refusal names the key."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NoReturn

from models.errors import Refusal, Refused
from models.facts import Photo, Unit
from models.finding import Finding
from models.form import no_choice, text_of

_YES: Final = frozenset({"yes", "true", "1", "是"})
_NO: Final = frozenset({"no", "false", "0", "否", ""})
_YEARS: Final = range(2000, 2100)


@dataclass(frozen=True, slots=True)
class Asked:
    """The fields, and what they are read against: the finding, the bureau's units, the day in China."""

    plain: Mapping[str, Any]
    finding: Finding
    units: Sequence[Unit]
    today: date
    photos: tuple[Photo, ...] = ()
    """Those that the fields name by path, in their order."""

    def text(self, key: str) -> str:
        """The text under a key, without blanks at its ends."""
        return text_of(self.plain, key)

    def day(self, key: str) -> date | None:
        """The day under a key; None where nothing is written."""
        return day_in(self.plain, key)


def unreadable(key: str) -> NoReturn:
    """Refuse a value of the wrong type."""
    raise Refused(Refusal("value_unreadable", {"field": key, "key": key}))


def refuse_unknown(plain: Mapping[str, Any], known: frozenset[str]) -> None:
    """Refuse a key that there is not: it would be lost without a word."""
    for key in plain:
        if key not in known:
            raise Refused(Refusal("unknown_key", {"key": key}))


def day_in(plain: Mapping[str, Any], key: str) -> date | None:
    """YYYY-MM-DD, or with slashes; None where nothing is written. Raises Refused."""
    if not (text := text_of(plain, key)):
        return None
    try:
        day = date.fromisoformat(text.replace("/", "-"))
    except ValueError:
        day = None
    if day is None or day.year not in _YEARS:
        raise Refused(Refusal("day_unreadable", {"field": key, "key": key, "text": text}))
    return day


def number_in(plain: Mapping[str, Any], key: str) -> int | None:
    """A whole number; None where nothing is written. Raises Refused."""
    if not (text := text_of(plain, key)):
        return None
    if not (text.isascii() and text.removeprefix("-").isdecimal() and len(text) < 10):
        raise Refused(Refusal("number_unreadable", {"field": key, "key": key, "text": text}))
    return int(text)


def yes_in(plain: Mapping[str, Any], key: str) -> bool:
    """Yes or no, as JSON or in words; no where nothing is written. Raises Refused."""
    value = plain.get(key)
    if isinstance(value, bool):
        return value
    text = text_of(plain, key)
    if text.lower() not in _YES | _NO:
        raise no_choice(key, text, ("是", "否"))
    return text.lower() in _YES


def list_in(plain: Mapping[str, Any], key: str) -> list[Any]:
    """A list; one value alone is a list of it, and nothing none. Raises Refused."""
    value = plain.get(key)
    if value is None or value == "":
        return []
    if isinstance(value, str | Mapping):
        return [value]
    return value if isinstance(value, list) else unreadable(key)


@contextmanager
def within(field: str, number: int) -> Iterator[None]:
    """What is wrong inside the entry of a list is told as field[number].key, counted from 1."""
    try:
        yield
    except Refused as refused:
        raise Refused(*(_deeper(one, field, number) for one in refused.refusals)) from refused


def _deeper(one: Refusal, field: str, number: int) -> Refusal:
    key = one.values.get("key")
    name = f"{field}[{number}].{key}" if key else f"{field}[{number}]"
    return Refusal(one.code, {**one.values, "field": field, "key": name})
