"""What the search panel says: the rows of an answer, and of the moment before anything is typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from gui.icons import Glyph
from gui.labels import number
from gui.names import Names
from gui.searching.functions import Function
from models.facts import Unit
from models.findings import Filter
from models.ledger_row import LedgerRow
from models.reference import Area, Enterprise
from models.searching import Counts, Hits
from resources.words import _, ngettext


class Part(Enum):
    """How a row looks."""

    HEADER = "header"
    FINDING = "finding"
    LINE = "line"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """The whole file of this finding."""

    finding: str


@dataclass(frozen=True, slots=True)
class OpenLedger:
    """The ledger with this."""

    wanted: Filter


@dataclass(frozen=True, slots=True)
class OpenEnterprise:
    """What was found at this enterprise or site."""

    name: str


@dataclass(frozen=True, slots=True)
class OpenUnit:
    """What this 责任单位 has to rectify, or has rectified."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """What was found in this area or grid."""

    area: Area


@dataclass(frozen=True, slots=True)
class Take:
    """A function."""

    code: str


@dataclass(frozen=True, slots=True)
class LookFor:
    """Another text instead."""

    text: str


Target = OpenFinding | OpenLedger | OpenEnterprise | OpenUnit | OpenPlace | Take | LookFor


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One line of the panel; those without a target cannot be chosen."""

    part: Part
    words: str = ""
    aside: str = ""
    glyph: Glyph | None = None
    finding: LedgerRow | None = None
    target: Target | None = None


def rows_before(lately: Sequence[LedgerRow], functions: Sequence[Function]) -> tuple[PanelRow, ...]:
    """Nothing is typed: what was opened lately, and what the program can do."""
    return (*_group(_("Opened lately"), _findings(lately)), *_group(_("Functions"), _functions(functions)))


def rows_of(
    hits: Hits, counts: Counts | None, functions: Sequence[Function], names: Names, note: str = ""
) -> tuple[PanelRow, ...]:
    """An answer; `counts` come later, `functions` are those that were found, `note` is what a choice came to."""
    rows = [PanelRow(Part.NOTE, note)] if note else []
    rows += _instead(counts)
    if hits.findings is None:
        rows += [PanelRow(Part.HEADER, _("Finding")), PanelRow(Part.NOTE, _("Looking for findings …"))]
    elif hits.findings:
        rows += [*_group(_("Finding"), _findings(hits.findings)), _all_of(hits, counts)]
    parties = [_enterprise(each, names) for each in hits.enterprises] + [_unit(each) for each in hits.units]
    rows += _group(_("Enterprises and sites"), parties)
    rows += _group(_("Areas and grids"), [_place(each) for each in hits.places])
    rows += _group(_("Functions"), _functions(functions))
    if hits.findings == () and not (parties or hits.places or functions):
        rows.append(PanelRow(Part.NOTE, nothing_found(hits.text)))
    return tuple(rows)


def nothing_found(text: str) -> str:
    """没有找到“tnq”。"""
    return _(
        "Nothing found for “{text}”. Try the last four digits of the number, or pinyin initials of the place or unit."
    ).format(text=text)


def nothing_at(name: str) -> str:
    """An enterprise or area with a clean sheet."""
    return _("No findings yet: {name}.").format(name=name)


def not_read() -> str:
    """Reading failed."""
    return _("The search could not read. The records are all there, nothing is lost. Type once more.")


def _group(title: str, rows: Sequence[PanelRow]) -> list[PanelRow]:
    return [PanelRow(Part.HEADER, title), *rows] if rows else []


def _findings(rows: Sequence[LedgerRow]) -> list[PanelRow]:
    return [PanelRow(Part.FINDING, row.place, finding=row, target=OpenFinding(row.id)) for row in rows]


def _all_of(hits: Hits, counts: Counts | None) -> PanelRow:
    words = _("See all in the ledger")
    if counts is not None:
        words = ngettext("See all {n} in the ledger", "See all {n} in the ledger", counts.findings)
        words = words.format(n=number(counts.findings))
    return PanelRow(Part.LINE, words, glyph=Glyph.FORWARD, target=OpenLedger(Filter(text=hits.text)))


def _enterprise(found: Enterprise, names: Names) -> PanelRow:
    aside = found.address or (names.place(found.area) if found.area else found.industry)
    return PanelRow(Part.LINE, found.name, aside, Glyph.ENTERPRISE, target=OpenEnterprise(found.name))


def _unit(found: Unit) -> PanelRow:
    return PanelRow(Part.LINE, found.name, _("Responsible unit"), Glyph.UNIT, target=OpenUnit(found))


def _place(found: Area) -> PanelRow:
    return PanelRow(Part.LINE, found.name, found.code, Glyph.POSITION, target=OpenPlace(found))


def _functions(found: Sequence[Function]) -> list[PanelRow]:
    return [PanelRow(Part.LINE, each.words, each.keys, each.glyph, target=Take(each.code)) for each in found]


def _instead(counts: Counts | None) -> Iterator[PanelRow]:
    """是不是找：督查（12）、巡察（0）？ and each of them to choose; not where that would find nothing either."""
    if counts is None or not any(count for _text, count in counts.instead):
        return
    listed = "、".join(_("{text} ({n})").format(text=text, n=number(count)) for text, count in counts.instead)
    yield PanelRow(Part.HEADER, _("Did you mean: {words}?").format(words=listed))
    for text, count in counts.instead:
        aside = ngettext("{n} in all", "{n} in all", count).format(n=number(count))
        yield PanelRow(Part.LINE, text, aside, Glyph.SEARCH, target=LookFor(text))
