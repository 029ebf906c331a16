"""Act 1: two findings are logged on a laptop without any network, and a window is closed in the middle of typing."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from gui.touring import hands
from gui.touring.actor import Actor
from gui.touring.props import Props
from gui.touring.stage import check
from models.findings import Safety

PLACE = "常焦路与丰北路路口东南角工地"
DESCRIPTION = "工地东侧土方堆放约1200平方米，绿网只盖了南面一小半，风一吹扬尘明显；出入口未冲洗。"
SECOND_PLACE = "舜河桥南侧养殖塘出水口"
SECOND_DESCRIPTION = "清塘尾水直接排入舜河，水色发黄有腥味，没有经过沉淀池。"


def log_offline(props: Props) -> None:
    """Two findings on a laptop without any network; one window is closed in the middle of typing."""
    props.line.cut()
    me = props.inspector
    begin_and_close(me, props.card.site)
    go_on_with_draft(me, len(props.card.site))
    hands.begin_form(me, props.card.pond)
    me.stage.click("frequent_W19")
    me.stage.write("placeEdit", SECOND_PLACE)
    me.stage.write("descriptionEdit", SECOND_DESCRIPTION)
    hands.save(me, 2)
    hands.show(me, me.store.findings.page(limit=1)[0].id)
    me.picture("ledger-offline")
    photos = len(props.card.site) + len(props.card.pond)
    check(me.store.findings.safety() == Safety(records=2, photos=photos), "two records and their photos wait")
    check(me.store.findings.page()[0].number.startswith("暂-"), "provisional number")


def begin_and_close(me: Actor, photos: Sequence[Path]) -> None:
    """The form says what is missing; then the window is closed as it is."""
    me.arrive()
    me.picture("sign-in")
    me.sign_in()
    me.picture("workbench-offline")
    hands.begin_form(me, photos)
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
    me.stage.until(lambda: len(me.place.pages.form.session.values.photos) == photos, "photos of the draft")
    me.stage.click("frequent_A01")
    me.stage.write("descriptionEdit", DESCRIPTION)
    me.picture("form-filled")
    hands.save(me, 1)
    me.picture("saved", toast=True)
