"""The strip over a case file: state, light, deadline, and the seven steps."""

from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout

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
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L, SPACE, SPACE_L, SPACE)
        row.setSpacing(SPACE_M)
        for part in (self._chip, self._light, self._deadline):
            row.addWidget(part)
        row.addSpacing(SPACE)
        row.addWidget(self._stages, 1)

    def show_finding(self, finding: Finding, names: Names, today: date) -> None:
        """Show where it stands."""
        self._chip.show_look(state_chip(finding.state))
        self._light.show_look(light_look(timing_of(finding), today))
        task = finding.rectification
        words = _("due {day}").format(day=f"{task.order.deadline:%Y-%m-%d}") if task else ""
        self._deadline.setText(words)
        self._deadline.setVisible(bool(words))
        self._stages.show_stages(stages_of(finding, names, today))
