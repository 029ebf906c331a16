"""What a person does in the first minute, by keys alone, for the journeys that need it."""

from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from gui.findings.form_page import FormPage
from tests.contracts.bureau import PASSWORD, Bureau
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


def to_front(form: FormPage) -> None:
    """Shortcuts are deaf until their window is the active one; on a busy machine that takes its time."""
    window, deadline = form.window(), monotonic() + 20
    while not window.isActiveWindow():
        assert monotonic() < deadline, "the window comes to the front"
        window.activateWindow()
        QTest.qWait(20)


def fill_in(laptop: Laptop, form: FormPage, place: str, *photos: Path) -> None:
    """The three things that are typed, and photos from a card."""
    form.photos.intake.take_paths(photos)
    laptop.until(lambda: not form.photos.is_busy)
    to_front(form)
    press(form, Qt.Key.Key_1, ALT)
    write(child(form, QLineEdit, "typePicker"), "sgyc")
    press(child(form, QLineEdit, "typePicker"), Qt.Key.Key_Return)
    write(child(form, QLineEdit, "placeEdit"), place)
    write(child(form, QPlainTextEdit, "descriptionEdit"), WORDS)


def save(form: FormPage) -> None:
    """Ctrl+Enter."""
    to_front(form)
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
