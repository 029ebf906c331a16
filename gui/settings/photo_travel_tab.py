"""同步: when photos travel. Text travels at once, always; 立即同步 sends everything, whatever is chosen here."""

from dataclasses import replace
from datetime import time

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.background import Failure, Lane
from gui.buttons import plain_button
from gui.card import Card
from gui.findings.quiet_combo import QuietCombo
from gui.findings.segments import Segments
from gui.icons import Glyph
from gui.journal_bridge import JournalBridge
from gui.settings.offices import Offices
from gui.settings.server_card import ServerCard
from gui.settings.tab import Tab
from gui.syncing.exchanger import Exchanger
from gui.texts import plain, small, strong, wrapped
from gui.theme import SPACE
from gui.waiting_photos import still, whole_words
from models.people import Role
from models.preferences import Network, PhotoTravel, Preferences, When
from models.store import Store
from resources.words import N_, _
from sync.access import read_access

_WHEN = {
    When.ANY_TIME: N_("At any time"),
    When.OFFICE: N_("Only in the office's network"),
    When.HOURS: N_("Only in these hours"),
}
_HALF_HOURS = tuple(time(minutes // 60, minutes % 60) for minutes in range(0, 24 * 60, 30))


def _network(store: Store) -> Network | None:
    from sync.network import network_towards

    access = read_access(store.settings)
    return network_towards(access.url if access else "")


class PhotoTravelTab(Tab):
    """One choice, and what belongs to it."""

    def __init__(self, bridge: JournalBridge, exchanger: Exchanger) -> None:
        """Shows what is kept once it was read."""
        super().__init__("photoTravel")
        self._bridge, self._exchanger = bridge, exchanger
        self._travel, self._here = PhotoTravel(), Network("", "")
        self._when = Segments([(when, _(words)) for when, words in _WHEN.items()])
        self._when.setObjectName("photoTravelSegments")
        self._when.setAccessibleName(_("When photos travel"))
        self._when.chosen.connect(lambda when: self._keep(replace(self._travel, when=when)))
        self._opens, self._closes = self._combo("opensCombo", _("From")), self._combo("closesCombo", _("To"))
        self._opens.chosen.connect(lambda at: self._keep(replace(self._travel, opens=at)))
        self._closes.chosen.connect(lambda at: self._keep(replace(self._travel, closes=at)))
        self._hours = self._hours_row()
        self._offices = Offices()
        self._offices.changed.connect(lambda offices: self._keep(replace(self._travel, offices=offices)))
        self._now = wrapped(strong())
        self._now.setObjectName("photoTravelNow")
        self._message = wrapped(plain(tone="red"))
        self._message.hide()
        self.column.addWidget(self._card())
        if bridge.person.role is Role.ADMIN:
            self.column.addWidget(ServerCard(bridge))
        exchanger.changed.connect(self._say_now)
        exchanger.finished.connect(self._say_now)
        bridge.safety_changed.connect(self._say_now)
        self._show()

    def shown(self) -> None:
        """As it is kept, and in the network that the laptop is in now."""
        self._bridge.ask(lambda store: Preferences(store.settings).photo_travel(), done=self._on_travel)
        # without a network it may take long to find that the bureau's name leads nowhere
        self._bridge.work(Lane.CHECKING, _network, done=self._on_network)

    def _card(self) -> Card:
        card = Card(_("When photos travel"), name="photoTravelCard")
        button = plain_button("sendAllButton", _("Exchange now  F9"), glyph=Glyph.EXCHANGE, clicked=self._exchanger.ask)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        words = _("What you write always goes at once. “Exchange now” sends the photos as well, at any time.")
        for part in (self._when, self._hours, self._offices, wrapped(small(words)), self._now, self._message):
            card.body.addWidget(part)
        card.body.addLayout(row)
        return card

    def _combo(self, name: str, title: str) -> QuietCombo:
        combo = QuietCombo([(at, f"{at:%H:%M}") for at in _HALF_HOURS])
        combo.setObjectName(name)
        combo.setAccessibleName(title)
        return combo

    def _hours_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        for part in (plain(_("From")), self._opens, plain(_("To")), self._closes):
            row.addWidget(part)
        row.addStretch(1)
        return holder

    def _on_travel(self, travel: PhotoTravel) -> None:
        self._travel = travel
        self._show()

    def _on_network(self, here: Network | None) -> None:
        self._here = here or Network("", "")
        self._show()

    def _keep(self, travel: PhotoTravel) -> None:
        if travel == self._travel:
            return

        def kept(_nothing: None) -> None:
            self._travel = travel
            self._message.hide()
            self._show()
            self._exchanger.reconsider()

        keep = lambda store: Preferences(store.settings).keep_photo_travel(travel)  # noqa: E731
        self._bridge.work(Lane.WRITING, keep, done=kept, failed=self._on_failed)

    def _show(self) -> None:
        travel = self._travel
        self._when.choose(travel.when)
        self._hours.setVisible(travel.when is When.HOURS)
        self._offices.setVisible(travel.when is When.OFFICE)
        self._offices.show_offices(travel.offices, self._here)
        for combo, at in ((self._opens, travel.opens), (self._closes, travel.closes)):
            if at not in _HALF_HOURS:
                combo.offer([(each, f"{each:%H:%M}") for each in sorted((*_HALF_HOURS, at))])
            combo.choose(at)
        self._say_now()

    def _on_failed(self, failure: Failure) -> None:
        self._show()
        self._message.setText(failure.words)
        self._message.show()

    @Slot()
    def _say_now(self) -> None:
        now, photos = self._bridge.clock.now(), self._bridge.safety.photos
        held = still(self._exchanger.waiting, now)
        self._now.setText(whole_words(photos, held, now) if held and photos else "")
        self._now.setVisible(bool(held and photos))
