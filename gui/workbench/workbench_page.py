"""工作台: what I must do today, and whether my work is safe (screens.md 2.1)."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui import labels
from gui.background import Failure, Lane
from gui.card import Card
from gui.check_lines import CheckLines
from gui.journal_bridge import JournalBridge
from gui.page import Page
from gui.photos.picture_source import THUMBNAIL_EDGE, PictureSource
from gui.room import Room
from gui.syncing.check_up import Condition, read_condition
from gui.syncing.exchanger import Exchanger
from gui.theme import px
from gui.workbench import readiness
from gui.workbench.counter import Counter, counters_of
from gui.workbench.counters import Counters
from gui.workbench.recent_strip import RecentStrip
from gui.workbench.safety_line import SafetyLine
from gui.workbench.unsent_card import UnsentCard
from gui.workbench.work import Work, read_work
from gui.workbench.work_card import WorkCard
from gui.workbench.work_row import Kind, WorkRow
from gui.workbench.work_rows import work_rows
from models.findings import Filter, Tab
from models.to_do import learn
from models.workflow import FIELD_ROLES
from resources.words import _

_REFRESH_MS = 300
_RIGHT = {Room.WIDE: 348, Room.MIDDLE: 300}


class WorkbenchPage(Page):
    """Home. Reads everything anew when something changed and the page is in front."""

    place = "workbench"

    finding_requested = Signal(str)
    step_requested = Signal(str, str)
    """The next step on a finding: its id, and the workflow's action, empty where there is none of mine."""
    draft_requested = Signal(object)
    ledger_requested = Signal(object)
    """A Filter of the ledger."""
    raise_requested = Signal()
    exchange_page_requested = Signal()

    def __init__(self, bridge: JournalBridge, exchanger: Exchanger, pictures: PictureSource) -> None:
        """Empty until activated."""
        super().__init__()
        self._bridge, self._exchanger, self._pictures = bridge, exchanger, pictures
        self._room = Room.WIDE
        self._work: Work | None = None
        self._condition: Condition | None = None
        self._counters = Counters(counters_of(bridge.person.role))
        self._list = WorkCard(may_raise=bridge.person.role in FIELD_ROLES)
        self._unsent, self._safety = UnsentCard(), SafetyLine()
        self._ready_card = Card(" ", name="readinessCard")
        self._ready = CheckLines("readiness")
        self._recent = RecentStrip(lambda digest: pictures.picture(digest, THUMBNAIL_EDGE))
        self._due = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._due.timeout.connect(self._read)
        self._lay_out()
        self._connect()

    @property
    def title(self) -> str:
        """A greeting by the hour."""
        return labels.greeting(self._bridge.person.name, self._bridge.clock.now())

    @property
    def context(self) -> str:
        """Date, time, and where I work."""
        now = self._bridge.clock.now()
        day = _("{day} {time}").format(day=labels.long_day(now), time=now.strftime("%H:%M"))
        return _("{day} · {place}").format(day=day, place=self._bridge.names.place(self._bridge.person.area))

    def activated(self) -> None:
        """Read anew; ↑↓ and Enter go through what is to do."""
        self._list.focus_rows()
        self._read()

    def fit(self, room: Room) -> None:
        """The right column is narrower in the middle class; in a narrow window a line stands for it and unfolds it."""
        self._room = room
        narrow, way = room is Room.NARROW, QBoxLayout.Direction
        self._cards.setDirection(way.LeftToRight if narrow else way.TopToBottom)
        self._right.setMinimumWidth(0)
        self._right.setMaximumWidth(16_777_215)
        if not narrow:
            self._right.setFixedWidth(px(_RIGHT[room]))
        self._recent.fit(has_room=room is Room.WIDE)
        self._show_sides()

    def handles_escape(self) -> bool:
        """From the cards back to the list."""
        folds = self._room is Room.NARROW and self._safety.is_unfolded
        if folds:
            self._safety.toggle()
        return folds

    @Slot()
    def _show_sides(self) -> None:
        narrow, unfolded = self._room is Room.NARROW, self._safety.is_unfolded
        self._safety.setVisible(narrow)
        self._list.setVisible(not (narrow and unfolded))
        self._right.setVisible(unfolded or not narrow)
        if narrow and not unfolded and self._right.isAncestorOf(self.focusWidget()):
            self._list.focus_rows()

    def _lay_out(self) -> None:
        self._ready_card.body.addWidget(self._ready)
        self._ready_card.body.addStretch(1)
        inside = QWidget()
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(12)
        for card in (self._unsent, self._ready_card):
            self._cards.addWidget(card, 1)
        right = QVBoxLayout(inside)
        right.setContentsMargins(0, 0, 0, 0)
        right.addLayout(self._cards)
        right.addStretch(1)
        self._right = QScrollArea()
        self._right.setWidgetResizable(True)
        self._right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._right.setWidget(inside)
        self._list.add_below(self._recent)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._list, 1)
        row.addWidget(self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self._counters)
        column.addWidget(self._safety)
        column.addLayout(row, 1)
        self.fit(Room.WIDE)

    def _connect(self) -> None:
        self._counters.chosen.connect(self._on_counter)
        self._list.open_requested.connect(self._on_open)
        self._list.step_requested.connect(self._on_step)
        self._list.known_requested.connect(self._on_known)
        self._list.raise_requested.connect(self.raise_requested)
        self._list.again_requested.connect(self._read)
        self._list.rest_requested.connect(lambda: self.ledger_requested.emit(Filter(Tab.MINE)))
        self._safety.unfolded.connect(self._show_sides)
        self._unsent.exchange_requested.connect(self._exchanger.ask)
        self._unsent.details_requested.connect(self.exchange_page_requested)
        self._recent.open_requested.connect(self.finding_requested)
        self._recent.mine_requested.connect(lambda: self.ledger_requested.emit(Filter()))
        self._pictures.arrived.connect(self._on_picture)
        for signal in (
            self._bridge.ledger_changed,
            self._bridge.drafts_changed,
            self._bridge.safety_changed,
            self._bridge.reference_changed,
            self._exchanger.changed,
        ):
            signal.connect(self._on_changed)

    @Slot()
    def _read(self) -> None:
        self._list.wait()
        self._bridge.ask(read_work, done=self._on_work, failed=self._on_not_read)
        self._bridge.ask(read_condition, done=self._on_condition)

    def _on_work(self, work: Work) -> None:
        now = self._bridge.clock.now()
        self._work = work
        self._counters.show_work(work, now)
        self._list.show_rows(work_rows(work, self._bridge.names, now), more=work.agenda.more)
        for part in (self._unsent, self._safety):
            part.show_safety(work.safety, self._exchanger.connection)
        self._unsent.show_held(self._exchanger.held_words(work.safety))
        self._recent.show_recent(work.recent)
        self._show_readiness()
        self.heading_changed.emit()

    def _on_not_read(self, _failure: Failure) -> None:
        self._list.show_failed()

    def _on_condition(self, condition: Condition) -> None:
        self._condition = condition
        self._show_readiness()

    def _show_readiness(self) -> None:
        if self._work is None or self._condition is None:
            return
        now = self._bridge.clock.now()
        shown = readiness.lines(self._work, self._condition, last=self._exchanger.last_at, now=now)
        title, summary = readiness.title(now), readiness.summary(shown)
        self._ready_card.title.setText(title)
        self._ready_card.remark.setText(summary)
        self._safety.show_readiness(title, summary)
        self._ready.show_lines(shown)

    @Slot()
    def _on_changed(self, *_what: object) -> None:
        if self.isVisible() and not self._due.isActive():
            self._due.start()

    @Slot(str)
    def _on_picture(self, digest: str) -> None:
        if self._work and any(recent.picture == digest for recent in self._work.recent):
            self._recent.refresh_pictures()

    def _on_counter(self, counter: Counter) -> None:
        if counter.wanted is not None:
            self.ledger_requested.emit(counter.wanted)
        else:
            self._list.choose_first(Kind.DRAFT)

    def _on_open(self, row: WorkRow) -> None:
        if row.kind is Kind.DRAFT:
            self.draft_requested.emit(row.draft)
        else:
            self._remember(row)
            self.finding_requested.emit(row.key)

    def _on_step(self, row: WorkRow) -> None:
        if row.draft is not None:
            self.draft_requested.emit(row.draft)
        else:
            self._remember(row)
            self.step_requested.emit(row.key, row.action)

    def _on_known(self, row: WorkRow) -> None:
        self._remember(row)

    def _remember(self, row: WorkRow) -> None:
        """A step without effect is told until the person has seen it, and never again."""
        if row.entry:
            work = Lane.WRITING
            self._bridge.work(work, lambda store: learn(store.settings, row.entry), done=lambda _none: self._read())
