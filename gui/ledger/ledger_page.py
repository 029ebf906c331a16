"""问题台账: find any finding and take its next step (screens.md 2.4)."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from gui.case_file.detail import Detail, read_detail
from gui.journal_bridge import JournalBridge
from gui.ledger.detail_pane import WIDTH, DetailPane
from gui.ledger.ledger_card import LedgerCard
from gui.page import News, Page
from gui.photos.picture_source import PictureSource
from gui.rectification.steps import Steps
from gui.room import Room
from gui.theme import SPACE_L, SPACE_M
from models.facts import Fact
from models.findings import Tab
from models.ids import FindingId
from resources.words import _, ngettext

_NARROWER = 340


class LedgerPage(Page):
    """List and pane side by side; Enter opens the whole file. In a narrow window there is the list alone."""

    form_requested = Signal(object)
    """补正 or 更正 of this Finding: open the form with it."""
    finding_opened = Signal(str)
    """Show the whole file of this finding."""

    def __init__(self, bridge: JournalBridge, pictures: PictureSource) -> None:
        """Nothing is read before the page is shown."""
        super().__init__()
        self._bridge = bridge
        self._shown = ""
        self._mine = 0
        self.card = LedgerCard(bridge)
        self.detail = DetailPane(bridge, pictures)
        self.steps = Steps(self, bridge, pictures)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        row.setSpacing(SPACE_M)
        row.addWidget(self.card, 1)
        row.addWidget(self.detail)
        self._connect()
        self.fit(Room.WIDE)

    def _connect(self) -> None:
        self.card.finding_chosen.connect(self._on_chosen)
        self.card.finding_opened.connect(self.finding_opened)
        self.card.list.tabs_counted.connect(self._on_counts)
        self.detail.steps.step_wanted.connect(self.steps.take)
        self.detail.steps.file_wanted.connect(lambda finding: self.finding_opened.emit(finding.id))
        self.detail.steps.form_wanted.connect(self.form_requested)
        self.detail.rivals.settled.connect(self._on_settled)
        self.steps.taken.connect(self._on_taken)
        self._bridge.ledger_changed.connect(self._on_ledger_changed)
        self._bridge.photos_changed.connect(lambda _digests: self._read_detail())
        self._bridge.reference_changed.connect(self._read_detail)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+F"), self, context=context).activated.connect(self.card.filters.focus_text)
        QShortcut(QKeySequence("F6"), self, context=context).activated.connect(self._on_next_pane)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, context=context).activated.connect(self.detail.steps.take_next)

    @property
    def title(self) -> str:
        """问题台账."""
        return _("Ledger of findings")

    @property
    def context(self) -> str:
        """Where, and how much of it waits for me."""
        place = self._bridge.names.place(self._bridge.person.area)
        if not self._mine:
            return place
        words = ngettext("{place} · {n} waits for you", "{place} · {n} wait for you", self._mine)
        return words.format(place=place, n=self._mine)

    def activated(self) -> None:
        """Nobody was looking: what is new is shown at once."""
        self.card.list.reload_if_stale()
        self.card.focus_rows()

    def fit(self, room: Room) -> None:
        """Side by side, or the list alone."""
        self.card.fit(room)
        narrow = room is Room.NARROW
        self.detail.setMinimumWidth(0)
        self.detail.setMaximumWidth(16_777_215)
        if not narrow:
            self.detail.setFixedWidth(WIDTH if room is Room.WIDE else _NARROWER)
        self.detail.setVisible(not narrow)

    def show_finding(self, finding: str) -> None:
        """Choose a finding, in the list where it is among its first rows, and in the pane in any case."""
        self.card.show_all()
        self.card.choose(finding)
        self._on_chosen(finding)

    def show_tab(self, tab: Tab) -> None:
        """Show all of one tab, as a counter on the workbench promised."""
        self.card.show_tab(tab)

    @Slot(str)
    def _on_chosen(self, finding: str) -> None:
        self._shown = finding
        if not finding:
            self.detail.show_detail(None)
            return
        self._read_detail()

    @Slot()
    def _on_next_pane(self) -> None:
        if self.detail.isHidden() or self.detail.isAncestorOf(self.focusWidget()):
            self.card.table.setFocus()
        else:
            self.detail.focus_first()

    def _read_detail(self) -> None:
        finding = FindingId(self._shown)
        if finding:
            self._bridge.ask(lambda store: read_detail(store, finding), done=self._on_detail)

    def _on_detail(self, detail: Detail | None) -> None:
        # an answer for a finding that was left meanwhile
        if detail is not None and detail.finding.id != self._shown:
            return
        self.detail.show_detail(detail)

    @Slot(tuple)
    def _on_ledger_changed(self, ids: tuple[str, ...]) -> None:
        if self._shown in ids:
            self._read_detail()

    @Slot(object)
    def _on_counts(self, counts: dict[Tab, int]) -> None:
        self._mine = counts.get(Tab.MINE, 0)
        self.heading_changed.emit()

    @Slot(object)
    def _on_settled(self, fact: Fact) -> None:
        finding = self.detail.shown
        if finding is not None:
            self.steps.correct(finding, fact)

    @Slot(str)
    def _on_taken(self, words: str) -> None:
        # the button that had the cursor goes with its step
        self.card.focus_rows()
        self.news.emit(News(words))
