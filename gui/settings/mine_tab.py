"""我的: who I am, my password, my phrases, my companions."""

from gui.card import Card
from gui.journal_bridge import JournalBridge
from gui.settings.companions_card import CompanionsCard
from gui.settings.facts_grid import FactsGrid
from gui.settings.password_card import PasswordCard
from gui.settings.phrases_card import PhrasesCard
from gui.settings.tab import Tab
from gui.texts import small, wrapped
from models.workflow import FIELD_ROLES
from resources.words import _


class MineTab(Tab):
    """Phrases and companions only for those who fill in the form."""

    def __init__(self, bridge: JournalBridge, key: bytes) -> None:
        """`key` opens this person's store."""
        super().__init__("mine")
        self._bridge = bridge
        self._facts = FactsGrid()
        self._password = PasswordCard(bridge, key)
        self._lists = (PhrasesCard(bridge), CompanionsCard(bridge)) if bridge.person.role in FIELD_ROLES else ()
        self.column.addWidget(self._who())
        for card in (*self._lists, self._password):
            card.news.connect(self.news)
            self.column.addWidget(card)

    def shown(self) -> None:
        """As it is kept."""
        person, names = self._bridge.person, self._bridge.names
        self._facts.show_facts(
            (
                (_("Full name"), person.name),
                (_("Account"), person.login if person.has_account else _("none yet, not connected to the bureau")),
                (_("Role"), _(person.role.label)),
                (_("Area"), names.place(person.area) if person.area else ""),
                (_("Unit"), names.units.get(person.unit, person.unit)),
            )
        )
        for card in self._lists:
            card.read()

    def left(self) -> None:
        """No password stays in its field."""
        self._password.clear()

    def _who(self) -> Card:
        card = Card(_("Who I am"), name="whoCard")
        card.body.addWidget(self._facts)
        if self._bridge.person.has_account:
            remark = _("The bureau gives role and area. If they are wrong, tell its administrator.")
            card.body.addWidget(wrapped(small(remark)))
        return card
