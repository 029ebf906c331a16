"""A finding from the field to 销号 between four people, none of whom has a mouse."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from commands.showing.office import PASSWORD, LocalOffice
from gui.touring.actor import Actor
from models.finding import digest
from models.profile import Profile
from models.state import State
from models.step_rules import NOTICE_DAYS
from models.store import Store
from models.vocabulary import Standard
from sync.session import exchange_once
from sync.signing_in import sign_in
from tests.hands import CTRL
from tests.journeys.typist import Typist
from tests.pictures import picture

PLACE, WORDS = "常焦路与丰北路路口东南角", "工地东侧土方堆放约1200平方米，绿网只盖了一小半。"
DONE = "工地东侧土方全部覆盖，出入口硬化并冲洗，围挡喷淋已开。"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[LocalOffice]:
    """A bureau with a clock that moves."""
    made = LocalOffice(tmp_path / "bureau", movable=True)
    made.furnish()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def photos(tmp_path: Path) -> Sequence[Path]:
    """Before, after, and the visit."""
    files = [tmp_path / f"IMG_{n}.jpg" for n in range(3)]
    for file in files:
        file.write_bytes(picture())
    return files


def at_desk(office: LocalOffice, folder: Path, login: str) -> Typist:
    """Somebody who signed in at the office in the morning; at the sign-in they type their password and Enter."""
    profile = Profile(folder / login)
    unlocked = sign_in(profile, server=office.url, login=login, password=PASSWORD, clock=office.clock)
    store = Store.open(profile.store_folder(login), unlocked.key, unlocked.person, office.clock)
    assert exchange_once(store).ok
    store.close()
    actor = Actor(profile, login, PASSWORD, folder, office.clock)
    actor.arrive()
    someone = Typist(actor)
    assert someone.cursor().objectName() == "passwordField", "nothing stands between a person and their password"
    someone.type(PASSWORD)
    someone.press(Qt.Key.Key_Return)
    actor.stage.until(actor.is_at_work, "workbench")
    actor.rest()
    return someone


@pytest.mark.timeout(300)
def test_from_the_field_to_the_end(office: LocalOffice, photos: Sequence[Path], tmp_path: Path) -> None:
    before, after, visit = photos
    me, officer, bureau, unit = (at_desk(office, tmp_path, login) for login in ("wangjg", "zhoumin", "xumin", "lijj"))
    number = log(me, before)
    verify(officer, number)
    dispatch(bureau, number)
    rectify(unit, number, after)
    accept(officer, number, visit)
    close(bureau, office, number)
    for someone in (me, officer, bureau, unit):
        someone.fetch(number, State.CLOSED)
    assert len({digest(one.actor.finding(number)) for one in (me, officer, bureau, unit)}) == 1
    for someone in (me, officer, bureau, unit):
        someone.actor.leave()


def log(me: Typist, photo: Path) -> str:
    """Ctrl+N, paste, Alt+digits, Ctrl+Enter, F9."""
    me.press(Qt.Key.Key_N, CTRL)
    me.paste([photo])
    me.actor.stage.until(lambda: len(me.actor.place.pages.form.session.values.photos) == 1, "photo kept")
    me.to_field(Qt.Key.Key_1)
    me.type("A01")
    me.press(Qt.Key.Key_Return)
    me.to_field(Qt.Key.Key_2)
    me.type(PLACE)
    me.to_field(Qt.Key.Key_3)
    me.type(WORDS)
    me.press(Qt.Key.Key_Return, CTRL)
    me.actor.wait_for(lambda store: store.findings.count() == 1, "saved")
    me.exchange()
    return me.actor.store.findings.page()[0].number


def verify(officer: Typist, number: str) -> None:
    officer.fetch(number, State.REPORTED)
    officer.begin_step()
    officer.take("verifyButton")
    officer.do()
    officer.until(number, State.ENLISTED)
    officer.exchange()


def dispatch(bureau: Typist, number: str) -> None:
    bureau.fetch(number, State.ENLISTED)
    bureau.begin_step()
    bureau.take("dispatchButton")
    bureau.pick("dispatchUnit", "三河口村委会")
    bureau.do()
    bureau.until(number, State.DISPATCHED)
    bureau.exchange()


def rectify(unit: Typist, number: str, photo: Path) -> None:
    unit.fetch(number, State.DISPATCHED)
    unit.begin_step()
    unit.take("signButton")
    unit.do()
    unit.until(number, State.RECTIFYING)
    unit.take("report_progressButton")
    unit.fill("progressText", "东侧土方已全部用防尘网覆盖，出入口铺好碎石并装上冲洗设备，安排专人每日洒水。")
    task = unit.actor.finding(number).rectification
    assert task is not None
    for measure, _line in task.open_measures():
        unit.tab_to(f"measure_{measure}")
        unit.press(Qt.Key.Key_Space)
    unit.do()
    unit.take("cureButton")
    unit.paste([photo])
    unit.do()
    unit.take("applyButton")
    unit.fill("completionText", DONE)
    unit.do()
    unit.until(number, State.COMPLETED)
    unit.exchange()


def accept(officer: Typist, number: str, photo: Path) -> None:
    officer.fetch(number, State.COMPLETED)
    officer.begin_step()
    officer.take("arrangeButton")
    officer.do()
    officer.until(number, State.ACCEPTING)
    officer.take("acceptButton")
    officer.fill("secondVerifier", "徐青")
    officer.paste([photo])
    for standard in Standard:
        officer.tab_to(f"standard_{standard.value}")
        officer.press(Qt.Key.Key_Space)
    officer.tab_to("askedResident")
    officer.press(Qt.Key.Key_Space)
    officer.fill("opinion", "两人现场核查，土方全部覆盖，走访两户居民反映好转，同意通过。")
    officer.do()
    officer.until(number, State.ACCEPTED)
    officer.take("submit_closureButton")
    officer.fill("closureText", DONE * 4)
    officer.do()
    officer.until(number, State.CLOSING)
    officer.exchange()


def close(bureau: Typist, office: LocalOffice, number: str) -> None:
    bureau.fetch(number, State.CLOSING)
    bureau.begin_step()
    bureau.take("publishButton")
    bureau.fill("publishOpinion", "材料齐全，整改到位，同意公示。")
    bureau.fill("publishWhere", "区政府网站、三河口村公示栏")
    bureau.do()
    bureau.until(number, State.PUBLIC_NOTICE)
    office.clock.advance(timedelta(days=NOTICE_DAYS))
    bureau.begin_step()
    bureau.take("closeButton")
    bureau.tab_to("closeObjections")
    bureau.press(Qt.Key.Key_Right)
    bureau.do()
    bureau.until(number, State.CLOSED)
    bureau.exchange()
