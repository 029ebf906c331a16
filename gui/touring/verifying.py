"""Act 3: the township verifies one finding and sends one back, which is completed and sent again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.touring import hands
from gui.touring.props import NOTHING_WAITING, Props
from gui.touring.stage import check
from models.finding import digest
from models.state import State

WHY_BACK = "养殖塘是谁家的没有写，请补上责任主体。"
ADDED = "清塘尾水直接排入舜河，水色发黄有腥味，没有经过沉淀池。塘主是三河口村六组沈阿大。"


def verify_and_return(props: Props, numbers: tuple[str, str]) -> None:
    """The officer finds both on the workbench, verifies and enlists one and sends the other back with a reason."""
    officer = props.officer
    officer.arrive()
    officer.sign_in()
    officer.wait_for(lambda store: store.findings.by_number(numbers[1]) is not None, "findings")
    officer.wait_for(lambda store: not store.photos.wanted(), "photos")
    officer.stage.until(lambda: not officer.place.exchanger.underway, "idle")
    officer.picture("workbench")
    hands.find(officer, numbers[0])
    officer.picture("detail")
    officer.stage.click("verifyButton")
    officer.stage.part(QWidget, "verifyDialog")
    officer.picture("verify")
    hands.decide(officer)
    officer.wait_for(lambda _store: officer.finding(numbers[0]).state is State.ENLISTED, "verified and enlisted")
    hands.find(officer, numbers[1])
    officer.stage.click("returnButton")
    officer.stage.write("returnText", WHY_BACK)
    officer.picture("return")
    hands.decide(officer)
    officer.wait_for(lambda _store: officer.finding(numbers[1]).state is State.RETURNED, "sent back")
    officer.exchange()
    check(officer.store.findings.safety() == NOTHING_WAITING, "the officer's steps are with the bureau")


def complete_and_agree(props: Props, numbers: tuple[str, str]) -> None:
    """The inspector finds it on the workbench, completes it and sends it again; all books agree."""
    me, officer = props.inspector, props.officer
    me.exchange()
    me.stage.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    me.wait_for(lambda _store: me.finding(numbers[1]).state is State.RETURNED, "sent back")
    me.picture("workbench-returned")
    hands.find(me, numbers[1])
    me.stage.click("completeButton")
    me.stage.write("descriptionEdit", ADDED)
    me.picture("complete")
    me.stage.click("saveButton")
    me.wait_for(lambda _store: me.finding(numbers[1]).state is State.REPORTED, "sent again")
    me.exchange()
    officer.exchange()
    for number in numbers:
        mine, theirs = me.finding(number), officer.finding(number)
        check(digest(mine) == digest(theirs), f"{number} is the same on both laptops")
        check(all(line.effective for line in mine.history), f"every step of {number} took effect")
    hands.find(officer, numbers[1])
    officer.stage.scroll_to("historyList")
    officer.picture("history")
    check(props.bureau_is_whole(), "the bureau's own check")
