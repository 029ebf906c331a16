"""Why a finding was sent back, whole: who completes it works along this sentence."""

from PySide6.QtWidgets import QFrame, QLabel

from gui.texts import strong, wrapped
from gui.theme import SPACE
from models.finding import Finding
from models.state import State
from resources.words import _


def returned_box() -> QLabel:
    """Hidden until `show_reason` has one."""
    box = wrapped(strong(tone="red"))
    box.setObjectName("returnedBecause")
    box.setFrameShape(QFrame.Shape.StyledPanel)
    box.setProperty("frame", "red")
    box.setMargin(SPACE)
    box.hide()
    return box


def show_reason(box: QLabel, finding: Finding | None) -> None:
    """The reason while the finding waits for completion."""
    returned = finding is not None and finding.state is State.RETURNED
    box.setText(_("Sent back: {reason}").format(reason=finding.returned_because) if finding and returned else "")
    box.setVisible(returned)
