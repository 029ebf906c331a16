"""The middle of the form: photos at the left, fields at the right, the red band over both; this alone scrolls.

In a narrow window one step of it is in front.
"""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.findings.emergency_band import EmergencyBand
from gui.findings.form_fields import FormFields
from gui.findings.form_session import FormSession
from gui.findings.form_step import FormStep
from gui.findings.form_values import FormField
from gui.findings.grids import grids_of
from gui.findings.photo_card import WIDTH, PhotoCard
from gui.findings.returned_box import returned_box, show_reason
from gui.findings.shrinking import Shrinking
from gui.journal_bridge import JournalBridge
from gui.photos.picture_source import PictureSource
from gui.room import Room
from gui.theme import SPACE_L, SPACE_M, px
from models.people import Role
from models.rules import LATE_AFTER

_NARROWER, _MOST_PARTIES = 330, 12


class FormBody(QScrollArea):
    """Two cards side by side; in three steps, one at a time, where the window is narrow."""

    stepped = Signal(object)
    """The FormStep that came to the front; None: all of the form is in sight."""

    def __init__(self, bridge: JournalBridge, pictures: PictureSource) -> None:
        """Empty fields."""
        super().__init__()
        self._bridge = bridge
        self.setObjectName("formBody")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.band = EmergencyBand()
        self._returned = returned_box()
        self.card = PhotoCard(pictures)
        may_name_finder = bridge.person.role not in (Role.INSPECTOR, Role.GRID_HEAD)
        self.fields = FormFields(may_name_finder=may_name_finder)
        self.step: FormStep | None = None
        self._lay_out()
        self._unfolding = QTimer(self, singleShot=True, interval=0)
        self._unfolding.timeout.connect(lambda: self.ensureWidgetVisible(self.fields.more))
        self.fields.more.installEventFilter(self)
        bridge.reference_changed.connect(self.offer_names)
        self.fields.party.search_wanted.connect(self._on_party_search)
        self.offer_names()
        # what is hidden at first has its sizes from the style sheet when it comes to light
        for part in self.fields.findChildren(QWidget):
            part.ensurePolished()
        self.fit(Room.WIDE)

    def _lay_out(self) -> None:
        self._reminders = QWidget()
        self._held = QVBoxLayout(self._reminders)
        self._held.setContentsMargins(0, 0, 0, 0)
        sides = QHBoxLayout()
        sides.setSpacing(SPACE_M)
        sides.addWidget(self.card)
        sides.addWidget(self.fields, 1)
        column = QVBoxLayout()
        column.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        column.setSpacing(SPACE_M)
        for part in (self.band, self._returned, self._reminders):
            column.addWidget(part)
        column.addLayout(sides, 1)
        self.setWidget(Shrinking(column))

    def fit(self, room: Room) -> None:
        """Side by side while there is room for both, else one step after the other."""
        self.fields.fit(room)
        narrow = room is Room.NARROW
        self.card.fit(room)
        self._held.addWidget(self.card.warnings) if narrow else self.card.take_warnings()
        self.card.setMinimumWidth(0)
        if narrow:
            self.card.setMaximumWidth(16_777_215)
        else:
            self.card.setFixedWidth(px(WIDTH) if room is Room.WIDE else px(_NARROWER))
        if narrow != (self.step is not None):
            self.step = FormStep.PHOTOS if narrow else None
        self._show_parts()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What unfolds comes into sight when the layout has given it its room."""
        if event.type() == QEvent.Type.Resize and self.fields.more.isAncestorOf(self.focusWidget()):
            self._unfolding.start()
        return super().eventFilter(watched, event)

    def show_step(self, step: FormStep) -> None:
        """Bring this step to the front, with the cursor where it begins; all is in sight elsewhere."""
        if self.step is None or step is self.step:
            return
        self.step = step
        self._show_parts()
        self.verticalScrollBar().setValue(0)
        if step is FormStep.PHOTOS:
            self.card.photos.focus_first()
        else:
            self.fields.focus_field(next(field for field in FormField if FormStep.of(field) is step))

    def _show_parts(self) -> None:
        step = self.step
        self.card.setVisible(step in (None, FormStep.PHOTOS))
        self.fields.setVisible(step is not FormStep.PHOTOS)
        self.fields.show_step(step)
        self._reminders.setVisible(step is FormStep.CHECK)
        self.stepped.emit(step)

    @Slot()
    def offer_names(self) -> None:
        """Offer the people and grids that the bureau's reference data knows by now."""
        people = sorted(self._bridge.names.people.items(), key=lambda pair: pair[1])
        self.fields.more.offer_people(people)
        self.fields.position.offer_grids(grids_of(self._bridge))

    def show_form(self, session: FormSession, now: datetime) -> None:
        """Show the form as it stands."""
        values, found_at, finding = session.values, session.values.found_at, session.finding
        self.fields.show_values(values, session.filled.sources)
        self.fields.place.suggest(session.vicinity.place)
        self.fields.description.show_phrases(session.own.phrases)
        late = found_at is not None and now - found_at > LATE_AFTER
        self.fields.found.ask_reason(asked=late and finding is None)
        self.band.setVisible(values.emergency)
        show_reason(self._returned, finding)
        self.card.show_form(
            values, self._bridge.names, self._bridge.person, fixed=len(finding.photos) if finding else 0
        )
        self.card.warnings.show_warnings(session.warnings)

    def field_with_focus(self) -> FormField | None:
        """The field that the cursor stands in."""
        focused = QApplication.focusWidget()
        if focused is None:
            return None
        if self.card.isAncestorOf(focused):
            return FormField.PHOTOS
        return next((field for field in FormField if self.fields.widget_of(field).isAncestorOf(focused)), None)

    def go_to(self, field: FormField) -> None:
        """Put the cursor where this is filled in, in sight."""
        self.show_step(FormStep.of(field))
        if field is FormField.PHOTOS:
            self.card.photos.focus_first()
            self.ensureWidgetVisible(self.card.photos)
            return
        self.fields.focus_field(field)
        self.ensureWidgetVisible(self.fields.widget_of(field))

    @Slot(int)
    def go_to_number(self, number: int) -> None:
        """Alt+1…9."""
        self.go_to(list(FormField)[number])

    @Slot(str)
    def _on_party_search(self, text: str) -> None:
        self._bridge.ask(
            lambda store: store.reference.enterprises(text, limit=_MOST_PARTIES), done=self.fields.party.propose
        )
