"""The help panel: a page of help with its contents, links between pages, and a search through all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QStackedWidget, QVBoxLayout, QWidget

from gui.buttons import icon_button
from gui.card import line
from gui.findings.choice_list import ChoiceList
from gui.help.help_text import HelpText
from gui.icons import Glyph, icon
from gui.texts import card_title, small
from gui.theme import SPACE, SPACE_M, SPACE_S, Tone, px
from resources import help as pages
from resources.help import HelpPage
from resources.words import SOURCE_LANGUAGE, _, language

_ROW, _TARGET = 32, 28
_INDENT = "　　"
Spot = tuple[str, int]
"""A page and a section of it, -1 for its beginning."""


class HelpPanel(QFrame):
    """Lies over its host. Asks to be closed; who closes it gives the cursor back."""

    close_wanted = Signal()

    def __init__(self, host: QWidget) -> None:
        """Hidden, at no page."""
        super().__init__(host)
        self.setObjectName("helpPanel")
        self.setStyleSheet(
            f"QFrame#helpPanel {{ background: {Tone.PAPER.value}; border-left: 2px solid {Tone.FIELD_LINE.value}; }}"
        )
        self._visited: list[Spot] = []
        self._title = card_title(_("Help"))
        self._title.setMinimumHeight(px(_TARGET))
        self._back = icon_button("helpBackButton", _("Back  Alt+←"), glyph=Glyph.BACK, clicked=self.go_back)
        words = _("Contents of the help")
        self._contents = icon_button("helpContentsButton", words, glyph=Glyph.CONTENTS, clicked=self._on_contents)
        self._close = icon_button(
            "helpCloseButton", _("Close the help  Esc"), glyph=Glyph.CLOSE, clicked=self.close_wanted.emit
        )
        self._search = self._build_search()
        self.text = HelpText()
        self._model = ChoiceList(self)
        self._list = self._build_list()
        self._none = small(_("This is nowhere in the help. Try a shorter word."))
        self._lay_out()
        self.text.page_wanted.connect(self.show_page)
        for keys, does in (("Ctrl+F", self._on_find), ("Alt+Left", self.go_back)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)
        self.hide()

    def _build_search(self) -> QLineEdit:
        search = QLineEdit()
        search.setObjectName("helpSearch")
        search.setPlaceholderText(_("Look in the help  Ctrl+F"))
        search.setAccessibleName(_("Look in the help"))
        search.setClearButtonEnabled(True)
        search.addAction(icon(Glyph.SEARCH, Tone.SUB), QLineEdit.ActionPosition.LeadingPosition)
        search.textChanged.connect(self._on_typed)
        return search

    def _build_list(self) -> QListView:
        view = QListView()
        view.setObjectName("helpList")
        view.setAccessibleName(_("Contents of the help"))
        view.setModel(self._model)
        view.setUniformItemSizes(True)
        view.setStyleSheet(f"QListView::item {{ min-height: {px(_ROW)}px; border: none; }}")
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.clicked.connect(self._on_row)
        return view

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_S)
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        head.addWidget(self._contents)
        head.addWidget(self._close)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE_M, SPACE, SPACE_M, SPACE)
        top.setSpacing(SPACE)
        top.addLayout(head)
        top.addWidget(self._search)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        self._none.setContentsMargins(SPACE_M, SPACE, SPACE_M, 0)
        self._parts = QStackedWidget(self)  # a layout without a parent would flash a window
        self._parts.addWidget(self.text)
        self._parts.addWidget(listed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(line())
        whole.addWidget(self._parts, 1)

    @property
    def spot(self) -> Spot:
        """What is read."""
        return self._visited[-1] if self._visited else ("", -1)

    def open_at(self, name: str, code: str = "") -> None:
        """Begin at this page; ways back begin here, too."""
        self._visited = []
        self._search.clear()
        self.show_page(name, code)

    @Slot(str, str)
    def show_page(self, name: str, code: str = "") -> None:
        """Go on to this page, at the section with this code."""
        codes = [section.code for section in pages.page(name, language()).sections]
        self._go((name, codes.index(code) if code and code in codes else -1))

    @Slot()
    def go_back(self) -> None:
        """To what was read before."""
        if len(self._visited) > 1:
            self._visited.pop()
            self._show(self.spot)

    def _go(self, spot: Spot) -> None:
        self._visited = [*self._visited, spot]
        self._show(spot)

    def _show(self, spot: Spot) -> None:
        name, section = spot
        page = pages.page(name, language())
        self.text.show_page(page, _note(page))
        self.text.go_to(section)
        self.text.mark(self._search.text().strip())
        self._back.setVisible(len(self._visited) > 1)
        self._parts.setCurrentIndex(0)
        self.text.setFocus()

    @Slot()
    def _on_contents(self) -> None:
        if self._is_listing:
            self._show_text()
            return
        here = self.spot[0]
        rows: list[tuple[Spot, str]] = []
        for page in pages.contents(language()):
            rows.append(((page.name, -1), page.title))
            if page.name == here:
                parts = enumerate(page.sections)
                rows += [((page.name, at), f"{_INDENT}{section.title}") for at, section in parts]
        self._list_up(rows)
        self._list.setCurrentIndex(self._model.index([spot for spot, _words in rows].index((here, -1))))
        self._list.setFocus()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if not text.strip():
            self.text.mark("")
            self._parts.setCurrentIndex(0)
            return
        hits = pages.search(text, language())
        self._list_up([((hit.page.name, hit.section), _hit_words(hit)) for hit in hits])
        self._list.setCurrentIndex(self._model.index(0))

    def _list_up(self, rows: Sequence[tuple[Spot, str]]) -> None:
        self._model.show_choices(rows)
        self._none.setVisible(not rows)
        self._parts.setCurrentIndex(1)

    @property
    def _is_listing(self) -> bool:
        return self._parts.currentIndex() == 1

    def _show_text(self) -> None:
        self._parts.setCurrentIndex(0)
        self.text.setFocus()

    @Slot()
    def _on_find(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        spot = self._model.value(index.row())
        if spot is not None:
            self._go(spot)

    def event(self, event: QEvent) -> bool:
        """While somebody reads, no key of the screen beneath acts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and ↓ lead on from the search; Esc leads back to the text, and then closes."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._on_escape()
        elif self._is_listing and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_row(self._list.currentIndex())
        elif self._is_listing and self._search.hasFocus() and key == Qt.Key.Key_Down:
            self._list.setFocus()

    def _on_escape(self) -> None:
        if self._is_listing:
            self._search.clear()
            self._show_text()
        else:
            self.close_wanted.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Tab stays inside: what lies beneath is covered."""
        order: list[QWidget] = [self.text if not self._is_listing else self._list, self._search]
        order += [button for button in (self._back, self._contents, self._close) if not button.isHidden()]
        here = next((at for at, part in enumerate(order) if part.hasFocus()), -1)
        order[(here + (1 if forward else -1)) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _note(page: HelpPage) -> str:
    return "" if page.language == language() or language() != SOURCE_LANGUAGE else _("This page is in Chinese so far.")


def _hit_words(hit: pages.Hit) -> str:
    where = hit.page.title
    if hit.section >= 0:
        where = _("{page} › {section}").format(page=where, section=hit.page.sections[hit.section].title)
    return _("{where}: {words}").format(where=where, words=hit.words)
