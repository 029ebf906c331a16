"""What is wrong with a window as it is shown: text that is cut off, controls out of reach, over each other or too small."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QStackedWidget,
    QWidget,
)

from gui.elided_label import ElidedLabel
from gui.rectification.shade import Shade
from gui.toast import Toast
from tests.unit.gui.painted import Ink, painted_by

LEAST_TARGET = 28
MOST_OF_WINDOW = 0.9
_ELLIPSIS = "…"
_OVER_OTHERS = (Toast, Shade, QScrollBar)
_HOLD_OWN = (QAbstractScrollArea, QComboBox, QLineEdit)
"""Their children are Qt's business."""
_HOLDERS = (QWidget, QFrame, QScrollArea, QScrollBar, QStackedWidget)


def complaints(window: QWidget) -> list[str]:
    """All of it, in words; empty where everything can be read and reached."""
    inside = list(_inside(window))
    found = [*_unreachable(window, inside), *_overlapping(window, inside), *_too_small(inside)]
    for widget in inside:
        if _paints(widget):
            found += _unreadable(widget)
    return found


def dialog_complaints(dialog: QDialog, window: QWidget) -> list[str]:
    """The same for a dialog, which is never higher than nine tenths of its window and lies inside it."""
    found = complaints(dialog)
    most = round(window.height() * MOST_OF_WINDOW)
    if dialog.height() > most:
        found.append(f"{_name(dialog)} is {dialog.height()} high, and the window {window.height()}")
    corner = window.mapFromGlobal(dialog.mapToGlobal(QPoint(0, 0)))
    if not window.rect().contains(QRect(corner, dialog.size())):
        found.append(f"{_name(dialog)} reaches over the window's edge")
    return found


def _inside(window: QWidget) -> Iterator[QWidget]:
    """Everything but other windows."""
    for child in window.children():
        if isinstance(child, QWidget) and not child.isWindow() and child.isVisible():
            yield child
            yield from _inside(child)


def _paints(widget: QWidget) -> bool:
    """What only holds others has no words of its own."""
    return type(widget) not in _HOLDERS or isinstance(widget.parentWidget(), QAbstractItemView | QPlainTextEdit)


def _unreadable(widget: QWidget) -> Iterator[str]:
    inks = [ink for ink in painted_by(widget) if not _scrolls(widget, ink)]
    for ink in inks:
        if ink.is_cut and not _is_typed(widget):
            yield f"{_name(widget)} cuts {ink.text!r}"
        elif _ELLIPSIS in ink.text and not _tells_whole(widget, ink):
            yield f"{_name(widget)} leaves out letters: {ink.text!r}"
    if len(inks) < 200:
        for one, other in combinations(inks, 2):
            again = one.text == other.text and one.box == other.box  # what is selected is painted twice
            if not again and one.box.adjusted(1, 1, -1, -1).intersects(other.box.adjusted(1, 1, -1, -1)):
                yield f"{_name(widget)} paints {other.text!r} over {one.text!r}"


def _scrolls(widget: QWidget, ink: Ink) -> bool:
    """The rows and lines at the edge of what scrolls up and down."""
    area = widget.parentWidget()
    if not isinstance(area, QAbstractItemView | QPlainTextEdit) or area.viewport() is not widget:
        return False
    inside = widget.rect().toRectF()
    return ink.box.top() < inside.top() or ink.box.bottom() > inside.bottom() - 1


def _is_typed(widget: QWidget) -> bool:
    """What a person types may be longer than its line: the line moves with the cursor."""
    return isinstance(widget, QLineEdit) and bool(widget.text())


def _tells_whole(widget: QWidget, ink: Ink) -> bool:
    """Whether the ellipsis is the writer's own, or a tooltip has it all."""
    own = (widget.text() if isinstance(widget, QLabel | QPushButton) else "") or ""
    if ink.text.strip() in own and not isinstance(widget, ElidedLabel):
        return True
    whole = _tooltip(widget, ink)
    head, _, tail = ink.text.partition(_ELLIPSIS)
    return bool(whole) and head in whole and tail in whole


