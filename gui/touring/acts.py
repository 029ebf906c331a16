"""The acts of the tour: offline with photos; over a line that is cut; the township verifies and sends back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QWidget

from gui.touring.actor import Actor
from gui.touring.stage import check
from models.finding import digest
from models.findings import Safety
from models.ids import FindingId
from models.photos import PhotoState
from models.state import State
from resources.words import _

NOTHING_WAITING = Safety()
PLACE = "常焦路与丰北路路口东南角工地"
DESCRIPTION = "工地东侧土方堆放约1200平方米，绿网只盖了南面一小半，风一吹扬尘明显；出入口未冲洗。"
SECOND_PLACE = "舜河桥南侧养殖塘出水口"
SECOND_DESCRIPTION = "清塘尾水直接排入舜河，水色发黄有腥味，没有经过沉淀池。"
WHY_BACK = "养殖塘是谁家的没有写，请补上责任主体。"
ADDED = "清塘尾水直接排入舜河，水色发黄有腥味，没有经过沉淀池。塘主是三河口村六组沈阿大。"


class Line(Protocol):
    """The line between the laptops and the bureau."""

    def cut(self) -> None:
        """Break it."""

    def cut_after(self, sent: int) -> None:
        """Break it when so many more bytes have gone up."""

    def mend(self) -> None:
        """Make it whole."""


@dataclass(frozen=True, slots=True)
class Props:
    """What the acts need: two people, the line, photos on a card, and a look into the bureau's own books."""

    inspector: Actor
    officer: Actor
    line: Line
    first_photos: Sequence[Path]
    second_photos: Sequence[Path]
    bureau_is_whole: Callable[[], bool]


def play(props: Props, tell: Callable[[str], None]) -> None:
    """All acts in order. Raises StepFailed at the first thing that is not as it must be."""
    tell(_("Act 1: logged offline, with photos"))
    log_offline(props)
    tell(_("Act 2: exchanged over a line that is cut, twice"))
    numbers = exchange_over_bad_line(props)
    tell(_("Act 3: the township verifies one and sends one back"))
    verify_and_return(props, numbers)
    complete_and_agree(props, numbers)


def log_offline(props: Props) -> None:
    """Two findings on a laptop without any network; one window is closed in the middle of typing."""
    props.line.cut()
    me = props.inspector
    begin_and_close(me, props.first_photos)
    go_on_with_draft(me, len(props.first_photos))
    _begin_form(me, props.second_photos)
    me.stage.click("frequent_W19")
    me.stage.write("placeEdit", SECOND_PLACE)
    me.stage.write("descriptionEdit", SECOND_DESCRIPTION)
    _save(me, 2)
    _show(me, me.store.findings.page(limit=1)[0].id)
    me.picture("ledger-offline")
    photos = len(props.first_photos) + len(props.second_photos)
    check(me.store.findings.safety() == Safety(records=2, photos=photos), "two records and their photos wait")
    check(me.store.findings.page()[0].number.startswith("暂-"), "provisional number")


def begin_and_close(me: Actor, photos: Sequence[Path]) -> None:
    """The form says what is missing; then the window is closed as it is."""
    me.arrive()
    me.picture("sign-in")
    me.sign_in()
    me.picture("workbench-offline")
    _begin_form(me, photos)
    me.stage.write("placeEdit", PLACE)
    me.stage.click("saveButton")
    check(me.store.findings.count() == 0, "nothing saved while something is missing")
    me.picture("form-missing")
    me.wait_for(lambda store: any(PLACE in str(draft.body) for draft in store.drafts.all()), "draft")
    me.leave()


def go_on_with_draft(me: Actor, photos: int) -> None:
    """The draft stands on the workbench with its photos, and is finished."""
    me.arrive()
    me.sign_in()
    check(len(me.store.drafts.all()) == 1, "the draft is still there")
    work = me.stage.part(QListView, "workList")
    me.stage.until(lambda: work.model().rowCount() > 0, "workbench rows")
    me.picture("workbench-draft")
    work.setFocus()
    me.stage.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    me.stage.until(lambda: len(me.form.session.values.photos) == photos, "photos of the draft")
    me.stage.click("frequent_A01")
    me.stage.write("descriptionEdit", DESCRIPTION)
    me.picture("form-filled")
    _save(me, 1)
    me.picture("saved", toast=True)


