"""照片对比: a block for each place, and below them the photos of the acceptance and the monitoring reports."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.card import line
from gui.case_file.brought_by import who_brought
from gui.case_file.detail import Detail, may
from gui.case_file.photo_row import PhotoRow
from gui.case_file.place_block import PlaceBlock, PlaceView
from gui.findings.clearing import empty
from gui.findings.segments import Segments
from gui.labels import word
from gui.names import Names
from gui.photos.enlarged import Enlarged
from gui.photos.picture_source import PictureSource
from gui.texts import plain, small, strong
from gui.theme import SPACE, SPACE_M
from models.facts import Photo
from models.finding import Finding
from models.vocabulary import PhotoKind
from resources.words import _, ngettext

_SHOWN_IN_PLACES = (PhotoKind.BEFORE, PhotoKind.DURING, PhotoKind.AFTER)


class PhotosTab(QWidget):
    """Side by side, or one over the other with a line between."""

    photos_wanted = Signal(int)
    arrange_wanted = Signal()
    other_wanted = Signal(str)
    laid_out = Signal()
    """Built anew by another way to compare."""

    def __init__(self, pictures: PictureSource) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("photosTab")
        self._pictures = pictures
        self._detail: Detail | None = None
        self._names = Names()
        self._filled: tuple[object, ...] = ()
        self._count = small()
        self._way = Segments(((False, _("Side by side")), (True, _("Compare by sliding"))))
        self._way.setObjectName("compareWay")
        self._way.setAccessibleName(_("How to compare"))
        self._way.chosen.connect(self._on_way)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._count, 1)
        head.addWidget(self._way)
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(SPACE_M)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(head)
        column.addLayout(self._blocks)
        column.addStretch(1)

    def show_detail(self, detail: Detail, names: Names) -> None:
        """Show the places of this finding."""
        self._detail, self._names = detail, names
        places = detail.finding.places
        words = ngettext("{n} place", "{n} places", len(places)).format(n=len(places))
        rectified = sum(place.is_rectified for place in places)
        self._count.setText(_("{places}, {n} with photos after rectification").format(places=words, n=rectified))
        self._way.setVisible(rectified > 0)
        self._fill(detail)

    @Slot(object)
    def _on_way(self, _sliding: object) -> None:
        if self._detail is not None:
            self._fill(self._detail)
            self.laid_out.emit()

    def _fill(self, detail: Detail) -> None:
        brought_by, sliding = who_brought(detail, self._names), bool(self._way.value)
        finding = detail.finding
        offered = [may(detail, action) for action in ("attach_evidence", "arrange_places")]
        is_due = finding.rectification is not None
        filled = (finding.photos, finding.arranged, detail.reuse, offered, is_due, brought_by, sliding)
        if filled == self._filled:
            return  # what is the same keeps the focus and the line between two photos
        self._filled = filled
        empty(self._blocks)
        for number, place in enumerate(detail.finding.places, start=1):
            if number > 1:
                self._blocks.addWidget(line())
            self._blocks.addWidget(self._block(PlaceView(detail, place, number, brought_by, sliding)))
        for kind in PhotoKind:
            shown = [photo for photo in detail.finding.photos if photo.kind is kind]
            if shown and kind not in _SHOWN_IN_PLACES:
                self._add_row(word(kind), shown)
        if not self._blocks.count():
            self._blocks.addWidget(plain(_("No photos yet"), tone="sub"))

    def _block(self, view: PlaceView) -> PlaceBlock:
        block = PlaceBlock(self._pictures, view)
        block.enlarge_wanted.connect(self.enlarge)
        block.photos_wanted.connect(self.photos_wanted)
        block.arrange_wanted.connect(self.arrange_wanted)
        block.other_wanted.connect(self.other_wanted)
        return block

    def _add_row(self, title: str, photos: Sequence[Photo]) -> None:
        self._blocks.addWidget(line())
        self._blocks.addWidget(strong(title))
        row = PhotoRow(self._pictures, photos)
        row.enlarge_wanted.connect(self.enlarge)
        self._blocks.addWidget(row)

    @Slot(str)
    def enlarge(self, digest: str) -> None:
        """Begin with this photo; ←→ go through all, pair by pair."""
        if self._detail is not None:
            photos = in_pairs(self._detail.finding)
            at = next((place for place, photo in enumerate(photos) if photo.sha256 == digest), 0)
            brought_by = who_brought(self._detail, self._names)
            Enlarged(self._pictures, photos, at, self, brought_by=brought_by).open()


def in_pairs(finding: Finding) -> tuple[Photo, ...]:
    """Every photo once: before, after, before, after, then all others."""
    pairs = [photo for place in finding.places for pair in place.pairs for photo in pair if photo is not None]
    return tuple(dict.fromkeys((*pairs, *finding.photos)))
