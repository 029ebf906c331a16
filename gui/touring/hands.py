"""What people of the tour do in several clicks: fill the form, save, open a finding in the ledger or its file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from shiboken6 import isValid

from gui.findings.segments import Segments
from gui.rectification.photo_field import PhotoField
from gui.touring.actor import Actor
from gui.touring.stage import StepFailed
from models.ids import FindingId
from models.photos import PhotoState
from models.rectification import Rectification


def begin_form(me: Actor, photos: Sequence[Path]) -> None:
    """Ctrl+N, and drop these."""
    me.stage.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    me.stage.part(QWidget, "placeEdit")
    me.stage.drop(me.place.pages.form, photos)
    me.stage.until(lambda: len(me.place.pages.form.session.values.photos) == len(photos), "photos kept")


def save(me: Actor, count: int) -> None:
    """Ctrl+Enter; then the ledger holds so many."""
    me.stage.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    me.wait_for(lambda store: store.findings.count() == count, "saved")
    me.stage.part(QWidget, "toast")


def photos_verified(me: Actor) -> list[bool]:
    """Which photos of this laptop the bureau has read again."""
    return [photo.state is PhotoState.VERIFIED for photo in me.store.photos.listed()]


def find(actor: Actor, number: str) -> None:
    """Choose it in the ledger."""
    show(actor, actor.finding(number).id)


def show(actor: Actor, finding: FindingId) -> None:
    """Ctrl+2, and choose it."""
    ledger = actor.place.pages.ledger
    actor.stage.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    ledger.show_finding(finding)
    actor.stage.until(lambda: ledger.detail.shown is not None and ledger.detail.shown.id == finding, finding)
    actor.rest()


def open_file(actor: Actor, number: str) -> None:
    """Choose it in the ledger and open its file with Enter."""
    find(actor, number)
    page, finding = actor.place.pages.case_file, actor.finding(number).id
    actor.stage.until(lambda: actor.place.pages.ledger.card.table.currentIndex().isValid(), number)
    actor.place.pages.ledger.card.table.setFocus()
    actor.stage.press(Qt.Key.Key_Return)
    actor.stage.until(lambda: page.isVisible() and page.shown is not None and page.shown.id == finding, number)
    actor.rest()


def task(actor: Actor, number: str) -> Rectification:
    """What was dispatched, and what came of it so far."""
    found = actor.finding(number).rectification
    if found is None:
        raise StepFailed(what=number)
    return found


def add_photos(actor: Actor, files: Sequence[Path]) -> None:
    """Drop photos on the dialog that is open, and wait until they are kept."""
    field = actor.stage.part(PhotoField, "photoField")
    actor.stage.drop(field.window(), files)
    actor.stage.until(lambda: len(field.photos) == len(files), "photos kept")
    actor.rest()


def choose(actor: Actor, name: str, place: int) -> None:
    """Click the choice at this place, from 0, of a row of choices."""
    row = actor.stage.part(Segments, name)
    QTest.mouseClick(row.findChildren(QPushButton)[place], Qt.MouseButton.LeftButton)
    actor.stage.settle()


def tick(actor: Actor, name: str) -> None:
    """Tick a box."""
    box = actor.stage.part(QCheckBox, name)
    box.click()
    actor.stage.until(box.isChecked, name)


def pick(actor: Actor, name: str, text: str) -> None:
    """Type into a line that drops a list, and take its first."""
    actor.stage.write(name, text)
    actor.stage.until(lambda: QApplication.activePopupWidget() is not None, name)
    popup = QApplication.activePopupWidget()
    assert popup is not None, "just seen"
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(popup, key)
    actor.stage.until(lambda: QApplication.activePopupWidget() is None, name)


def decide(actor: Actor) -> None:
    """Press the dialog's primary button, and wait until the dialog has closed over it."""
    button = actor.stage.part(QPushButton, "doButton")
    actor.stage.click("doButton")
    actor.stage.until(lambda: not isValid(button) or not button.isVisible(), "dialog closed")
