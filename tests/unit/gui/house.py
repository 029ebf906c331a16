"""A real window of a real size, at which the people of a world sit in turn."""

from collections.abc import Callable
from time import sleep
from typing import Final

from PySide6.QtCore import QDeadlineTimer, QEvent, QSize
from PySide6.QtWidgets import QApplication

from gui.background import Background
from gui.main_window import MainWindow
from gui.opening import Opened
from gui.workplace import Workplace
from models.profile import Profile
from tests.builders import KEY
from tests.stages import as_seen_by
from tests.unit.gui.long_words import World

SIZES: Final = {
    "wide": QSize(1366, 697),
    "middle": QSize(1093, 558),
    "narrow": QSize(911, 465),
    "least": QSize(900, 460),
}


class House:
    """One window, at which the people of the world sit in turn."""

    def __init__(self, world: World, profile: Profile, background: Background) -> None:
        """Nobody is at work yet."""
        self.world, self._profile, self._background = world, profile, background
        self.window = MainWindow()
        self._places: dict[str, Workplace] = {}
        self.window.show()

    def place_of(self, who: str) -> Workplace:
        """The desk of the inspector, station, unit or bureau, in front."""
        if who not in self._places:
            store = as_seen_by(self.world.store, getattr(self.world.people, who))
            opened = Opened(store, self.world.names, "常州市天宁区生态环境局", KEY)
            place = self._places[who] = Workplace(opened, self._profile, self._background)
            place.begin()
        self.window.show_face(self._places[who].desk)
        return self._places[who]

    def settle(self) -> None:
        """Wait until everything that was asked for is there and has its place."""
        until(lambda: self._background.is_idle)
        for _round in range(3):
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            QApplication.processEvents()

    def resize(self, size: QSize) -> None:
        """Another window."""
        self.window.resize(size)
        self.settle()

    def close(self) -> None:
        """Nobody is at work any more."""
        for place in self._places.values():
            place.stop()
        until(lambda: self._background.is_idle)
        self.window.close()
        self.window.deleteLater()
        for place in self._places.values():
            place.deleteLater()


def until(condition: Callable[[], bool]) -> None:
    """Give events their time until this holds."""
    deadline = QDeadlineTimer(20_000)
    while not condition():
        assert not deadline.hasExpired(), "it did not come about"
        QApplication.processEvents()
        sleep(0.001)  # the work beside the window has its turn