def exchange_over_bad_line(props: Props) -> tuple[str, str]:
    """The line breaks in the middle of a photo, the window is closed, it breaks again; in the end all is checked."""
    me, line = props.inspector, props.line
    line.mend()
    line.cut_after(500_000)
    me.exchange()
    check(me.store.findings.safety().records == 0, "records went first")
    check(me.store.findings.safety().photos > 0, "photos wait")
    check(not all(_verified(me)), "no photo counts before the bureau has re-read it")
    me.stage.press(Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    me.picture("exchange-cut")
    me.leave()

    me.arrive()
    me.picture("sign-in-waiting")
    line.mend()
    line.cut_after(350_000)
    me.sign_in()
    me.stage.until(lambda: not me.place.exchanger.underway and me.place.exchanger.last is not None, "second cut")
    check(me.store.findings.safety().photos > 0, "photos wait after the second cut")
    line.mend()
    me.exchange()
    me.wait_for(lambda store: store.findings.safety() == NOTHING_WAITING, "everything with the bureau")
    check(all(_verified(me)), "every photo checked by the bureau")
    check(props.bureau_is_whole(), "the bureau's own check")
    me.stage.press(Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    me.picture("exchange-done")
    second, first = (row.number for row in me.store.findings.page(limit=2))
    check(first.startswith("320402-") and second.startswith("320402-"), "numbers of the bureau")
    return first, second


def verify_and_return(props: Props, numbers: tuple[str, str]) -> None:
    """The officer finds both on the workbench, verifies one and sends the other back with a reason."""
    officer = props.officer
    officer.arrive()
    officer.sign_in()
    officer.wait_for(lambda store: store.findings.by_number(numbers[1]) is not None, "findings")
    officer.wait_for(lambda store: not store.photos.wanted(), "photos")
    officer.stage.until(lambda: not officer.place.exchanger.underway, "idle")
    officer.picture("workbench")
    _open(officer, numbers[0])
    officer.picture("detail")
    officer.stage.click("verifyButton")
    officer.stage.part(QWidget, "verifyDialog")
    officer.picture("verify")
    officer.stage.click("doButton")
    officer.wait_for(lambda _store: officer.finding(numbers[0]).state is State.VERIFIED, "verified")
    _open(officer, numbers[1])
    officer.stage.click("returnButton")
    officer.stage.write("returnText", WHY_BACK)
    officer.picture("return")
    officer.stage.click("doButton")
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
    _open(me, numbers[1])
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
    _open(officer, numbers[1])
    officer.stage.scroll_to("historyList")
    officer.picture("history")
    check(props.bureau_is_whole(), "the bureau's own check at the end")
    me.leave()
    officer.leave()


def _begin_form(me: Actor, photos: Sequence[Path]) -> None:
    me.stage.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    me.stage.part(QWidget, "placeEdit")
    me.stage.drop(me.form, photos)
    me.stage.until(lambda: len(me.form.session.values.photos) == len(photos), "photos kept")


def _save(me: Actor, count: int) -> None:
    me.stage.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    me.wait_for(lambda store: store.findings.count() == count, "saved")
    me.stage.part(QWidget, "toast")


def _verified(me: Actor) -> list[bool]:
    return [photo.state is PhotoState.VERIFIED for photo in me.store.photos.listed()]


def _open(actor: Actor, number: str) -> None:
    _show(actor, actor.finding(number).id)


def _show(actor: Actor, finding: FindingId) -> None:
    ledger = actor.place.ledger
    actor.stage.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    ledger.show_finding(finding)
    actor.stage.until(lambda: ledger.detail.shown is not None and ledger.detail.shown.id == finding, finding)
    actor.rest()
