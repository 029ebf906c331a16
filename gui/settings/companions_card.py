"""同行人: who comes along on patrols; whoever is ticked today stands in the form from the start."""

from PySide6.QtCore import Signal, Slot

from gui.background import Lane
from gui.card import Card
from gui.journal_bridge import JournalBridge
from gui.page import News
from gui.settings.text_list import TextList
from gui.texts import small, wrapped
from models.clock import day_of
from models.preferences import LONGEST_NAME, Companions, Preferences
from resources.words import _


class CompanionsCard(Card):
    """Kept with every change; the ticks are those of one day."""

    news = Signal(object)

    def __init__(self, bridge: JournalBridge) -> None:
        """Empty until `read`."""
        super().__init__(_("Companions on patrol"), name="companionsCard")
        self._bridge = bridge
        self.list = TextList("companions", self.title.text(), longest=LONGEST_NAME, ticks=True)
        hint = _(
            "Whoever is ticked comes along today and stands in every new form (F4). Space ticks; tomorrow nobody is."
        )
        self.body.addWidget(wrapped(small(hint)))
        self.body.addWidget(self.list)
        self.list.changed.connect(self._on_changed)
        self.list.removed.connect(self._on_removed)

    def read(self) -> None:
        """As they are kept."""
        today = day_of(self._bridge.clock.now())
        self._bridge.ask(lambda store: Preferences(store.settings).companions(today), done=self._on_companions)

    def _on_companions(self, companions: Companions) -> None:
        self.list.show_texts(companions.known, companions.today)

    @Slot()
    def _on_changed(self) -> None:
        chosen, today = Companions(self.list.texts, self.list.ticked), day_of(self._bridge.clock.now())
        self._bridge.work(
            Lane.WRITING,
            lambda store: Preferences(store.settings).keep_companions(chosen, today),
            done=lambda _: None,
        )

    @Slot(str)
    def _on_removed(self, text: str) -> None:
        self.news.emit(News(_("Removed “{text}”.").format(text=text), _("Undo"), self.list.restore))
