"""A person of the tour at their own window: signs in, works, closes the window, comes back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from gui.application import Application, build
from gui.touring.stage import Stage, StepFailed, expects_something
from gui.workplace import Workplace
from models.clock import Clock
from models.finding import Finding
from models.profile import Profile
from models.store import Store


class Actor:
    """Somebody with a laptop."""

    def __init__(self, profile: Profile, login: str, password: str, out: Path, clock: Clock) -> None:
        """`out` is the folder for pictures. The window opens with `arrive`."""
        self._profile = profile
        self._password = password
        self._out = out
        self._clock = clock
        self.login = login
        self._application: Application | None = None
        self._stage: Stage | None = None

    @property
    def stage(self) -> Stage:
        """The window."""
        if self._stage is None:
            raise StepFailed(what=self.login)
        return self._stage

    @property
    def place(self) -> Workplace:
        """What is open while they are signed in."""
        if self._application is None or self._application.workplace is None:
            raise StepFailed(what=self.login)
        return self._application.workplace

    @property
    def store(self) -> Store:
        """Their store, to check what came of a step."""
        return self.place.opened.store

    def arrive(self) -> None:
        """Open the window at the sign-in."""
        self._application = build(self._profile, self._clock)
        self._application.start()
        self._stage = Stage(self._application.window, self._out, self.login)
        self.stage.part(QWidget, f"account-{self.login}")

    def sign_in(self) -> None:
        """Choose the name, type the password."""
        self.stage.click(f"account-{self.login}")
        self.stage.write("passwordField", self._password)
        self.stage.press(Qt.Key.Key_Return)
        self.stage.until(self.is_at_work, "workbench")

    def leave(self) -> None:
        """Close the window, whatever is under way; the next arrival begins from what lies on the disk."""
        application, self._application, self._stage = self._application, None, None
        if application is not None:
            application.window.close()
            application.close()
            application.window.deleteLater()
            QApplication.processEvents()

    def exchange(self) -> None:
        """F9, and wait for its end."""
        exchanger = self.place.exchanger
        self.stage.until(lambda: not exchanger.underway, "idle")
        before = exchanger.last
        self.stage.press(Qt.Key.Key_F9)
        self.stage.until(lambda: not exchanger.underway and exchanger.last is not before, "exchange")

    def rest(self, *, keep_toast: bool = False) -> None:
        """Until nothing runs beside the window and it shows what came of it; the toast is sent away."""
        for _ in range(2):  # what arrived may ask for more
            self.stage.settle()
            self.stage.until(self._is_at_rest, "rest")
        if not keep_toast:
            self.stage.hide_toast()

    def picture(self, name: str, *, toast: bool = False) -> None:
        """A picture of the window at rest."""
        self.rest(keep_toast=toast)
        self.stage.picture(name)

    def wait_for(self, condition: Callable[[Store], bool], what: str) -> None:
        """Let the program work until its store says so."""
        self.stage.until(lambda: condition(self.store), what)

    def finding(self, number: str) -> Finding:
        """A finding of this laptop by its number, whole."""
        found = self.store.findings.by_number(number)
        finding = self.store.findings.one(found) if found else None
        if finding is None:
            raise StepFailed(what=number)
        return finding

    def is_at_work(self) -> bool:
        """Whether the desk is open."""
        return self._application is not None and self._application.workplace is not None

    def _is_at_rest(self) -> bool:
        application = self._application
        if application is None or not application.background.is_idle:
            return application is None
        place = application.workplace
        return not expects_something(application.window, *([place] if place else []))
