"""Paints the cells of the ledger: the light as a mark with words, the state as a chip, the place shortened in its middle with its tags behind it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.chip import paint_chip
from gui.labels import state_chip
from gui.ledger.ledger_columns import COLUMNS, Column
from gui.ledger.ledger_model import LIGHT_ROLE, ROW_ROLE, TAGS_ROLE
from gui.light_mark import paint_light
from gui.theme import ROW_HEIGHT, SMALL_PX, Tone, font

_INSET = 6
_TAG_HEIGHT = 20


class LedgerDelegate(QStyledItemDelegate):
    """One for all columns."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows are 40 high."""
        return QSize(10, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, then the cell."""
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, (Tone.BRAND_PALE if chosen else Tone.PAPER).colour)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), Tone.LOCKED_PALE.colour)
        if chosen and state & QStyle.StateFlag.State_Active and _has_focus(option.widget):
            for edge in (box.top(), box.bottom() - 1):
                painter.fillRect(QRect(box.left(), edge, box.width(), 2), Tone.BRAND.colour)
        column = COLUMNS[index.column()]
        if chosen and index.column() == 0:
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), Tone.BRAND.colour)
        row, light = index.data(ROW_ROLE), index.data(LIGHT_ROLE)
        if column is Column.LIGHT and light is not None:
            paint_light(painter, box, light, left=_INSET + 2)
        elif column is Column.STATE and row is not None:
            paint_chip(painter, box, state_chip(row.state))
        elif column is Column.PLACE and row is not None:
            _paint_place(painter, box, index.data(), index.data(TAGS_ROLE))
        else:
            _paint_words(painter, box, index.data(), bold=chosen and column is Column.NUMBER)


def _has_focus(view: QWidget | None) -> bool:
    return view is not None and view.hasFocus()


def _paint_words(painter: QPainter, box: QRect, words: str, *, bold: bool = False) -> None:
    painter.setFont(font(bold=bold))
    painter.setPen(Tone.INK.colour)
    inside = box.adjusted(_INSET + 2, 0, -2, 0)
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _paint_place(painter: QPainter, box: QRect, place: str, tags: tuple[str, ...]) -> None:
    small = QFontMetrics(font(SMALL_PX))
    widths = [small.horizontalAdvance(tag) + 14 for tag in tags]
    room = box.width() - 2 * _INSET - sum(width + 6 for width in widths)
    painter.setFont(font())
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(place, Qt.TextElideMode.ElideMiddle, max(room, 40))
    painter.setPen(Tone.INK.colour)
    left = box.left() + _INSET + 2
    text_box = QRect(left, box.top(), max(room, 40), box.height())
    painter.drawText(text_box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    left += metrics.horizontalAdvance(shown) + 6
    painter.setFont(font(SMALL_PX))
    for tag, width in zip(tags, widths, strict=True):
        outline = QRectF(left, box.center().y() - _TAG_HEIGHT / 2 + 0.5, width, _TAG_HEIGHT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Tone.FIELD_LINE.colour, 1))
        painter.drawRoundedRect(outline, 4, 4)
        painter.setPen(Tone.INK.colour)
        painter.drawText(outline, Qt.AlignmentFlag.AlignCenter, tag)
        painter.restore()
        left += width + 6
