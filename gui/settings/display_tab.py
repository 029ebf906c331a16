"""显示: how large the type is and which language is spoken; worn at once, and by the sign-in card of this laptop, too."""

from dataclasses import replace

from PySide6.QtCore import Signal

from gui.background import Failure, Lane
from gui.card import Card
from gui.findings.segments import Segments
from gui.journal_bridge import JournalBridge
from gui.look import Look, keep_device_look, keep_look, read_look
from gui.settings.tab import Tab
from gui.texts import plain, small, wrapped
from gui.theme import TypeSize
from models.profile_file import ProfileFile
from models.store import Store
from resources.words import DEFAULT_LANGUAGE, N_, SOURCE_LANGUAGE, _

_SIZES = {TypeSize.STANDARD: N_("Standard"), TypeSize.LARGE: N_("Large"), TypeSize.LARGEST: N_("Very large")}
_LANGUAGES = ((DEFAULT_LANGUAGE, "中文"), (SOURCE_LANGUAGE, "English"))
"""Each in its own words: whoever is lost in the other one must find the way back."""


class DisplayTab(Tab):
    """Two rows of choices."""

    look_changed = Signal()

    def __init__(self, bridge: JournalBridge, device: ProfileFile) -> None:
        """Shows what is worn once it was read."""
        super().__init__("display")
        self._bridge, self._device = bridge, device
        self._look = Look()
        self._sizes = Segments([(size, _(words)) for size, words in _SIZES.items()])
        self._sizes.setObjectName("typeSizeSegments")
        self._sizes.setAccessibleName(_("Type size"))
        self._sizes.chosen.connect(lambda size: self._choose(replace(self._look, type_size=size)))
        self._languages = Segments(_LANGUAGES)
        self._languages.setObjectName("languageSegments")
        self._languages.setAccessibleName(_("Language"))
        self._languages.chosen.connect(lambda language: self._choose(replace(self._look, language=language)))
        self._message = wrapped(plain(tone="red"))
        self._message.hide()
        self._lay_out()

    def shown(self) -> None:
        """As it is kept."""
        self._bridge.ask(lambda store: read_look(store.settings), done=self._on_look)

    def _lay_out(self) -> None:
        size = Card(_("Type size"), name="typeSizeCard")
        size.body.addWidget(self._sizes)
        size.body.addWidget(wrapped(small(_("Rows, buttons and pictures grow along; nothing is cut off."))))
        language = Card(_("Language"), name="languageCard")
        language.body.addWidget(self._languages)
        language.body.addWidget(wrapped(small(_("What people wrote stays as they wrote it."))))
        for part in (size, language, self._message):
            self.column.addWidget(part)

    def _on_look(self, look: Look) -> None:
        self._look = look
        self._sizes.choose(look.type_size)
        self._languages.choose(look.language)

    def _choose(self, look: Look) -> None:
        if look == self._look:
            return
        device = self._device

        def keep(store: Store) -> None:
            keep_look(store.settings, look)
            keep_device_look(device, look)

        self._message.hide()
        self._bridge.work(Lane.WRITING, keep, done=lambda _: self._kept(look), failed=self._on_failed)

    def _kept(self, look: Look) -> None:
        self._look = look
        self.look_changed.emit()

    def _on_failed(self, failure: Failure) -> None:
        self._on_look(self._look)
        self._message.setText(failure.words)
        self._message.show()
