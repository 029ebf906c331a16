"""Paints the rows of the search panel: number, place and type, state and light of a finding; icon, words and what stands beside."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.chip import chip_width, paint_chip
from gui.icons import pixmap
from gui.labels import category_name, short_number, state_chip
from gui.light_mark import light_width, paint_light
from gui.light_words import LightLook
from gui.searching.panel_model import LIGHT_ROLE, ROW_ROLE
from gui.searching.panel_rows import PanelRow, Part
from gui.theme import SMALL_PX, SPACE, SPACE_M, TEXT_PX, Tone, font, px
from models.ledger_row import LedgerRow

_HEIGHTS = {Part.HEADER: 28, Part.FINDING: 40, Part.LINE: 36}
_NUMBER, _CHIP, _LIGHT = 92, 78, 112
_ICON, _MARK = 16, 4
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class PanelDelegate(QStyledItemDelegate):
    """One for all parts."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """By the part; a note takes the lines it needs."""
        row: PanelRow = index.data(ROW_ROLE)
        if row.part is not Part.NOTE:
            return QSize(10, px(_HEIGHTS[row.part]))
        room = QRect(0, 0, option.widget.width() - 2 * SPACE_M - 4, 10_000)
        lines = QFontMetrics(font()).boundingRect(room, _WRAPPED.value, row.words)
        return QSize(10, lines.height() + 2 * SPACE_M)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, then the row."""
        box: QRect = option.rect
        row: PanelRow = index.data(ROW_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, Tone.BRAND_PALE.colour)
            painter.fillRect(QRect(box.left(), box.top(), _MARK, box.height()), Tone.BRAND.colour)
        inside = box.adjusted(SPACE_M, 0, -SPACE_M, 0)
        if row.part is Part.FINDING and row.finding is not None:
            _paint_finding(painter, inside, row.finding, index.data(LIGHT_ROLE))
        elif row.part is Part.LINE:
            _paint_line(painter, inside, row)
        elif row.part is Part.HEADER:
            _write(painter, inside, row.words, tone=Tone.SUB, size=SMALL_PX, bold=True)
        else:
            painter.setFont(font())
            painter.setPen(Tone.SUB.colour)
            painter.drawText(inside, _WRAPPED.value, row.words)


def _paint_finding(painter: QPainter, box: QRect, found: LedgerRow, look: LightLook | None) -> None:
    number = short_number(found.number)
    wide = max(px(_NUMBER), QFontMetrics(font(bold=True)).horizontalAdvance(number) + SPACE)
    _write(painter, box, number, bold=True)
    chip = state_chip(found.state)
    light = max(px(_LIGHT), light_width(look) + SPACE) if look else px(_LIGHT)
    at_chip = box.right() - light - max(px(_CHIP), chip_width(chip))
    words = QRect(box.left() + wide, box.top(), at_chip - box.left() - wide - SPACE, box.height())
    place = f"{found.place} · {category_name(found.category)}"
    _write(painter, words, place, mode=Qt.TextElideMode.ElideMiddle)
    paint_chip(painter, QRect(at_chip, box.top(), light, box.height()), chip, left=0)
    if look is not None:
        paint_light(painter, QRect(box.right() - light, box.top(), light, box.height()), look, left=SPACE)


def _paint_line(painter: QPainter, box: QRect, row: PanelRow) -> None:
    size = px(_ICON)
    if row.glyph is not None:
        ratio = painter.device().devicePixelRatio()
        mark = pixmap(row.glyph, Tone.BRAND_INK, size=size, ratio=ratio)
        painter.drawPixmap(box.left(), box.center().y() - size // 2 + 1, mark)
    words = box.adjusted(size + SPACE, 0, 0, 0)
    wide = QFontMetrics(font()).horizontalAdvance(row.words)
    _write(painter, words, row.words)
    beside = words.adjusted(min(wide, words.width()) + SPACE_M, 0, 0, 0)
    if row.aside and beside.width() > px(2 * _ICON):
        _write(painter, beside, row.aside, tone=Tone.SUB, size=SMALL_PX, align=_RIGHT)


def _write(
    painter: QPainter,
    box: QRect,
    words: str,
    *,
    tone: Tone = Tone.INK,
    size: int = TEXT_PX,
    bold: bool = False,
    align: Qt.AlignmentFlag = _LEFT,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    painter.setFont(font(size, bold=bold))
    painter.setPen(tone.colour)
    painter.drawText(box, align, painter.fontMetrics().elidedText(words, mode, max(box.width(), 0)))
