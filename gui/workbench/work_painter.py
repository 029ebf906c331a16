"""How a row of 今天要办的事 is drawn (workbench.png): 56 high, two lines, a button at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.icons import pixmap
from gui.light_mark import light_width, paint_light
from gui.theme import SMALL_PX, TEXT_PX, Tone, font, px
from gui.workbench.work_row import Kind, WorkRow
from resources.words import _

ROW = 56
_BUTTON = (80, 28)
_EDGE = 14
_WORD, _TITLE, _WHEN = 48, 116, 100
_BETWEEN, _NUMBER, _LEAST_TITLE = 10, 110, 60
_FIRST, _SECOND, _LINE = 8, 28, 20
"""Where the two lines begin, and how high they are."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ROW_ROLE = Qt.ItemDataRole.UserRole


def button_box(cell: QRect) -> QRect:
    """Where the button of a row lies."""
    left = cell.right() - px(_EDGE) - px(_BUTTON[0]) + 1
    return QRect(left, cell.top() + (px(ROW) - px(_BUTTON[1])) // 2, px(_BUTTON[0]), px(_BUTTON[1]))


def known_box(cell: QRect) -> QRect:
    """Where 知道了 lies in the row of a step that took no effect: left of the other button, in place of the light."""
    return button_box(cell).translated(-px(_BUTTON[0]) - px(_BETWEEN), 0)


class WorkPainter(QStyledItemDelegate):
    """Draws a WorkRow."""

    def __init__(self, parent: QWidget) -> None:
        """The list owns it."""
        super().__init__(parent)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are alike."""
        return QSize(0, px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, mark, words, button."""
        row = index.data(_ROW_ROLE)
        if not isinstance(row, WorkRow):
            return
        cell: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(cell, (Tone.BRAND_PALE if chosen else Tone.PAPER).colour)
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), Tone.LOCKED_PALE.colour)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(Tone.BRAND.colour, 2))
            painter.drawRect(cell.adjusted(1, 1, -1, -1))
        self._mark(painter, cell, row)
        self._words(painter, cell, row)
        _draw_button(painter, button_box(cell), row.verb, primary=chosen)
        if row.entry:
            _draw_button(painter, known_box(cell), _("I know"), primary=False)
        painter.restore()

    def _mark(self, painter: QPainter, cell: QRect, row: WorkRow) -> None:
        glyph, tone = row.kind.value[:2]
        ratio = painter.device().devicePixelRatio()
        mark = pixmap(glyph, tone, size=px(18), ratio=ratio)
        painter.drawPixmap(cell.left() + 16, cell.center().y() - px(18) // 2, mark)
        painter.setPen(Tone.SUB.colour)
        painter.setFont(font(TEXT_PX))
        painter.drawText(QRect(cell.left() + px(_WORD), cell.top(), px(_TITLE) - px(_WORD), px(ROW)), _LEFT, row.word)

    def _words(self, painter: QPainter, cell: QRect, row: WorkRow) -> None:
        wanted = max(px(_WHEN), light_width(row.light) + 6 if row.light else 0)
        right = button_box(cell).left() - px(_BETWEEN) - wanted
        left, room = cell.left() + px(_TITLE), right - cell.left() - px(_TITLE)
        first, second = cell.top() + px(_FIRST), cell.top() + px(_SECOND)
        title = _fitting(painter, row.title, room - (px(_NUMBER) if row.number else 0), bold=True)
        painter.setPen(Tone.INK.colour)
        painter.drawText(QRect(left, first, room, px(_LINE)), _LEFT, title)
        after = left + painter.fontMetrics().horizontalAdvance(title) + px(_BETWEEN)
        painter.setPen(Tone.SUB.colour)
        painter.setFont(font(SMALL_PX))
        painter.drawText(QRect(after, first, right - after, px(_LINE)), _LEFT, row.number)
        words = painter.fontMetrics().elidedText(row.words, Qt.TextElideMode.ElideRight, room - px(_BETWEEN))
        painter.drawText(QRect(left, second, room, px(_LINE)), _LEFT, words)
        if row.light is not None:
            paint_light(painter, QRect(right, cell.top(), px(_WHEN), px(ROW)), row.light, left=0)
            return
        late = row.kind is Kind.COMPLETE
        painter.setPen((Tone.RED if late else Tone.SUB).colour)
        painter.setFont(font(TEXT_PX, bold=late))
        painter.drawText(QRect(right, cell.top(), px(_WHEN), px(ROW)), _LEFT, row.when)


def _fitting(painter: QPainter, text: str, width: int, *, bold: bool) -> str:
    painter.setFont(font(TEXT_PX, bold=bold))
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, max(width, px(_LEAST_TITLE)))


def _draw_button(painter: QPainter, box: QRect, text: str, *, primary: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen((Tone.BRAND if primary else Tone.FIELD_LINE).colour, 1))
    painter.setBrush((Tone.BRAND if primary else Tone.PAPER).colour)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setPen((Tone.PAPER if primary else Tone.INK).colour)
    painter.setFont(font(TEXT_PX, bold=primary))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
