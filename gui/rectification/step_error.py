"""Why a step was not recorded, above the buttons of its dialog: as many sentences as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.icons import Glyph
from gui.texts import picture, plain, wrapped
from gui.theme import SPACE, SPACE_L, SPACE_M, Tone
from resources.words import _

MOST_SENTENCES = 3


class StepError(QWidget):
    """Hidden until there is something to say."""

    def __init__(self) -> None:
        """Nothing is wrong."""
        super().__init__()
        self._sentences: tuple[str, ...] = ()
        self._text = wrapped(plain(tone="red"))
        self._text.setObjectName("stepError")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L + 4, 0, SPACE_L + 4, SPACE_M)
        row.setSpacing(SPACE)
        row.addWidget(picture(Glyph.PROBLEM, Tone.RED), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def say(self, sentences: Sequence[str]) -> None:
        """Each once; none hides it."""
        self._sentences = tuple(dict.fromkeys(sentences))
        self.show_at_most(MOST_SENTENCES)
        self.setVisible(bool(self._sentences))

    def show_at_most(self, most: int) -> None:
        """The first ones, and how many more there are; all of them stand in the tooltip."""
        rest = len(self._sentences) - most
        more = [_("and {n} more").format(n=rest)] if rest > 0 else []
        self._text.setText("\n".join([*self._sentences[:most], *more]))
        self._text.setToolTip("\n".join(self._sentences) if more else "")
        # the dialog asks for its height at once, not when Qt gets to it
        self.updateGeometry()