def _tooltip(widget: QWidget, ink: Ink) -> str:
    area = widget.parentWidget()
    if isinstance(area, QAbstractItemView) and area.viewport() is widget:
        index = area.indexAt(ink.box.center().toPoint())
        return str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
    return widget.toolTip() or (widget.text() if isinstance(widget, ElidedLabel) and widget.text() != ink.text else "")


def _unreachable(window: QWidget, inside: list[QWidget]) -> Iterator[str]:
    for widget in inside:
        if isinstance(widget, _OVER_OTHERS) or not _matters(widget):
            continue
        hidden_by = _hidden_by(widget, window)
        if hidden_by is not None:
            yield f"{_name(widget)} reaches out of {_name(hidden_by)}"


def _matters(widget: QWidget) -> bool:
    """What is read or used; not what only holds it, and not the insides of Qt's own controls."""
    parent = widget.parentWidget()
    if isinstance(parent, QLineEdit | QComboBox | QScrollBar):
        return False
    if isinstance(widget, QLabel):
        return bool(widget.text())
    paints = any("paintEvent" in vars(kind) for kind in type(widget).__mro__ if kind.__module__.startswith("gui."))
    return paints or isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox | QAbstractItemView)


def _hidden_by(widget: QWidget, window: QWidget) -> QWidget | None:
    """Who of those above cuts it off; what a scroll bar brings into sight is not cut off."""
    box, here = QRect(widget.rect()), widget
    while here is not window:
        above = here.parentWidget()
        assert above is not None
        box = QRect(here.mapTo(above, box.topLeft()), box.size())
        area = above.parentWidget()
        if isinstance(area, QScrollArea) and area.viewport() is above:
            box = _scrolled(box, area)
        if not above.rect().contains(box):
            return above
        here = above
    return None


def _scrolled(box: QRect, area: QScrollArea) -> QRect:
    """Where it would be with its bars moved as far as it takes."""
    room = area.viewport().rect()
    if _can(area.verticalScrollBar(), area.verticalScrollBarPolicy()) and box.height() <= room.height():
        box.moveTop(max(room.top(), min(box.top(), room.bottom() - box.height() + 1)))
    elif _can(area.verticalScrollBar(), area.verticalScrollBarPolicy()):
        box = QRect(box.left(), room.top(), box.width(), room.height())
    if _can(area.horizontalScrollBar(), area.horizontalScrollBarPolicy()):
        box.moveLeft(max(room.left(), min(box.left(), room.right() - box.width() + 1)))
    return box


def _can(bar: QScrollBar, policy: Qt.ScrollBarPolicy) -> bool:
    return bar.maximum() > bar.minimum() and policy is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _overlapping(window: QWidget, inside: list[QWidget]) -> Iterator[str]:
    for parent in (window, *inside):
        if isinstance(parent, _HOLD_OWN):
            continue
        parts = [
            child
            for child in parent.children()
            if isinstance(child, QWidget)
            and child.isVisible()
            and not child.isWindow()
            and not isinstance(child, _OVER_OTHERS)
        ]
        for one, other in combinations(parts, 2):
            if one.geometry().intersects(other.geometry()):
                yield f"{_name(one)} and {_name(other)} lie over each other"


def _too_small(inside: list[QWidget]) -> Iterator[str]:
    for widget in inside:
        if not isinstance(widget, QAbstractButton) or isinstance(widget.parentWidget(), QLineEdit | QComboBox):
            continue
        if isinstance(widget.parentWidget(), QAbstractScrollArea):  # the corner of a table
            continue
        if widget.width() < LEAST_TARGET or widget.height() < LEAST_TARGET:
            yield f"{_name(widget)} is {widget.width()}×{widget.height()}, hard to hit"


def _name(widget: QWidget) -> str:
    own = widget.objectName() or (widget.text() if isinstance(widget, QLabel | QPushButton) else "")
    kind = type(widget).__name__
    if own:
        return f"{kind} {own[:40]!r}"
    above = widget.parentWidget()
    while above is not None and not above.objectName():
        above = above.parentWidget()
    return f"{kind} in {above.objectName()!r}" if above is not None else kind
