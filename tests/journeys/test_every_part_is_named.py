"""Everything that can be pressed says what it is, to people, to screen readers and to tests; nothing is cut off."""

from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from gui.elided_label import ElidedLabel
from gui.page import Page
from models.people import Role
from tests.builders import raise_one
from tests.contracts.bureau import Bureau
from tests.journeys.conftest import Laptop


def pages(laptop: Laptop) -> list[Page]:
    """Each page, as the desk has it."""
    place = laptop.place
    return [place.pages.workbench, place.pages.ledger, place.pages.exchange, laptop.form]


def test_every_button_is_named(laptop: Laptop, bureau: Bureau) -> None:
    who = bureau.person(Role.STATION)
    laptop.connect_to(bureau.url, who.login)
    laptop.until(lambda: laptop.at_work)
    for page in pages(laptop):
        laptop.place.desk.open(page)
        laptop.settle()
        seen = [button for button in laptop.application.window.findChildren(QPushButton) if button.isVisible()]
        nameless = [button for button in seen if not (button.text().strip() or button.accessibleName())]
        assert not [f"{page.title}: {button.objectName()!r}" for button in nameless]


def test_nothing_is_cut_off_at_1366(laptop: Laptop, bureau: Bureau) -> None:
    who = bureau.person()
    laptop.connect_to(bureau.url, who.login)
    laptop.until(lambda: laptop.at_work)
    raise_one(laptop.place.opened.store, grid=who.area)
    laptop.application.window.showNormal()
    laptop.application.window.resize(1366, 697)
    for page in pages(laptop):
        laptop.place.desk.open(page)
        laptop.exchanged()
        laptop.settle()
        cut = [f"{page.title}: {label.text()!r}" for label in page.findChildren(QLabel) if _is_cut(label)]
        assert not cut, "\n".join(cut)


def _is_cut(label: QLabel) -> bool:
    if not label.isVisible() or not label.text() or label.wordWrap() or isinstance(label, ElidedLabel):
        return False
    if any(isinstance(above, QScrollArea) for above in _above(label)):
        return False
    return label.width() + 1 < label.fontMetrics().horizontalAdvance(label.text())


def _above(widget: QWidget) -> list[QWidget]:
    parent = widget.parentWidget()
    return [] if parent is None else [parent, *_above(parent)]
