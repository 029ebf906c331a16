"""The strip over a case file: state, light, deadline, and the seven steps."""

from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout

from gui.case_file.stage_line import StageLine
from gui.case_file.stages import stages_of
from gui.chip import Chip
from gui.labels import state_chip
from gui.light_mark import LightMark
from gui.light_words import light_look
from gui.names import Names
from gui.texts import small
from gui.theme import SPACE, SPACE_L, SPACE_M, px
from models.deadlines import timing_of
from models.finding import Finding
from resources.words import _

HEIGHT = 56
_SECOND_LINE = 28


class Strip(QFrame):
    """Always in sight: it does not scroll."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("caseStrip")
        self.setProperty("frame", "card")
        self.setFixedHeight(px(HEIGHT))
        self._chip = Chip()
        self._light = LightMark("caseLight")
        self._deadline = small()
        self._deadline.setObjectName("caseDeadline")
        self._stages = StageLine()
        self._facts = QHBoxLayout()
        self._facts.setSpacing(SPACE_M)
        for part in (self._chip, self._light, self._deadline):
            self._facts.addWidget(part)
        self._facts.addStretch(1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(SPACE_L, SPACE, SPACE_L, SPACE)
        self._parts.setSpacing(SPACE_M + SPACE)
        self._parts.addLayout(self._facts)
        self._parts.addWidget(self._stages, 1)

    def minimumSizeHint(self) -> QSize:
        """The wider of its two parts: they may stand one over the other."""
        widest = max(self._facts.minimumSize().width(), self._stages.minimumSizeHint().width())
        return QSize(widest + 2 * SPACE_L, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large type puts the steps under the state."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        needed = self._facts.sizeHint().width() + self._parts.spacing() + self._stages.least_width() + 2 * SPACE_L
        over, way = needed > self.width(), QBoxLayout.Direction
        self._parts.setDirection(way.TopToBottom if over else way.LeftToRight)
        self._parts.setSpacing(0 if over else SPACE_M + SPACE)
        self.setFixedHeight(px(HEIGHT) + (px(_SECOND_LINE) if over else 0))

    def show_finding(self, finding: Finding, names: Names, today: date) -> None:
        """Show where it stands."""
        self._chip.show_look(state_chip(finding.state))
        self._light.show_look(light_look(timing_of(finding), today))
        task = finding.rectification
        words = _("due {day}").format(day=f"{task.order.deadline:%Y-%m-%d}") if task else ""
        self._deadline.setText(words)
        self._deadline.setVisible(bool(words))
        self._stages.show_stages(stages_of(finding, names, today))
        self._arrange()
