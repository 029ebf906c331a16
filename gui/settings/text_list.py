"""A short list of texts of one's own: added, changed in place, put in order, taken away; all by keyboard, too."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from gui.buttons import plain_button
from gui.flow import Flow
from gui.icons import Glyph
from gui.theme import ROW_HEIGHT, SPACE, mark, px
from resources.words import _

_LEAST_ROWS, _MOST_ROWS = 1, 6
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable


class TextList(QWidget):
    """Emits when a person has changed anything. `ticked` texts carry a check mark, where the list is made with them."""

    changed = Signal()
    removed = Signal(str)
    """A text that was taken away; `restore` brings it back."""

    def __init__(self, name: str, title: str, *, longest: int, ticks: bool = False) -> None:
        """Empty."""
        super().__init__()
        self._longest, self._ticks, self._filling = longest, ticks, False
        self._gone: tuple[int, str, bool] = (0, "", False)
        self.list = QListWidget()
        self.list.setObjectName(f"{name}List")
        self.list.setAccessibleName(title)
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mark(self.list, frame="field")
        self.list.itemChanged.connect(self._on_item_changed)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.installEventFilter(self)
        self.list.itemDelegate().closeEditor.connect(self._drop_empty, Qt.ConnectionType.QueuedConnection)
        self._buttons = self._make_buttons(name)
        row = Flow(SPACE)
        for button in self._buttons.values():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.list)
        column.addLayout(row)
        self._on_row(-1)

    @property
    def texts(self) -> tuple[str, ...]:
        """In their order, without empty ones."""
        return tuple(text for row in range(self.list.count()) if (text := self._text(row)))

    @property
    def ticked(self) -> frozenset[str]:
        """Those with a check mark."""
        rows = range(self.list.count())
        return frozenset(self._text(row) for row in rows if self.list.item(row).checkState() is Qt.CheckState.Checked)

    def show_texts(self, texts: Sequence[str], ticked: Collection[str] = ()) -> None:
        """Show these instead; nothing is touched if they stand there."""
        if (self.texts, self.ticked) == (tuple(texts), frozenset(ticked)):
            return
        row = self.list.currentRow()
        self._filling = True
        self.list.clear()
        for text in texts:
            self.list.addItem(self._item(text, ticked=text in ticked))
        self._filling = False
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._fit()

    def add(self) -> None:
        """A new line, open to be written."""
        self._filling = True
        item = self._item("", ticked=self._ticks)
        self.list.addItem(item)
        self._filling = False
        self.list.setCurrentItem(item)
        self._fit()
        self.list.editItem(item)

    @Slot()
    def restore(self) -> None:
        """What was taken away last, where it was."""
        row, text, ticked = self._gone
        if text and text not in self.texts:
            self.list.insertItem(row, self._item(text, ticked=ticked))
            self.list.setCurrentRow(row)
            self._fit()
            self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks sentences elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Del takes away, Alt+↑ and Alt+↓ move, Enter changes."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self.list.hasFocus():
            does = self._key(event)  # the keys of a line that is being written come by here, too: those are not ours
            if does is not None:
                does()
                return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> Callable[[], None] | None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        keys = Qt.Key
        return {
            (keys.Key_Delete, False): self._remove,
            (keys.Key_Up, True): lambda: self._move(-1),
            (keys.Key_Down, True): lambda: self._move(1),
            (keys.Key_Return, False): self._edit,
            (keys.Key_Enter, False): self._edit,
        }.get((keys(event.key()), alt))

    def _make_buttons(self, name: str) -> dict[str, QPushButton]:
        does = (
            ("add", _("Add"), Glyph.ADD, self.add),
            ("edit", _("Change"), Glyph.EDIT, self._edit),
            ("up", _("Move up"), Glyph.UP, lambda: self._move(-1)),
            ("down", _("Move down"), Glyph.DOWN, lambda: self._move(1)),
            ("remove", _("Remove"), Glyph.REMOVE, self._remove),
        )
        return {
            code: plain_button(f"{name}{code.title()}Button", words, glyph=glyph, clicked=clicked)
            for code, words, glyph, clicked in does
        }

    def _item(self, text: str, *, ticked: bool) -> QListWidgetItem:
        item = QListWidgetItem(text)
        item.setFlags(_FLAGS | Qt.ItemFlag.ItemIsUserCheckable if self._ticks else _FLAGS)
        if self._ticks:
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        return item

    def _text(self, row: int) -> str:
        return self.list.item(row).text().strip()

    def _edit(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self.list.editItem(item)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + step < self.list.count():
            self.list.insertItem(row + step, self.list.takeItem(row))
            self.list.setCurrentRow(row + step)
            self.changed.emit()

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        text = self._text(row)
        self._gone = (row, text, text in self.ticked)
        self.list.takeItem(row)
        self._fit()
        self.changed.emit()
        if text:
            self.removed.emit(text)

    @Slot(QListWidgetItem)
    def _on_item_changed(self, item: QListWidgetItem) -> None:
        """What was written is kept short and once; one that was left empty goes."""
        if self._filling:
            return
        text = " ".join(item.text().split())[: self._longest]
        row = self.list.row(item)
        others = [self._text(other) for other in range(self.list.count()) if other != row]
        self._filling = True
        if not text or text in others:
            self.list.takeItem(row)
        else:
            item.setText(text)
        self._filling = False
        self._fit()
        self.changed.emit()

    @Slot()
    def _drop_empty(self) -> None:
        """A new line that nothing was written into."""
        for row in reversed(range(self.list.count())):
            if not self._text(row):
                self.list.takeItem(row)
        self._fit()

    def _fit(self) -> None:
        """As high as what stands in it, from one row to a few."""
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        least, most = (px(ROW_HEIGHT) * count for count in (_LEAST_ROWS, _MOST_ROWS))
        self.list.setFixedHeight(min(max(rows + 2 * self.list.frameWidth() + 4, least), most))

    @Slot(int)
    def _on_row(self, row: int) -> None:
        self._buttons["edit"].setEnabled(row >= 0)
        self._buttons["remove"].setEnabled(row >= 0)
        self._buttons["up"].setEnabled(row > 0)
        self._buttons["down"].setEnabled(0 <= row < self.list.count() - 1)
