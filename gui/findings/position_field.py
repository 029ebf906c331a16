"""Field 9, 坐标和网格: from the photo, else typed; without any a reason is asked for."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from gui.findings.field import Field
from gui.findings.form_values import FormField, FormValues
from gui.findings.quiet_combo import QuietCombo
from gui.theme import mark
from models.vocabulary import PositionSource
from resources.words import N_, _

REASONS = (
    N_("The photos carry no position"),
    N_("Under a roof or trees, no satellites"),
    N_("Logged afterwards in the office"),
)


class PositionField(Field):
    """Position, grid, and the reason why there is no position."""

    def __init__(self) -> None:
        """The grid is offered where there is more than one to choose from."""
        super().__init__(FormField.POSITION, _("Coordinates and grid"), number=9, required=True)
        self._text = self._build_text()
        self._grid = QuietCombo()
        self._grid.setObjectName("gridCombo")
        self._grid.setAccessibleName(_("Grid"))
        self._grid.setPlaceholderText(_("Choose the grid"))
        self._grid.chosen.connect(self._on_grid)
        self._reason = self._build_reason()
        self.put_row(self._text, self._grid)
        self.put(self._reason)

    def _build_text(self) -> QLineEdit:
        text = QLineEdit()
        text.setObjectName("positionEdit")
        text.setAccessibleName(_("Coordinates, longitude first"))
        text.setPlaceholderText(_("longitude,latitude"))
        text.setMaxLength(60)
        text.textEdited.connect(self._on_position)
        return text

    def _build_reason(self) -> QComboBox:
        reason = QuietCombo((text, text) for text in map(_, REASONS))
        reason.setObjectName("noPositionCombo")
        reason.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = QLineEdit()
        reason.setLineEdit(line)
        line.setPlaceholderText(_("No position: why?"))
        line.setMaxLength(500)
        reason.setAccessibleName(_("No position: why?"))
        reason.setCurrentIndex(-1)
        reason.editTextChanged.connect(self._on_reason)
        return reason

    def offer_grids(self, grids: Iterable[tuple[str, str]]) -> None:
        """Offer these grids by code and name; one alone needs no choice."""
        offered = list(grids)
        self._grid.offer(offered)
        self._grid.setVisible(len(offered) > 1)

    def show_values(self, values: FormValues) -> None:
        """Show position, grid and reason; the reason only where there is no position."""
        if self._text.text() != values.position_text:
            self._text.setText(values.position_text)
        self._grid.choose(values.grid)
        if self._reason.currentText() != values.no_position_reason:
            with QSignalBlocker(self._reason):
                self._reason.setEditText(values.no_position_reason)
        self._reason.setVisible(not values.position_text.strip())

    def show_grid_error(self, words: str) -> None:
        """The grid's error stands in the same place, at its own control."""
        self.show_error(words)
        for control in (self._text, self._reason):
            mark(control, state="")
        mark(self._grid, state="wrong" if words else "")

    def fix_grid(self, *, fixed: bool) -> None:
        """Whether the grid can be chosen: it decides who is responsible and stays what the first entry says."""
        self._grid.setEnabled(not fixed)

    def controls(self) -> tuple[QWidget, ...]:
        """Position and reason; the grid is marked on its own."""
        return (self._text, self._reason)

    def focus_grid(self) -> None:
        """Put the cursor at the grid."""
        self._grid.setFocus()

    @Slot(str)
    def _on_position(self, text: str) -> None:
        source = PositionSource.PERSON if text.strip() else None
        self.edited.emit(self.field, {"position_text": text, "position_source": source})

    @Slot(object)
    def _on_grid(self, code: str) -> None:
        self.edited.emit(FormField.GRID, {"grid": code})

    @Slot(str)
    def _on_reason(self, text: str) -> None:
        self.edited.emit(self.field, {"no_position_reason": text})
