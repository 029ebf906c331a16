"""A finding is logged on a laptop without a network: on the real window, into a real store, through a restart."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui import theme
from gui.background import Background
from gui.findings.form_page import FormPage
from gui.ledger.ledger_table import LedgerTable
from gui.main_window import MainWindow
from gui.names import read_names
from gui.opening import Opened
from gui.workplace import Workplace
from models.findings import Safety
from models.people import Person
from models.profile import Profile
from models.vocabulary import TimeSource
from tests.builders import KEY, open_store, person
from tests.hands import ALT, CTRL, NONE, child, press, write
from tests.pictures import HEIC, HERE, picture

PLACE, WORDS = "常焦路与丰北路路口东南角", "工地东侧土方堆放约1200平方米，绿网只盖了一小半。"


class Laptop:
    """The window of one person, offline."""

    def __init__(self, folder: Path, who: Person, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.background = Background()
        self.store = open_store(folder / "store", who)
        opened = Opened(self.store, read_names(self.store), "天宁区生态环境局", KEY)
        self.place = Workplace(opened, Profile(folder), self.background)
        self.window = MainWindow()
        self.window.show_face(self.place.desk)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.place.begin()
        self.settle()

    @property
    def form(self) -> FormPage:
        """登记问题."""
        return self.place.pages.form

    def settle(self) -> None:
        """Wait until nothing is on its way any more."""
        self.qtbot.waitUntil(lambda: self.background.is_idle)

    def until_saved(self, count: int) -> None:
        """Wait until so many findings are in the ledger."""
        self.qtbot.waitUntil(lambda: self.store.findings.count() == count)
        self.settle()

    def drop(self, *files: Path) -> None:
        """Drop files on the form."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        where, copy, button = QPoint(300, 300), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        # Qt gives a drop only to whom it gave the entering before
        QApplication.sendEvent(self.form, QDragEnterEvent(where, copy, data, button, NONE))
        QApplication.sendEvent(self.form, QDropEvent(QPointF(where), copy, data, button, NONE))
        self.qtbot.waitUntil(lambda: not self.form.photos.is_busy)

    def close(self) -> None:
        """As if the power went: nobody says goodbye to the form."""
        self.place.stop()
        self.settle()
        self.background.close()
        self.place.close()
        self.window.close()
        self.window.deleteLater()


@pytest.fixture
def start(profile: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[], Laptop]]:
    """Start the program; again after a `close`."""
    theme.apply_to(qapp, theme.TypeSize.STANDARD)
    who = person()
    running: list[Laptop] = []

    def run() -> Laptop:
        running.append(Laptop(profile, who, qtbot))
        return running[-1]

    yield run
    running[-1].close()


@contextmanager
def closed(laptop: Laptop, again: Callable[[], Laptop]) -> Iterator[Laptop]:
    """Close the program and start it anew."""
    laptop.close()
    yield again()


def test_a_finding_is_logged_without_a_network(start: Callable[[], Laptop], tmp_path: Path) -> None:
    # GIVEN a laptop without a network, and two photos of a phone, one of them mislabelled HEIC
    laptop = start()
    (tmp_path / "IMG_1.jpg").write_bytes(picture())
    (tmp_path / "IMG_2.jpg").write_bytes(HEIC)
    # WHEN they are dropped, the type is found by pinyin, place and description are written
    press(laptop.window, Qt.Key.Key_N, CTRL)
    assert laptop.place.desk.current is laptop.form
    laptop.drop(tmp_path / "IMG_1.jpg", tmp_path / "IMG_2.jpg")
    press(laptop.form, Qt.Key.Key_1, ALT)
    write(child(laptop.form, QLineEdit, "typePicker"), "sgyc")
    press(child(laptop.form, QLineEdit, "typePicker"), Qt.Key.Key_Return)
    write(child(laptop.form, QLineEdit, "placeEdit"), PLACE)
    text = child(laptop.form, QPlainTextEdit, "descriptionEdit")
    write(text, WORDS)
    press(text, Qt.Key.Key_Return, CTRL)
    laptop.until_saved(1)
    # THEN it is said to be saved, with a number for the telephone, and the photos told time and place
    number = laptop.store.findings.page()[0].number
    assert number == "暂-1122-01"
    assert child(laptop.window, QLabel, "toastText").text() == f"已保存在本机：{number}。连上后自动上报。"
    finding = laptop.store.findings.one(laptop.store.findings.page()[0].id)
    assert finding is not None
    assert (finding.location.place, finding.location.position, finding.classification.category) == (PLACE, HERE, "A01")
    assert finding.raised.found_at_source is TimeSource.EXIF
    assert [photo.media_type for photo in finding.photos] == ["image/jpeg", "image/heic"]
    # AND what is not yet with the bureau is counted
    assert laptop.place.bridge.safety == Safety(records=1, photos=2)
    # AND it stands in the ledger, marked as being here alone, with its life beside it
    press(laptop.window, Qt.Key.Key_2, CTRL)
    laptop.settle()
    child(laptop.window, LedgerTable, "ledgerTable").selectRow(0)
    laptop.settle()
    assert child(laptop.window, QLabel, "detailNumber").text() == number
    with closed(laptop, start) as again:
        assert again.store.findings.page()[0].number == number
        assert again.store.photos.original(finding.photos[1].sha256) == HEIC


def test_a_draft_survives_the_program(start: Callable[[], Laptop], tmp_path: Path) -> None:
    # GIVEN a form that was begun
    laptop = start()
    (tmp_path / "IMG_1.jpg").write_bytes(picture())
    press(laptop.window, Qt.Key.Key_N, CTRL)
    laptop.drop(tmp_path / "IMG_1.jpg")
    write(child(laptop.form, QLineEdit, "placeEdit"), PLACE)
    laptop.qtbot.waitUntil(lambda: any(PLACE in str(draft.body) for draft in laptop.store.drafts.all()))
    # WHEN the program ends in the middle of it and is started anew
    with closed(laptop, start) as again:
        # THEN the workbench has it, and the form goes on where it was
        work = child(again.window, QListView, "workList")
        again.qtbot.waitUntil(lambda: work.model().rowCount() == 1)
        work.setFocus()
        press(work, Qt.Key.Key_Return, CTRL)
        again.settle()
        assert again.form.session.values.place == PLACE
        assert len(again.form.session.values.photos) == 1
        # AND it can be finished
        child(again.form, QPushButton, "frequent_A01").click()
        write(child(again.form, QPlainTextEdit, "descriptionEdit"), WORDS)
        press(again.form, Qt.Key.Key_Return, CTRL)
        again.until_saved(1)
        assert again.store.drafts.all() == ()


def test_three_findings_of_one_round_keep_their_place(start: Callable[[], Laptop], tmp_path: Path) -> None:
    laptop = start()
    press(laptop.window, Qt.Key.Key_N, CTRL)
    child(laptop.form, QPushButton, "frequent_A01").click()
    write(child(laptop.form, QLineEdit, "placeEdit"), PLACE)
    for count in (1, 2, 3):
        file = tmp_path / f"IMG_{count}.jpg"
        file.write_bytes(picture(size=(160, 120 + count)))
        laptop.drop(file)
        text = child(laptop.form, QPlainTextEdit, "descriptionEdit")
        write(text, f"第{count}处：{WORDS}")
        press(text, Qt.Key.Key_Return, ALT)
        laptop.until_saved(count)
    assert [row.place for row in laptop.store.findings.page()] == [PLACE] * 3
    assert sorted(row.number for row in laptop.store.findings.page()) == ["暂-1122-01", "暂-1122-02", "暂-1122-03"]
