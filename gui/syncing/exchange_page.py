"""同步: what is safe at the bureau, what is on its way, and how to cure what is stuck (screens.md 2.11)."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout

from gui import labels
from gui.card import Card
from gui.check_lines import CheckLines, Health
from gui.findings.shrinking import Shrinking
from gui.journal_bridge import JournalBridge
from gui.page import Page
from gui.photos.picture_source import THUMBNAIL_EDGE, PictureSource
from gui.room import Room
from gui.syncing.check_up import Condition, check_lines, read_condition
from gui.syncing.exchange_rows import ExchangeView, read_exchange
from gui.syncing.exchange_words import answer
from gui.syncing.exchanger import Exchanger
from gui.syncing.pace import Pace
from gui.syncing.row_card import RowCard
from gui.syncing.strip import Strip
from gui.theme import px
from gui.waiting_photos import row_words, short_words, still
from models.photos import PhotoState
from resources.words import _, ngettext
from sync.outcome import Outcome

_REFRESH_MS = 400


class ExchangePage(Page):
    """Reads everything from the store when something changed and the page is in front."""

    place = "exchange"

    finding_requested = Signal(str)
    sign_in_requested = Signal()
    """The sign-in at the bureau has expired and the person wants to renew it."""

    def __init__(self, bridge: JournalBridge, exchanger: Exchanger, pictures: PictureSource, bureau: str) -> None:
        """`bureau` is the name in the context line."""
        super().__init__()
        self._bridge, self._exchanger, self._bureau = bridge, exchanger, bureau
        self._pace = Pace()
        self._strip = Strip()
        self._rows = RowCard(lambda digest: pictures.picture(digest, THUMBNAIL_EDGE))
        self._check = CheckLines("checkUp")
        self._check_card = Card(_("Exchange check-up"), name="checkUpCard")
        self._due = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._due.timeout.connect(self._read)
        self._lay_out()
        self._connect(pictures)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return _("Exchange")

    @property
    def context(self) -> str:
        """Whose server, and when it was last exchanged."""
        last = self._exchanger.last_at
        if last is None:
            return self._bureau
        time = labels.moment(last, self._bridge.clock.now())
        return _("{bureau} · last exchange {time}").format(bureau=self._bureau, time=time)

    def activated(self) -> None:
        """Read anew."""
        self._read()

    def fit(self, room: Room) -> None:
        """The check-up stands beside the rows where there is room, under them where there is not."""
        narrow, way = room is Room.NARROW, QBoxLayout.Direction
        self._sides.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._check_card.setMinimumWidth(0)
        self._check_card.setMaximumWidth(16_777_215)
        if not narrow:
            self._check_card.setFixedWidth(px(330) if room is Room.WIDE else px(260))

    def _lay_out(self) -> None:
        self._check_card.body.addWidget(self._check)
        self._check_card.body.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self._check_card)
        right.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(12)
        self._sides.addWidget(self._rows, 1)
        self._sides.addLayout(right)
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self._strip)
        column.addLayout(self._sides, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(Shrinking(column))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.fit(Room.WIDE)

    def _connect(self, pictures: PictureSource) -> None:
        self._strip.exchange_requested.connect(self._exchanger.ask)
        self._strip.pause_requested.connect(self._exchanger.pause)
        self._strip.sign_in_requested.connect(self.sign_in_requested)
        self._rows.again_requested.connect(self._exchanger.ask)
        self._rows.open_requested.connect(self.finding_requested)
        self._rows.show_requested.connect(self._read)
        pictures.arrived.connect(self._rows.repaint_pictures)
        self._exchanger.changed.connect(self._on_exchanger)
        self._exchanger.finished.connect(self._on_finished)
        self._bridge.safety_changed.connect(self._on_changed)
        self._bridge.photos_changed.connect(self._on_changed)
        self._bridge.ledger_changed.connect(self._on_changed)

    @Slot()
    def _read(self) -> None:
        show = self._rows.show_asked
        self._bridge.ask(partial(read_exchange, show=show), done=self._on_view)
        self._bridge.ask(read_condition, done=self._on_condition)

    def _on_view(self, view: ExchangeView) -> None:
        if self._exchanger.underway:
            self._pace = self._pace.at(self._bridge.clock.now(), view.figures.octets_left)
        else:
            self._pace = Pace()
        now, photos = self._bridge.clock.now(), view.figures.states.get(PhotoState.WAITING, 0)
        held = None if self._exchanger.underway else still(self._exchanger.waiting, now)
        self._strip.show_figures(view.figures, self._pace, short_words(photos, held, now) if held else "")
        self._rows.show_view(view, now, row_words(held, now) if held else "")

    def _on_condition(self, condition: Condition) -> None:
        last, now = self._exchanger.last_at, self._bridge.clock.now()
        outcome = self._exchanger.last
        reason = outcome.reason if outcome else None
        lines = check_lines(condition, self._exchanger.connection, reason=reason, last=last, now=now)
        self._check.show_lines(lines)
        odd = sum(line.health is Health.BAD for line in lines)
        self._check_card.remark.setText(ngettext("{n} to see to", "{n} to see to", odd).format(n=odd) if odd else "")
        self.heading_changed.emit()

    @Slot()
    def _on_changed(self, *_what: object) -> None:
        if self.isVisible() and not self._due.isActive():
            self._due.start()

    @Slot()
    def _on_exchanger(self) -> None:
        self._strip.show_underway(underway=self._exchanger.underway, paused=self._exchanger.paused)
        if self._exchanger.underway:
            self._strip.say("", good=True)
        self._on_changed()

    @Slot(object, bool)
    def _on_finished(self, outcome: Outcome, _asked: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._strip.say(answer(outcome, self._bridge.safety, self._bridge.clock.now()), good=outcome.ok)
        self._strip.offer_sign_in(offered=outcome.reason == "signed_out")
        self._on_changed()
