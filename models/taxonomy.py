"""The types of pollution (domain.md 5): level 1 and 2, what each brings along, and finding one by typing."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Final

from models.initials import initials, spelled
from models.vocabulary import OnSiteAction, QuantityUnit, RectificationKind, Severity

TABLE: Final = Path(__file__).parents[1] / "resources" / "taxonomy.csv"
# The buttons of the form until a person's own habits are known (screens/form.png).
_FREQUENT: Final = ("A01", "A02", "W03", "W19", "G06", "A06")


@dataclass(frozen=True, slots=True)
class Domain:
    """A level 1 type: a letter and its name."""

    code: str
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Category:
    """A level 2 type with its usual severity and deadline, which people may change in each finding.

    Types that are graded by area or volume (W15 to W17) start at the lowest severity.
    """

    code: str
    name: str
    short: str
    severity: Severity
    kind: RectificationKind
    days: int | None
    unit: QuantityUnit
    transfer: bool
    """Whether it goes to enforcement (移送)."""

    @property
    def domain(self) -> Domain:
        """The level 1 type it belongs to."""
        return _table().domains[self.code[0]]

    @property
    def on_site(self) -> OnSiteAction:
        """What is usually done on the spot."""
        if self.transfer:
            return OnSiteAction.EVIDENCE
        return OnSiteAction.STOPPED if self.kind is RectificationKind.IMMEDIATE else OnSiteAction.REPORTED


class _Fit(Enum):
    """How well a type answers what was typed, best first."""

    CODE = 0
    START = 1
    INITIALS = 2
    PINYIN = 3
    PART = 4
    INSIDE = 5
    DOMAIN = 6
    SCATTERED = 7


@dataclass(frozen=True, slots=True)
class _Table:
    domains: Mapping[str, Domain]
    categories: Mapping[str, Category]


def domains() -> tuple[Domain, ...]:
    """Level 1, in the order of the campaigns."""
    return tuple(_table().domains.values())


def categories() -> tuple[Category, ...]:
    """Level 2, in the order of the table."""
    return tuple(_table().categories.values())


def category(code: str) -> Category | None:
    """A type by its code; None for one that a newer table has."""
    return _table().categories.get(code)


def frequent() -> tuple[Category, ...]:
    """The six that the form offers as buttons."""
    return tuple(_table().categories[code] for code in _FREQUENT)


def search(text: str) -> tuple[Category, ...]:
    """Types by code, part of the name, pinyin initials or pinyin, best first; all of them for an empty text."""
    typed = "".join(text.lower().split())
    if not typed:
        return categories()
    fitting = [(fit.value, found) for found in categories() if (fit := _fit(found, typed)) is not None]
    return tuple(found for _rank, found in sorted(fitting, key=lambda pair: pair[0]))


def _fit(found: Category, typed: str) -> _Fit | None:
    """The best of the ways in which a type answers; pinyin is only looked at where letters were typed."""
    words = tuple("".join(word.lower().split()) for word in (found.short, found.name))
    letters = typed.isascii()
    tests = (
        (_Fit.CODE, found.code.lower().startswith(typed)),
        (_Fit.START, any(word.startswith(typed) for word in words)),
        (_Fit.INITIALS, letters and any(initials(word).startswith(typed) for word in words)),
        (_Fit.PINYIN, letters and any(spelled(word).startswith(typed) for word in words)),
        (_Fit.PART, any(typed in word for word in words)),
        (_Fit.INSIDE, letters and len(typed) > 1 and any(_sounds_inside(typed, word) for word in words)),
        (_Fit.DOMAIN, typed in found.domain.name),
        (_Fit.SCATTERED, len(typed) > 2 and any(_scattered(typed, word) for word in words)),
    )
    return next((fit for fit, fits in tests if fits), None)


def _sounds_inside(typed: str, word: str) -> bool:
    """Whether a later part of the word begins with these initials or this pinyin, at the start of a syllable."""
    rests = [word[at:] for at in range(1, len(word))]
    return any(initials(rest).startswith(typed) or spelled(rest).startswith(typed) for rest in rests)


def _scattered(typed: str, word: str) -> bool:
    """Whether the word has what was typed with other characters between: 秸秆焚烧, jgfs for 秸秆露天焚烧."""
    rest = iter(initials(word) if typed.isascii() else word)
    return all(char in rest for char in typed)


@cache
def _table() -> _Table:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return _Table(
        {row["code"]: Domain(row["code"], row["name"], row["short"]) for row in rows if len(row["code"]) == 1},
        {row["code"]: _category(row) for row in rows if len(row["code"]) > 1},
    )


def _category(row: Mapping[str, str]) -> Category:
    return Category(
        code=row["code"],
        name=row["name"],
        short=row["short"],
        severity=Severity(row["severity"]),
        kind=RectificationKind(row["kind"]),
        days=int(row["days"]) if row["days"] else None,
        unit=QuantityUnit(row["unit"]),
        transfer=row["transfer"] == "yes",
    )
