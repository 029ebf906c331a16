"""The header of the ledger: the box that marks everything listed, and titles that sort by a click, Enter or Space."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QHeaderView, QWidget

from gui.icons import Glyph, pixmap
from gui.ledger.ledger_columns import COLUMNS, PLACES, Column, title
from gui.ledger.ledger_widths import LEFT
from gui.theme import HEADER_HEIGHT, SMALL_PX, Tone, font, px
from models.findings import Order
from resources.words import _

_SORTED = 14
_GROUND = "#f8f9fb"


class LedgerHeader(QHeaderView):
    """←→ go through the titles while the cursor stands here."""

    sort_wanted = Signal(object)
    """The Column."""
    all_wanted = Signal(bool)
    """Mark everything listed, or nothing."""
    rows_wanted = Signal()
    """The cursor is to go to the rows."""

    def __init__(self, parent: QWidget) -> None:
        """Sorted by what is due."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("ledgerHeader")
        self.setAccessibleName(_("Sort by (←→, Enter)"))
        self.setFixedHeight(px(HEADER_HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self._sorted: tuple[Order, bool] = (Order.DUE, False)
        self._at = PLACES[Column.LIGHT]
        self._all = QCheckBox(self)
        self._all.setObjectName("markAllBox")
        self._all.setAccessibleName(_("Mark everything listed (Ctrl+A)"))
        self._all.setToolTip(_("Mark everything listed (Ctrl+A)"))
        self._all.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._all.clicked.connect(self._on_all)
        self.sectionClicked.connect(self._on_section)

    def show_sorted(self, order: Order, *, descending: bool) -> None:
        """This is what the rows are sorted by."""
        self._sorted = (order, descending)
        self.viewport().update()

    def show_marked(self, marked: int, of: int) -> None:
        """The box is full where all are marked, and between where some are."""
        some = Qt.CheckState.PartiallyChecked if marked else Qt.CheckState.Unchecked
        self._all.setCheckState(Qt.CheckState.Checked if marked and marked >= of else some)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's signature
        """Title, and the arrow where it is sorted by."""
        column = COLUMNS[logicalIndex]
        is_sorted = column.order is not None and column.order is self._sorted[0]
        painter.save()
        painter.fillRect(rect, _GROUND)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), Tone.LINE.colour)
        painter.setFont(font(SMALL_PX, bold=True))
        painter.setPen((Tone.BRAND_INK if is_sorted else Tone.SUB).colour)
        inside = rect.adjusted(px(LEFT), 0, 0, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title(column))
        if is_sorted:
            self._paint_arrow(painter, inside, QFontMetrics(painter.font()).horizontalAdvance(title(column)))
        if self.hasFocus() and logicalIndex == self._at:
            painter.setPen(QPen(Tone.BRAND.colour, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_arrow(self, painter: QPainter, inside: QRect, after: int) -> None:
        glyph = Glyph.DOWN if self._sorted[1] else Glyph.UP
        arrow = pixmap(glyph, Tone.BRAND_INK, size=px(_SORTED), ratio=painter.device().devicePixelRatio())
        painter.drawPixmap(inside.left() + after + 2, inside.center().y() - px(_SORTED) // 2 + 1, arrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """←→ choose a title, Enter and Space sort by it, ↓ goes to the rows."""
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._step(1 if event.key() == Qt.Key.Key_Right else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.sort_wanted.emit(COLUMNS[self._at])
            case Qt.Key.Key_Down:
                self.rows_wanted.emit()
            case _:
                event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """The box stands in its section."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place_box()
        return super().viewportEvent(event)

    def _step(self, by: int) -> None:
        place = self._at + by
        while 0 <= place < self.count() and (self.isSectionHidden(place) or COLUMNS[place].order is None):
            place += by
        if 0 <= place < self.count():
            self._at = place
            self.viewport().update()

    def _place_box(self) -> None:
        size = self._all.sizeHint()
        self._all.setGeometry(px(LEFT), (self.height() - size.height()) // 2, size.width(), size.height())

    @Slot()
    def _on_all(self) -> None:
        self.all_wanted.emit(self._all.checkState() is not Qt.CheckState.Unchecked)

    @Slot(int)
    def _on_section(self, section: int) -> None:
        if COLUMNS[section].order is not None:
            self._at = section
            self.sort_wanted.emit(COLUMNS[section])
