"""The counters over the workbench: a number, a word, one line of detail; a click opens what was counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui import labels
from gui.icons import Glyph
from gui.texts import picture, small, strong
from gui.theme import Tone
from gui.workbench.work import Work
from models.findings import Tab
from models.people import Role
from models.workflow import FIELD_ROLES, VERIFIERS
from resources.words import N_, _

HEIGHT = 70


class Counter(Enum):
    """What is counted: mark, tone while there is something, word, and the ledger's tab that holds it."""

    RETURNED = Glyph.RETURNED, Tone.RED, N_("Returned for completion (counter)"), Tab.MINE
    TO_VERIFY = Glyph.TO_VERIFY, Tone.BRAND, N_("To verify (counter)"), Tab.TO_VERIFY
    OUT_RETURNED = Glyph.RETURNED, Tone.TEAL, N_("Waiting for completion (counter)"), Tab.RETURNED
    DRAFTS = Glyph.DRAFT, Tone.AMBER, N_("Drafts not finished (counter)"), None
    NOT_THERE = Glyph.UNSENT, Tone.AMBER, N_("Not with the bureau (counter)"), Tab.UNSENT
    VERIFIED = Glyph.VERIFIED, Tone.GREEN, N_("Verified (counter)"), Tab.VERIFIED

    @property
    def tab(self) -> Tab | None:
        """The tab of the ledger, where there is one."""
        tab: Tab | None = self.value[3]
        return tab


@dataclass(frozen=True, slots=True)
class Count:
    """One counter with its number and detail."""

    counter: Counter
    number: int
    detail: str


def counters_of(role: Role) -> tuple[Counter, ...]:
    """Only what this role has to do with, and only what exists now."""
    if role in VERIFIERS:
        return (Counter.TO_VERIFY, Counter.OUT_RETURNED, Counter.DRAFTS, Counter.NOT_THERE, Counter.VERIFIED)
    if role in FIELD_ROLES:
        return (Counter.RETURNED, Counter.DRAFTS, Counter.NOT_THERE, Counter.VERIFIED)
    return (Counter.TO_VERIFY, Counter.OUT_RETURNED, Counter.VERIFIED)


def count(counter: Counter, work: Work, now: datetime) -> Count:
    """The number and its line of detail."""
    match counter:
        case Counter.RETURNED:
            oldest = work.oldest_return
            detail = (
                _("oldest from {when}").format(when=labels.moment(oldest, now)) if oldest else _("nothing came back")
            )
            return Count(counter, work.counts[Tab.MINE], detail)
        case Counter.DRAFTS:
            newest = work.drafts[0].saved_at if work.drafts else None
            detail = _("last written {when}").format(when=labels.moment(newest, now)) if newest else _("none begun")
            return Count(counter, len(work.drafts), detail)
        case Counter.NOT_THERE:
            photos = work.safety.photos
            detail = _("and {photos}").format(photos=labels.photos(photos)) if photos else _("photos are all there")
            return Count(counter, work.safety.records, detail)
        case _:
            tab = counter.tab
            return Count(counter, work.counts[tab] if tab else 0, _(_DETAILS[counter]))


_DETAILS = {
    Counter.TO_VERIFY: N_("reported, nobody looked yet"),
    Counter.OUT_RETURNED: N_("sent back, not here again"),
    Counter.VERIFIED: N_("found true, on the list"),
}


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
        self.setFixedHeight(HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        glyph, self._tone, self._word = counter.value[:3]
        self._number, self._detail = strong(), small()
        self._number.setProperty("kind", "count")
        mark = picture(glyph, self._tone, size=20)
        top = QHBoxLayout()
        top.setSpacing(10)
        word = strong(_(self._word))
        for part in (self._number, word):
            top.addWidget(part)
        top.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(top)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 6)
        row.addLayout(words, 1)
        row.addWidget(mark)
        for part in (self._number, self._detail, word, mark):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_count(self, shown: Count) -> None:
        self._number.setText(labels.number(shown.number))
        colour = self._tone if shown.number else Tone.SUB
        self._number.setStyleSheet(f"color: {colour.value}")
        self._detail.setText(shown.detail)
        self.setAccessibleName(f"{_(self._word)} {shown.number} {shown.detail}")
