"""What a person keeps for the form in 设置: phrases of their own, and who comes along today."""

from PySide6.QtCore import QObject, Signal

from gui.journal_bridge import JournalBridge
from models.clock import day_of
from models.preferences import Preferences
from models.store import Store

Words = tuple[tuple[str, ...], tuple[str, ...]]


class OwnWords(QObject):
    """Nothing until they were read; read anew whenever a form is begun."""

    changed = Signal()

    def __init__(self, bridge: JournalBridge, parent: QObject) -> None:
        """Reads nothing yet."""
        super().__init__(parent)
        self._bridge = bridge
        self.phrases: tuple[str, ...] = ()
        self.companions: tuple[str, ...] = ()

    def read(self) -> None:
        """As they are kept now."""
        today = day_of(self._bridge.clock.now())

        def look(store: Store) -> Words:
            kept = Preferences(store.settings)
            return kept.phrases(), kept.companions(today).along

        self._bridge.ask(look, done=self._on_words)

    def _on_words(self, words: Words) -> None:
        if words != (self.phrases, self.companions):
            self.phrases, self.companions = words
            self.changed.emit()
