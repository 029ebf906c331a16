"""What the search box finds: findings, enterprises and sites, places, functions, by whatever of their names is typed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate
from types import MappingProxyType
from typing import Final, Generic, TypeVar

from models.facts import Unit
from models.findings import Filter
from models.ids import FindingId
from models.initials import initials, spelled
from models.ledger_row import LedgerRow
from models.people import TOWN_LENGTH, Person, area_prefix
from models.reference import Area, Enterprise, Reference
from models.settings import Settings
from models.store import Store

FINDINGS, NAMES = 6, 4
"""How many of each group are shown."""
LATELY = 8
_OPENED: Final = "search.opened"
_LEAST_OF_A_CODE = 4
_WEEKS = 30
"""Days that are looked through first."""
_CONFUSED: Final = MappingProxyType(
    {"督察": ("督查", "巡察"), "督查": ("督察", "巡查"), "巡查": ("巡察", "督查"), "巡察": ("巡查", "督察")}
)
"""Four offices that sound or look alike; the one that sounds the same first."""
T = TypeVar("T")


class _Fit(IntEnum):
    """In which way something answers to what was typed, the closest first."""

    START = 0
    INITIALS = 1
    PINYIN = 2
    PART = 3
    CODE = 4
    INSIDE = 5


class Named(Generic[T]):
    """A value and all the ways in which its name can be typed."""

    __slots__ = ("_all", "_code", "_initials", "_sounds", "_starts", "_words", "value")

    def __init__(self, value: T, name: str, code: str = "") -> None:
        """Prepared once: thousands of them are asked at each letter."""
        self.value = value
        self._words = _plain(name)
        self._code = code.lower()
        self._initials = initials(self._words)
        self._sounds = spelled(self._words)
        self._starts = frozenset(accumulate(len(spelled(char)) for char in self._words))
        # one look tells that most names do not answer at all
        self._all = f"{self._words}\n{self._initials}\n{self._sounds}\n{self._code}"

    def fit(self, typed: str) -> int | None:
        """How well it answers, 0 the best; None where it does not."""
        if typed not in self._all:
            return None
        tests: Iterator[tuple[_Fit, bool]] = iter(
            (
                (_Fit.START, self._words.startswith(typed)),
                (_Fit.INITIALS, self._initials.startswith(typed)),
                (_Fit.PINYIN, self._sounds.startswith(typed)),
                (_Fit.PART, typed in self._words),
                (_Fit.CODE, len(typed) >= _LEAST_OF_A_CODE and typed in self._code),
                (_Fit.INSIDE, len(typed) > 1 and (typed in self._initials or self._sounds_inside(typed))),
            )
        )
        return next((fit for fit, fits in tests if fits), None)

    def _sounds_inside(self, typed: str) -> bool:
        """Whether it holds this pinyin from the beginning of a syllable on."""
        at = self._sounds.find(typed)
        while at >= 0 and at not in self._starts:
            at = self._sounds.find(typed, at + 1)
        return at >= 0


def best(named: Iterable[Named[T]], text: str, limit: int = NAMES) -> tuple[T, ...]:
    """The values whose names answer to the text best; of equals the first."""
    typed = _plain(text)
    if not typed:
        return ()
    fitting = [(fit, each.value) for each in named if (fit := each.fit(typed)) is not None]
    return tuple(value for _fit, value in sorted(fitting, key=lambda pair: pair[0])[:limit])


@dataclass(frozen=True, slots=True)
class Hits:
    """What is found; `findings` are None while they are being looked for, `functions` the codes of those that answer."""

    text: str
    findings: tuple[LedgerRow, ...] | None = ()
    enterprises: tuple[Enterprise, ...] = ()
    units: tuple[Unit, ...] = ()
    places: tuple[Area, ...] = ()
    functions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """What takes longer: how many findings hold the text, and how many each word that it may have been mistaken for."""

    text: str
    findings: int = 0
    instead: tuple[tuple[str, int], ...] = ()


class NameBook:
    """Enterprises, units and places of the reference data in a person's area, prepared for typing; made anew with a new version."""

    def __init__(self, person: Person) -> None:
        """Empty until somebody looks something up."""
        self._scope = person.scope
        self._made_of: Mapping[str, int] | None = None
        self._enterprises: tuple[Named[Enterprise], ...] = ()
        self._units: tuple[Named[Unit], ...] = ()
        self._places: tuple[Named[Area], ...] = ()

    def enterprises(self, reference: Reference, text: str) -> tuple[Enterprise, ...]:
        """企业与点位 by name, 统一社会信用代码 and pinyin."""
        self._prepare(reference)
        return best(self._enterprises, text)

    def units(self, reference: Reference, text: str) -> tuple[Unit, ...]:
        """责任单位 of the bureau's register by name and pinyin."""
        self._prepare(reference)
        return best(self._units, text)

    def places(self, reference: Reference, text: str) -> tuple[Area, ...]:
        """Areas and grids by name, code and pinyin, each with its township in front."""
        self._prepare(reference)
        return best(self._places, text)

    def _prepare(self, reference: Reference) -> None:
        versions = dict(reference.versions())
        if self._made_of == versions:
            return
        known = reference.enterprises(limit=1_000_000)
        self._enterprises = tuple(Named(each, each.name, each.uscc) for each in known)
        self._units = tuple(Named(each, each.name) for each in reference.units())
        areas = {str(row["code"]): str(row["name"]) for row in reference.rows("areas")}
        mine = [code for code in sorted(areas) if area_prefix(code).startswith(self._scope)]
        places = [Area(code, _in_its_town(code, areas)) for code in mine]
        self._places = tuple(Named(each, each.name, each.code) for each in places)
        self._made_of = versions


