"""The table of the exchange screen: thumbnail, name, what it belongs to, chip, and a bar while it is sent."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from gui.chip import paint_chip
from gui.icons import Glyph, pixmap
from gui.syncing.exchange_model import BELONGS, NAME, PICTURE, ROW_ROLE, STATE, WORDS, ExchangeModel, Index
from gui.syncing.exchange_rows import ExchangeRow
from gui.syncing.exchange_words import explanation, state_chip
from gui.theme import HEADER_HEIGHT, Tone, px
from models.photos import PhotoState

ROW = 40
_WIDTHS = {PICTURE: 62, NAME: 250, BELONGS: 132, STATE: 100}
_BAR = 110

Pictures = Callable[[str], QPixmap | None]
"""The thumbnail of a photo by its digest, if it is loaded already."""


class ExchangeTable(QTableView):
    """One click selects, double click or Enter opens the finding, R tries again."""

    open_requested = Signal(str)
    again_requested = Signal()
    row_chosen = Signal(object)

    def __init__(self, model: ExchangeModel, pictures: Pictures) -> None:
        """`pictures` is asked while painting and must not wait."""
        super().__init__()
        self.setObjectName("exchangeTable")
        self.setModel(model)
        self._delegate = _Painter(pictures)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self._size_columns()
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(lambda index, _before: self.row_chosen.emit(_row(index)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, R tries again."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_R:
            self.again_requested.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        if (row := _row(index)) is not None:
            self.open_requested.emit(row.finding)

    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        header.setFixedHeight(px(HEADER_HEIGHT))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, px(width))
        header.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)


class _Painter(QStyledItemDelegate):
    """Paints pictures, chips and bars; words are left to Qt."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row = _row(index)
        cell: QRect = option.rect
        if row is None:
            return
        if index.column() == PICTURE:
            self._paint_picture(painter, cell, row)
        elif index.column() == STATE:
            paint_chip(painter, cell, state_chip(row.state))
        elif index.column() == WORDS and row.state is PhotoState.SENDING:
            _paint_bar(painter, cell, row)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        row = _row(index)
        if row is None:
            return
        painted = index.column() == STATE or (index.column() == WORDS and row.state is PhotoState.SENDING)
        if painted:
            option.text = ""
        if index.column() == NAME:
            option.textElideMode = Qt.TextElideMode.ElideMiddle

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), px(ROW))

    def _paint_picture(self, painter: QPainter, cell: QRect, row: ExchangeRow) -> None:
        picture = self._pictures(row.key) if row.is_photo else None
        ratio = painter.device().devicePixelRatio()
        if picture is None or picture.isNull():
            mark = pixmap(Glyph.PHOTO if row.is_photo else Glyph.LEDGER, Tone.LIGHT_GREY, size=18, ratio=ratio)
            painter.drawPixmap(cell.left() + 22, cell.center().y() - 8, mark)
            return
        box = QRect(cell.left() + 14, cell.top() + 4, 42, px(ROW) - 9)
        painter.fillRect(box, QColor(Tone.LOCKED_PALE.value))
        shown = picture.scaled(
            box.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        part = QRect(0, 0, round(box.width() * ratio), round(box.height() * ratio))
        part.moveCenter(shown.rect().center())
        painter.drawPixmap(box, shown, part)


def _paint_bar(painter: QPainter, cell: QRect, row: ExchangeRow) -> None:
    bar = QRect(cell.left() + 6, cell.center().y() - 3, px(_BAR), 8)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Tone.LINE.colour)
    painter.drawRoundedRect(bar, 4, 4)
    bar.setWidth(max(8, round(px(_BAR) * min(1.0, row.sent / max(row.size, 1)))))
    painter.setBrush(Tone.BRAND.colour)
    painter.drawRoundedRect(bar, 4, 4)
    painter.setPen(Tone.SUB.colour)
    painter.drawText(cell.adjusted(px(_BAR) + 14, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, explanation(row))
    painter.restore()


def _row(index: Index) -> ExchangeRow | None:
    row = index.data(ROW_ROLE) if index.isValid() else None
    return row if isinstance(row, ExchangeRow) else None
