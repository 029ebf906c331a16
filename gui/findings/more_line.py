"""The F4 line: source, method, finder, companions, campaign and emergency in one line that unfolds."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from gui.buttons import link_button
from gui.findings.form_values import FormValues
from gui.findings.more_panel import MorePanel
from gui.icons import Glyph
from gui.labels import word
from gui.texts import plain, small, wrapped
from gui.theme import SPACE, SPACE_M, Tone
from resources.words import _


class MoreLine(QFrame):
    """Shows the line; unfolded it shows the panel with the fields instead."""

    edited = Signal(object, object)

    def __init__(self, *, may_name_finder: bool) -> None:
        """Only some roles log for somebody else."""
        super().__init__()
        self.setObjectName("moreLine")
        self.setProperty("frame", "quiet")
        self._names: Mapping[str, str] = {}
        self._facts = wrapped(small())
        self._facts.setObjectName("moreFacts")
        self._facts.setTextFormat(Qt.TextFormat.RichText)
        self._error = wrapped(plain(tone="red"))
        self._error.setObjectName("sourceError")
        self._error.hide()
        self._button = link_button("moreButton", _("Change  F4"), glyph=Glyph.EDIT, clicked=self.toggle)
        self._panel = MorePanel(may_name_finder=may_name_finder)
        self._panel.edited.connect(self.edited)
        self._panel.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_M, 2, SPACE_M, 2)
        column.setSpacing(SPACE)
        column.addLayout(self._build_line())
        column.addWidget(self._panel)
        column.addWidget(self._error)

    def _build_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_M)
        row.addWidget(self._facts, 1)
        row.addStretch(0)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def offer_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Ids and names of those who may have found it."""
        self._names = dict(people)
        self._panel.offer_people(people)

    @Slot()
    def toggle(self) -> None:
        """Unfold, or fold again."""
        self.unfold(unfolded=self._panel.isHidden())

    def unfold(self, *, unfolded: bool) -> None:
        """Show the fields or the line."""
        if not unfolded and self._panel.isAncestorOf(self.focusWidget()):
            self._button.setFocus()
        self._panel.setVisible(unfolded)
        self._facts.setVisible(not unfolded)
        self._button.setText(_("Fold  F4") if unfolded else _("Change  F4"))
        if unfolded:
            self._panel.focus_first()

    def show_values(self, values: FormValues) -> None:
        """Show the facts in the line and in the panel."""
        finders = "、".join((self._names.get(values.finder, values.finder), *values.companions))
        source = word(values.source) if values.source else _("not chosen")
        facts = [
            (_("Source"), source),
            (_("Found by way of"), word(values.method)),
            (_("Found by"), finders),
            (_("Campaign"), values.campaign),
            (_("Environmental emergency"), _("yes") if values.emergency else _("no")),
        ]
        told = [(title, text) for title, text in facts if text]
        self._facts.setText("&emsp;&emsp; ".join(_fact(title, text) for title, text in told))
        self._facts.setAccessibleName("；".join(f"{title} {text}" for title, text in told))
        self._panel.show_values(values)

    def show_error(self, words: str) -> None:
        """Say what is missing here."""
        self._error.setText(words)
        self._error.setVisible(bool(words))

    def focus_first(self) -> None:
        """Unfold and put the cursor at the first field."""
        self.unfold(unfolded=True)


def _fact(title: str, text: str) -> str:
    """What it is stays on one line with the beginning of what it says."""
    return f'{escape(title)}&nbsp;&nbsp;<span style="color:{Tone.INK.value}">{escape(text)}</span>'
