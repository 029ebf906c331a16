"""常用语: sentences of one's own; they stand before the usual ones in the form's Alt+Y."""

from PySide6.QtCore import Signal, Slot

from gui.background import Lane
from gui.card import Card
from gui.journal_bridge import JournalBridge
from gui.page import News
from gui.settings.text_list import TextList
from gui.texts import small, wrapped
from models.preferences import LONGEST_PHRASE, Preferences
from resources.words import _


class PhrasesCard(Card):
    """Kept with every change."""

    news = Signal(object)

    def __init__(self, bridge: JournalBridge) -> None:
        """Empty until `read`."""
        super().__init__(_("Phrases of your own"), name="phrasesCard")
        self._bridge = bridge
        self.list = TextList("phrases", self.title.text(), longest=LONGEST_PHRASE)
        hint = _("In the description Alt+Y offers them first. Tab goes to a gap like 〔number〕, to be filled in.")
        self.body.addWidget(wrapped(small(hint)))
        self.body.addWidget(self.list)
        self.list.changed.connect(self._on_changed)
        self.list.removed.connect(self._on_removed)

    def read(self) -> None:
        """As they are kept."""
        self._bridge.ask(lambda store: Preferences(store.settings).phrases(), done=self.list.show_texts)

    @Slot()
    def _on_changed(self) -> None:
        texts = self.list.texts
        self._bridge.work(
            Lane.WRITING, lambda store: Preferences(store.settings).keep_phrases(texts), done=lambda _: None
        )

    @Slot(str)
    def _on_removed(self, text: str) -> None:
        short = text if len(text) <= 12 else f"{text[:12]}…"
        self.news.emit(News(_("Removed “{text}”.").format(text=short), _("Undo"), self.list.restore))
