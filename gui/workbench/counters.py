"""The counters over the workbench: a number, a word, one line of detail; a click opens what was counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui import labels
from gui.elided_label import ElidedLabel
from gui.texts import picture, strong
from gui.theme import Tone, px
from gui.workbench.counter import Counter
from gui.workbench.work import Work
from models.clock import day_of
from models.deadlines import last_closed_month
from resources.words import _

HEIGHT = 70
_MARGIN, _LEAST_MARGIN, _AIR = 14, 4, 8


@dataclass(frozen=True, slots=True)
class Count:
    """One counter with its number and detail."""

    counter: Counter
    number: int
    detail: str


def count(counter: Counter, work: Work, now: datetime) -> Count:
    """The number and its line of detail."""
    match counter:
        case Counter.DRAFTS:
            newest = work.drafts[0].saved_at if work.drafts else None
            detail = _("last written {when}").format(when=labels.moment(newest, now)) if newest else _("none begun")
            return Count(counter, len(work.drafts), detail)
        case Counter.NOT_THERE:
            photos = work.safety.photos
            detail = _("and {photos}").format(photos=labels.photos(photos)) if photos else _("photos are all there")
            return Count(counter, work.safety.records, detail)
        case _:
            number = work.counts[counter]
            return Count(counter, number, _detail(counter, work, now) if number else _("none at the moment"))


def _detail(counter: Counter, work: Work, now: datetime) -> str:
    match counter:
        case Counter.RETURNED:
            oldest = work.oldest_return or now
            return _("oldest from {when}").format(when=labels.days_ago(oldest, now))
        case Counter.DUE_SOON:
            return _("{n} of them today").format(n=labels.number(work.due_today))
        case Counter.UNREPORTED:
            month = int(last_closed_month(day_of(now))[-2:])
            return _("nothing on month {month}").format(month=month)
        case _:
            return _(counter.value[3])


class Counters(QWidget):
    """A row of counters."""

    chosen = Signal(object)

    def __init__(self, counters: Sequence[Counter]) -> None:
        """Empty until the first counts."""
        super().__init__()
        self._cards = {counter: _CounterCard(counter) for counter in counters}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for counter, card in self._cards.items():
            card.clicked.connect(lambda _checked=False, counter=counter: self.chosen.emit(counter))
            row.addWidget(card, 1)

    def show_work(self, work: Work, now: datetime) -> None:
        """Count anew."""
        for counter, card in self._cards.items():
            card.show_count(count(counter, work, now))


class _CounterCard(QPushButton):
    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName(f"{counter.name.lower()}Counter")
        self.setProperty("kind", "counter")
        self.setFixedHeight(px(HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        glyph, self._tone, self._word = counter.value[:3]
        self._number, self._detail = strong(), ElidedLabel("")
        self._detail.setProperty("kind", "small")
        self._number.setProperty("kind", "count")
        self._mark = mark = picture(glyph, self._tone, size=20)
        top = QHBoxLayout()
        top.setSpacing(_AIR)
        word = strong(_(self._word))
        for part in (self._number, word):
            top.addWidget(part)
        top.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(top)
        words.addWidget(self._detail)
        self._row = row = QHBoxLayout(self)
        row.setSpacing(_AIR)
        row.addLayout(words, 1)
        row.addWidget(mark)
        self._words = top
        for part in (self._number, self._detail, word, mark):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Number and word are whole before there is a mark and air around them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed, mark = self._words.minimumSize().width(), self._mark.width() + _AIR
        self._mark.setVisible(needed + mark + 2 * _MARGIN <= self.width())
        rest = self.width() - needed - (mark if not self._mark.isHidden() else 0)
        side = max(_LEAST_MARGIN, min(_MARGIN, rest // 2))
        self._row.setContentsMargins(side, 4, side, 6)

    def show_count(self, shown: Count) -> None:
        self._number.setText(labels.number(shown.number))
        colour = self._tone if shown.number else Tone.SUB
        self._number.setStyleSheet(f"color: {colour.value}")
        self._detail.setText(shown.detail)
        self.setMinimumWidth(self._words.minimumSize().width() + 2 * _LEAST_MARGIN)
        self._fit()
        self.setAccessibleName(f"{_(self._word)} {shown.number} {shown.detail}")
