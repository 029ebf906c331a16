"""The tabs of the ledger with their counts, which arrive after the rows; what has no room stands behind 「更多」."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QPushButton

from gui.buttons import link_button, tab_button
from gui.icons import Glyph
from gui.labels import number
from gui.theme import px
from models.findings import Tab
from models.people import Role
from resources.words import N_, _

_WORDS = {
    Tab.MINE: N_("For me to do"),
    Tab.ALL: N_("All"),
    Tab.TO_VERIFY: N_("To verify"),
    Tab.TO_DISPATCH: N_("To dispatch (tab)"),
    Tab.RECTIFYING: N_("Rectifying (tab)"),
    Tab.TO_ACCEPT: N_("To accept (tab)"),
    Tab.CLOSING: N_("Closing (tab)"),
    Tab.DONE: N_("Done (tab)"),
    Tab.RETURNED: N_("Sent back"),
    Tab.UNSENT: N_("Not at the bureau"),
}
COUNTED = (Tab.MINE, Tab.TO_VERIFY, Tab.RETURNED, Tab.UNSENT)
"""The tabs whose number asks for something; the others' stands at the right of the filters."""
_BEFORE_DISPATCH = (Tab.TO_VERIFY, Tab.TO_DISPATCH, Tab.RETURNED)
"""A responsible unit never sees these."""
_MARGIN = 8


def tab_words(tab: Tab) -> str:
    """What stands on a tab."""
    return _(_WORDS[tab])


class LedgerTabs(QFrame):
    """Emits which tab was clicked."""

    chosen = Signal(object)

    def __init__(self, role: Role) -> None:
        """「待我办」 is first; 「全部」 is on. Tabs that are always empty for a role are left out."""
        super().__init__()
        self.setObjectName("ledgerTabs")
        self.setProperty("frame", "tabs")
        self._group = QButtonGroup(self)
        self._counts: Mapping[Tab, int] = {}
        self._menu = QMenu(self)
        self._menu.setObjectName("moreTabsMenu")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, _MARGIN, 0)
        row.setSpacing(0)
        self._buttons: dict[Tab, QPushButton] = {}
        for tab, words in _WORDS.items():
            if role is Role.UNIT and tab in _BEFORE_DISPATCH:
                continue
            button = tab_button(f"tab_{tab.value}", _(words), clicked=partial(self._on_clicked, tab))
            self._buttons[tab] = button
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._more = link_button("moreTabsButton", _("More (tabs)"), glyph=Glyph.UNFOLD, clicked=self._on_more)
        row.addWidget(self._more)
        self._hidden: tuple[Tab, ...] = ()
        self.show_tab(Tab.ALL)

    def show_tab(self, tab: Tab) -> None:
        """Switch a tab on without telling anybody."""
        self._shown = tab
        if tab in self._buttons:
            self._buttons[tab].setChecked(True)
        self._fit()

    def focus_shown(self) -> None:
        """Put the cursor on the tab that is on."""
        if self._shown in self._buttons:
            self._buttons[self._shown].setFocus()

    def show_counts(self, counts: Mapping[Tab, int]) -> None:
        """Put the counts behind the words; none behind a tab with nothing in it."""
        self._counts = counts
        for tab, button in self._buttons.items():
            button.setText(self._words(tab))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The last tabs go behind 「更多」 where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Tabs never widen the list."""
        return QSize(px(120), super().minimumSizeHint().height())

    def _words(self, tab: Tab) -> str:
        count = self._counts.get(tab, 0) if tab in COUNTED else 0
        return f"{_(_WORDS[tab])} {number(count)}" if count else _(_WORDS[tab])

    def _fit(self) -> None:
        """Everything that fits beside the tab that is on, in their order."""
        widths = {tab: button.sizeHint().width() for tab, button in self._buttons.items()}
        room = self.width() - _MARGIN
        fitting = {self._shown}
        if sum(widths.values()) > room:
            room -= self._more.sizeHint().width()
        room -= widths.get(self._shown, 0)
        for tab in (tab for tab in widths if tab is not self._shown):
            room -= widths[tab]
            if room >= 0:
                fitting.add(tab)
        for tab, button in self._buttons.items():
            button.setVisible(tab in fitting)
        self._hidden = tuple(tab for tab in self._buttons if tab not in fitting)
        self._more.setVisible(bool(self._hidden))

    def _on_more(self) -> None:
        self._menu.clear()
        for tab in self._hidden:
            self._menu.addAction(self._words(tab)).triggered.connect(partial(self._on_chosen_in_menu, tab))
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _on_chosen_in_menu(self, tab: Tab, _on: object = None) -> None:
        self.show_tab(tab)
        self.chosen.emit(tab)

    @Slot(object)
    def _on_clicked(self, tab: Tab) -> None:
        self.show_tab(tab)
        self.chosen.emit(tab)
