"""One person at work: bridge, exchanger, desk, and what is told at the desk while they work."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.background import Background, Failure, Lane
from gui.desk import Desk
from gui.exchange_light import light_words
from gui.first_minute import TAKING_DOWN, FirstMinute
from gui.journal_bridge import JournalBridge
from gui.opening import Opened
from gui.page import Page
from gui.pages import EXCHANGE, Pages, load_ahead
from gui.rebuilder import Rebuilder
from gui.syncing.bureau_line import BureauLine
from gui.syncing.exchange_words import answer
from gui.syncing.exchanger import Exchanger
from models.errors import GewuError
from models.profile import Profile
from resources.words import ngettext
from sync.outcome import Outcome

_LOG = logging.getLogger(__name__)
_STANDING_MS = 2000
_LIGHT_MS = 60 * 1000
_AHEAD_MS = 1500
"""When home has been shown and read."""


class Workplace(QObject):
    """One person at work. `desk` is the face of the window meanwhile."""

    signed_out = Signal()
    """The bureau asks for the password again."""
    look_changed = Signal()
    """Another type size or language was chosen."""
    connect_wanted = Signal()
    """Who began without an account asked to be connected."""

    def __init__(self, opened: Opened, profile: Profile, background: Background) -> None:
        """Build everything; nothing is asked of store or network before `begin`."""
        super().__init__()
        self.opened, self._background = opened, background
        self.bridge = JournalBridge(opened.store, background, names=opened.names, parent=self)
        self._line = BureauLine(opened.store, profile)
        self.exchanger = Exchanger(self.bridge, background, self._line.exchange, self._line.can_reach)
        self.pages = Pages(opened, self.bridge, self.exchanger, profile.file, self)
        self._rebuilder = Rebuilder(self.bridge, self)
        self.first = FirstMinute(self.pages, self.bridge, self.exchanger, profile)
        self._standing = self._timer(_STANDING_MS, self._note_standing)
        self._standing.setSingleShot(True)
        self._minute = self._timer(_LIGHT_MS, self._show_light)
        self._ahead = self._timer(_AHEAD_MS, self._load_ahead)
        self._ahead.setSingleShot(True)
        self._connect()

    def begin(self, first_page: str = "") -> None:
        """Show the workbench, or the place with this code, and start exchanging."""
        person = self.opened.store.person
        self.desk.rail.user.show_person(person.name, self.bridge.names.post(person))
        self._show_light()
        self.bridge.count_safety()
        self.first.open() if first_page == TAKING_DOWN else self.desk.open_place(first_page)
        self._minute.start()
        self._ahead.start()
        self.exchanger.start()
        self.first.begin()
        self._rebuilder.start()

    @property
    def desk(self) -> Desk:
        """The face of the window meanwhile."""
        return self.pages.desk

    def leave(self, then: Callable[[], None]) -> None:
        """Write down what is typed, stop the exchange, close the store; then go on. Nothing unsent is lost."""
        self.pages.write_down()
        self.stop()
        self._close_when_idle(then)

    def stop(self) -> None:
        """Nothing begins by itself any more, and what is being sent ends after its piece."""
        self.exchanger.stop()
        self.first.carrying.stop()
        self._rebuilder.stop()
        self.bridge.leaving.emit()
        for timer in (self._standing, self._minute, self._ahead):
            timer.stop()

    def close(self) -> None:
        """When nothing else uses the store any more. The list of people is a convenience: a damaged one stops nothing."""
        try:
            self._line.note_standing()
        except GewuError as error:
            _LOG.info("The list of people was not brought up to date: %s", error.refusal.code)
        finally:
            self.first.close()
            self._line.close()
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
        self.pages.write_down()
        if not self._background.is_idle:
            QTimer.singleShot(50, self, lambda: self._close_when_idle(then))
            return
        self._background.run(Lane.WRITING, self.close, done=lambda _: then())

    def _connect(self) -> None:
        bridge, exchanger, desk = self.bridge, self.exchanger, self.desk
        exchanger.changed.connect(self._show_light)
        exchanger.finished.connect(self._on_exchanged)
        bridge.safety_changed.connect(self._show_light)
        bridge.safety_changed.connect(self._on_safety)
        bridge.reference_changed.connect(self._on_reference)
        desk.exchange_requested.connect(exchanger.ask)
        desk.opened.connect(self._on_page)
        self.pages.signed_out.connect(self.signed_out)
        self.pages.look_changed.connect(self.look_changed)
        self.pages.connect_wanted.connect(self.connect_wanted)
        self._background.failed.connect(self._on_failure)
        self._rebuilder.changed.connect(desk.rebuilding.show_progress)
        self._rebuilder.failed.connect(self._on_failure)

    @Slot()
    def _show_light(self) -> None:
        last = self.exchanger.last
        words = light_words(
            self.exchanger.connection,
            self.bridge.safety,
            last=self.exchanger.last_at,
            now=self.bridge.clock.now(),
            reason=last.reason if last else None,
            waiting=self.exchanger.waiting,
        )
        self.desk.rail.light.show_words(words)

    @Slot(object)
    def _on_safety(self, _safety: object) -> None:
        self._standing.start()

    @Slot()
    def _on_reference(self) -> None:
        person = self.opened.store.person
        self.desk.rail.user.show_person(person.name, self.bridge.names.post(person))
        self._standing.start()

    @Slot(object, bool)
    def _on_exchanged(self, outcome: Outcome, asked: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._standing.start()
        if outcome.reason == "not_connected":
            if asked:
                self.connect_wanted.emit()
            return
        elsewhere = self.desk.current.place != EXCHANGE
        if asked and elsewhere:
            self.desk.answer(answer(outcome, self.bridge.safety, self.bridge.clock.now()), good=outcome.ok)
        elif outcome.ok or not elsewhere:
            self.desk.notices.say("")

    @Slot(object)
    def _on_page(self, page: Page) -> None:
        if page.place == EXCHANGE:
            self.desk.notices.say("")

    @Slot(object)
    def _on_failure(self, failure: Failure) -> None:
        self.desk.answer(failure.words, good=False)

    @Slot()
    def _note_standing(self) -> None:
        self.bridge.work(Lane.WRITING, lambda _store: self._line.note_standing(), done=lambda _: None)

    @Slot()
    def _load_ahead(self) -> None:
        self._background.run(Lane.READING, load_ahead)

    def _timer(self, interval: int, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self.desk, interval=interval)  # what a timer shows must not be gone before it
        timer.timeout.connect(due)
        return timer
