"""改配对: which photos show the same place, and what the places are called."""

from PySide6.QtCore import QTimer, Slot

from gui.icons import Glyph
from gui.rectification.opener import Opening, simple
from gui.rectification.places_field import PlacesField
from gui.rectification.step_dialog import WIDE, StepDialog
from models.errors import Refusal
from models.facts import Fact, PlacesArranged
from models.places import as_arrangement
from models.workflow import BY_ACTION
from resources.words import _

_ROW = BY_ACTION["arrange_places"]
_LACKING = "place_without_before"


class PlacesDialog(StepDialog):
    """The rows, and nothing else."""

    def __init__(self, opening: Opening[None]) -> None:
        """As the photos stand now."""
        super().__init__(opening.finding, _(_ROW.label), Glyph.PHOTO, opening.window, width=WIDE)
        self.setObjectName("placesDialog")
        self._places = PlacesField(opening.finding.places, opening.pictures)
        self.fields.put("places", _("Places and their photos"), self._places, required=True)
        self._refitting = QTimer(self, singleShot=True, interval=0)
        self._refitting.timeout.connect(self._on_refit)
        self._places.changed.connect(self._refitting.start)
        self._places.focus_first()

    def fact(self) -> Fact:
        """改配对."""
        return PlacesArranged(as_arrangement(self._places.arrangement.places))

    def decide(self) -> None:
        """A place without a photo of before would fall apart again."""
        lacking = self._places.arrangement.without_before()
        if not lacking:
            super().decide()
            return
        self.show_refusals(tuple(Refusal(_LACKING, {"number": at + 1}) for at in lacking))
        self._places.focus_lacking()

    def say(self, refusal: Refusal) -> str:
        """Where a photo of before is missing."""
        if refusal.code == _LACKING:
            words = _("Place {number} has no photo of before. Move one there, or move its photos elsewhere.")
            return words.format_map(refusal.values)
        return super().say(refusal)

    @Slot()
    def _on_refit(self) -> None:
        self._fit()


OPENER = simple(PlacesDialog)
