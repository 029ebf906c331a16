"""Act 4: the bureau dispatches to a village whose laptop has exchanged before; the finding arrives there whole."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.touring import hands
from gui.touring.props import NOTHING_WAITING, Props
from gui.touring.stage import check
from models.clock import day_of
from models.deadlines import Colour, light, timing_of
from models.finding import digest
from models.state import State

UNIT = "三河口村委会"


def sit_down_early(props: Props) -> None:
    """The village and the bureau have been at work before anything was dispatched."""
    for actor in (props.unit, props.bureau):
        actor.arrive()
        actor.sign_in()
        actor.exchange()
    check(props.unit.store.findings.count() == 0, "a unit sees nothing before it is dispatched to it")


def dispatch(props: Props, number: str) -> None:
    """交办 by the bureau; the village gets the finding with everything that happened before, and signs for it."""
    bureau, unit = props.bureau, props.unit
    bureau.exchange()
    bureau.stage.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    bureau.picture("workbench")
    hands.open_file(bureau, number)
    bureau.stage.click("dispatchButton")
    hands.pick(bureau, "dispatchUnit", UNIT)
    bureau.picture("dispatch")
    hands.decide(bureau)
    bureau.wait_for(lambda _store: bureau.finding(number).state is State.DISPATCHED, "dispatched")
    bureau.exchange()
    unit.exchange()
    unit.wait_for(lambda store: store.findings.by_number(number) is not None, "the finding at the unit")
    unit.wait_for(lambda store: not store.photos.wanted(), "its photos at the unit")
    check(digest(unit.finding(number)) == digest(bureau.finding(number)), "it came to the unit whole")
    unit.stage.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    unit.picture("workbench")
    hands.open_file(unit, number)
    unit.stage.click("signButton")
    unit.stage.part(QWidget, "signDialog")
    unit.picture("sign")
    hands.decide(unit)
    unit.wait_for(lambda _store: unit.finding(number).state is State.RECTIFYING, "signed for")
    burning = light(timing_of(unit.finding(number)), day_of(unit.store.clock.now()))
    check(burning is not None and burning.colour is not Colour.RED, "a light burns, and it is not red")
    unit.exchange()
    check(unit.store.findings.safety() == NOTHING_WAITING, "the signature is with the bureau")
