"""The first minute: from the first start to the first finding by keys alone; begun without a network and connected later."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from gui.findings.form_page import FormPage
from models import carrying
from models.errors import AlreadyOpen
from models.ids import new_id
from models.people import Role
from server import accounts
from tests.builders import OTHER_GRID, jpeg, person, raised
from tests.contracts.bureau import HASH, PASSWORD, Bureau
from tests.hands import ALT, CTRL, child, press, write
from tests.journeys.conftest import Laptop
from tests.pictures import picture

WORDS = "工地东侧土方堆放约1200平方米，绿网只盖了一小半。"
OWN = "Own-Words-2027"


def at_hand(laptop: Laptop) -> QWidget:
    """Where the keys go."""
    laptop.application.window.activateWindow()
    laptop.until(lambda: QApplication.focusWidget() is not None)
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def keys(laptop: Laptop, text: str, *then: Qt.Key) -> None:
    """Type where the cursor stands, then press."""
    write(at_hand(laptop), text)
    for key in then:
        press(at_hand(laptop), key)


def fill_in(laptop: Laptop, form: FormPage, place: str, *photos: Path) -> None:
    """The three things that are typed, and photos from a card."""
    form.photos.intake.take_paths(photos)
    laptop.until(lambda: not form.photos.is_busy)
    press(form, Qt.Key.Key_1, ALT)
    write(child(form, QLineEdit, "typePicker"), "sgyc")
    press(child(form, QLineEdit, "typePicker"), Qt.Key.Key_Return)
    write(child(form, QLineEdit, "placeEdit"), place)
    write(child(form, QPlainTextEdit, "descriptionEdit"), WORDS)


def save(form: FormPage) -> None:
    """Ctrl+Enter."""
    press(child(form, QPlainTextEdit, "descriptionEdit"), Qt.Key.Key_Return, CTRL)


def begin_without_a_network(laptop: Laptop) -> None:
    """先用起来, by keys."""
    laptop.button("beginLocalButton").setFocus()
    press(at_hand(laptop), Qt.Key.Key_Space)
    keys(laptop, "王建国", Qt.Key.Key_Tab)
    keys(laptop, "郑陆镇第12网格", Qt.Key.Key_Tab)
    keys(laptop, OWN, Qt.Key.Key_Tab)
    keys(laptop, OWN, Qt.Key.Key_Return)
    laptop.until(lambda: laptop.at_work)


def write_down(laptop: Laptop, folder: Path, count: int) -> None:
    """So many findings with two photos each."""
    for number in range(count):
        files = [folder / f"IMG_{number}{letter}.jpg" for letter in "ab"]
        for edge, file in enumerate(files):
            file.write_bytes(picture(size=(200 + 10 * number, 150 + edge)))
        press(laptop.application.window, Qt.Key.Key_N, CTRL)
        fill_in(laptop, laptop.form, f"常焦路工地第{number + 1}处", *files)
        save(laptop.form)
        laptop.until(lambda: laptop.place.desk.current is laptop.place.pages.workbench)
    laptop.settle()


def connect(laptop: Laptop, bureau: Bureau, login: str) -> None:
    """From the desk, by F9 and the cards."""
    place = laptop.place
    press(at_hand(laptop), Qt.Key.Key_F9)
    page = laptop.application.sign_in_page
    laptop.until(lambda: laptop.application.window.face is page and page.card is page.address)
    keys(laptop, bureau.url, Qt.Key.Key_Return)
    laptop.until(lambda: page.card is page.connecting)
    keys(laptop, login, Qt.Key.Key_Tab)
    keys(laptop, PASSWORD, Qt.Key.Key_Return)
    laptop.until(lambda: laptop.at_work and laptop.place is not place)


def register_all(laptop: Laptop) -> None:
    """Each draft is opened and saved, which is one press where nothing is missing."""
    store = laptop.place.opened.store
    while drafts := store.drafts.all():
        laptop.place.pages._resume(drafts[0])
        laptop.until(lambda: laptop.place.desk.current is laptop.form)
        press(at_hand(laptop), Qt.Key.Key_Return, CTRL)
        laptop.until(lambda: len(store.drafts.all()) < len(drafts))
        laptop.settle()


def test_from_the_first_start_to_the_first_finding_without_a_mouse(
    laptop: Laptop, bureau: Bureau, tmp_path: Path
) -> None:
    # GIVEN an account with a password for once
    who = person(login=f"first{new_id()[-6:]}")
    with bureau.office.database.writing() as connection:
        accounts.add(connection, who, password_hash=HASH, temporary=True)
    page = laptop.application.sign_in_page
    # WHEN the address, the account and a password of one's own are typed
    keys(laptop, bureau.url, Qt.Key.Key_Return)
    laptop.until(lambda: page.card is page.connecting)
    assert "天宁区生态环境局" in laptop.words("connectWhere")
    keys(laptop, who.login, Qt.Key.Key_Tab)
    keys(laptop, PASSWORD, Qt.Key.Key_Return)
    laptop.until(lambda: page.card is page.new_password)
    keys(laptop, OWN, Qt.Key.Key_Tab)
    keys(laptop, OWN, Qt.Key.Key_Return)
    laptop.until(lambda: laptop.at_work)
    # THEN it is told what comes down, and Enter goes on to the workbench
    assert laptop.words("pageTitle") == "带下来"
    press(at_hand(laptop), Qt.Key.Key_Space)
    laptop.until(lambda: laptop.place.desk.current is laptop.place.pages.workbench)
    # AND the first finding is with the bureau a moment later
    (tmp_path / "IMG_1.jpg").write_bytes(picture())
    press(laptop.application.window, Qt.Key.Key_N, CTRL)
    fill_in(laptop, laptop.form, "常焦路工地", tmp_path / "IMG_1.jpg")
    save(laptop.form)
    store = laptop.place.opened.store
    laptop.until(lambda: store.findings.count() == 1)
    laptop.place.exchanger.ask()
    laptop.until(lambda: not store.findings.safety().records and not store.findings.safety().photos)


def test_what_comes_down_is_counted_and_can_be_stopped(laptop: Laptop, bureau: Bureau) -> None:
    other = bureau.laptop(area=OTHER_GRID)
    for _ in range(3):
        other.push(other.body(raised(grid=OTHER_GRID)))
    who = bureau.person(area=OTHER_GRID)
    laptop.connect_to(bureau.url, who.login)
    laptop.until(lambda: laptop.at_work)
    laptop.until(lambda: "3 条" in laptop.words("takingHeadline"))
    laptop.exchanged()
    laptop.until(lambda: "文字都带下来了" in laptop.words("takingSaid"))
    assert not laptop.button("stopTakingButton").isVisible()


def test_what_was_typed_is_there_after_the_program_was_closed(laptop: Laptop, start: Callable[[], Laptop]) -> None:
    page = laptop.application.sign_in_page
    keys(laptop, "https://gewu.example")
    laptop.button("step1to2").click()
    keys(laptop, "wangjg", Qt.Key.Key_Tab)
    keys(laptop, "a secret")
    assert page.card is page.connecting
    again = start()
    page = again.application.sign_in_page
    assert page.card is page.connecting
    assert (page.connecting.login, child(page, QLineEdit, "connectPasswordField").text()) == ("wangjg", "")
    again.button("backToAddressButton").click()
    assert page.address.address == "https://gewu.example"
    assert "a secret" not in (again.application.profile.folder / "profile.json").read_text(encoding="utf-8")


def test_begun_without_a_network_and_connected_later(
    laptop: Laptop, bureau: Bureau, start: Callable[[], Laptop], tmp_path: Path
) -> None:
    # GIVEN two findings with two photos each, written down without any bureau, through a restart
    begin_without_a_network(laptop)
    write_down(laptop, tmp_path, 2)
    store = laptop.place.opened.store
    assert store.head.state().dseq == 0
    laptop.application.lock()
    again = start()
    (known,) = again.application.profile.people()
    assert (known.waiting_records, known.waiting_photos) == (2, 4)
    again.sign_in(known.login, OWN)
    assert len(again.place.opened.store.drafts.all()) == 2
    # WHEN they are connected
    who = bureau.person()
    connect(again, bureau, who.login)
    # THEN it is told what has come along, and each is registered by one press
    again.until(lambda: "2 条先记下的问题和 4 张照片已经带过来" in again.words("cameOver"))
    assert [known.carried_to for known in again.application.profile.people() if known.is_local] == [who.login]
    register_all(again)
    again.place.exchanger.ask()
    store = again.place.opened.store
    again.until(lambda: not store.findings.safety().records and not store.findings.safety().photos)
    # AND both are at the bureau, in the account's name and grid, with all their photos
    station = bureau.laptop(role=Role.STATION)
    rows = [row for row in store.findings.page() if row.raiser == who.id]
    assert sorted(row.place for row in rows) == ["常焦路工地第1处", "常焦路工地第2处"]
    assert {row.grid for row in rows} == {who.area}
    assert all(row.numbered for row in rows)
    for row in rows:
        finding = store.findings.one(row.id)
        assert finding is not None
        for photo in finding.photos:
            assert station.ask("GET", f"/photos/{photo.sha256}").status_code == 200
    # AND at the next sign-in they are one person
    again.application.switch_user()
    again.until(lambda: again.application.workplace is None)
    again.settle()
    again.until(lambda: again.application.sign_in_page.sign_in.login == who.login)


def test_killed_while_carrying_over(
    laptop: Laptop,
    bureau: Bureau,
    start: Callable[[], Laptop],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin_without_a_network(laptop)
    write_down(laptop, tmp_path, 2)
    who = bureau.person()
    # WHEN the program dies after the first draft came over, before it is marked
    with monkeypatch.context() as patch:
        patch.setattr(carrying.Carrier, "step", _one_then_dies)
        connect(laptop, bureau, who.login)
        laptop.until(lambda: len(laptop.place.opened.store.drafts.all()) == 1)
        laptop.settle()
        again = start()
    # THEN it goes on by itself at the next sign-in, and nothing is there twice
    again.sign_in(who.login)
    store = again.place.opened.store
    again.until(lambda: any(known.carried_to for known in again.application.profile.people()))
    assert sorted(str(draft.body["place"]) for draft in store.drafts.all()) == ["常焦路工地第1处", "常焦路工地第2处"]
    assert len({digest for draft in store.drafts.all() for digest, _ in draft.photos}) == 4


_step = carrying.Carrier.step


def _one_then_dies(carrier: carrying.Carrier) -> bool:
    """As if the power went: the draft is there, its mark is not, and nothing goes on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(carrying, "mark_carried", lambda *_given: None)
        _step(carrier)
    raise AlreadyOpen(where="")


