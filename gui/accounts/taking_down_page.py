"""Step 3 of the first minute, 带下来: what concerns the person comes down, and they may begin to work meanwhile."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from gui import labels
from gui.accounts.first_steps import FirstStep, FirstSteps
from gui.accounts.taken import Here, headline, read_here, share, taken_lines
from gui.background import Lane
from gui.buttons import plain_button, primary_button
from gui.card import Card
from gui.check_lines import CheckLines
from gui.icons import Glyph
from gui.journal_bridge import JournalBridge
from gui.page import Page
from gui.syncing.exchanger import Exchanger
from gui.syncing.pace import Pace
from gui.texts import plain, small, wrapped
from gui.theme import mark, px
from models.store import Store
from resources.sentences import sentence
from resources.words import _

if TYPE_CHECKING:
    from sync.contents import Contents

_WIDTH, _LOOK_MS, _STEPS = 560, 300, 1000


class TakingDownPage(Page):
    """Looks on while the exchange runs; leaving it stops nothing."""

    place = "taking_down"
    help_page = "sign_in"

    desk_requested = Signal()
    practice_requested = Signal()

    def __init__(self, bridge: JournalBridge, exchanger: Exchanger, *, may_practise: bool) -> None:
        """Nothing is known yet."""
        super().__init__()
        self._bridge, self._exchanger = bridge, exchanger
        self._contents: Contents | None = None
        self._here, self._pace = Here(), Pace()
        self._headline = wrapped(plain())
        self._headline.setObjectName("takingHeadline")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _STEPS)
        self._bar.setAccessibleName(_("How much has come down"))
        self._lines = CheckLines("takingLines")
        self._said = wrapped(plain())
        self._said.setObjectName("takingSaid")
        self._came = wrapped(plain(tone="green"))
        self._came.setObjectName("cameOver")
        self._came.hide()
        self._desk = primary_button("toDeskButton", "", glyph=Glyph.FORWARD, clicked=self.desk_requested.emit)
        self._stop = plain_button("stopTakingButton", "", clicked=self._on_stop)
        self._practise = plain_button(
            "practiseButton", _("Practise one (not reported)"), glyph=Glyph.EDIT, clicked=self.practice_requested.emit
        )
        self._about_practice = wrapped(small(_("Practising: nothing is registered and nothing is reported.")))
        self._looking = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._looking.timeout.connect(self._look)
        self._lay_out()
        for part in (self._practise, self._about_practice):
            part.setVisible(may_practise)
        for signal in (bridge.ledger_changed, bridge.photos_changed, bridge.reference_changed, exchanger.changed):
            signal.connect(self._on_moved)
        exchanger.progressed.connect(self._on_moved)
        self._show()

    @property
    def title(self) -> str:
        """带下来."""
        return _("Take down")

    @property
    def context(self) -> str:
        """That nobody has to wait for it, while there is something to wait for."""
        return "" if self.is_done else _("You can begin to work; the rest comes beside it")

    def activated(self) -> None:
        """Ask how much there is, once; count what is here."""
        self._desk.setFocus()
        if self._contents is None:
            self._bridge.work(Lane.CHECKING, _ask, done=self._on_contents, failed=lambda _failure: None)
        self._look()

    def tell_came(self, words: str) -> None:
        """What was written down without an account has come along."""
        self._came.setText(words)
        self._came.setVisible(bool(words))

    @property
    def is_done(self) -> bool:
        """Whether an exchange came to its end."""
        last = self._exchanger.last
        return last is not None and last.ok and not self._exchanger.underway

    @property
    def _missing(self) -> int:
        """Photos that are still to come."""
        return max(self._contents.photos - self._here.photos, 0) if self._contents else 0

    @Slot()
    def _on_moved(self, *_what: object) -> None:
        if self.isVisible() and not self._looking.isActive():
            self._looking.start()

    @Slot()
    def _look(self) -> None:
        self._bridge.ask(read_here, done=self._on_here)

    def _on_here(self, here: Here) -> None:
        self._here = here
        if self._contents is not None:
            self._pace = self._pace.at(self._bridge.clock.now(), self._missing)
        self._show()

    def _on_contents(self, contents: "Contents | None") -> None:
        self._contents = contents
        self._show()

    @Slot()
    def _on_stop(self) -> None:
        if self._exchanger.underway and not self._exchanger.paused:
            self._exchanger.pause()
        else:
            self._pace = Pace()
            self._exchanger.ask()

    def _show(self) -> None:
        running = self._exchanger.underway and not self._exchanger.paused
        self.heading_changed.emit()
        self._headline.setText(headline(self._contents))
        rest = self._pace.rest if running else ""
        self._lines.show_lines(taken_lines(self._contents, self._here, done=self.is_done, rest=rest))
        self._bar.setValue(
            _STEPS
            if self.is_done and not self._missing
            else min(round(share(self._contents, self._here) * _STEPS), _STEPS - 1)
        )
        words, tone = self._state()
        self._said.setText(words)
        mark(self._said, tone=tone)
        self._desk.setText(_("To the workbench") if self.is_done else _("To the workbench, the rest comes beside it"))
        self._stop.setText(_("Stop") if running else _("Go on taking down"))
        self._stop.setVisible(not self.is_done)

    def _state(self) -> tuple[str, str]:
        last = self._exchanger.last
        if self._exchanger.underway and not self._exchanger.paused:
            return _("Coming down now. It may be stopped; what has come stays."), "sub"
        if self.is_done and self._missing:
            words = _(
                "What is written has all come down. {photos} are not with the bureau yet or wait; they come by themselves."
            )
            return words.format(photos=labels.photos(self._missing)), "green"
        if self.is_done:
            return _("It has all come down. From now on the computer keeps itself up to date."), "green"
        if self._exchanger.paused or (last is not None and last.reason == "stopped"):
            return _("Stopped. What has come stays, and it goes on from there."), "amber"
        if last is not None and last.reason is not None:
            return sentence(last.reason, last.values), "amber"
        return "", "sub"

    def _lay_out(self) -> None:
        card = Card(_("What comes down"), name="takingCard")
        card.setMaximumWidth(px(_WIDTH))
        for part in (self._headline, self._bar, self._lines, self._said, self._came):
            card.body.addWidget(part)
        card.body.addWidget(self._about_practice)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addWidget(FirstSteps(FirstStep.TAKE_DOWN))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(self._bar_of_buttons())

    def _bar_of_buttons(self) -> QFrame:
        """Always in sight, however large the type is."""
        frame = QFrame()
        frame.setProperty("frame", "bar")
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self._practise)
        row.addStretch(1)
        for button in (self._stop, self._desk):
            row.addWidget(button)
        for button in (self._practise, self._stop, self._desk):
            button.setProperty("size", "field")
        return frame


def _ask(store: Store) -> "Contents | None":
    from sync.contents import ask_contents

    return ask_contents(store)
