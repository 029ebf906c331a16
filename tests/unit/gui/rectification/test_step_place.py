"""Where a step's dialog stands: in the middle of the window, its buttons never below the edge."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from gui.rectification.dispatch_dialog import DispatchDialog
from gui.rectification.sign_dialog import SignDialog
from gui.rectification.step_dialog import StepDialog
from models.errors import Refusal
from tests.line import Cast
from tests.unit.gui.rectification.conftest import Opens
from tests.unit.gui.rectification.register import hand_down

SIZES = [(1366, 697), (1093, 558), (900, 460)]


def where(part: QWidget) -> QRect:
    """On the screen."""
    return QRect(part.mapToGlobal(QPoint(0, 0)), part.size())


@pytest.mark.parametrize("size", SIZES)
def test_a_high_dialog_stands_in_the_middle(
    theatre: Opens, people: Cast, house: QWidget, size: tuple[int, int]
) -> None:
    house.resize(*size)
    scene = theatre(people.bureau, 2)
    hand_down(scene.stage.store, people)
    dialog = scene.open("dispatch", DispatchDialog)
    assert (where(dialog).center() - where(house).center()).manhattanLength() <= 4
    assert where(house).contains(where(dialog.do_button))


def test_a_dialog_that_grows_stays_above_the_edge(theatre: Opens, people: Cast, house: QWidget) -> None:
    # GIVEN a dialog that reaches the lower edge
    house.resize(900, 460)
    dialog: StepDialog = theatre(people.unit, 3).open("sign", SignDialog)
    dialog.move(dialog.x(), where(house).bottom() + 1 - dialog.height())
    # WHEN sentences make it higher
    dialog.show_refusals([Refusal("person_missing"), Refusal("duplicate_open")])
    # THEN
    assert where(house).contains(where(dialog.do_button))
