"""补照片 while a finding is rectified: after and during, monitoring reports and others, each 整改后 with its place."""

from gui.icons import Glyph
from gui.rectification.evidence_field import EvidenceField
from gui.rectification.opener import Opening, simple
from gui.rectification.photo_dialog import PhotoDialog
from models.facts import EvidenceAttached, Fact
from models.vocabulary import PhotoKind
from models.workflow import BY_ACTION
from resources.words import _

_ROW = BY_ACTION["attach_evidence"]


class EvidenceDialog(PhotoDialog):
    """For a kind and a place, where somebody asked for one: the gate list does."""

    def __init__(self, opening: Opening[None]) -> None:
        """Hints are `kind` and `place`, 0 for the first."""
        verb = _(_ROW.label)
        super().__init__(opening.finding, verb, Glyph.ADD_PHOTO, opening.window)
        self.setObjectName("evidenceDialog")
        kind, place = opening.hints.get("kind", PhotoKind.AFTER), opening.hints.get("place")
        self._evidence = EvidenceField(opening.finding, opening.bridge, opening.pictures, kind=kind, place=place)
        origin = _("Originals are not changed")
        self.fields.put("photos", _("Photos"), self._evidence, required=True, origin=origin)
        self.serve(self._evidence.photos)
        self._evidence.setFocus()

    def fact(self) -> Fact:
        """补照片."""
        return EvidenceAttached(self._evidence.photos.photos)


OPENER = simple(EvidenceDialog)
