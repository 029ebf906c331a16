"""The real window on a profile of its own, and a bureau's server on loopback."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.application import Application, build
from gui.findings.form_page import FormPage
from gui.workplace import Workplace
from models.profile import Profile
from tests.builders import clock
from tests.contracts.bureau import PASSWORD, Bureau, running, settings


class Laptop:
    """The program as a person has it before them."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application = application
        self._qtbot = qtbot

    @property
    def place(self) -> Workplace:
        """What is there while somebody is signed in."""
        assert self.application.workplace is not None
        return self.application.workplace

    @property
    def form(self) -> FormPage:
        """The page 登记问题."""
        return self.place.pages.form

    @property
    def at_work(self) -> bool:
        """Whether the desk is what the window shows."""
        place = self.application.workplace
        return place is not None and self.application.window.face is place.desk

    def button(self, name: str) -> QPushButton:
        """A button of the window by its name."""
        found = self.application.window.findChild(QPushButton, name)
        assert isinstance(found, QPushButton), name
        return found

    def words(self, name: str) -> str:
        """What a label says."""
        found = self.application.window.findChild(QLabel, name)
        assert isinstance(found, QLabel), name
        return found.text()

    def type(self, name: str, text: str) -> None:
        """Write into a field."""
        found = self.application.window.findChild(QLineEdit, name)
        assert isinstance(found, QLineEdit), name
        found.setText(text)

    def connect_to(self, server: str, login: str, password: str = PASSWORD) -> None:
        """Fill in the cards of the first connection."""
        self.application.signing_in.connecting.show_address()
        self.type("serverField", server)
        self.button("step1to2").click()
        self.type("loginField", login)
        self.type("connectPasswordField", password)
        self.button("connectButton").click()

    def sign_in(self, login: str, password: str = PASSWORD) -> None:
        """Choose a name, type the password, wait for the desk."""
        self.button(f"account-{login}").click()
        self.type("passwordField", password)
        self.button("signInButton").click()
        self.until(lambda: self.at_work)

    def settle(self) -> None:
        """Wait until every answer has arrived and was drawn."""
        self.until(lambda: self.application.background.is_idle)
        self._qtbot.wait(50)

    def exchanged(self) -> None:
        """Wait until nothing is under way."""
        self.until(lambda: not self.place.exchanger.underway)

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait as a person waits."""
        self._qtbot.waitUntil(condition, timeout=20_000)


@pytest.fixture(scope="session")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bureau]:
    """A running server that the journeys share."""
    with running(settings(tmp_path_factory.mktemp("bureau") / "局里")) as here:
        yield here


@pytest.fixture
def start(profile: Path, qtbot: QtBot) -> Iterator[Callable[[], Laptop]]:
    """Starts the program on this test's profile; again where it was closed. Everything is closed at the end."""
    started: list[Application] = []

    def run() -> Laptop:
        if started:
            _close(started[-1])
        application = build(Profile(profile), clock())
        started.append(application)
        application.start()
        return Laptop(application, qtbot)

    yield run
    _close(started[-1])


def _close(application: Application) -> None:
    if application.workplace is not None:
        application.workplace.exchanger.stop()
    application.window.close()
    application.close()
    application.window.deleteLater()


@pytest.fixture
def laptop(start: Callable[[], Laptop]) -> Laptop:
    """The program on an empty profile."""
    return start()
