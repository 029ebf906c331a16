"""The four tabs of a case file: one stop for Tab, arrows go from one to the next."""

from enum import Enum

from gui.findings.segments import Segments
from resources.words import N_, _


class CaseTab(Enum):
    """In their order; the value is the English word."""

    OVERVIEW = N_("Overview")
    PHOTOS = N_("Photos compared")
    RECTIFICATION = N_("Rectification (tab)")
    HISTORY = N_("History")


class CaseTabs(Segments):
    """Segments that look like tabs."""

    def __init__(self) -> None:
        """概况 is on."""
        super().__init__([(tab, _(tab.value)) for tab in CaseTab])
        self.setObjectName("caseTabs")
        self.setProperty("frame", "tabs")
        self.setAccessibleName(_("Tab (of a finding)"))
