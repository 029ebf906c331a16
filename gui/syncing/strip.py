"""The strip over the exchange screen: stored here → not yet sent → taken by the bureau → found right."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from gui import labels
from gui.buttons import plain_button, primary_button
from gui.icons import Glyph
from gui.syncing.exchange_rows import Figures
from gui.syncing.pace import Pace
from gui.texts import picture, small, strong, wrapped
from gui.theme import Tone
from models.photos import PhotoState
from resources.words import _


class Strip(QFrame):
    """Four figures, the bar, the answer to the last F9, and the two buttons that steer."""

    exchange_requested = Signal()
    pause_requested = Signal()
    sign_in_requested = Signal()

    def __init__(self) -> None:
        """Empty until the first figures."""
        super().__init__()
        self.setObjectName("exchangeStrip")
        self.setProperty("frame", "card")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Photos checked by the bureau"))
        self._rate = strong()
        self._said = wrapped(strong())
        self._said.setObjectName("exchangeAnswer")
        self._now = primary_button(
            "exchangeNowButton", _("Exchange now  F9"), glyph=Glyph.EXCHANGE, clicked=self.exchange_requested.emit
        )
        self._pause = plain_button("pauseButton", _("Pause"), glyph=Glyph.PAUSE, clicked=self.pause_requested.emit)
        self._sign_in = plain_button(
            "signInAgainButton", _("Sign in again"), glyph=Glyph.LOCK, clicked=self.sign_in_requested.emit
        )
        self._sign_in.hide()
        self._cells = self._make_cells()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(8)
        column.addLayout(self._figures_row())
        column.addLayout(self._bar_row())
        column.addWidget(self._said)
        self._said.hide()

    def show_figures(self, figures: Figures, pace: Pace, held: str = "") -> None:
        """Counted from the store this moment; `pace` says how fast it goes, if it goes; `held` what photos wait for."""
        states = figures.states
        remarks = (
            _("all on disk"),
            self._unsent_words(states.get(PhotoState.SENDING, 0), states.get(PhotoState.WAITING, 0), figures, held),
            _("{photos} being checked").format(photos=labels.photos(states.get(PhotoState.RECEIVED, 0)))
            if states.get(PhotoState.RECEIVED)
            else _("with their numbers"),
            _("read again there, same fingerprint"),
        )
        pairs = (figures.kept, figures.unsent, figures.taken, figures.verified)
        for (count, remark), (records, photos), words in zip(self._cells, pairs, remarks, strict=True):
            count.setText(f"{labels.records(records)} · {labels.photos(photos)}")
            remark.setText(words)
        verified, kept = figures.verified[1], figures.kept[1]
        self._bar.setRange(0, max(kept, 1))
        # Never full while anything still waits for the check
        self._bar.setValue(verified if kept else 1)
        done = f"{verified} / {labels.photos(kept)}"
        self._rate.setText(f"{done} · {pace.words}" if pace.words else done)

    def show_underway(self, *, underway: bool, paused: bool) -> None:
        """While an exchange runs it can be paused, else begun."""
        self._pause.setVisible(underway and not paused)
        self._now.setText(_("Exchanging…") if underway else _("Exchange now  F9"))

    def offer_sign_in(self, *, offered: bool) -> None:
        """The bureau asks for the password again."""
        self._sign_in.setVisible(offered)

    def say(self, text: str, *, good: bool) -> None:
        """The answer to the last exchange; stays until the next one."""
        self._said.setProperty("tone", "sub" if good else "amber")
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _make_cells(self) -> list[tuple[QLabel, QLabel]]:
        tones = ("green", "amber", "brand", "green")
        names = ("keptFigure", "unsentFigure", "takenFigure", "verifiedFigure")
        cells = []
        for tone, name in zip(tones, names, strict=True):
            count = strong(tone=tone)
            count.setObjectName(name)
            cells.append((count, small()))
        return cells

    def _figures_row(self) -> QGridLayout:
        marks = (
            (Glyph.LAPTOP, Tone.GREEN, _("Stored here")),
            (Glyph.UPLOAD, Tone.AMBER, _("Not yet sent")),
            (Glyph.SERVER, Tone.BRAND, _("Taken by the bureau")),
            (Glyph.VERIFIED, Tone.GREEN, _("Found right")),
        )
        self._places = [
            _cell(place, *mark, *cell) for place, (mark, cell) in enumerate(zip(marks, self._cells, strict=True))
        ]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._fit()
        return self._grid

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or two over two."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As wide as two figures side by side: it would never be made narrower else."""
        wanted, margins = super().minimumSizeHint(), 2 * 16
        two = 2 * max(place.sizeHint().width() for place in self._places) + self._grid.horizontalSpacing()
        return QSize(min(wanted.width(), two + margins), wanted.height())

    def _fit(self) -> None:
        gap, margins = self._grid.horizontalSpacing(), 2 * 16
        needed = sum(place.sizeHint().width() + gap for place in self._places) - gap
        beside = len(self._places) if needed <= self.width() - margins else 2
        for number, place in enumerate(self._places):
            self._grid.addWidget(place, number // beside, number % beside)
        for column in range(len(self._places)):
            self._grid.setColumnStretch(column, 1 if column < beside else 0)

    def _bar_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._bar, 1)
        row.addWidget(self._rate)
        row.addWidget(self._sign_in)
        row.addWidget(self._pause)
        row.addWidget(self._now)
        return row

    def _unsent_words(self, sending: int, waiting: int, figures: Figures, held: str) -> str:
        stuck = figures.states.get(PhotoState.STUCK, 0) + figures.states.get(PhotoState.REFUSED, 0)
        parts = []
        if sending:
            parts.append(_("sending {n}").format(n=sending))
        if waiting:
            parts.append(held or _("queued {n}").format(n=waiting))
        if stuck:
            parts.append(_("stuck {n}").format(n=stuck))
        return _(", ").join(parts) or _("nothing waits")


def _cell(place: int, glyph: Glyph, tone: Tone, title: str, count: QLabel, remark: QLabel) -> QWidget:
    """One figure, with an arrow before it where it is not the first."""
    top = QHBoxLayout()
    top.setSpacing(8)
    top.addWidget(strong(title))
    top.addWidget(count)
    top.addStretch(1)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addLayout(top)
    words.addWidget(remark)
    cell = QWidget()
    row = QHBoxLayout(cell)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    if place:
        row.addWidget(picture(Glyph.NEXT, Tone.LIGHT_GREY, size=18))
    row.addWidget(picture(glyph, tone, size=20))
    row.addLayout(words, 1)
    return cell
