"""Which dialog takes which step of the workflow."""

from collections.abc import Mapping
from typing import Any, Final

from gui.rectification import enlist_dialog, return_dialog, verify_dialog
from gui.rectification.opener import Opener

OPENERS: Final[Mapping[str, Opener[Any]]] = {
    "verify": verify_dialog.OPENER,
    "enlist": enlist_dialog.OPENER,
    "return": return_dialog.OPENER,
}
"""By action of models.workflow. Corrections of the first form are made in the form itself."""
