"""The first minute: from the first start to the first finding by keys alone, kept through a restart; and practising."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gui.findings.form_page import FormPage
from models.ids import new_id
from models.profile import Profile
from server import accounts
from sync.signing_in import sign_in
from tests.builders import OTHER_GRID, clock, jpeg, person, raised
from tests.contracts.bureau import HASH, PASSWORD, Bureau
from tests.hands import CTRL, child, press
from tests.journeys.conftest import Laptop
from tests.journeys.first_minute import OWN, at_hand, fill_in, keys, save
from tests.pictures import picture


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
    at_hand(laptop)
    press(laptop.application.window, Qt.Key.Key_N, CTRL)
    fill_in(laptop, laptop.form, "常焦路工地", tmp_path / "IMG_1.jpg")
    save(laptop.form)
    store = laptop.place.opened.store
    laptop.until(lambda: [row.raiser for row in store.findings.page()].count(who.id) == 1)
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


def test_what_has_not_come_down_is_gone_on_with_at_the_next_start(
    profile: Path, bureau: Bureau, start: Callable[[], Laptop]
) -> None:
    # GIVEN a laptop on which somebody signed in, and which was closed before anything came down
    who = bureau.person()
    sign_in(Profile(profile), server=bureau.url, login=who.login, password=PASSWORD, clock=clock())
    laptop = start()
    laptop.sign_in(who.login)
    assert laptop.words("pageTitle") == "带下来"
    laptop.exchanged()
    # THEN it is not shown any more once it has
    again = start()
    again.sign_in(who.login)
    assert again.words("pageTitle").startswith(who.name)


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