def test_practice_leaves_nothing_behind(laptop: Laptop, bureau: Bureau, tmp_path: Path) -> None:
    who = bureau.person()
    laptop.connect_to(bureau.url, who.login)
    laptop.until(lambda: laptop.at_work)
    laptop.exchanged()
    store = laptop.place.opened.store
    before = (store.findings.count(), set(store.files.digests()))
    laptop.button("practiseButton").click()
    laptop.until(lambda: laptop.place.desk.current.place == "practice")
    form = laptop.place.desk.current
    assert isinstance(form, FormPage)
    # WHEN it is saved with nothing in it: the same checks
    save(form)
    assert "现场照片" in laptop.words("missingLabel")
    # AND when everything is there
    laptop.button("sampleButton").click()
    laptop.until(lambda: len(form.session.values.photos) == 2)
    (tmp_path / "own.jpg").write_bytes(jpeg())
    fill_in(laptop, form, "练习的地方", tmp_path / "own.jpg")
    save(form)
    # THEN it is praised, and there is nothing of it anywhere
    laptop.until(lambda: laptop.words("toastText") == "练好了。真登记时，按的也是这一个键。")
    laptop.settle()
    assert (store.findings.count(), set(store.files.digests())) == before
    assert (store.drafts.all(), store.head.state().dseq) == ((), 0)
    folder = store.folder / "practice"
    assert folder.exists()
    laptop.application.switch_user()
    laptop.until(lambda: laptop.application.workplace is None and not any(folder.glob("*")))


def test_practice_of_a_run_that_was_killed_is_swept(laptop: Laptop, bureau: Bureau) -> None:
    who = bureau.person()
    laptop.connect_to(bureau.url, who.login)
    laptop.until(lambda: laptop.at_work)
    left = laptop.place.opened.store.folder / "practice" / "left over"
    left.mkdir(parents=True)
    laptop.place.first.practise()
    laptop.until(lambda: laptop.place.desk.current.place == "practice")
    assert not left.exists()
