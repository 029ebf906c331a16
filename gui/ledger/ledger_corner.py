"""What stands at the right of tabs and filters: saved filters, what is new, the total; in a narrow window the filters' button."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QWidget

from gui.buttons import link_button, plain_button
from gui.icons import Glyph
from gui.journal_bridge import JournalBridge
from gui.labels import number
from gui.ledger.filter_bar import FilterBar, chip_style
from gui.ledger.ledger_news import Difference
from gui.ledger.saved_filters_button import SavedFiltersButton
from gui.room import Room
from gui.texts import strong
from gui.theme import SPACE, SPACE_M, Tone
from models.findings import Filter
from resources.words import _, ngettext


class LedgerCorner(QFrame):
    """Stands beside the tabs, and puts its parts there or beside the chips, as the layout class has room for them."""

    refresh_wanted = Signal()
    filter_chosen = Signal(object)
    """A Filter that was saved under a name."""

    def __init__(self, bridge: JournalBridge, filters: FilterBar) -> None:
        """Empty until `fit`, which shows only what has its place already: else it would be a window of its own."""
        super().__init__()
        self.setObjectName("ledgerCorner")
        self.setStyleSheet(f"QFrame#ledgerCorner {{ border: none; border-bottom: 1px solid {Tone.LINE.value}; }}")
        self._filters = filters
        self._beside = QHBoxLayout(self)
        self._beside.setContentsMargins(0, 0, SPACE_M, 0)
        self._beside.setSpacing(SPACE)
        self._narrow = self._unfolded = False
        self._saved = SavedFiltersButton(bridge)
        self._saved.chosen.connect(self.filter_chosen)
        self._news = link_button("refreshButton", "", glyph=Glyph.REFRESH, clicked=self.refresh_wanted.emit)
        self._fold = plain_button("foldFiltersButton", "", glyph=Glyph.FILTER, clicked=self._on_fold)
        self._fold.setStyleSheet(chip_style())
        self._total = strong()
        self._total.setObjectName("ledgerTotal")
        filters.rows_wanted.connect(self._fold_again)
        self._news.setVisible(False)

    @property
    def saved(self) -> SavedFiltersButton:
        """常用."""
        return self._saved

    def fit(self, room: Room) -> None:
        """Beside the chips, or beside the tabs where the filters are folded."""
        self._narrow = room is Room.NARROW
        beside, behind = self._beside, self._filters.tail
        self._place(beside, self._news)
        self._place(beside, self._fold)
        self._place(beside if self._narrow else behind, self._total)
        self._place(behind if self._narrow else beside, self._saved)
        self._fold.setVisible(self._narrow)
        self._filters.setVisible(self._unfolded or not self._narrow)
        self._filters.place_chips()

    def unfold(self) -> None:
        """Show the filters, folded or not."""
        self._unfolded = True
        self._filters.show()

    def show_filter(self, wanted: Filter) -> None:
        """How much narrows the list stands on the button behind which it is folded."""
        self._saved.filter = wanted
        count = len(self._filters.conditions())
        self._fold.setText(_("Filter {n}").format(n=count) if count else _("Filter"))
        self._filters.place_chips()

    def show_counting(self) -> None:
        """The rows are here, the count is not."""
        self._total.setText(_("counting …"))
        self.show_news(Difference())

    def show_total(self, count: int) -> None:
        """共 12,486 条."""
        self._total.setText(ngettext("{n} in all", "{n} in all", count).format(n=number(count)))
        self._filters.place_chips()

    def show_news(self, difference: object) -> None:
        """New rows wait until somebody wants them: a list that jumps under the mouse is worse than an old one."""
        assert isinstance(difference, Difference)
        new, gone = difference.new, difference.gone
        if new:
            words = ngettext("{n} new, click to refresh", "{n} new, click to refresh", new).format(n=number(new))
        else:
            words = ngettext("{n} gone from here, click to refresh", "{n} gone from here, click to refresh", gone)
            words = words.format(n=number(gone))
        self._news.setText(words)
        self._news.setVisible(bool(new or gone))
        self._filters.place_chips()

    @Slot()
    def _on_fold(self) -> None:
        if self._filters.isHidden():
            self.unfold()
            self._filters.focus_text()
        else:
            self._unfolded = False
            self._filters.hide()

    @Slot()
    def _fold_again(self) -> None:
        if self._narrow:
            self._unfolded = False
            self._filters.hide()

    @staticmethod
    def _place(layout: QLayout, part: QWidget) -> None:
        """At the end of this layout, wherever it was before."""
        hidden = part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        layout.addWidget(part)
        part.setHidden(hidden)
