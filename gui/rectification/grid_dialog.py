"""更正网格: the finding belongs to another grid of my area, and goes to its people with it."""

from PySide6.QtWidgets import QWidget

from gui.findings.grids import grids_of
from gui.icons import Glyph
from gui.journal_bridge import JournalBridge
from gui.rectification.opener import simple
from gui.rectification.pick_choices import Choice
from gui.rectification.pick_line import PickLine
from gui.rectification.step_dialog import StepDialog
from gui.texts import small, wrapped
from models.errors import Refusal
from models.facts import Fact, GridCorrected
from models.finding import Finding
from resources.words import _


class GridDialog(StepDialog):
    """A grid."""

    def __init__(self, finding: Finding, bridge: JournalBridge, parent: QWidget) -> None:
        """The one where it is now."""
        super().__init__(finding, _("Correct the grid"), Glyph.EDIT, parent)
        self.setObjectName("gridDialog")
        names = bridge.names
        self._grid = PickLine()
        self._grid.setObjectName("gridPick")
        self._grid.offer([Choice(code, names.place(code), code, code) for code, _name in grids_of(bridge)])
        self._grid.choose(finding.grid)
        now = _("now {grid}").format(grid=names.place(finding.grid))
        self.fields.put("grid", _("Grid"), self._grid, required=True, origin=now)
        words = _("It goes to the people of the other grid; its history stays as it is.")
        self.fields.addWidget(wrapped(small(words)))
        self._grid.setFocus()
        self._grid.selectAll()

    def decide(self) -> None:
        """The same grid again would say nothing."""
        if self._grid.value == self.finding.grid:
            self.show_refusals([Refusal("grid_unchanged", {"field": "grid"})])
        else:
            super().decide()

    def say(self, refusal: Refusal) -> str:
        """Whether another grid was chosen is the dialog's own question."""
        if refusal.code == "grid_unchanged":
            return _("It is in this grid already. Choose another one.")
        return super().say(refusal)

    def fact(self) -> Fact:
        """更正网格."""
        return GridCorrected(self._grid.value or "")


OPENER = simple(lambda opening: GridDialog(opening.finding, opening.bridge, opening.window))
