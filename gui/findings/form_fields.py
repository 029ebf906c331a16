"""The right card of the form: the nine fields and the F4 line in their order, in two columns where short."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.findings.assembling import Gap
from gui.findings.description_field import DescriptionField
from gui.findings.field import Field
from gui.findings.form_step import FormStep
from gui.findings.form_values import FormField, FormValues
from gui.findings.found_field import FoundField
from gui.findings.gap_words import say
from gui.findings.more_line import MoreLine
from gui.findings.on_site_field import OnSiteField
from gui.findings.party_field import PartyField
from gui.findings.place_field import PlaceField
from gui.findings.position_field import PositionField
from gui.findings.quantity_field import QuantityField
from gui.findings.severity_field import SeverityField
from gui.findings.type_field import TypeField
from gui.room import Room
from gui.theme import SPACE, SPACE_L

FIXED = (FormField.ON_SITE, FormField.QUANTITY, FormField.FOUND_AT)
"""What a correction cannot change any more: it is what the first entry says."""


class FormFields(QFrame):
    """Shows values, sources and gaps; emits what a person changed and which field was left."""

    edited = Signal(object, object)
    left = Signal(object)

    def __init__(self, *, may_name_finder: bool) -> None:
        """Only some roles log for somebody else."""
        super().__init__()
        self.setObjectName("formFields")
        self.setProperty("frame", "card")
        self.place = PlaceField()
        self.description = DescriptionField()
        self.party = PartyField()
        self.found = FoundField()
        self.position = PositionField()
        self.more = MoreLine(may_name_finder=may_name_finder)
        self._category = TypeField()
        self._step: FormStep | None = None
        self._is_fixed = False
        self._fields: tuple[Field, ...] = (
            self._category, self.place, self.description, SeverityField(), OnSiteField(),
            self.party, QuantityField(), self.found, self.position,
        )  # fmt: skip
        for field in self._fields:
            field.edited.connect(self.edited)
        self.more.edited.connect(self.edited)
        self._lay_out()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, 10, SPACE_L, 10)
        column.setSpacing(SPACE)
        category, place, description, *short = self._fields
        column.addWidget(category)
        column.addWidget(place)
        column.addWidget(description, 100)
        for left, right in zip(short[::2], short[1::2], strict=True):
            row = QHBoxLayout()
            row.setSpacing(SPACE_L)
            for field in (left, right):
                # a spare room below a shorter neighbour stays below it
                holder = QVBoxLayout()
                holder.addWidget(field)
                holder.addStretch(1)
                row.addLayout(holder, 1)
            column.addLayout(row)
        column.addWidget(self.more)
        # what the photos at the left need beyond the fields stays empty here
        column.addStretch(1)

    def fit(self, room: Room) -> None:
        """Fewer shortcuts where the fields share the window with the photos."""
        self._category.show_frequent(4 if room is Room.MIDDLE else 6)

    def show_step(self, step: FormStep | None) -> None:
        """Only the fields of this step; None: all of them."""
        self._step = step
        for field in self._fields:
            field.setVisible(step in (None, FormStep.of(field.field)))
        self._show_more()

    def _show_more(self) -> None:
        self.more.setVisible(not self._is_fixed and self._step in (None, FormStep.CHECK))

    def show_values(self, values: FormValues, sources: Mapping[FormField, str]) -> None:
        """Show the form as it stands, and in green where its defaults come from."""
        for field in self._fields:
            field.show_values(values)
            field.show_source(sources.get(field.field, ""))
        self.more.show_values(values)

    def show_gaps(self, gaps: Iterable[Gap]) -> None:
        """Say at each field what is missing or wrong there, and nothing at the others."""
        said = {gap.field: say(gap) for gap in gaps}
        for field in self._fields:
            field.show_error(said.get(field.field, ""))
        if FormField.POSITION not in said and FormField.GRID in said:
            self.position.show_grid_error(said[FormField.GRID])
        self.more.show_error(said.get(FormField.SOURCE, said.get(FormField.FINDER, "")))

    def show_gap(self, field: FormField, gap: Gap | None) -> None:
        """Say what is wrong at one field, when it was left."""
        for candidate in self._fields:
            if candidate.field is field:
                candidate.show_error(say(gap) if gap else "")

    def focus_field(self, field: FormField) -> None:
        """Put the cursor where this is filled in."""
        if field is FormField.GRID:
            self.position.focus_grid()
        elif field in (FormField.SOURCE, FormField.FINDER):
            self.more.focus_first()
        else:
            next(candidate for candidate in self._fields if candidate.field is field).focus_first()

    def widget_of(self, field: FormField) -> QWidget:
        """Where a field stands, for scrolling there."""
        found = (candidate for candidate in self._fields if candidate.field is field)
        return next(found, self.position if field is FormField.GRID else self.more)

    def fix(self, *, fixed: bool) -> None:
        """For a correction: what the first entry alone says is shown, and cannot be changed."""
        for field in self._fields:
            if field.field in FIXED:
                field.setEnabled(not fixed)
        self.position.fix_grid(fixed=fixed)
        self._is_fixed = fixed
        self._show_more()

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        for field in self._fields:
            if old is not None and field.isAncestorOf(old) and not (now is not None and field.isAncestorOf(now)):
                self.left.emit(field.field)
