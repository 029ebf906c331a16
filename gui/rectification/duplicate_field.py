"""Whether a finding is a duplicate of an open one of the same type nearby: what is known, and the answer."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.findings.segments import Segments
from gui.findings.vicinity import Neighbour, Question, look_around
from gui.labels import days_ago, short_number
from gui.texts import plain, wrapped
from gui.theme import SPACE
from models.finding import Finding
from models.ids import FindingId
from models.store import Store
from resources.words import _


class DuplicateField(QWidget):
    """Nothing is asked where there is no such finding."""

    answered = Signal()

    def __init__(self, neighbour: Neighbour | None, now: datetime) -> None:
        """Not a duplicate."""
        super().__init__()
        self._neighbour = neighbour
        self._answer = Segments([(False, _("Not a duplicate")), (True, _("A duplicate of it"))])
        self._answer.setObjectName("duplicateSegments")
        self._answer.chosen.connect(lambda _value: self.answered.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(wrapped(plain(_hint(neighbour, now), tone="amber" if neighbour else "sub")))
        if neighbour is None:
            self._answer.setParent(self)
            self._answer.hide()
        else:
            column.addWidget(self._answer)

    def setAccessibleName(self, name: str) -> None:
        """The answer is where the focus is."""
        super().setAccessibleName(name)
        self._answer.setAccessibleName(name)

    def kept_text(self) -> str:
        """The answer as text; empty where nothing was asked."""
        return self._answer.kept_text() if self._neighbour is not None else ""

    def take_back(self, text: str) -> None:
        """The answer given before, where it is still asked for."""
        if self._neighbour is not None:
            self._answer.take_back(text)

    @property
    def of(self) -> FindingId | None:
        """The finding that this one repeats; None where it repeats none."""
        return self._neighbour.finding if self._neighbour is not None and self._answer.value else None


def nearest_alike(store: Store, finding: Finding) -> Neighbour | None:
    """The open finding of the same type close by that this one may repeat; called beside the window."""
    question = Question(finding.location.position, finding.classification.category, finding.grid, finding=finding.id)
    return look_around(store, question).neighbour


def _hint(near: Neighbour | None, now: datetime) -> str:
    if near is None:
        return _("No open finding of this type within 100 m: not a duplicate.")
    words = _("{metres} m away there is {number}, logged {when}: {state}.")
    when = days_ago(near.recorded_at, now)
    return words.format(metres=near.metres, number=short_number(near.number), when=when, state=_(near.state.chip))
