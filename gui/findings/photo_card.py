"""The left card of the form: photos, what they say together, and the soft warnings."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from gui.card import line
from gui.findings.clearing import empty
from gui.findings.form_values import FormValues
from gui.findings.warning_block import WarningBlock
from gui.icons import Glyph
from gui.names import Names
from gui.photos.photo_column import PhotoColumn
from gui.photos.photo_facts import PhotoFact, photo_facts
from gui.photos.picture_source import PictureSource
from gui.room import Room
from gui.texts import picture, plain, small, wrapped
from gui.theme import SPACE, SPACE_L, SPACE_M, SPACE_S, Tone, px
from models.people import Person
from resources.words import _

WIDTH = 398
_BESIDE_FROM = 700


class PhotoCard(QFrame):
    """The warnings scroll when there are more than fit; the photos shrink first."""

    def __init__(self, pictures: PictureSource) -> None:
        """No photos, no facts."""
        super().__init__()
        self.setObjectName("photoCard")
        self.setProperty("frame", "card")
        self.photos = PhotoColumn(pictures)
        self.warnings = WarningBlock()
        self._error = plain(tone="red")
        self._error.setObjectName("photosError")
        self._error.setWordWrap(True)
        self._error.hide()
        self._is_alone = False
        self._facts: tuple[PhotoFact, ...] = ()
        self._line = line()
        self._line.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE_M)
        self._grid.setVerticalSpacing(SPACE_S)
        self._grid.setColumnStretch(1, 1)
        self._column = column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._error)
        column.addWidget(self._line)
        column.addLayout(self._grid)
        column.addWidget(self.warnings)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._parts.setContentsMargins(SPACE_L - 2, 10, SPACE_L - 2, 10)
        self._parts.setSpacing(SPACE)
        self._parts.addWidget(self.photos, 1)
        self._parts.addLayout(column)

    def fit(self, room: Room) -> None:
        """What the photos say stands below them; beside them where the card has a wide window to itself."""
        self._is_alone = room is Room.NARROW
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large type leaves no room beside the photos."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside, way = self._is_alone and self.width() >= px(_BESIDE_FROM), QBoxLayout.Direction
        self._parts.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._parts.setSpacing(SPACE_L if beside else SPACE)
        self._parts.setAlignment(self._column, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))

    def take_warnings(self) -> None:
        """The soft warnings stand under the photos again."""
        self._column.addWidget(self.warnings)

    def show_form(self, values: FormValues, names: Names, person: Person, *, fixed: int) -> None:
        """Show the photos of the form, what they say, and the grid that it lies in."""
        self.photos.show_photos(values.photos, fixed=fixed)
        facts = photo_facts(values.photos)
        if facts and values.grid:
            facts = (*facts, _grid_fact(values.grid, names, person))
        if facts != self._facts:
            self._facts = facts
            self.show_facts(facts)

    def show_facts(self, facts: Sequence[PhotoFact]) -> None:
        """Show the lines under the buttons."""
        empty(self._grid)
        self._line.setVisible(bool(facts))
        for row, fact in enumerate(facts):
            self._grid.addWidget(small(fact.title), row, 0)
            self._grid.addWidget(wrapped(plain(fact.text)), row, 1)
            self._grid.addLayout(_source(fact), row, 2)

    def show_error(self, words: str) -> None:
        """Say what is missing about the photos."""
        self._error.setText(words)
        self._error.setVisible(bool(words))


def _source(fact: PhotoFact) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE_S + 2)
    glyph, tone = (Glyph.GOOD, Tone.GREEN) if fact.good else (Glyph.INFO, Tone.SUB)
    row.addWidget(picture(glyph, tone, size=14))
    row.addWidget(small(fact.source, tone="green" if fact.good else "sub"), 1)
    return row


def _grid_fact(grid: str, names: Names, person: Person) -> PhotoFact:
    own = person.covers(grid)
    inside = _("same as your own") if grid == person.area else _("in your area")
    return PhotoFact(_("In the grid"), names.place(grid), inside if own else _("not in your area"), good=own)
