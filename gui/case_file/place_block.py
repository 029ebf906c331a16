"""One place of a finding: what was at the left, what is at the right, what can be said of the two, and its further photos."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.buttons import link_button
from gui.case_file.detail import Detail, may
from gui.case_file.missing_photo import MissingPhoto
from gui.case_file.pair_words import PairWords, leading_pair, pair_words
from gui.case_file.photo_frame import PhotoFrame
from gui.case_file.photo_row import PhotoRow
from gui.case_file.wipe import Wipe
from gui.icons import Glyph
from gui.photos.picture_source import PictureSource
from gui.texts import picture, small, strong, wrapped
from gui.theme import SPACE, Tone
from models.facts import Photo
from models.places import Place
from resources.words import _


@dataclass(frozen=True, slots=True)
class PlaceView:
    """What a block is made of; `number` counts from 1."""

    detail: Detail
    place: Place
    number: int
    brought_by: Mapping[str, str]
    sliding: bool


class PlaceBlock(QWidget):
    """Built anew when the finding is different."""

    enlarge_wanted = Signal(str)
    photos_wanted = Signal(int)
    """For the place of this index, from 0."""
    arrange_wanted = Signal()
    other_wanted = Signal(str)

    def __init__(self, pictures: PictureSource, view: PlaceView) -> None:
        """Whole."""
        super().__init__()
        self.setObjectName("placeBlock")
        self._pictures, self._view = pictures, view
        self._pair = leading_pair(view.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(self._build_head())
        column.addWidget(self._build_pair())
        column.addLayout(self._build_foot())
        rest = tuple(photo for photo in view.place.photos if photo not in self._pair)
        if rest:
            column.addWidget(small(_("Further photos of this place")))
            row = PhotoRow(pictures, rest)
            row.enlarge_wanted.connect(self.enlarge_wanted)
            column.addWidget(row)

    @property
    def _name(self) -> str:
        return self._view.place.name or _("Place {number}").format(number=self._view.number)

    @property
    def _is_due(self) -> bool:
        """Nobody has to bring a photo of after before somebody was told to rectify."""
        return self._view.detail.finding.rectification is not None

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(strong(self._name))
        if self._view.place.name:
            words = _("place {number} of {all}")
            row.addWidget(small(words.format(number=self._view.number, all=len(self._view.detail.finding.places))))
        row.addStretch(1)
        return row

    def _build_pair(self) -> QWidget:
        before, after = self._pair
        if self._view.sliding and before is not None and after is not None:
            who = (self._view.brought_by.get(before.sha256, ""), self._view.brought_by.get(after.sha256, ""))
            wipe = Wipe(self._pictures, before, after, who=who)
            wipe.enlarge_wanted.connect(self.enlarge_wanted)
            return wipe
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._side(before, _("no photo before rectification yet")), 1)
        words = _("no photo after rectification yet") if self._is_due else _("Wanted after dispatch")
        row.addWidget(self._side(after, words, is_after=True), 1)
        return holder

    def _side(self, photo: Photo | None, lacking: str, *, is_after: bool = False) -> QWidget:
        if photo is None:
            may_add = is_after and may(self._view.detail, "attach_evidence")
            missing = MissingPhoto(lacking, may_add=may_add, is_due=self._is_due or not is_after)
            missing.add_wanted.connect(partial(self.photos_wanted.emit, self._view.number - 1))
            return missing
        number = self._view.detail.finding.photos.index(photo) + 1
        who = self._view.brought_by.get(photo.sha256, "")
        frame = PhotoFrame(self._pictures, photo, number=number, place=self._name, who=who)
        frame.enlarge_wanted.connect(self.enlarge_wanted)
        return frame

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        said = pair_words(self._pair, self._view.detail.reuse)
        if said is not None:
            _add_words(row, said)
            if said.other:
                see = partial(self.other_wanted.emit, said.other)
                row.addWidget(link_button("seeOtherButton", _("See the other one"), clicked=see))
        else:
            row.addStretch(1)
        if may(self._view.detail, "arrange_places"):
            words = _("Wrongly paired, change it")
            row.addWidget(link_button("arrangePlacesButton", words, clicked=self.arrange_wanted.emit))
        return row


def _add_words(row: QHBoxLayout, said: PairWords) -> None:
    glyph, tone = (Glyph.GOOD, Tone.GREEN) if said.good else (Glyph.WARNING, Tone.AMBER)
    row.addWidget(picture(glyph, tone))
    row.addWidget(wrapped(small(said.text, tone="green" if said.good else "amber")), 1)
