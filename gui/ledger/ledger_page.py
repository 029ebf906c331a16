"""问题台账: find any finding and take its next step (screens.md 2.4)."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from gui.background import Task
from gui.case_file.detail import Detail, read_detail
from gui.journal_bridge import JournalBridge
from gui.labels import number
from gui.ledger.batch_dispatch import BatchDispatch
from gui.ledger.detail_pane import MIDDLE_WIDTH, WIDTH, DetailPane
from gui.ledger.ledger_card import LedgerCard
from gui.ledger.ledger_copying import LedgerCopying
from gui.ledger.standing_words import as_of
from gui.page import News, Page
from gui.photos.picture_source import PictureSource
from gui.rectification.steps import Steps
from gui.room import Room
from gui.syncing.exchanger import Exchanger
from gui.theme import SPACE_L, SPACE_M, px
from models.facts import Fact
from models.findings import Tab
from models.ids import FindingId
from resources.words import _, ngettext

_UNBOUND = 16_777_215
"""Qt's own word for no limit."""


class LedgerPage(Page):
    """List and pane side by side; Enter opens the whole file. In a narrow window the pane comes in place of the list."""

    form_requested = Signal(object)
    """补正 or 更正 of this Finding: open the form with it."""
    finding_opened = Signal(str)
    """Show the whole file of this finding."""

    def __init__(self, bridge: JournalBridge, pictures: PictureSource, exchanger: Exchanger | None = None) -> None:
        """Nothing is read before the page is shown. `exchanger` knows how old the bureau's part of the ledger is."""
        super().__init__()
        self._bridge, self._exchanger = bridge, exchanger
        self._shown = ""
        self._mine = 0
        self._room = Room.WIDE
        self._reading: Task[Detail | None] | None = None
        self._read_again = False
        self.card = LedgerCard(bridge)
        self.detail = DetailPane(bridge, pictures)
        self.steps = Steps(self, bridge, pictures)
        self._copying = LedgerCopying(bridge, self.card)
        self._batch = BatchDispatch(bridge, self.card)
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
        self.card.table.pane_wanted.connect(self._on_pane_wanted)
        self.card.list.tabs_counted.connect(self._on_counts)
        self.card.corner.saved.news.connect(self.news)
        for part in (self._copying, self._batch):
            part.news.connect(self.news)
        self.detail.steps.step_wanted.connect(self.steps.take)
        self.detail.steps.file_wanted.connect(lambda finding: self.finding_opened.emit(finding.id))
        self.detail.steps.form_wanted.connect(self.form_requested)
        self.detail.rivals.settled.connect(self._on_settled)
        self.steps.taken.connect(self._on_taken)
        self._bridge.ledger_changed.connect(self._on_ledger_changed)
        self._bridge.photos_changed.connect(lambda _digests: self._read_detail())
        self._bridge.reference_changed.connect(self._read_detail)
        if self._exchanger is not None:
            self._exchanger.changed.connect(self.heading_changed)
        for keys, does in (
            ("Ctrl+F", self.card.focus_text),
            ("F6", self._on_next_pane),
            ("Shift+F6", self._on_next_pane),  # there are two
            ("Ctrl+Return", self.detail.steps.take_next),
            ("Ctrl+Enter", self.detail.steps.take_next),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    @property
    def title(self) -> str:
        """问题台账."""
        return _("Ledger of findings")

    @property
    def context(self) -> str:
        """Where, how much of it waits for me, and how old what the bureau knows is while it cannot be reached."""
        words = self._bridge.names.place(self._bridge.person.area)
        if self._mine:
            told = ngettext("{place} · {n} waits for you", "{place} · {n} wait for you", self._mine)
            words = told.format(place=words, n=number(self._mine))
        old = as_of(self._exchanger, self._bridge.clock.now()) if self._exchanger is not None else ""
        return _("{place} · {rest}").format(place=words, rest=old) if old else words

    def activated(self) -> None:
        """Nobody was looking: what is new is shown at once."""
        self.card.list.reload_if_stale()
        if not self.card.isHidden():
            self.card.focus_rows()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks, be it that the window was only small for a while."""
        super().showEvent(event)
        self.card.list.look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        self.card.list.rest()

    def fit(self, room: Room) -> None:
        """Side by side, or the list alone."""
        self._room = room
        self.card.fit(room)
        self.card.show()
        narrow = room is Room.NARROW
        self.detail.setMinimumWidth(0)
        self.detail.setMaximumWidth(_UNBOUND)
        if not narrow:
            self.detail.setFixedWidth(px(WIDTH if room is Room.WIDE else MIDDLE_WIDTH))
        self.detail.setVisible(not narrow)

    def handles_escape(self) -> bool:
        """From the pane to the list where it took its place; then the marks go, and only then the page is left."""
        if self._room is Room.NARROW and self.card.isHidden():
            self._show_list()
            return True
        marks = self.card.list.model.marks
        if len(marks):
            marks.clear()
            return True
        return False

    def show_finding(self, finding: str) -> None:
        """Choose a finding in the list, and show it in the pane."""
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
    def _on_pane_wanted(self) -> None:
        if self._room is Room.NARROW:
            self.card.hide()
            self.detail.show()
        self.detail.focus_first()

    def _show_list(self) -> None:
        self.detail.hide()
        self.card.show()
        self.card.focus_rows()

    @Slot()
    def _on_next_pane(self) -> None:
        if self._room is Room.NARROW and not self.card.isHidden():
            if self._shown:
                self._on_pane_wanted()
        elif self._room is Room.NARROW:
            self._show_list()
        elif self.detail.isAncestorOf(self.focusWidget()):
            self.card.focus_rows()
        else:
            self.detail.focus_first()

    @Slot()
    def _read_detail(self) -> None:
        """One reading at a time: whoever holds ↓ down waits for the row where they stop, not for those between."""
        if self._reading is not None:
            self._read_again = True
            return
        finding = FindingId(self._shown)
        if finding:
            self._reading = self._bridge.ask(
                lambda store: read_detail(store, finding), done=self._on_detail, failed=self._on_not_read
            )

    def _on_detail(self, detail: Detail | None) -> None:
        self._reading = None
        if self._read_again:
            self._read_again = False
            self._read_detail()
        # an answer for a finding that was left meanwhile
        if detail is None or detail.finding.id == self._shown:
            self.detail.show_detail(detail)

    def _on_not_read(self, failure: object) -> None:
        self._reading = None
        self.card.list.failed.emit(failure)

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
        if not self.card.isHidden():
            self.card.focus_rows()
        self.news.emit(News(words))
