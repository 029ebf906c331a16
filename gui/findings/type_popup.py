"""The list that drops under the type field: level 1 at the left, level 2 or what was found at the right."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from gui.findings.choice_list import ChoiceList
from gui.texts import small
from gui.theme import SPACE_S, px
from models.taxonomy import categories, domains, search
from resources.words import _

ROOM = (560, 292)
_LEFT = 140
_ROW = 28


class TypePopup(QFrame):
    """A child of the window, so that the line above it keeps the focus and the input method."""

    picked = Signal(str)

    def __init__(self, anchor: QWidget) -> None:
        """Hidden; `anchor` is the line that it hangs under."""
        super().__init__(anchor.window())
        self.setObjectName("typePopup")
        self.setProperty("frame", "card")
        self._anchor = anchor
        self._domains = ChoiceList(self)
        self._categories = ChoiceList(self)
        self._left = self._build_list("domainList", self._domains)
        self._right = self._build_list("categoryList", self._categories)
        self._left.setFixedWidth(px(_LEFT))
        self._none = small(_("No such type. Try a part of the name, the code or pinyin initials."))
        self._domains.show_choices([(domain.code, f"{domain.code}  {domain.name}") for domain in domains()])
        self._left.clicked.connect(self._on_domain)
        self._right.clicked.connect(self._on_category)
        self._lay_out()
        self.hide()

    def _build_list(self, name: str, model: ChoiceList) -> QListView:
        view = QListView()
        view.setObjectName(name)
        view.setModel(model)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setUniformItemSizes(True)
        view.setStyleSheet(f"QListView::item {{ min-height: {px(_ROW)}px; border: none; }}")
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return view

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        row.setSpacing(SPACE_S)
        row.addWidget(self._left)
        column = QVBoxLayout()
        column.addWidget(self._none)
        column.addWidget(self._right, 1)
        row.addLayout(column, 1)

    def open_for(self, typed: str, chosen: str = "") -> None:
        """Show what fits the text; without a text the level of the chosen type."""
        if typed.strip():
            self._left.clearSelection()
            self._show([(found.code, f"{found.code}  {found.name}") for found in search(typed)])
        else:
            self._show_domain(chosen[:1] or "A", chosen)
        self._place()
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Move up or down among the types."""
        row = self._right.currentIndex().row() + by
        self._right.setCurrentIndex(self._categories.index(max(0, min(row, self._categories.rowCount() - 1))))

    def step_domain(self, by: int) -> None:
        """Move up or down on level 1."""
        row = (max(0, self._left.currentIndex().row()) + by) % self._domains.rowCount()
        self._show_domain(self._domains.value(row))

    @property
    def current(self) -> str:
        """The code that Enter would pick, empty where nothing fits."""
        return self._categories.value(self._right.currentIndex().row()) or ""

    def _show_domain(self, letter: str, chosen: str = "") -> None:
        codes = [domain.code for domain in domains()]
        self._left.setCurrentIndex(self._domains.index(codes.index(letter)))
        inside = [found for found in categories() if found.domain.code == letter]
        self._show([(found.code, f"{found.code}  {found.name}") for found in inside], chosen)

    def _show(self, choices: list[tuple[str, str]], chosen: str = "") -> None:
        self._categories.show_choices(choices)
        self._none.setVisible(not choices)
        codes = [code for code, _words in choices]
        self._right.setCurrentIndex(self._categories.index(codes.index(chosen) if chosen in codes else 0))

    def _place(self) -> None:
        window = self._anchor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        spot = self._anchor.mapTo(window, QPoint(0, self._anchor.height() + 2))
        room = window.height() - spot.y() - SPACE_S
        self.setGeometry(spot.x(), spot.y(), min(px(ROOM[0]), self._anchor.width()), min(px(ROOM[1]), room))

    @Slot(QModelIndex)
    def _on_domain(self, index: QModelIndex) -> None:
        self._show_domain(self._domains.value(index.row()))

    @Slot(QModelIndex)
    def _on_category(self, index: QModelIndex) -> None:
        self.picked.emit(self._categories.value(index.row()))
