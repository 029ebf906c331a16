"""What narrows a list, in words: one condition a chip, each with the filter that is left without it."""

from dataclasses import replace

from gui.labels import category_name, word
from gui.ledger.matter_words import MATTER_WORDS
from gui.names import Names
from models.findings import Filter
from models.vocabulary import Severity
from resources.words import _, ngettext

Condition = tuple[str, Filter]


def conditions(wanted: Filter, names: Names) -> tuple[Condition, ...]:
    """In the order in which chips stand; the tab is not one of them."""
    found = [
        (_("Type: {name}").format(name=category_name(code)), replace(wanted, categories=wanted.categories - {code}))
        for code in sorted(wanted.categories)
    ]
    found += [
        (_("Grid: {name}").format(name=names.area(code)), replace(wanted, grids=wanted.grids - {code}))
        for code in sorted(wanted.grids)
    ]
    found += [
        (_("Unit: {name}").format(name=names.units.get(code, code)), replace(wanted, units=wanted.units - {code}))
        for code in sorted(wanted.units)
    ]
    found += [
        (_("Severity: {name}").format(name=word(each)), replace(wanted, severities=wanted.severities - {each}))
        for each in Severity
        if each in wanted.severities
    ]
    if wanted.recorded_within is not None:
        found.append((logged_within(wanted.recorded_within), replace(wanted, recorded_within=None)))
    if wanted.matter is not None:
        found.append((_(MATTER_WORDS[wanted.matter]), replace(wanted, matter=None)))
    if wanted.text:
        found.append((_("Text: {text}").format(text=wanted.text), replace(wanted, text="")))
    return tuple(found)


def logged_within(days: int) -> str:
    """登记：近90天."""
    return ngettext("Logged: last {n} day", "Logged: last {n} days", days).format(n=days)
