"""What a person chose for themselves: sentences of their own, companions, when photos travel; over the settings of their store."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum
from typing import Any, Final

from models.settings import Settings

LONGEST_PHRASE: Final = 200
LONGEST_NAME: Final = 20
_PHRASES, _COMPANIONS, _TRAVEL = "phrases", "companions", "photo_travel"


class When(Enum):
    """When photos may travel; text always may."""

    ANY_TIME = "any_time"
    OFFICE = "office"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Network:
    """A network the bureau was reached from: what it is recognised by, and what it is called."""

    mark: str
    name: str


@dataclass(frozen=True, slots=True)
class PhotoTravel:
    """When photos may travel. From `opens` to `closes` is a part of every day, over midnight where it closes earlier."""

    when: When = When.ANY_TIME
    offices: tuple[Network, ...] = ()
    opens: time = time(20, 0)
    closes: time = time(7, 0)


@dataclass(frozen=True, slots=True)
class Companions:
    """同行人: the names that are known, and those who come along today."""

    known: tuple[str, ...] = ()
    today: frozenset[str] = field(default_factory=frozenset)

    @property
    def along(self) -> tuple[str, ...]:
        """Who comes along today, in the order of the list."""
        return tuple(name for name in self.known if name in self.today)


class Preferences:
    """Reads what it understands, else the usual; each is durable when `keep_…` returns. Call on the writers' lane."""

    def __init__(self, settings: Settings) -> None:
        """Of one person."""
        self._settings = settings

    def phrases(self) -> tuple[str, ...]:
        """Sentences of one's own, in one's own order."""
        return _texts(self._read(_PHRASES), LONGEST_PHRASE)

    def keep_phrases(self, phrases: Sequence[str]) -> None:
        """These, in this order; each once."""
        self._write(_PHRASES, list(dict.fromkeys(phrases)))

    def companions(self, today: date) -> Companions:
        """Whoever came along on another day does not come along today."""
        held = self._read(_COMPANIONS)
        held = held if isinstance(held, dict) else {}
        known = _texts(held.get("known"), LONGEST_NAME)
        along = _texts(held.get("along"), LONGEST_NAME) if held.get("day") == today.isoformat() else ()
        return Companions(known, frozenset(along) & frozenset(known))

    def keep_companions(self, companions: Companions, today: date) -> None:
        """The names, and who comes along today."""
        known = list(dict.fromkeys(companions.known))
        self._write(_COMPANIONS, {"known": known, "day": today.isoformat(), "along": list(companions.along)})

    def photo_travel(self) -> PhotoTravel:
        """When photos may travel."""
        held = self._read(_TRAVEL)
        held = held if isinstance(held, dict) else {}
        usual = PhotoTravel()
        when = next((each for each in When if each.value == held.get("when")), usual.when)
        opens, closes = _time(held.get("opens"), usual.opens), _time(held.get("closes"), usual.closes)
        return PhotoTravel(when, _networks(held.get("offices")), opens, closes)

    def keep_photo_travel(self, travel: PhotoTravel) -> None:
        """From now on like this."""
        body = {
            "when": travel.when.value,
            "offices": [{"mark": network.mark, "name": network.name} for network in travel.offices],
            "opens": f"{travel.opens:%H:%M}",
            "closes": f"{travel.closes:%H:%M}",
        }
        self._write(_TRAVEL, body)

    def _read(self, name: str) -> Any:
        try:
            return json.loads(self._settings.get(name, "null"))
        except ValueError:
            return None

    def _write(self, name: str, value: object) -> None:
        self._settings.put(name, json.dumps(value, ensure_ascii=False))


def _texts(held: Any, longest: int) -> tuple[str, ...]:
    texts = held if isinstance(held, list) else []
    return tuple(dict.fromkeys(text[:longest] for text in texts if isinstance(text, str) and text.strip()))


def _networks(held: Any) -> tuple[Network, ...]:
    bodies = [body for body in (held if isinstance(held, list) else []) if isinstance(body, dict)]
    marks = [(body.get("mark"), body.get("name")) for body in bodies]
    return tuple(Network(mark, str(name or mark)) for mark, name in marks if isinstance(mark, str) and mark)


def _time(held: Any, usual: time) -> time:
    try:
        return time.fromisoformat(held) if isinstance(held, str) else usual
    except ValueError:
        return usual
