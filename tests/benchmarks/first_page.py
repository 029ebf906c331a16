"""From an unlocked store to the first page of the ledger on screen, then the end: run as a process of its own."""

import os
import sys
from pathlib import Path

from models.collecting import collect_less_often

collect_less_often()  # as commands.door does before it loads the window

from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from gui.application import Application  # noqa: E402
from models.clock import Clock  # noqa: E402
from models.profile import Profile, Unlocked  # noqa: E402
from tests.builders import KEY, person  # noqa: E402

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
        place.pages.ledger.card.list.loaded.connect(shown)
        place.desk.open(place.pages.ledger)

    def shown() -> None:
        application.window.repaint()
        os._exit(0)  # what comes after the first page is not measured

    timer.timeout.connect(look)
    timer.start(LOOK_EVERY_MS)
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
