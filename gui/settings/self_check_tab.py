"""自检: everything on this computer is read again beside the window; what does not agree is told with what to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton

from gui import labels
from gui.background import Failure, Lane, StopSign
from gui.buttons import plain_button, primary_button
from gui.card import Card
from gui.icons import Glyph
from gui.journal_bridge import JournalBridge
from gui.settings.tab import Tab
from gui.settings.trouble_table import TroubleTable, for_administrator
from gui.texts import plain, small, strong, wrapped
from gui.theme import mark
from models.integrity import Report, Stage, check
from models.store import Store
from resources.words import N_, _, ngettext

_STAGES = {
    Stage.RECORDS: N_("Reading the records again"),
    Stage.LISTED: N_("Comparing the findings"),
    Stage.PHOTOS: N_("Reading the photos again"),
}


class SelfCheckTab(Tab):
    """Begins when it is asked to, goes on while the person works elsewhere, stops when it is asked to or they leave."""

    def __init__(self, bridge: JournalBridge) -> None:
        """Nothing is looked at yet."""
        super().__init__("selfCheck", widest=1100)
        self._bridge = bridge
        self._sign: StopSign | None = None
        self._begin = primary_button("beginCheckButton", _("Check now"), glyph=Glyph.VERIFIED, clicked=self._on_begin)
        self._stop = plain_button("stopCheckButton", _("Stop"), clicked=self._on_stop)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stage = plain(tone="sub")
        self._stage.setObjectName("checkStage")
        self._said = wrapped(strong())
        self._said.setObjectName("checkResult")
        self._table = TroubleTable()
        self._copy = plain_button(
            "copyCheckButton", _("Copy for the administrator"), glyph=Glyph.COPY, clicked=self._on_copy
        )
        self._copied = ""
        self.column.addWidget(self._card())
        self._underway(running=False)
        bridge.leaving.connect(self._on_stop)

    def _card(self) -> Card:
        card = Card(_("Self-check"), name="selfCheckCard")
        words = _(
            "Reads everything on this computer again: that no record was changed, that the lists say what the records "
            "say, and that every photo is the one that was stored. You can go on working meanwhile."
        )
        steer = QHBoxLayout()
        for part in (self._begin, self._stop, self._stage):
            steer.addWidget(part)
        steer.addStretch(1)
        copy = QHBoxLayout()
        copy.addWidget(self._copy)
        copy.addStretch(1)
        card.body.addWidget(wrapped(small(words)))
        card.body.addLayout(steer)
        for each in (self._bar, self._said, self._table):
            card.body.addWidget(each)
        card.body.addLayout(copy)
        for late in (self._said, self._table, self._copy):
            late.hide()
        return card

    def _on_begin(self) -> None:
        sign = self._sign = StopSign()
        for late in (self._said, self._table, self._copy):
            late.hide()
        self._bar.setRange(0, 0)
        self._stage.setText("")
        self._give_cursor(self._begin, self._stop)
        self._underway(running=True)
        told = self._bridge.tell

        def look(store: Store) -> Report:
            return check(store, tell=_seldom(lambda *place: told(self._show_progress, *place)), stopped=sign.is_up)

        self._bridge.work(Lane.CHECKING, look, done=self._on_report, failed=self._on_failure)

    @Slot()
    def _on_stop(self) -> None:
        if self._sign is not None:
            self._sign.put_up()  # the button stays as it is: greyed it would lose the cursor
            self._stage.setText(_("Stopping…"))

    def _show_progress(self, stage: Stage, done: int, of: int) -> None:
        if self._sign is None or self._sign.is_up():
            return
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(done)
        words = _(_STAGES[stage])
        self._stage.setText(f"{words} {labels.number(done)} / {labels.number(of)}")

    def _on_report(self, report: Report) -> None:
        self._end()
        mark(self._said, tone="green" if report.ok and report.complete else "sub" if report.ok else "red")
        self._said.setText(result_words(report))
        self._said.show()
        self._table.show_problems(report.problems)
        self._table.setVisible(not report.ok)
        self._copied = for_administrator(report)
        self._copy.setVisible(not report.ok)

    def _on_failure(self, failure: Failure) -> None:
        self._end()
        mark(self._said, tone="red")
        self._said.setText(failure.words)
        self._said.show()
        self._copied = "\n".join((failure.words, failure.code, repr(failure.error)))
        self._copy.show()

    def _end(self) -> None:
        self._sign = None
        self._give_cursor(self._stop, self._begin)
        self._underway(running=False)

    @staticmethod
    def _give_cursor(before: QPushButton, after: QPushButton) -> None:
        """One takes the other's place: hidden with the cursor on it, it would send the cursor anywhere."""
        if before.hasFocus():
            after.show()
            after.setFocus(Qt.FocusReason.OtherFocusReason)

    def _underway(self, *, running: bool) -> None:
        self._begin.setVisible(not running)
        self._stop.setVisible(running)
        self._stage.setVisible(running)
        self._bar.setVisible(running)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)


def result_words(report: Report) -> str:
    """「检查了 12,486 条问题、37,204 张照片，都对得上。」"""
    counts = {"findings": labels.number(report.findings), "photos": labels.number(report.photos)}
    if not report.ok:
        found = len(report.problems)
        words = ngettext(
            "Checked {findings} findings and {photos} photos; {n} thing does not agree.",
            "Checked {findings} findings and {photos} photos; {n} things do not agree.",
            found,
        )
        return words.format(n=labels.number(found), **counts)
    if not report.complete:
        return _("Stopped. {findings} findings and {photos} photos were checked; those agree.").format(**counts)
    return _("Checked {findings} findings and {photos} photos, everything agrees.").format(**counts)


def _seldom(tell: Callable[[Stage, int, int], None]) -> Callable[[Stage, int, int], None]:
    """A hundred times in each stage is as often as anybody can see."""
    last: list[tuple[Stage, int]] = []

    def told(stage: Stage, done: int, of: int) -> None:
        place = (stage, 100 * done // max(of, 1))
        if last != [place]:
            last[:] = [place]
            tell(stage, done, of)

    return told
