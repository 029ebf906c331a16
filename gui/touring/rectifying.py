"""Act 5: the village rectifies offline; what the application lacks is named; the line breaks in the middle of a photo."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.touring import hands
from gui.touring.actor import Actor
from gui.touring.props import NOTHING_WAITING, Props
from gui.touring.stage import check
from models.gates import gaps
from models.state import State
from models.workflow import BY_ACTION

PROGRESS = "东侧土方已全部用防尘网覆盖，出入口铺好碎石并装上冲洗设备，安排专人每日洒水。"
DONE = "工地东侧土方全部覆盖，出入口硬化并冲洗，围挡喷淋已开。"


def rectify_offline(props: Props, number: str) -> None:
    """Progress with measures, then photos; the application says what it lacks until nothing is missing."""
    unit = props.unit
    props.line.cut()
    hands.open_file(unit, number)
    check(unit.stage.part(QWidget, "applyButton").property("kind") == "locked", "the application is locked at first")
    unit.picture("file-locked")
    unit.stage.click("report_progressButton")
    unit.stage.write("progressText", PROGRESS)
    for measure, _line in hands.task(unit, number).open_measures():
        hands.tick(unit, f"measure_{measure}")
    unit.picture("progress")
    hands.decide(unit)
    unit.wait_for(lambda _store: not hands.task(unit, number).open_measures(), "every measure done")
    check(_lacking(unit, number) == {"after_photo_missing"}, "only the photo is missing")
    unit.rest()
    unit.stage.click("cureButton")
    hands.add_photos(unit, props.card.after)
    unit.picture("evidence")
    hands.decide(unit)
    unit.wait_for(lambda _store: not _lacking(unit, number), "nothing is missing")
    apply(unit, number, "apply")
    hands.choose(unit, "caseTabs", 1)
    unit.picture("compare")
    check(unit.store.findings.safety().records == 1, "one record waits")
    check(unit.store.findings.safety().photos == len(props.card.after), "and its photos")


def send_over_bad_line(props: Props) -> None:
    """The line breaks in the middle of a photo, the window is closed; it goes on where it was."""
    unit, line = props.unit, props.line
    line.mend()
    line.cut_after(200_000)
    unit.exchange()
    check(unit.store.findings.safety().records == 0, "records went first")
    check(unit.store.findings.safety().photos > 0, "a photo waits")
    unit.leave()
    line.mend()
    unit.arrive()
    unit.sign_in()
    unit.exchange()
    unit.wait_for(lambda store: store.findings.safety() == NOTHING_WAITING, "everything with the bureau")
    check(props.bureau_is_whole(), "the bureau's own check")


def apply(unit: Actor, number: str, picture: str) -> None:
    """申请验收 from the file."""
    unit.rest()
    unit.stage.click("applyButton")
    unit.stage.write("completionText", DONE)
    unit.picture(picture)
    unit.stage.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    unit.wait_for(lambda _store: unit.finding(number).state is State.COMPLETED, "applied for acceptance")


def _lacking(unit: Actor, number: str) -> set[str]:
    return {gap.code for gap in gaps(unit.finding(number).standing, BY_ACTION["apply"])}
