"""Asks for a name: one line, one verb."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gui.buttons import plain_button, primary_button
from gui.rectification.shade import Shade
from gui.texts import card_title
from gui.theme import SPACE, SPACE_L, SPACE_M, px
from models.saved_filters import MOST_LETTERS
from resources.words import _

_WIDTH = 380


class NameDialog(QDialog):
    """Enter does it; Esc closes."""

    named = Signal(str)

    def __init__(self, title: str, verb: str, name: str, parent: QWidget) -> None:
        """With a proposal that typing replaces."""
        super().__init__(parent.window())
        self.setObjectName("nameDialog")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(px(_WIDTH))
        self._name = QLineEdit(name)
        self._name.setObjectName("nameEdit")
        self._name.setAccessibleName(_("Name"))
        self._name.setMaxLength(MOST_LETTERS)
        self._name.selectAll()
        self._do = primary_button("doButton", verb, clicked=self._on_do)
        self._do.setDefault(True)
        self._name.textChanged.connect(self._show_may)
        cancel = plain_button("cancelButton", _("Cancel  Esc"), clicked=self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_M)
        column.addWidget(card_title(title))
        column.addWidget(self._name)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addStretch(1)
        for button in (cancel, self._do):
            button.setProperty("size", "field")
            row.addWidget(button)
        column.addLayout(row)
        self._shade = Shade(parent.window())
        self.finished.connect(self._shade.deleteLater)
        self._show_may()

    @Slot()
    def _show_may(self) -> None:
        self._do.setEnabled(bool(self._name.text().strip()))

    @Slot()
    def _on_do(self) -> None:
        self.named.emit(self._name.text().strip())
        self.accept()
