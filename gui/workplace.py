"""Everything that is built once for a signed-in person: bridge, exchanger, pages, desk, and how they speak."""

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.background import Background, Failure, Lane
from gui.case_file.case_file_page import CaseFilePage
from gui.desk import Desk, Place
from gui.exchange_light import light_words
from gui.findings.form_page import FormPage
from gui.icons import Glyph
from gui.journal_bridge import JournalBridge
from gui.ledger.ledger_page import LedgerPage
from gui.opening import Opened
from gui.page import Page
from gui.photos.picture_source import PictureSource
from gui.rail import RailItem
from gui.syncing.exchange_page import ExchangePage
from gui.syncing.exchange_words import answer
from gui.syncing.exchanger import Exchanger, Report
from gui.workbench.workbench_page import WorkbenchPage
from models.drafts import Draft
from models.errors import GewuError
from models.finding import Finding
from models.findings import Filter
from models.ids import FindingId
from models.profile import Profile
from models.store import Store
from models.workflow import FIELD_ROLES
from resources.words import _, ngettext
from sync.access import read_access
from sync.session import Exchanges, Outcome, note_standing
from sync.signing_in import reachable

_LOG = logging.getLogger(__name__)
_STANDING_MS = 2000
_LIGHT_MS = 60 * 1000


