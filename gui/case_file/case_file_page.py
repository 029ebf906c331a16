"""一事一档: one finding, one file: where it stands, all that is known of it, and my next step (screens.md 2.5)."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gui.background import Failure
from gui.case_file.case_body import CaseBody
from gui.case_file.case_tabs import CaseTab
from gui.case_file.detail import Detail, read_detail
from gui.case_file.history_words import history
from gui.case_file.next_step import Offer, next_step
from gui.case_file.strip import Strip
from gui.journal_bridge import JournalBridge
from gui.labels import category_name, word
from gui.notice_bar import NoticeBar
from gui.page import News, Page
from gui.photos.picture_source import PictureSource
from gui.rectification.gate_words import Cure
from gui.rectification.steps import Steps
from gui.room import Room
from gui.theme import SPACE_L, SPACE_M
from models.clock import day_of
from models.facts import Fact
from models.finding import Finding
from models.ids import FindingId
from models.vocabulary import PhotoKind
from resources.words import _


class CaseFilePage(Page):
    """Reached from the ledger, the workbench and the exchange; Esc goes back to where it was opened."""

    form_requested = Signal(object)
    """补正 or 更正 of this Finding."""
    finding_requested = Signal(str)
    """Another finding, which shares a photo with this one."""

    def __init__(self, bridge: JournalBridge, pictures: PictureSource) -> None:
        """Empty until it is told which finding."""
        super().__init__()
        self._bridge = bridge
        self._shown = ""
        self._goes_to_step = False
        self._detail: Detail | None = None
        self.strip, self.body = Strip(), CaseBody(pictures)
        self.steps = Steps(self, bridge, pictures)
        self._notice = NoticeBar("caseNotice")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        column.setSpacing(SPACE_M)
        column.addWidget(self._notice)
        column.addWidget(self.strip)
        column.addWidget(self.body, 1)
        self._connect()
        self._show_parts(visible=False)

    def _connect(self) -> None:
        body, bridge = self.body, self._bridge
        body.step.buttons.wanted.connect(self.take)
        body.step.gates.cure_wanted.connect(self._on_cure)
        body.photos.photos_wanted.connect(self._on_photos_wanted)
        body.photos.arrange_wanted.connect(self._on_arrange)
        body.photos.other_wanted.connect(self.finding_requested)
        body.rectification.settle_wanted.connect(self._on_settle)
        body.overview.rivals.settled.connect(self._on_rival_settled)
        self.steps.taken.connect(self._on_taken)
        self.steps.failed.connect(self._on_failed)
        bridge.ledger_changed.connect(self._on_ledger_changed)
        bridge.photos_changed.connect(self._on_photos_changed)
        bridge.reference_changed.connect(self._read)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, context=context).activated.connect(body.step.buttons.take_primary)
        for keys in ("F6", "Shift+F6"):
            QShortcut(QKeySequence(keys), self, context=context).activated.connect(self._on_next_pane)

    @property
    def title(self) -> str:
        """Place and type."""
        finding = self.shown
        return f"{finding.location.place} {category_name(finding.classification.category)}" if finding else _("Finding")

    @property
    def context(self) -> str:
        """Number, type, severity, grid."""
        finding = self.shown
        if finding is None:
            return ""
        kind = finding.classification
        parts = (
            finding.shown_number,
            f"{kind.category} {category_name(kind.category)}",
            word(kind.severity),
            self._bridge.names.place(finding.grid),
        )
        return " · ".join(part for part in parts if part)

    @property
    def shown(self) -> Finding | None:
        """The finding that is shown."""
        return self._detail.finding if self._detail else None

    def show_finding(self, finding: str, tab: CaseTab | None = None, *, at_step: bool = False) -> None:
        """Show this one: where it was left, or from its beginning if it is another one; or with the cursor on its step."""
        self._goes_to_step = at_step
        if finding != self._shown:
            self._shown, self._detail = finding, None
            self._show_parts(visible=False)
            self.body.to_top()
            self.body.show_tab(tab or CaseTab.OVERVIEW)
        elif tab is not None:
            self.body.show_tab(tab)
        self._read()

    def activated(self) -> None:
        """Read anew; the cursor stands on what is on top."""
        self.body.focus_start()
        self._read()

    def fit(self, room: Room) -> None:
        """Two columns, or one."""
        self.body.fit(room)

    @Slot(object)
    def take(self, offer: Offer) -> None:
        """A step that is offered: by its dialog, or in the form."""
        finding = self.shown
        if finding is None:
            return
        if offer.by_form:
            self.form_requested.emit(finding)
        else:
            self.steps.take(offer.action, finding)

    @Slot()
    def _read(self) -> None:
        finding = FindingId(self._shown)
        if finding:
            self._bridge.ask(lambda store: read_detail(store, finding), done=self._on_detail, failed=self._on_not_read)

    def _on_detail(self, detail: Detail | None) -> None:
        if detail is None:
            self._notice.say(_("This finding is not on this computer any more. Go back with Esc."))
            self._show_parts(visible=False)
            return
        # an answer for a finding that was left meanwhile
        if detail.finding.id != self._shown:
            return
        self._notice.say("")
        is_new = self._detail is None
        if not is_new:
            self.body.keep_scroll()
        self._detail = detail
        self._fill(detail)
        self._show_parts(visible=True)
        if self._goes_to_step and self.isVisible():
            self._goes_to_step = False
            # what was built just now takes the cursor only once Qt has shown it
            QTimer.singleShot(0, self.body, self.body.focus_step)
        elif is_new and self.isVisible() and not self._cursor_went_on():
            self.body.focus_start()
        self.heading_changed.emit()

    def _cursor_went_on(self) -> bool:
        """Whoever turned to the search or the help while the file was being read stays there."""
        focused: QWidget | None = QApplication.focusWidget()
        return focused is not None and focused is not self and not self.isAncestorOf(focused)

    def _fill(self, detail: Detail) -> None:
        names, now, body = self._bridge.names, self._bridge.clock.now(), self.body
        today, lines = day_of(now), history(detail.finding, detail.said, names, now)
        self.strip.show_finding(detail.finding, names, today)
        body.step.show_step(next_step(detail, self._bridge.person, names, today))
        body.overview.show_detail(detail, names, now)
        body.photos.show_detail(detail, names)
        body.rectification.show_detail(detail, names, today)
        body.history.show_lines(lines)
        body.newest.show_lines(lines)
        body.order_focus()

    def _show_parts(self, *, visible: bool) -> None:
        self.strip.setVisible(visible)
        self.body.setVisible(visible)

    def _on_not_read(self, _failure: Failure) -> None:
        self._notice.say(_("The finding could not be read. The records are all there, nothing is lost. Open it again."))

    def _on_failed(self, failure: Failure) -> None:
        self._notice.say(failure.words)

    @Slot(str)
    def _on_taken(self, words: str) -> None:
        # the button that had the cursor goes with its step; what was read before we heard of it put the cursor nowhere
        self._goes_to_step = True
        self._read()
        self.news.emit(News(words))

    @Slot(tuple)
    def _on_ledger_changed(self, ids: tuple[str, ...]) -> None:
        if self._shown in ids:
            self._read()

    @Slot(tuple)
    def _on_photos_changed(self, digests: tuple[str, ...]) -> None:
        if self.shown and not {photo.sha256 for photo in self.shown.photos}.isdisjoint(digests):
            self._read()

    @Slot(object)
    def _on_cure(self, cure: Cure) -> None:
        if cure.finding:
            self.finding_requested.emit(cure.finding)
        elif self.shown is not None:
            self.steps.take(cure.action, self.shown, **cure.hints)

    @Slot(int)
    def _on_photos_wanted(self, place: int) -> None:
        self._on_cure(Cure("", "attach_evidence", {"place": place, "kind": PhotoKind.AFTER}))

    @Slot()
    def _on_arrange(self) -> None:
        self._on_cure(Cure("", "arrange_places"))

    @Slot(int)
    def _on_settle(self, number: int) -> None:
        self._on_cure(Cure("", "settle_measure", {"measure": number}))

    @Slot(object)
    def _on_rival_settled(self, fact: Fact) -> None:
        if self.shown is not None:
            self.steps.correct(self.shown, fact)

    @Slot()
    def _on_next_pane(self) -> None:
        if self.body.step.isAncestorOf(self.focusWidget()):
            self.body.tabs.focus_target().setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.body.step.focus_first()