def find(store: Store, text: str) -> tuple[LedgerRow, ...]:
    """The newest findings that answer: common words do among those of the last weeks, rare ones cost one look at every row.

    Newest first through an index would take four times as long to find that a rare word is nowhere (100,000 rows).
    """
    newest = store.findings.page(Filter(text=text, recorded_within=_WEEKS), limit=FINDINGS)
    if len(newest) == FINDINGS:
        return newest
    keys = store.findings.listing(Filter(text=text)).keys[:FINDINGS]
    return tuple(row for row in store.findings.rows(keys) if row is not None)


def find_names(store: Store, book: NameBook, functions: Sequence[Named[str]], text: str) -> Hits:
    """Everything but the findings: names are few, and in memory."""
    return Hits(
        text,
        None,
        book.enterprises(store.reference, text),
        book.units(store.reference, text),
        book.places(store.reference, text),
        best(functions, text),
    )


def count(store: Store, text: str) -> Counts:
    """What the first answer does not wait for."""
    instead = tuple((other, store.findings.count(Filter(text=other))) for other in mistaken_for(text))
    return Counts(text, store.findings.count(Filter(text=text)), instead)


def mistaken_for(text: str) -> tuple[str, ...]:
    """督察 typed where 督查 or 巡察 may be meant: the same text with those instead."""
    return tuple(text.replace(word, other) for word, others in _CONFUSED.items() if word in text for other in others)


def grids_within(reference: Reference, area: str) -> frozenset[str]:
    """The grids of an area; a grid is its own."""
    return frozenset(grid.code for grid in reference.grids(area_prefix(area)))


def opened_lately(store: Store) -> tuple[LedgerRow, ...]:
    """The findings that this person opened last, the last one first; those that left the laptop are left out."""
    ids = _opened(store.settings)
    return tuple(row for each in ids if (row := store.findings.row(FindingId(each))) is not None)


def note_opened(settings: Settings, finding: str) -> None:
    """This finding was opened now."""
    before = _opened(settings)
    ids = [finding, *(each for each in before if each != finding)][:LATELY]
    if ids != before:
        settings.put(_OPENED, " ".join(ids))


def _opened(settings: Settings) -> list[str]:
    return settings.get(_OPENED).split()


def _plain(text: str) -> str:
    return "".join(text.lower().split())


def _in_its_town(code: str, areas: Mapping[str, str]) -> str:
    """郑陆镇第12网格: below a township many have the same name."""
    town = areas.get(f"{code[:TOWN_LENGTH]}000", "") if len(area_prefix(code)) > TOWN_LENGTH else ""
    return town + areas[code]
