"""Act 6: it does not pass at first; it is done again and passes, and the answer to that is lost on its way."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.touring import hands, rectifying
from gui.touring.props import NOTHING_WAITING, Props
from gui.touring.stage import check
from models.state import State
from models.vocabulary import Standard

WHY_NOT = "南侧围挡边还有一小堆土没有盖，请盖好再申请。"
SECOND_VERIFIER = "徐青"
OPINION = "两人现场核查，土方全部覆盖，出入口有冲洗，走访两户居民反映好转，同意通过。"


def refuse(props: Props, number: str) -> None:
    """The township takes it up, looks and finds something left; the village reads why and applies again."""
    officer, unit = props.officer, props.unit
    officer.exchange()
    officer.stage.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    officer.picture("workbench-accept")
    take_up(props, number)
    officer.stage.click("refuseButton")
    officer.stage.write("reason", WHY_NOT)
    officer.picture("refuse")
    officer.stage.click("doButton")
    # what cannot be taken back is asked twice
    hands.decide(officer)
    officer.wait_for(lambda _store: officer.finding(number).state is State.RECTIFYING, "not passed")
    officer.exchange()
    unit.exchange()
    unit.stage.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    unit.picture("workbench-refused")
    check(hands.task(unit, number).refused[-1].fact.reason == WHY_NOT, "the unit knows why")
    hands.open_file(unit, number)
    rectifying.apply(unit, number, "apply-again")
    unit.exchange()


def accept(props: Props, number: str) -> None:
    """Two verifiers, a photo, five standards; the bureau has it though its answer never arrives, and has it once."""
    officer, line = props.officer, props.line
    officer.exchange()
    take_up(props, number)
    officer.stage.click("acceptButton")
    officer.stage.write("secondVerifier", SECOND_VERIFIER)
    hands.add_photos(officer, props.card.visit)
    for standard in Standard:
        hands.choose(officer, f"standard_{standard.value}", 0)
    hands.tick(officer, "askedResident")
    officer.stage.write("opinion", OPINION)
    officer.picture("accept")
    hands.decide(officer)
    officer.wait_for(lambda _store: officer.finding(number).state is State.ACCEPTED, "passed")
    before = len(officer.finding(number).history)
    line.lose_answer()
    officer.exchange()
    check(officer.store.findings.safety().records > 0, "without an answer it counts as not sent")
    line.mend()
    officer.exchange()
    check(officer.store.findings.safety() == NOTHING_WAITING, "sent again, everything is there")
    check(len(officer.finding(number).history) == before, "and nothing is there twice")


def take_up(props: Props, number: str) -> None:
    """受理验收."""
    officer = props.officer
    hands.open_file(officer, number)
    officer.stage.click("arrangeButton")
    officer.stage.part(QWidget, "arrangeDialog")
    hands.decide(officer)
    officer.wait_for(lambda _store: officer.finding(number).state is State.ACCEPTING, "taken up")
    officer.rest()
