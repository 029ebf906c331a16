"""Paints the cells of the ledger: box, light as a mark with words, state as a chip, the place with its tags behind it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.chip import paint_chip
from gui.icons import Glyph, pixmap
from gui.labels import state_chip
from gui.ledger.ledger_columns import COLUMNS, Column
from gui.ledger.ledger_model import LIGHT_ROLE, ROW_ROLE, TAGS_ROLE
from gui.ledger.ledger_widths import LEFT, RIGHT
from gui.light_mark import paint_light
from gui.theme import ROW_HEIGHT, SMALL_PX, Tone, font, px

_TAG_HEIGHT, _TAG_PADDING, _BETWEEN = 20, 7, 6
_BOX = 16
_SHORTENED = (Column.GRID, Column.UNIT)
_INK, _SUB, _PAPER, _PALE = Tone.INK.colour, Tone.SUB.colour, Tone.PAPER.colour, Tone.BRAND_PALE.colour
_BRAND, _EDGE, _LINE = Tone.BRAND.colour, Tone.FIELD_LINE.colour, Tone.LOCKED_PALE.colour
_TEXT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class LedgerDelegate(QStyledItemDelegate):
    """One for all columns. Fonts and colours are made once: a list that is dragged paints thousands of cells a second."""

    def __init__(self, parent: QWidget) -> None:
        """In the type size in use."""
        super().__init__(parent)
        self._plain, self._bold, self._small = font(), font(bold=True), font(SMALL_PX)
        self._plain_metrics, self._small_metrics = QFontMetrics(self._plain), QFontMetrics(self._small)
        self._height = px(ROW_HEIGHT)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows are 40 high."""
        return QSize(10, self._height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, then the cell."""
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        column = COLUMNS[index.column()]
        ringed = chosen and bool(state & QStyle.StateFlag.State_Active) and _has_focus(option.widget)
        _paint_ground(painter, box, chosen=chosen, ringed=ringed)
        match column:
            case Column.MARK:
                if chosen:
                    painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), _BRAND)
                _paint_box(painter, box, on=index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked)
            case Column.LIGHT if (light := index.data(LIGHT_ROLE)) is not None:
                paint_light(painter, box, light, left=px(LEFT))
            case Column.STATE if (row := index.data(ROW_ROLE)) is not None:
                paint_chip(painter, box, state_chip(row.state), left=px(LEFT))
            case Column.PLACE:
                self._paint_place(painter, box, index.data(), index.data(TAGS_ROLE))
            case _:
                self._paint_words(painter, box, index.data(), column, bold=chosen and column is Column.NUMBER)

    def _paint_words(self, painter: QPainter, box: QRect, words: str, column: Column, *, bold: bool) -> None:
        painter.setFont(self._bold if bold else self._plain)
        painter.setPen(_INK)
        inside = box.adjusted(px(LEFT), 0, -px(RIGHT), 0)
        if column in _SHORTENED:
            words = self._plain_metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, inside.width())
        painter.drawText(inside, _TEXT, words)

    def _paint_place(self, painter: QPainter, box: QRect, place: str, tags: tuple[str, ...] | None) -> None:
        """Without tags: the row is not there, or not yet."""
        widths = [self._small_metrics.horizontalAdvance(tag) + 2 * px(_TAG_PADDING) for tag in tags or ()]
        room = box.width() - px(LEFT) - px(RIGHT) - sum(width + px(_BETWEEN) for width in widths)
        shown = self._plain_metrics.elidedText(place, Qt.TextElideMode.ElideMiddle, max(room, px(40)))
        painter.setFont(self._plain)
        painter.setPen(_SUB if tags is None else _INK)
        left = box.left() + px(LEFT)
        painter.drawText(QRect(left, box.top(), box.width(), box.height()), _TEXT, shown)
        if not tags:
            return
        left += self._plain_metrics.horizontalAdvance(shown) + px(_BETWEEN)
        painter.setFont(self._small)
        for tag, width in zip(tags, widths, strict=True):
            top = box.center().y() - px(_TAG_HEIGHT) / 2 + 0.5
            _paint_tag(painter, QRectF(left, top, width, px(_TAG_HEIGHT)), tag)
            left += width + px(_BETWEEN)


def _has_focus(view: QWidget | None) -> bool:
    return view is not None and view.hasFocus()


def _paint_ground(painter: QPainter, box: QRect, *, chosen: bool, ringed: bool) -> None:
    painter.fillRect(box, _PALE if chosen else _PAPER)
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), _LINE)
    if ringed:
        for edge in (box.top(), box.bottom() - 1):
            painter.fillRect(QRect(box.left(), edge, box.width(), 2), _BRAND)


def _paint_box(painter: QPainter, box: QRect, *, on: bool) -> None:
    side = px(_BOX)
    square = QRectF(box.left() + px(LEFT) + 0.5, box.center().y() - side / 2 + 0.5, side - 1, side - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_BRAND if on else _EDGE, 1))
    painter.setBrush(_BRAND if on else _PAPER)
    painter.drawRoundedRect(square, 3, 3)
    if on:
        tick = pixmap(Glyph.CHECK, Tone.PAPER, size=side - 2, ratio=painter.device().devicePixelRatio())
        painter.drawPixmap(round(square.left()) + 1, round(square.top()) + 1, tick)
    painter.restore()


def _paint_tag(painter: QPainter, outline: QRectF, tag: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_EDGE, 1))
    painter.drawRoundedRect(outline, 4, 4)
    painter.setPen(_INK)
    painter.drawText(outline, Qt.AlignmentFlag.AlignCenter, tag)
    painter.restore()
