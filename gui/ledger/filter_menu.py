"""「+ 筛选」: everything that a list may be narrowed to, one click each."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from gui.findings.grids import grids_of
from gui.journal_bridge import JournalBridge
from gui.labels import word
from gui.ledger.filter_words import logged_within
from gui.ledger.matter_words import MATTER_WORDS, MATTERS_TO_CHOOSE
from models.findings import Filter
from models.taxonomy import categories, domains
from models.vocabulary import Severity
from resources.words import _

DAYS = (7, 30, 90)
_LONGEST = 30
"""A longer menu is parted: nobody scrolls through 200 units."""


class FilterMenu(QMenu):
    """Filled whenever it is about to be shown: the bureau's names may have come down meanwhile."""

    chosen = Signal(object)
    """A Filter: the one there was, with one condition more."""

    def __init__(self, bridge: JournalBridge, parent: QWidget) -> None:
        """Nothing is narrowed."""
        super().__init__(parent)
        self.setObjectName("filterMenu")
        self._bridge = bridge
        self.filter = Filter()
        self.aboutToShow.connect(self._fill)

    @Slot()
    def _fill(self) -> None:
        self.clear()
        wanted = self.filter
        self._add_types(self.addMenu(_("Type")), wanted)
        self._offer(
            _("Deadline"), [(_(MATTER_WORDS[each]), replace(wanted, matter=each)) for each in MATTERS_TO_CHOOSE]
        )
        grids = [(code, self._bridge.names.place(code)) for code, _name in grids_of(self._bridge)]
        if len(grids) > 1:
            self._offer(_("Grid"), [(name, replace(wanted, grids=wanted.grids | {code})) for code, name in grids])
        units = sorted(self._bridge.names.units.items())
        self._offer(
            _("Responsible unit"), [(name, replace(wanted, units=wanted.units | {code})) for code, name in units]
        )
        self._offer(
            _("Severity"), [(word(each), replace(wanted, severities=wanted.severities | {each})) for each in Severity]
        )
        self._offer(_("Logged"), [(logged_within(days), replace(wanted, recorded_within=days)) for days in DAYS])

    def _add_types(self, types: QMenu, wanted: Filter) -> None:
        for domain in domains():
            inside = types.addMenu(f"{domain.code}  {domain.name}")
            for found in categories():
                if found.domain.code == domain.code:
                    self._add(
                        inside,
                        f"{found.code}  {found.short}",
                        replace(wanted, categories=wanted.categories | {found.code}),
                    )

    def _offer(self, title: str, choices: Sequence[tuple[str, Filter]]) -> None:
        if not choices:
            return
        menu = self.addMenu(title)
        parts = [choices[start : start + _LONGEST] for start in range(0, len(choices), _LONGEST)]
        for part in parts:
            into = menu if len(parts) == 1 else menu.addMenu(f"{part[0][0]} … {part[-1][0]}")
            for words, wanted in part:
                self._add(into, words, wanted)

    def _add(self, menu: QMenu, words: str, wanted: Filter) -> None:
        menu.addAction(words.replace("&", "&&")).triggered.connect(partial(self._on_chosen, wanted))

    def _on_chosen(self, wanted: Filter, _on: object = None) -> None:
        self.chosen.emit(wanted)
