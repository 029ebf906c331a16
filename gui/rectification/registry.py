"""Which dialog takes which step of the workflow."""

from collections.abc import Mapping
from typing import Any, Final

from gui.rectification import (
    accept_dialog,
    apply_dialog,
    arrange_dialog,
    close_dialog,
    closure_dialog,
    dispatch_dialog,
    enlist_dialog,
    evidence_dialog,
    file_return_dialog,
    grid_dialog,
    measure_dialog,
    places_dialog,
    progress_dialog,
    publish_dialog,
    return_dialog,
    sign_dialog,
    verify_dialog,
)
from gui.rectification.opener import Opener

OPENERS: Final[Mapping[str, Opener[Any]]] = {
    "verify": verify_dialog.OPENER,
    "return": return_dialog.OPENER,
    "enlist": enlist_dialog.OPENER,
    "dispatch": dispatch_dialog.OPENER,
    "sign": sign_dialog.OPENER,
    "report_progress": progress_dialog.OPENER,
    "settle_measure": measure_dialog.OPENER,
    "attach_evidence": evidence_dialog.OPENER,
    "arrange_places": places_dialog.OPENER,
    "apply": apply_dialog.OPENER,
    "arrange": arrange_dialog.OPENER,
    "accept": accept_dialog.PASS_OPENER,
    "refuse": accept_dialog.REFUSE_OPENER,
    "submit_closure": closure_dialog.OPENER,
    "return_closure": file_return_dialog.OPENER,
    "publish": publish_dialog.OPENER,
    "close": close_dialog.OPENER,
    "correct_grid": grid_dialog.OPENER,
}
"""By action of models.workflow. Corrections of the first form are made in the form itself."""
