"""上报销号: the file as it stands, and what was done in the words of the printed form."""

from PySide6.QtWidgets import QWidget

from gui.check_lines import CheckLines, Health
from gui.icons import Glyph
from gui.rectification.closure_file import closure_file
from gui.rectification.field_label import field_label
from gui.rectification.opener import simple
from gui.rectification.step_dialog import StepDialog
from gui.rectification.step_text import StepText
from gui.texts import small
from gui.theme import px
from models.facts import ClosureSubmitted, Fact
from models.finding import Finding
from models.step_rules import COMPLETION
from resources.words import _, ngettext

_TEXT_HEIGHT = 120


class ClosureDialog(StepDialog):
    """File list, text with a live count."""

    def __init__(self, finding: Finding, parent: QWidget) -> None:
        """The text begins with what the unit wrote when it applied."""
        super().__init__(finding, _("Apply for closure"), Glyph.RESUBMITTED, parent)
        self.setObjectName("closureDialog")
        lines = closure_file(finding)
        lacking = sum(line.health is Health.BAD for line in lines)
        words = ngettext("{n} is missing", "{n} are missing", lacking).format(n=lacking)
        self._file = CheckLines("closureFile")
        self._file.show_lines(lines)
        self.fields.addLayout(field_label(_("One finding, one file"), origin="" if lacking else _("complete (file)")))
        if lacking:
            self.fields.addWidget(small(words, tone="red"))
        self.fields.addWidget(self._file)
        self._text = StepText("closureText", px(_TEXT_HEIGHT))
        task = finding.rectification
        told = task.application.fact.description if task and task.application else ""
        self._text.setPlainText(told)
        origin = _("from the application") if told else ""
        self.fields.put("description", _("What was done"), self._text, required=True, origin=origin)
        self._count = small()
        self._count.setObjectName("closureCount")
        self.fields.addWidget(self._count)
        self._text.textChanged.connect(self._on_changed)
        self._on_changed()
        self._text.setFocus()

    def fact(self) -> Fact:
        """上报销号."""
        return ClosureSubmitted(self._text.toPlainText().strip())

    def _on_changed(self) -> None:
        count, (least, most) = len(self._text.toPlainText().strip()), COMPLETION
        if count < least:
            words = ngettext("{n} character short of {least}", "{n} characters short of {least}", least - count).format(
                n=least - count, least=least
            )
        elif count > most:
            words = _("{n} characters too many").format(n=count - most)
        else:
            words = _("{n} characters").format(n=count)
        self._count.setText(words)


OPENER = simple(lambda opening: ClosureDialog(opening.finding, opening.window))
