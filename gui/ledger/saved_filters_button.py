"""「常用」: filters under names of one's own, to be chosen, saved, renamed and removed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QPushButton

from gui.background import Failure, Lane
from gui.icons import Glyph, icon
from gui.journal_bridge import JournalBridge
from gui.ledger.filter_words import conditions
from gui.ledger.ledger_tabs import tab_words
from gui.ledger.name_dialog import NameDialog
from gui.page import News
from gui.theme import Tone
from models.findings import Filter, Tab
from models.saved_filters import MOST_LETTERS, SavedFilter, SavedFilters
from resources.words import _

_BETWEEN = " "


class SavedFiltersButton(QPushButton):
    """Reads them when it is pressed, so that the menu is never older than the store."""

    chosen = Signal(object)
    """A Filter."""
    news = Signal(object)
    """A News for the toast."""

    def __init__(self, bridge: JournalBridge) -> None:
        """A word in the brand colour."""
        super().__init__(_("Saved filters"))
        self.setObjectName("savedFiltersButton")
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.setIcon(QIcon(icon(Glyph.STAR, Tone.BRAND_INK)))
        self.filter = Filter()
        """What the list is narrowed to now."""
        self._bridge = bridge
        self._menu = QMenu(self)
        self._menu.setObjectName("savedFiltersMenu")
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self._bridge.ask(lambda store: SavedFilters(store.settings).all(), done=self._show_menu)

    def _show_menu(self, saved: tuple[SavedFilter, ...]) -> None:
        self._menu.clear()
        for each in saved:
            words = each.name if each.whole else _("{name} (in part)").format(name=each.name)
            action = self._menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(partial(self._on_chosen, each))
        if not saved:
            self._menu.addAction(_("None yet")).setEnabled(False)
        self._menu.addSeparator()
        save = self._menu.addAction(_("Save the present filter …"))
        save.setObjectName("saveFilterAction")
        save.setEnabled(self.filter != Filter())
        save.triggered.connect(self._on_save)
        if saved:
            self._add_each(self._menu.addMenu(_("Rename")), saved, self._on_rename)
            self._add_each(self._menu.addMenu(_("Remove")), saved, self._on_remove)
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _add_each(self, menu: QMenu, saved: tuple[SavedFilter, ...], does: Callable[[SavedFilter], None]) -> None:
        for each in saved:
            menu.addAction(each.name.replace("&", "&&")).triggered.connect(lambda _on=False, each=each: does(each))

    def _on_chosen(self, saved: SavedFilter, _on: object = None) -> None:
        self.chosen.emit(saved.filter)

    @Slot()
    def _on_save(self) -> None:
        wanted = self.filter
        words = [words for words, _without in conditions(wanted, self._bridge.names)]
        tab = [] if wanted.tab is Tab.ALL else [tab_words(wanted.tab)]
        dialog = NameDialog(_("Save as a saved filter"), _("Save"), _BETWEEN.join([*tab, *words])[:MOST_LETTERS], self)
        dialog.named.connect(partial(self._save, wanted))
        dialog.open()

    def _save(self, wanted: Filter, name: str) -> None:
        self._work(lambda saved: saved.save(name, wanted), News(_("Saved as “{name}”").format(name=name)))

    def _on_rename(self, saved: SavedFilter) -> None:
        dialog = NameDialog(_("Rename"), _("Rename"), saved.name, self)
        dialog.named.connect(partial(self._rename, saved.name))
        dialog.open()

    def _rename(self, before: str, name: str) -> None:
        self._work(lambda saved: saved.rename(before, name), News(_("Now called “{name}”").format(name=name)))

    def _on_remove(self, saved: SavedFilter) -> None:
        back = partial(self._save, saved.filter, saved.name)
        told = News(_("Removed “{name}”").format(name=saved.name), _("Bring back") if saved.whole else "", back)
        self._work(lambda held: held.remove(saved.name), told)

    def _work(self, does: Callable[[SavedFilters], None], told: News) -> None:
        self._bridge.work(
            Lane.WRITING,
            lambda store: does(SavedFilters(store.settings)),
            done=partial(self._on_done, told),
            failed=self._on_failed,
        )

    def _on_done(self, told: News, _none: None) -> None:
        self.news.emit(told)

    def _on_failed(self, failure: Failure) -> None:
        self.news.emit(News(failure.words))
