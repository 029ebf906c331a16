"""关于: the version, what is kept where and how it is locked, and what the program is made of."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from gui import labels
from gui.background import Lane
from gui.buttons import plain_button
from gui.card import Card
from gui.icons import Glyph
from gui.journal_bridge import JournalBridge
from gui.settings.facts_grid import FactsGrid
from gui.settings.notices_card import NoticesCard
from gui.settings.tab import Tab
from gui.texts import small, wrapped
from models.profile_file import ProfileFile
from models.store import Store
from resources.notices import VERSION, Notice, notices
from resources.words import N_, _
from sync.access import read_access

ALGORITHMS = (
    (N_("What you record"), "SQLCipher 4 · AES-256"),
    (N_("Photos"), "AES-256-GCM"),
    (N_("Password"), "Argon2id"),
    (N_("Bureau's recovery key"), "X25519 · HKDF-SHA-256 · AES-256-GCM"),
    (N_("Fingerprint"), "SHA-256"),
    (N_("On the way to the bureau"), "TLS"),
)
"""What is used for what: names that people who ask know; a test holds them to the code."""


@dataclass(frozen=True, slots=True)
class _Here:
    folder: Path
    free: int
    bureau: str


class AboutTab(Tab):
    """To be read, and copied where somebody has to be told."""

    def __init__(self, bridge: JournalBridge, device: ProfileFile) -> None:
        """Disk and licences are read when the tab is shown."""
        super().__init__("about", widest=1100)
        self._bridge, self._device = bridge, device
        self._facts = FactsGrid()
        self._notices = NoticesCard()
        self._folder = ""
        for card in (self._program(), self._locks(), self._notices):
            self.column.addWidget(card)

    def shown(self) -> None:
        """As it is now."""
        folder = self._device.path.parent

        def look(store: Store) -> _Here:
            access = read_access(store.settings)
            return _Here(folder, shutil.disk_usage(folder).free, access.bureau if access else "")

        self._bridge.ask(look, done=self._on_here)
        self._bridge.work(Lane.CHECKING, _read_notices, done=self._notices.show_notices)

    def _program(self) -> Card:
        card = Card(_("Gewu · grid patrol"), name="programCard")
        row = QHBoxLayout()
        row.addWidget(plain_button("openFolderButton", _("Open the folder"), clicked=self._open))
        row.addWidget(plain_button("copyFolderButton", _("Copy its path"), glyph=Glyph.COPY, clicked=self._copy))
        row.addStretch(1)
        card.body.addWidget(self._facts)
        card.body.addLayout(row)
        return card

    def _locks(self) -> Card:
        card = Card(_("How it is locked"), name="locksCard")
        card.body.addWidget(FactsGrid([(_(what), names) for what, names in ALGORITHMS]))
        words = _(
            "Each person has a store of their own. Without their password, or the bureau's recovery key, it is not opened."
        )
        card.body.addWidget(wrapped(small(words)))
        return card

    def _on_here(self, here: _Here) -> None:
        self._folder = str(here.folder)
        self._facts.show_facts(
            (
                (_("Version"), VERSION),
                (_("Bureau"), here.bureau),
                (_("Kept in"), self._folder),
                (_("This computer's disk"), _("{size} free").format(size=labels.size(here.free))),
            )
        )

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._folder)


def _read_notices(_store: Store) -> tuple[Notice, ...]:
    return notices()
