"""From an unlocked store to the first page of the ledger on screen, then the end: run as a process of its own."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gui.application import Application
from models.clock import Clock
from models.profile import Profile, Unlocked
from tests.builders import KEY, person

LOOK_EVERY_MS = 1


def main(folder: Path) -> int:
    """Enter, go to the ledger, wait for its rows, paint them, leave."""
    qt = QApplication([])
    application = Application(qt, Profile(folder), Clock())
    application.start(Unlocked(KEY, person()))
    timer = QTimer()

    def look() -> None:
        place = application.workplace
        if place is None:
            return
        timer.stop()
        place.ledger.card.list.loaded.connect(shown)
        place.desk.open(place.ledger)

    def shown() -> None:
        application.window.repaint()
        os._exit(0)  # what comes after the first page is not measured

    timer.timeout.connect(look)
    timer.start(LOOK_EVERY_MS)
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
