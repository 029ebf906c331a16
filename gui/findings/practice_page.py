"""练一条（不上报）: the form with all its fields and checks, over a scrap of a store that is thrown away afterwards."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from gui.buttons import plain_button
from gui.findings.form_page import FormPage
from gui.findings.form_purpose import Ending
from gui.icons import Glyph
from gui.journal_bridge import JournalBridge
from gui.photos.incoming import Incoming
from gui.photos.picture_source import PictureSource
from gui.texts import picture, strong, wrapped
from gui.theme import SPACE, SPACE_M, Tone
from models.clock import Clock
from models.coordinates import Position
from resources.words import _

_SCENES = (("soil", 0), ("soil", 1))
_HERE = Position(120.087312, 31.824605)


class PracticePage(FormPage):
    """Says in a band all the time that it is practice. `bridge` is the scrap's."""

    place = "practice"
    help_page = "form"

    def __init__(self, bridge: JournalBridge, pictures: PictureSource) -> None:
        """An empty form under the band."""
        super().__init__(bridge, pictures, Ending.PRACTISE)
        band = PracticeBand()
        band.scenes_wanted.connect(self._on_scenes)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, band)

    @property
    def context(self) -> str:
        """Nothing that is typed here goes anywhere."""
        return _("Practice: not registered, not reported")

    def _on_scenes(self) -> None:
        clock = self._bridge.clock
        self.photos.intake.take_all(
            [
                Incoming(_("practice {n}.jpg").format(n=shot + 1), partial(_draw, kind, shot, clock))
                for kind, shot in _SCENES
            ]
        )


class PracticeBand(QFrame):
    """Amber, over the whole form."""

    scenes_wanted = Signal()

    def __init__(self) -> None:
        """Its words never change."""
        super().__init__()
        self.setObjectName("practiceBand")
        self.setProperty("frame", "amber")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE, SPACE_M, SPACE)
        row.setSpacing(SPACE)
        row.addWidget(picture(Glyph.WARNING, Tone.LIGHT_AMBER))
        row.addWidget(wrapped(strong(_("Practice: this is not registered and not reported."), tone="amber")), 1)
        words = _("Put in two sample photos")
        row.addWidget(plain_button("sampleButton", words, glyph=Glyph.PHOTO, clicked=self.scenes_wanted.emit))


def _draw(kind: str, shot: int, clock: Clock) -> bytes:
    """A made-up photo of a building site, just taken; drawn beside the window."""
    from resources.scenes import photo

    return photo(kind, seed=7, taken_at=clock.now().replace(microsecond=0), position=_HERE, shot=shot)