class Workplace(QObject):
    """One person at work. `desk` is the face of the window meanwhile."""

    signed_out = Signal()
    """The bureau asks for the password again."""

    def __init__(self, opened: Opened, profile: Profile, background: Background) -> None:
        """Build everything; nothing is asked of store or network before `begin`."""
        super().__init__()
        self.opened, self._profile, self._background = opened, profile, background
        self.bridge = JournalBridge(opened.store, background, names=opened.names, parent=self)
        self._exchanges = Exchanges(opened.store)
        self.exchanger = Exchanger(
            self.bridge, background, partial(_exchange, self._exchanges), partial(_can_reach, opened)
        )
        pictures = PictureSource(self.bridge, self)
        self.workbench = WorkbenchPage(self.bridge, self.exchanger, pictures)
        self.ledger = LedgerPage(self.bridge, pictures)
        self.case_file = CaseFilePage(self.bridge, pictures)
        self.exchange_page = ExchangePage(self.bridge, self.exchanger, pictures, opened.bureau)
        may_raise = opened.store.person.role in FIELD_ROLES
        self.form = FormPage(self.bridge, pictures) if may_raise else None
        self.desk = Desk(self._places(), may_raise=may_raise)
        self._standing = self._timer(_STANDING_MS, self._note_standing)
        self._standing.setSingleShot(True)
        self._minute = self._timer(_LIGHT_MS, self._show_light)
        self._connect()
        self._connect_pages()

    def begin(self) -> None:
        """Show the workbench and start exchanging."""
        person = self.opened.store.person
        self.desk.rail.user.show_person(person.name, self.bridge.names.post(person))
        self._show_light()
        self.bridge.count_safety()
        self.desk.open_home()
        self._minute.start()
        self.exchanger.start()

    def log_finding(self) -> None:
        """Ctrl+N."""
        if self.form is not None:
            self.form.begin()
            self.desk.open(self.form)

    def leave(self, then: Callable[[], None]) -> None:
        """Write down what is typed, stop the exchange, close the store; then go on. Nothing unsent is lost."""
        self.desk.current.may_leave()
        self.stop()
        self._close_when_idle(then)

    def stop(self) -> None:
        """Nothing begins by itself any more, and what is being sent ends after its piece."""
        self.exchanger.stop()
        for timer in (self._standing, self._minute):
            timer.stop()

    def close(self) -> None:
        """When nothing else uses the store any more. The list of people is a convenience: a damaged one stops nothing."""
        try:
            note_standing(self._profile, self.opened.store)
        except GewuError as error:
            _LOG.info("The list of people was not brought up to date: %s", error.refusal.code)
        finally:
            self._exchanges.close()
            self.bridge.close()

    @property
    def farewell(self) -> str:
        """「还有 16 张没传完，下次开机会接着传。」 while something is on its way."""
        photos = self.bridge.safety.photos
        if not self.exchanger.underway or not photos:
            return ""
        return ngettext(
            "{n} photo is not sent yet; it goes on at the next start.",
            "{n} photos are not sent yet; it goes on at the next start.",
            photos,
        ).format(n=photos)

    def _close_when_idle(self, then: Callable[[], None]) -> None:
        if self.form is not None:
            # photos that were on their way have arrived in the form meanwhile
            self.form.may_leave()
        if not self._background.is_idle:
            QTimer.singleShot(50, self, lambda: self._close_when_idle(then))
            return
        self._background.run(Lane.WRITING, self.close, done=lambda _: then())

    def _places(self) -> tuple[Place, ...]:
        return (
            Place(RailItem("workbench", Glyph.WORKBENCH, _("Workbench"), 1), self.workbench),
            Place(RailItem("ledger", Glyph.LEDGER, _("Ledger of findings"), 2), self.ledger),
            Place(RailItem("exchange", Glyph.EXCHANGE, _("Exchange"), 7), self.exchange_page),
        )

    def _connect(self) -> None:
        bridge, exchanger, desk = self.bridge, self.exchanger, self.desk
        exchanger.changed.connect(self._show_light)
        exchanger.finished.connect(self._on_exchanged)
        bridge.safety_changed.connect(self._show_light)
        bridge.safety_changed.connect(lambda _safety: self._standing.start())
        bridge.reference_changed.connect(self._on_reference)
        desk.raise_requested.connect(self.log_finding)
        desk.exchange_requested.connect(exchanger.ask)
        desk.opened.connect(self._on_page)
        desk.rail.light.clicked.connect(lambda: desk.open(self.exchange_page))
        self._background.failed.connect(self._on_failure)

    def _connect_pages(self) -> None:
        desk, bench = self.desk, self.workbench
        bench.finding_requested.connect(self._open_finding)
        bench.raise_requested.connect(self.log_finding)
        bench.exchange_page_requested.connect(lambda: desk.open(self.exchange_page))
        self.exchange_page.finding_requested.connect(self._open_finding)
        self.exchange_page.sign_in_requested.connect(self.signed_out)
        bench.ledger_requested.connect(self._open_ledger)
        bench.step_requested.connect(self._on_step)
        desk.add_page(self.case_file)
        self.ledger.finding_opened.connect(self._open_finding)
        self.case_file.finding_requested.connect(self._open_finding)
        if (form := self.form) is not None:
            desk.add_page(form)
            form.front_wanted.connect(lambda: desk.open(form))
            bench.draft_requested.connect(self._resume)
            self.ledger.form_requested.connect(self._correct)
            self.case_file.form_requested.connect(self._correct)

    def _open_finding(self, finding: str) -> None:
        self.case_file.show_finding(finding)
        self.desk.open(self.case_file)

    def _open_ledger(self, wanted: Filter) -> None:
        self.desk.open(self.ledger)
        self.ledger.card.show_only(wanted)

    def _on_step(self, finding: str, action: str) -> None:
        """去补正 opens the form; 去核实 opens the finding, because nobody verifies what they have not looked at."""
        if action != "resubmit":
            self.case_file.show_finding(finding, at_step=True)
            self.desk.open(self.case_file)
            return
        self.bridge.ask(lambda store: store.findings.one(FindingId(finding)), done=self._correct)

    def _correct(self, finding: Finding | None) -> None:
        if self.form is not None and finding is not None:
            self.form.correct(finding)
            self.desk.open(self.form)

    def _resume(self, draft: Draft) -> None:
        if self.form is not None:
            self.form.resume(draft)
            self.desk.open(self.form)

    @Slot()
    def _show_light(self) -> None:
        last = self.exchanger.last
        words = light_words(
            self.exchanger.connection,
            self.bridge.safety,
            last=self.exchanger.last_at,
            now=self.bridge.clock.now(),
            reason=last.reason if last else None,
        )
        self.desk.rail.light.show_words(words)

    @Slot()
    def _on_reference(self) -> None:
        person = self.opened.store.person
        self.desk.rail.user.show_person(person.name, self.bridge.names.post(person))
        self._standing.start()

    @Slot(object, bool)
    def _on_exchanged(self, outcome: Outcome, asked: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._standing.start()
        elsewhere = self.desk.current is not self.exchange_page
        if asked and elsewhere:
            self.desk.answer(answer(outcome, self.bridge.safety), good=outcome.ok)
        elif outcome.ok or not elsewhere:
            self.desk.notices.say("")

    @Slot(object)
    def _on_page(self, page: Page) -> None:
        if page is self.exchange_page:
            self.desk.notices.say("")

    @Slot(object)
    def _on_failure(self, failure: Failure) -> None:
        self.desk.answer(failure.words, good=False)

    @Slot()
    def _note_standing(self) -> None:
        self.bridge.work(Lane.WRITING, lambda store: note_standing(self._profile, store), done=lambda _: None)

    def _timer(self, interval: int, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self.desk, interval=interval)  # what a timer shows must not be gone before it
        timer.timeout.connect(due)
        return timer


def _exchange(exchanges: Exchanges, _store: Store, report: Report, stopped: Callable[[], bool]) -> Outcome:
    return exchanges.once(on_progress=report, cancelled=stopped)


def _can_reach(opened: Opened) -> bool:
    access = read_access(opened.store.settings)
    return access is not None and reachable(access)
