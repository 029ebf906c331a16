"""Field 5, 现场处置: what was done on the spot, from the type until a person says otherwise."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from gui.findings.field import Field
from gui.findings.form_values import FormField, FormValues
from gui.findings.quiet_combo import QuietCombo
from models.vocabulary import OnSiteAction
from resources.words import N_, _

_MORE = {
    OnSiteAction.STOPPED: N_("Stopped on the spot — those responsible were told"),
    OnSiteAction.REPORTED: N_("Reported for handling — nobody there, or beyond us"),
}


class OnSiteField(Field):
    """A choice of actions. 责令改正 needs an enforcement licence, which no account carries yet: it is not offered."""

    def __init__(self) -> None:
        """All that an inspector may do."""
        super().__init__(FormField.ON_SITE, _("On-the-spot action"), number=5)
        offered = [member for member in OnSiteAction if member is not OnSiteAction.ORDERED]
        self._combo = QuietCombo((member, _(_MORE.get(member, member.label))) for member in offered)
        self._combo.setObjectName("onSiteCombo")
        self._combo.setAccessibleName(self.title)
        self._combo.chosen.connect(self._on_chosen)
        self.put(self._combo)

    def show_values(self, values: FormValues) -> None:
        """Choose the action."""
        self._combo.choose(values.on_site)

    def controls(self) -> tuple[QWidget, ...]:
        """The combo box."""
        return (self._combo,)

    @Slot(object)
    def _on_chosen(self, action: OnSiteAction) -> None:
        self.edited.emit(self.field, {"on_site": action})
