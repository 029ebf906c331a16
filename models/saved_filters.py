"""常用筛选: filters of the ledger under names of one's own, as JSON in one setting of a person's store.

What a newer program wrote and this one does not know is kept, and told of where the filter is offered.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, TypeVar

from models.ledger_filter import Filter, Matter, Tab
from models.settings import Settings
from models.vocabulary import Severity

MOST_LETTERS: Final = 24
_NAME: Final = "ledger.filters"
_KNOWN: Final = frozenset(
    {"name", "tab", "categories", "grids", "units", "severities", "text", "matter", "recorded_within"}
)
E = TypeVar("E", bound=Enum)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """`whole`: everything that it was saved with is understood here."""

    name: str
    filter: Filter
    whole: bool = True


class SavedFilters:
    """In the order in which they were saved. Each method reads and writes by itself: call on the writers' lane."""

    def __init__(self, settings: Settings) -> None:
        """Of one person."""
        self._settings = settings

    def all(self) -> tuple[SavedFilter, ...]:
        """Every one that has a name."""
        return tuple(_read(body) for body in self._bodies())

    def save(self, name: str, wanted: Filter) -> None:
        """Under this name, instead of what had it before."""
        body = {"name": name, **_written(wanted)}
        bodies = self._bodies()
        places = [place for place, held in enumerate(bodies) if held["name"] == name]
        if places:
            bodies[places[0]] = body
        else:
            bodies.append(body)
        self._write(bodies)

    def rename(self, before: str, name: str) -> None:
        """Call it something else; another one that is called so already gives way."""
        if before != name:
            kept = [body for body in self._bodies() if body["name"] != name]
            self._write([{**body, "name": name} if body["name"] == before else body for body in kept])

    def remove(self, name: str) -> None:
        """Forget it."""
        self._write([body for body in self._bodies() if body["name"] != name])

    def _bodies(self) -> list[dict[str, Any]]:
        try:
            held = json.loads(self._settings.get(_NAME, "[]"))
        except ValueError:
            return []
        bodies = held if isinstance(held, list) else []
        return [body for body in bodies if isinstance(body, dict) and isinstance(body.get("name"), str)]

    def _write(self, bodies: Sequence[Mapping[str, Any]]) -> None:
        self._settings.put(_NAME, json.dumps(bodies, ensure_ascii=False))


def _written(wanted: Filter) -> dict[str, Any]:
    """Only what narrows anything."""
    days, matter = wanted.recorded_within, wanted.matter
    written: dict[str, Any] = {
        "tab": wanted.tab.value,
        "categories": sorted(wanted.categories),
        "grids": sorted(wanted.grids),
        "units": sorted(wanted.units),
        "severities": sorted(severity.value for severity in wanted.severities),
        "text": wanted.text,
        "matter": matter.value if matter is not None else None,
        "recorded_within": days,
    }
    return {key: value for key, value in written.items() if value}


def _read(body: Mapping[str, Any]) -> SavedFilter:
    unknown = set(body) - _KNOWN
    days = body.get("recorded_within")
    read = _Reading(body)
    wanted = Filter(
        tab=read.member("tab", Tab) or Tab.ALL,
        categories=read.texts("categories", str),
        grids=read.texts("grids", str),
        units=read.texts("units", str),
        severities=read.texts("severities", Severity),
        text=str(body.get("text") or ""),
        matter=read.member("matter", Matter),
        recorded_within=days if isinstance(days, int) and days > 0 else None,
    )
    return SavedFilter(body["name"], wanted, whole=not unknown and read.whole)


class _Reading:
    """Reads value by value; `whole` until one is not understood."""

    def __init__(self, body: Mapping[str, Any]) -> None:
        self._body = body
        self.whole = True

    def member(self, key: str, kind: type[E]) -> E | None:
        """A member by its value; None where there is none."""
        value = self._body.get(key)
        if value is None:
            return None
        found = next((each for each in kind if each.value == value), None)
        self.whole = self.whole and found is not None
        return found

    def texts(self, key: str, kind: Callable[[str], T]) -> frozenset[T]:
        """A set of texts, or of members by their values."""
        values = self._body.get(key) or ()
        found = set()
        for value in values if isinstance(values, list) else ():
            try:
                found.add(kind(value))
            except ValueError:
                self.whole = False
        return frozenset(found)
