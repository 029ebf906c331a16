"""概况: why it was sent back, where two people disagree, and all facts."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.case_file.detail import Detail, may
from gui.case_file.facts_list import FactsList, facts_of
from gui.case_file.rivals_block import RivalsBlock
from gui.findings.returned_box import returned_box, show_reason
from gui.names import Names
from gui.theme import SPACE_M
from models.finding import Finding


class OverviewTab(QWidget):
    """Its rivals emit what settles them."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("overviewTab")
        self._returned = returned_box()
        self.rivals = RivalsBlock()
        self._facts = FactsList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        for part in (self._returned, self.rivals, self._facts):
            column.addWidget(part)
        column.addStretch(1)

    def show_detail(self, detail: Detail, names: Names, now: datetime) -> None:
        """Show this finding."""
        finding = detail.finding
        show_reason(self._returned, finding)
        self.rivals.show_rivals(finding, names, now, may_settle=may_settle(detail))
        self._facts.show_facts(facts_of(finding, names, now))


def may_settle(detail: Detail) -> bool:
    """Whether this person may take the steps that would settle what two people said differently."""
    finding = detail.finding
    return bool(finding.rivals) and all(may(detail, action) for action in _settling(finding))


def _settling(finding: Finding) -> set[str]:
    return {_ACTIONS[rival.aspect] for rival in finding.rivals if rival.aspect in _ACTIONS}


_ACTIONS = {
    "location": "relocate",
    "classification": "reclassify",
    "description": "redescribe",
    "party": "name_party",
    "grid": "correct_grid",
    "places": "arrange_places",
}
