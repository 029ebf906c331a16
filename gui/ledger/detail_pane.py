"""The pane beside the ledger: one finding with its photos, facts, history, and the next step that I may take."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.card import line
from gui.case_file.detail import Detail
from gui.case_file.facts_list import FactsList, facts_of
from gui.case_file.history_list import HistoryList
from gui.case_file.history_words import history
from gui.case_file.next_step import next_step
from gui.case_file.overview_tab import may_settle
from gui.case_file.rivals_block import RivalsBlock
from gui.chip import Chip
from gui.findings.returned_box import returned_box, show_reason
from gui.journal_bridge import JournalBridge
from gui.labels import category_name, records, state_chip
from gui.ledger.detail_steps import DetailSteps
from gui.light_mark import LightMark
from gui.light_words import light_look
from gui.photos.enlarged import Enlarged
from gui.photos.photo_tiles import PhotoTiles
from gui.photos.picture_source import PictureSource
from gui.texts import card_title, plain, small, wrapped
from gui.theme import SPACE, SPACE_L, SPACE_M
from models.clock import day_of
from models.deadlines import timing_of
from models.finding import Finding
from resources.words import _

WIDTH, MIDDLE_WIDTH = 372, 340


class DetailPane(QFrame):
    """Shows what it is given; what a person wants to do comes out as signals of its steps and rivals."""

    def __init__(self, bridge: JournalBridge, pictures: PictureSource) -> None:
        """Nothing is chosen."""
        super().__init__()
        self.setObjectName("detailPane")
        self.setProperty("frame", "card")
        self._bridge = bridge
        self._pictures = pictures
        self._detail: Detail | None = None
        self._chip = Chip()
        self._light = LightMark("detailLight")
        self._number = small()
        self._number.setObjectName("detailNumber")
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._title = wrapped(card_title())
        self._title.setObjectName("detailTitle")
        self._returned = returned_box()
        self.rivals = RivalsBlock()
        self._tiles = PhotoTiles(pictures)
        self._tiles.enlarge_wanted.connect(self._on_enlarge)
        self._facts = FactsList()
        self._history_count = small()
        self._history = HistoryList()
        self.steps = DetailSteps()
        self._empty = wrapped(plain(_("Choose a finding at the left to see it here."), tone="sub"))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.show_detail(None)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(SPACE_L - 2, SPACE_M, SPACE_L - 2, SPACE_M)
        column.setSpacing(SPACE)
        for part in (self._title, self._returned, self.rivals, self._tiles, line(), self._facts, line()):
            column.addWidget(part)
        head = QHBoxLayout()
        head.addWidget(card_title(_("History")))
        head.addWidget(self._history_count)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._history)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(self._build_strip())
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._empty, 1)
        outer.addWidget(self.steps)

    def _build_strip(self) -> QWidget:
        self._strip = QWidget()
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(SPACE_L - 2, SPACE_M, SPACE_L - 2, 0)
        row.addWidget(self._chip)
        row.addWidget(self._light)
        row.addStretch(1)
        row.addWidget(self._number)
        return self._strip

    @property
    def shown(self) -> Finding | None:
        """The finding that is shown."""
        return self._detail.finding if self._detail else None

    def show_detail(self, detail: Detail | None) -> None:
        """Show this finding, at its top unless it is the one shown already."""
        before, self._detail = self.shown, detail
        for part in (self._strip, self._scroll, self.steps):
            part.setVisible(detail is not None)
        self._empty.setVisible(detail is None)
        if detail is None:
            return
        self._fill(detail)
        if before is None or before.id != detail.finding.id:
            self._scroll.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """F6 and → go here."""
        self._tiles.setFocus()

    def _fill(self, detail: Detail) -> None:
        finding, names, now = detail.finding, self._bridge.names, self._bridge.clock.now()
        self._chip.show_look(state_chip(finding.state))
        self._light.show_look(light_look(timing_of(finding), day_of(now)))
        self._number.setText(finding.shown_number)
        self._title.setText(f"{finding.location.place} {category_name(finding.classification.category)}")
        show_reason(self._returned, finding)
        self.rivals.show_rivals(finding, names, now, may_settle=may_settle(detail))
        self._tiles.show_photos(finding.photos, detail.photo_states)
        self._facts.show_facts(facts_of(finding, names, now))
        self._history.show_lines(history(finding, detail.said, names, now))
        count = records(len(finding.history))
        self._history_count.setText(_("{records} · cannot be changed or deleted").format(records=count))
        self.steps.show_step(finding, next_step(detail, self._bridge.person, names, day_of(now)))

    def _on_enlarge(self, place: int) -> None:
        if self._detail is not None:
            Enlarged(self._pictures, self._detail.finding.photos, place, self).open()
