"""The fields behind F4, each small: source, method, finder, companions, campaign, emergency."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from gui.findings.form_values import FormField, FormValues, names_in
from gui.findings.quiet_combo import QuietCombo
from gui.findings.segments import Segments
from gui.texts import small
from gui.theme import SPACE, SPACE_S
from models.vocabulary import Labelled, Method, Source
from resources.words import _


class MorePanel(QWidget):
    """Two rows of three."""

    edited = Signal(object, object)

    def __init__(self, *, may_name_finder: bool) -> None:
        """The finder is fixed to the person who logs where the role says so."""
        super().__init__()
        self._source = self._combo("sourceCombo", _choices(Source), self._set("source", FormField.SOURCE))
        self._method = self._combo("methodCombo", _choices(Method), self._set("method", FormField.SOURCE))
        self._finder = self._combo("finderCombo", (), self._set("finder", FormField.FINDER))
        self._finder.setEnabled(may_name_finder)
        self._companions = QLineEdit()
        self._companions.setObjectName("companionsEdit")
        self._companions.setPlaceholderText(_("names, separated by commas"))
        self._companions.textEdited.connect(self._on_companions)
        self._campaign = QLineEdit()
        self._campaign.setObjectName("campaignEdit")
        self._campaign.setMaxLength(60)
        self._campaign.textEdited.connect(self._set("campaign", FormField.SOURCE))
        self._emergency = Segments([(False, _("no")), (True, _("yes"))])
        self._emergency.setObjectName("emergencySegments")
        self._emergency.chosen.connect(self._set("emergency", FormField.SOURCE))
        self._build()

    def _combo(self, name: str, choices: Sequence[tuple[object, str]], chosen: Callable[[object], None]) -> QuietCombo:
        combo = QuietCombo(choices)
        combo.setObjectName(name)
        combo.setPlaceholderText(_("not chosen"))
        combo.chosen.connect(chosen)
        return combo

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, SPACE)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE)
        parts = (
            (_("Source"), self._source),
            (_("Found by way of"), self._method),
            (_("Found by"), self._finder),
            (_("Companions"), self._companions),
            (_("Campaign"), self._campaign),
            (_("Suspected environmental emergency"), self._emergency),
        )
        for place, (title, control) in enumerate(parts):
            control.setAccessibleName(title)
            column = QVBoxLayout()
            column.setSpacing(SPACE_S)
            column.addWidget(small(title))
            column.addWidget(control)
            grid.addLayout(column, place // 3, place % 3)
        for column_number in range(3):
            grid.setColumnStretch(column_number, 1)

    def offer_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Ids and names."""
        self._finder.offer(people)

    def focus_first(self) -> None:
        """Put the cursor at the source."""
        self._source.setFocus()

    def show_values(self, values: FormValues) -> None:
        """Show the six values."""
        self._source.choose(values.source)
        self._method.choose(values.method)
        self._finder.choose(values.finder)
        if names_in(self._companions.text()) != values.companions:
            self._companions.setText("、".join(values.companions))
        if self._campaign.text() != values.campaign:
            self._campaign.setText(values.campaign)
        self._emergency.choose(values.emergency)

    def _set(self, name: str, field: FormField) -> Callable[[object], None]:
        return lambda value: self.edited.emit(field, {name: value})

    def _on_companions(self, text: str) -> None:
        self.edited.emit(FormField.FINDER, {"companions": names_in(text)})


def _choices(kind: type[Labelled]) -> list[tuple[object, str]]:
    return [(member, _(member.label)) for member in kind]
