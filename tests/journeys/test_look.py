"""Larger type and another language, chosen at the desk: everything is made anew at once."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from gui import theme
from gui.look import Look, keep_look
from gui.theme import TypeSize, px
from tests.contracts.bureau import Bureau
from tests.journeys.conftest import Laptop


@pytest.fixture(autouse=True)
def _usual_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply_to(qapp, TypeSize.STANDARD)


@pytest.fixture
def at_work(start: Callable[[], Laptop], bureau: Bureau) -> Laptop:
    laptop = start()
    laptop.connect_to(bureau.url, bureau.person().login)
    laptop.until(lambda: laptop.at_work)
    return laptop


def choose(laptop: Laptop, look: Look) -> None:
    """What the page of the settings does."""
    before = laptop.place
    keep_look(before.opened.store.settings, look)
    before.pages.look_changed.emit()
    laptop.until(lambda: laptop.at_work and laptop.application.workplace is not before)


def test_type_grows_at_once(at_work: Laptop) -> None:
    at_work.place.desk.open(at_work.place.pages.ledger)
    choose(at_work, Look(TypeSize.LARGEST))
    assert at_work.place.desk.current is at_work.place.pages.ledger, "the same page is in front"
    assert at_work.place.desk.top_bar.height() == px(56) == 84
    # the cards of the sign-in have grown with it, for whoever locks now
    at_work.application.lock()
    assert at_work.application.sign_in_page.sign_in.width() == px(420)


def test_english_and_back(at_work: Laptop) -> None:
    choose(at_work, Look(language="en"))
    button = at_work.place.desk.findChild(QPushButton, "ledgerRailButton")
    assert isinstance(button, QPushButton)
    assert button.accessibleName() == "Ledger of findings"
    choose(at_work, Look())
    assert at_work.button("ledgerRailButton").accessibleName() == "问题台账"
