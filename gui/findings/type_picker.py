"""A line in which a type is found by code, name or pinyin initials; the list of all types drops under it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit

from gui.findings.type_popup import TypePopup
from gui.icons import Glyph, icon
from gui.theme import Tone
from models.taxonomy import category
from resources.words import _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DOMAIN_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class TypePicker(QLineEdit):
    """Shows the chosen type; while somebody types it shows what they type."""

    picked = Signal(str)

    def __init__(self) -> None:
        """Nothing is chosen."""
        super().__init__()
        self.setObjectName("typePicker")
        self._code = ""
        self._popup: TypePopup | None = None
        arrow = self.addAction(icon(Glyph.UNFOLD, Tone.SUB), QLineEdit.ActionPosition.TrailingPosition)
        arrow.triggered.connect(self._on_arrow)
        self.setPlaceholderText(_("Type a name, code or pinyin initials, or choose from the list"))
        self.textEdited.connect(self._on_typed)

    def show_type(self, code: str) -> None:
        """Show this type as chosen."""
        if code != self._code or not self.isModified():
            self._code = code
            self._show_chosen()

    @property
    def is_open(self) -> bool:
        """Whether the list hangs under the line."""
        return self._popup is not None and not self._popup.isHidden()

    def open_list(self) -> None:
        """Let the list drop, at the chosen type."""
        self._popup_now().open_for("", self._code)

    def _popup_now(self) -> TypePopup:
        if self._popup is None:
            self._popup = TypePopup(self)
            self._popup.picked.connect(self._pick)
        return self._popup

    def _show_chosen(self) -> None:
        chosen = category(self._code)
        self.setText(f"{chosen.code}  {chosen.name}" if chosen else self._code)
        self.setCursorPosition(0)
        self.setModified(False)

    @Slot(str)
    def _pick(self, code: str) -> None:
        self._close()
        self._code = code
        self._show_chosen()
        self.picked.emit(code)

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    @Slot()
    def _on_arrow(self) -> None:
        self.setFocus()
        if self.is_open:
            self._close()
        else:
            self.open_list()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._popup_now().open_for(text, self._code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list, while it hangs."""
        if not self._takes(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _takes(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if not self.is_open:
            if key in (Qt.Key.Key_Down, *_ENTER):
                self.open_list()
                return True
            return False
        popup = self._popup_now()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            popup.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in _DOMAIN_STEPS and not self.isModified():
            popup.step_domain(_DOMAIN_STEPS[key])
        elif key in _ENTER:
            self._take_current()
        elif key == Qt.Key.Key_Escape:
            self._close()
            self._show_chosen()
        else:
            return False
        return True

    def _take_current(self) -> None:
        code = self._popup_now().current
        if code:
            self._pick(code)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click shows the list and selects what stands there, so that typing replaces it."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.is_open:
            self.selectAll()
            self.open_list()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces what stands there."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving with Tab takes the best fit of what was typed; else the chosen type shows again."""
        super().focusOutEvent(event)
        if (
            self.is_open
            and self.isModified()
            and self.text().strip()
            and event.reason() == Qt.FocusReason.TabFocusReason
        ):
            self._take_current()
        self._close()
        self._show_chosen()

    def hideEvent(self, event: QHideEvent) -> None:
        """The list goes with the line."""
        super().hideEvent(event)
        self._close()
