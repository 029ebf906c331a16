"""A scrap of a store to practise on: under a key that nobody keeps, with the registers of the real one, thrown away whole.

What is practised never comes near the journal, the drafts or the photos of the person: it lies in another store.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from gui.background import Lane
from gui.findings.practice_page import PracticePage
from gui.journal_bridge import JournalBridge
from gui.photos.picture_source import PictureSource
from models.ids import new_id
from models.keys import KEY_LENGTH
from models.local_people import grid_words, set_grid_words
from models.reference import KEYS
from models.store import Store

_FOLDER = "practice"


class Practice(QObject):
    """One page, made when it is first wanted; the scrap is there as long as the desk."""

    def __init__(self, bridge: JournalBridge, parent: QObject) -> None:
        """Nothing is made yet."""
        super().__init__(parent)
        self._bridge = bridge
        self._beside: JournalBridge | None = None
        self._folder = Path()
        self._page: PracticePage | None = None
        self._beginning = False

    def begin(self, show: Callable[[PracticePage], None]) -> None:
        """Show the page, as it was left; the first time as soon as its store is there."""
        if self._page is not None:
            self._page.begin()
            show(self._page)
        elif not self._beginning:
            self._beginning = True
            self._bridge.work(Lane.WRITING, _scrap, done=lambda scrap: show(self._made(scrap)))

    def close(self) -> None:
        """Throw the scrap away, when nothing uses it any more."""
        if self._beside is not None:
            self._beside.close()
            shutil.rmtree(self._folder, ignore_errors=True)

    def _made(self, scrap: Store) -> PracticePage:
        self._beside, self._folder = self._bridge.beside(scrap), scrap.folder
        self._page = PracticePage(self._beside, PictureSource(self._beside, self))
        return self._page


def _scrap(store: Store) -> Store:
    """What another run of the program left over goes first: nobody has its key."""
    shutil.rmtree(store.folder / _FOLDER, ignore_errors=True)
    scrap = Store.open(store.folder / _FOLDER / new_id(), os.urandom(KEY_LENGTH), store.person, store.clock)
    for kind in KEYS:
        scrap.reference.replace(kind, store.reference.versions()[kind], store.reference.rows(kind))
    set_grid_words(scrap.settings, grid_words(store.settings))
    return scrap
