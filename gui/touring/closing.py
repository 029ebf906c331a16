"""Act 7: submitted, reviewed, seven days of public notice, closed; the books of all four agree."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.touring import hands
from gui.touring.props import NOTHING_WAITING, Props
from gui.touring.stage import check
from models.finding import digest
from models.standing import within
from models.state import State
from models.step_rules import NOTICE_DAYS

FOR_THE_FORM = (
    "工地东侧约1200平方米土方已全部用防尘网覆盖，网间搭接三十厘米以上；常焦路出入口铺设碎石并装上冲洗设备，"
    "安排专人每日洒水两次；南侧围挡边遗留的土堆已于复查前盖好。镇环保站会同网格员现场核查，走访周边两户居民，均反映扬尘明显减少。"
)
WHERE = "区政府网站、三河口村公示栏"


def submit(props: Props, number: str) -> None:
    """上报销号 by the township."""
    officer = props.officer
    officer.rest()
    officer.stage.click("submit_closureButton")
    officer.stage.write("closureText", FOR_THE_FORM)
    officer.picture("submit")
    hands.decide(officer)
    officer.wait_for(lambda _store: officer.finding(number).state is State.CLOSING, "submitted")
    officer.exchange()


def close(props: Props, number: str) -> None:
    """审核公示, eight days, 销号 by the bureau."""
    bureau = props.bureau
    bureau.exchange()
    bureau.wait_for(lambda store: not store.photos.wanted(), "photos")
    hands.open_file(bureau, number)
    bureau.stage.click("publishButton")
    bureau.stage.write("publishOpinion", "材料齐全，整改到位，同意公示。")
    bureau.stage.write("publishWhere", WHERE)
    bureau.picture("publish")
    hands.decide(bureau)
    bureau.wait_for(lambda _store: bureau.finding(number).state is State.PUBLIC_NOTICE, "under public notice")
    bureau.exchange()
    bureau.rest()
    check(bureau.stage.part(QWidget, "closeButton").property("kind") == "locked", "not to be closed before its end")
    bureau.picture("notice-runs")
    props.pass_time(timedelta(days=NOTICE_DAYS))
    bureau.stage.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    bureau.picture("notice-over")
    hands.open_file(bureau, number)
    bureau.stage.click("closeButton")
    hands.choose(bureau, "closeObjections", 1)
    bureau.picture("close")
    hands.decide(bureau)
    bureau.wait_for(lambda _store: bureau.finding(number).state is State.CLOSED, "closed")
    bureau.rest()
    hands.choose(bureau, "caseTabs", 1)
    bureau.picture("closed-compare")


def agree(props: Props, number: str) -> None:
    """Everybody has exchanged: one finding, four laptops and a server, one digest."""
    for _round in range(2):
        for actor in props.actors:
            actor.exchange()
    digests = {digest(actor.finding(number)) for actor in props.actors}
    check(len(digests) == 1, "the same on all four laptops")
    finding = props.inspector.finding(number)
    check(finding.state is State.CLOSED, "closed for the one who found it")
    check(all(line.effective for line in finding.history), "every step took effect")
    for actor in props.actors:
        check(within(finding.standing, actor.store.person), "everybody sees what is theirs")
        check(actor.store.findings.safety() == NOTHING_WAITING, "nothing waits anywhere")
    check(props.bureau_is_whole(), "the bureau's own check at the end")
    hands.open_file(props.inspector, number)
    hands.choose(props.inspector, "caseTabs", 3)
    props.inspector.picture("history-closed")
    for actor in props.actors:
        actor.leave()
