"""Builds everything once and moves between sign-in, work and lock; the composition root of the window."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from gui.accounts.idle_watch import IdleWatch
from gui.accounts.sign_in_page import SignInPage
from gui.accounts.signing_in import SigningIn
from gui.accounts.ways import ways
from gui.background import Background, Failure, Lane
from gui.first_minute import TAKING_DOWN
from gui.look import Look, device_look, wear
from gui.main_window import MainWindow
from gui.opening import Opened, open_store
from gui.workplace import Workplace
from models.clock import Clock
from models.people import Person
from models.person_files import keep_person
from models.profile import Profile, Unlocked
from models.store import Store
from resources.words import _


class Application(QObject):
    """The program with its one window. `workplace` is there while somebody is signed in."""

    def __init__(self, qt: QApplication, profile: Profile, clock: Clock) -> None:
        """Dress Qt and build what outlives every sign-in."""
        super().__init__()
        self._qt, self._look = qt, device_look(profile.file)
        wear(qt, self._look)
        self.profile, self.clock = profile, clock
        self.background = Background(self)
        self.window = MainWindow()
        self._open_the_door()
        self.workplace: Workplace | None = None
        self._watch = IdleWatch(qt)
        self._watch.idle.connect(self.lock)
        self._leaving = False
        self._entering = False
        self._first_page = ""
        self._through_the_door = False
        self._fresh_password = ""
        self.window.show_face(self.sign_in_page)
        self.window.closing.connect(self._on_closing)

    def _open_the_door(self) -> None:
        """The cards before the desk, as they look now."""
        self.sign_in_page = SignInPage()
        paths = ways(self.profile, self.clock)
        self.signing_in = SigningIn(self.sign_in_page, self.profile, self.background, self.clock, paths)
        self.signing_in.unlocked.connect(self._on_unlocked)
        self.signing_in.back_to_work.connect(self._on_back_to_work)

    def _wear(self, look: Look) -> None:
        """What was made in another look is made anew: the cards here, the desk by whoever calls."""
        if look == self._look:
            return
        self._look = look
        wear(self._qt, look)
        self.window.drop_face(self.sign_in_page)
        self._open_the_door()

    def start(self, unlocked: Unlocked | None = None) -> None:
        """Show the window: at the sign-in, or at work at once where the key is at hand (the demo)."""
        self.window.showMaximized()
        if unlocked is None:
            self.signing_in.show_people()
        else:
            self.enter(unlocked)

    def enter(self, unlocked: Unlocked) -> None:
        """Open this person's store and put them to work; whoever was at work has left before."""
        self._entering = True
        if self._leaving:
            QTimer.singleShot(50, self, lambda: self.enter(unlocked))
            return
        self.background.run(
            Lane.WRITING,
            lambda: open_store(self.profile, self.clock, unlocked),
            done=self._on_opened,
            failed=self._on_not_opened,
        )

    @Slot()
    def lock(self) -> None:
        """Cover the desk; what is typed stays under the cover, and is written down as a draft."""
        covered = self.window.face is self.sign_in_page and not self.signing_in.leads_back_to_work
        if self.workplace is None or covered:
            return
        self.workplace.desk.current.may_leave()
        self.signing_in.show_people(self.workplace.opened.store.person.login, _("Locked. Everything is kept."))
        self.window.show_face(self.sign_in_page)

    @Slot()
    def connect_bureau(self) -> None:
        """Somebody who began without an account wants one; their desk waits under the cards."""
        place = self.workplace
        if place is not None:
            place.pages.write_down()
            self.signing_in.connect_from_work(Unlocked(place.opened.key, place.opened.store.person))
            self.window.show_face(self.sign_in_page)

    @Slot()
    def switch_user(self) -> None:
        """Let somebody else work; what is not with the bureau stays stored and goes on at the next sign-in."""
        self._leave()

    def close(self) -> None:
        """After the window has closed: let running work end, then let go of the store."""
        self._watch.stop()
        if self.workplace is not None:
            self.workplace.stop()
        self.background.close()
        if self.workplace is not None:
            self.workplace.close()

    @Slot()
    def change_look(self) -> None:
        """Another type size or language was chosen: everything on the desk is made anew, and the person is where they were."""
        place = self.workplace
        if place is not None:
            self._first_page = place.desk.current.place
            self._change_to(Unlocked(place.opened.key, place.opened.store.person))

    def _change_to(self, unlocked: Unlocked) -> None:
        self._entering = True
        self._leave()
        self.enter(unlocked)

    def _leave(self) -> None:
        place, self.workplace = self.workplace, None
        if place is None:
            return
        self._leaving = True
        login = place.opened.store.person.login

        def left() -> None:
            self._leaving = False
            self.window.drop_face(place.desk)
            place.deleteLater()
            if self.workplace is None and not self._entering:
                self.signing_in.show_people("", self.signing_in.farewell_words(login))

        self.signing_in.show_people("")
        self.window.show_face(self.sign_in_page)
        place.leave(left)

    @Slot(object, str)
    def _on_unlocked(self, unlocked: Unlocked, password: str) -> None:
        present = self.workplace
        if present is not None and present.opened.store.person.login == unlocked.person.login:
            self.window.show_face(present.desk)
            present.desk.current.activated()
            if present.exchanger.wants_sign_in:
                self._renew(present, password)
            return
        self._fresh_password = password
        self._through_the_door = True
        self._change_to(unlocked)

    def _on_opened(self, opened: Opened) -> None:
        self._entering = False
        self._wear(opened.look)
        place = self.workplace = Workplace(opened, self.profile, self.background)
        place.desk.lock_requested.connect(self.lock)
        place.desk.switch_requested.connect(self.switch_user)
        place.signed_out.connect(self.lock)
        place.exchanger.changed.connect(self._on_exchanger)
        place.look_changed.connect(self.change_look)
        place.connect_wanted.connect(self.connect_bureau)
        self.window.show_face(place.desk)
        place.begin(self._first_page or (TAKING_DOWN if self._through_the_door and opened.never_exchanged else ""))
        self._first_page = ""

    def _on_not_opened(self, failure: Failure) -> None:
        self._entering = False
        self._fresh_password = ""
        self.signing_in.show_people()
        self.sign_in_page.sign_in.show_refused(failure.words)

    @Slot()
    def _on_exchanger(self) -> None:
        place = self.workplace
        if place is None:
            return
        self.window.expect_farewell(place.farewell)
        if place.exchanger.wants_sign_in and self._fresh_password:
            # the password was typed a moment ago and opened the store: no need to ask for it twice
            self._renew(place, self._fresh_password)
        if place.exchanger.last is not None:
            self._fresh_password = ""

    def _renew(self, place: Workplace, password: str) -> None:
        def renewed(person: Person) -> None:
            if person == place.opened.store.person:
                place.exchanger.ask()
            else:
                # role or area changed at the bureau: everything on the desk depends on them
                self._change_to(Unlocked(place.opened.key, person))

        self._fresh_password = ""
        place.bridge.work(
            Lane.NETWORK,
            lambda store: _renewed(self.profile, store, place.opened.key, password),
            done=renewed,
            failed=lambda failure: place.desk.answer(failure.words, good=False),
        )

    @Slot()
    def _on_back_to_work(self) -> None:
        if self.workplace is not None:
            self.window.show_face(self.workplace.desk)

    @Slot()
    def _on_closing(self) -> None:
        self.signing_in.connecting.write_down()
        if self.workplace is not None:
            self.window.expect_farewell(self.workplace.farewell)
            self.workplace.desk.current.may_leave()
            self.workplace.exchanger.stop()


def _renewed(profile: Profile, store: Store, key: bytes, password: str) -> Person:
    from sync.signing_in import renew

    person = renew(store, password=password)
    if person != store.person:
        keep_person(profile.store_folder(person.login), person, key=key)
    return person


def build(profile: Profile, clock: Clock) -> Application:
    """The application on the one QApplication of this process."""
    qt = QApplication.instance() or QApplication(["gewu"])
    assert isinstance(qt, QApplication)
    qt.setApplicationName("Gewu")
    return Application(qt, profile, clock)


def run_window(profile: Profile, clock: Clock | None = None, unlocked: Unlocked | None = None) -> int:
    """Show the window and stay until it is closed. Answers with the exit code."""
    application = build(profile, clock or Clock())
    application.start(unlocked)
    code = QApplication.exec()
    application.close()
    return code
