"""The panel that drops under the search box: what was found, in groups, and the keys that work there."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from gui.searching.panel_model import PanelModel
from gui.searching.panel_painting import PanelDelegate
from gui.searching.panel_rows import PanelRow, Target
from gui.texts import small
from gui.theme import SPACE, SPACE_S, Tone, px
from resources.words import _

ROOM = (560, 420)
_GAP = 4


class SearchPanel(QFrame):
    """A child of the desk that never takes the focus, so that the box keeps it, and the input method."""

    chosen = Signal(object)
    """The Target of a row."""

    def __init__(self, desk: QWidget, today: Callable[[], date]) -> None:
        """Hidden and empty."""
        super().__init__(desk)
        self.setObjectName("searchPanel")
        self.setStyleSheet(
            f"QFrame#searchPanel {{ background: {Tone.PAPER.value}; border: 1px solid {Tone.FIELD_LINE.value};"
            " border-radius: 10px; }"
        )
        self.setAccessibleName(_("What was found"))
        self._desk = desk
        self._model = PanelModel(today, self)
        self._list = self._build_list()
        self._foot = small(_("↑↓ choose · Enter open · Esc close"))
        self._foot.setContentsMargins(SPACE, 0, SPACE, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_S, SPACE, SPACE_S, SPACE)
        column.setSpacing(SPACE_S)
        column.addWidget(self._list, 1)
        column.addWidget(self._foot)
        self.hide()

    def _build_list(self) -> QListView:
        view = QListView()
        view.setObjectName("searchList")
        view.setModel(self._model)
        view.setItemDelegate(PanelDelegate(view))
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setMouseTracking(True)
        view.clicked.connect(self._on_clicked)
        return view

    def show_rows(self, rows: Sequence[PanelRow], *, keep: bool) -> None:
        """Show these, the first that can be chosen chosen; to `keep` is the chosen one where it is still among them."""
        before = self.current if keep else None
        self._model.show_rows(rows)
        row = next((place for place, row in enumerate(rows) if before is not None and row.target == before), -1)
        self._go(row if row >= 0 else self._model.next_choice(-1, 1))

    def drop_under(self, box: QWidget) -> None:
        """Show under the box, inside the desk, and smaller where the desk is."""
        self.place_under(box)
        self.show()
        self.raise_()

    def place_under(self, box: QWidget) -> None:
        """Where the box is now."""
        desk = self._desk
        bar = box.parentWidget() or box
        edge = bar.mapTo(desk, QPoint(0, 0)).x() + SPACE  # the rail stays in sight
        spot = box.mapTo(desk, QPoint(0, box.height() + _GAP))
        width = min(px(ROOM[0]), desk.width() - edge - 2 * SPACE)
        left = max(edge, min(spot.x(), desk.width() - width - 2 * SPACE))
        self.setGeometry(left, spot.y(), width, min(px(ROOM[1]), desk.height() - spot.y() - SPACE))

    def step(self, by: int) -> None:
        """Move up or down among what can be chosen."""
        self._go(self._model.next_choice(self._list.currentIndex().row(), by))

    @property
    def current(self) -> Target | None:
        """What Enter would take."""
        row = self._model.panel_row(self._list.currentIndex().row())
        return row.target if row else None

    @property
    def spoken(self) -> str:
        """The chosen row for screen readers: the focus stays in the box."""
        return str(self._list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def _go(self, row: int) -> None:
        self._list.setCurrentIndex(self._model.index(row))
        if row >= 0 and self._model.next_choice(row, -1) == row:
            # the header over the first choice comes into sight with it
            self._list.scrollToTop()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._model.panel_row(index.row())
        if row is not None and row.target is not None:
            self.chosen.emit(row.target)
