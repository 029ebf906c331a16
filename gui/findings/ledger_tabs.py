"""The tabs of the ledger with their counts, which arrive after the rows."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout

from gui.buttons import tab_button
from gui.labels import number
from models.findings import Tab
from resources.words import N_, _

_WORDS = {
    Tab.MINE: N_("For me to do"),
    Tab.ALL: N_("All"),
    Tab.TO_VERIFY: N_("To verify"),
    Tab.RETURNED: N_("Sent back"),
    Tab.VERIFIED: N_("Verified"),
    Tab.UNSENT: N_("Not at the bureau"),
}
COUNTED = (Tab.MINE, Tab.TO_VERIFY, Tab.RETURNED, Tab.UNSENT)
"""The tabs whose number asks for something; the others' stands at the right of the filters."""


class LedgerTabs(QFrame):
    """Emits which tab was clicked."""

    chosen = Signal(object)

    def __init__(self) -> None:
        """「待我办」 is first; 「全部」 is on."""
        super().__init__()
        self.setObjectName("ledgerTabs")
        self.setProperty("frame", "tabs")
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(0)
        for place, tab in enumerate(_WORDS):
            button = tab_button(f"tab_{tab.value}", _(_WORDS[tab]), clicked=partial(self._on_clicked, tab))
            self._group.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        self.show_tab(Tab.ALL)

    def show_tab(self, tab: Tab) -> None:
        """Switch a tab on without telling anybody."""
        self._group.button(list(_WORDS).index(tab)).setChecked(True)

    def show_counts(self, counts: Mapping[Tab, int]) -> None:
        """Put the counts behind the words; none behind a tab with nothing in it."""
        for place, (tab, words) in enumerate(_WORDS.items()):
            count = counts.get(tab, 0) if tab in COUNTED else 0
            self._group.button(place).setText(f"{_(words)} {number(count)}" if count else _(words))

    @Slot(object)
    def _on_clicked(self, tab: Tab) -> None:
        self.chosen.emit(tab)
