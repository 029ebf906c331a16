"""The middle of the form: photos at the left, fields at the right, the red band over both; this alone scrolls."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QBoxLayout, QScrollArea, QVBoxLayout

from gui.findings.emergency_band import EmergencyBand
from gui.findings.form_fields import FormFields
from gui.findings.form_session import FormSession
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
    """Two cards side by side; one above the other where the window is narrow."""

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
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(SPACE_M)
        self._sides.addWidget(self.card)
        self._sides.addWidget(self.fields, 1)
        column = QVBoxLayout()
        column.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        column.setSpacing(SPACE_M)
        column.addWidget(self.band)
        column.addWidget(self._returned)
        column.addLayout(self._sides, 1)
        self.setWidget(Shrinking(column))
        # it has its room only after the layout was done anew
        unfolding = QTimer(self, singleShot=True, interval=0)
        unfolding.timeout.connect(lambda: self.ensureWidgetVisible(self.fields.more))
        self.fields.more.unfolded.connect(unfolding.start)
        bridge.reference_changed.connect(self.offer_names)
        self.fields.party.search_wanted.connect(self._on_party_search)
        self.offer_names()
        self.fit(Room.WIDE)

    def fit(self, room: Room) -> None:
        """Side by side while there is room for both."""
        narrow = room is Room.NARROW
        self.fields.fit(room)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(direction)
        self.card.setMinimumWidth(0)
        if narrow:
            self.card.setMaximumWidth(16_777_215)
        else:
            self.card.setFixedWidth(px(WIDTH) if room is Room.WIDE else px(_NARROWER))

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
        if field is FormField.PHOTOS:
            self.card.photos.focus_first()
            self.ensureWidgetVisible(self.card.photos)
            return
        self.fields.focus_field(field)
        self.ensureWidgetVisible(self.fields.widget_of(field))

    @Slot(str)
    def _on_party_search(self, text: str) -> None:
        self._bridge.ask(
            lambda store: store.reference.enterprises(text, limit=_MOST_PARTIES), done=self.fields.party.propose
        )
