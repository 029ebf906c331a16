"""Every screen in every layout class and type size: nothing is cut off, out of reach, laid over something else or too small.

What counts as wrong is said by `cut_off` and proven in test_cut_off; the screens are those of `every_screen`.
"""

import os
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.background import Background
from gui.rectification.registry import OPENERS
from gui.theme import TypeSize
from models import keys
from models.profile import Profile
from tests.unit.gui.cut_off import complaints, dialog_complaints
from tests.unit.gui.every_screen import (
    STEPS,
    Screen,
    close_panel,
    open_panel,
    open_step,
    screens,
    show_all_refusals,
    sign_in_pages,
)
from tests.unit.gui.house import SIZES, House
from tests.unit.gui.long_words import World, make_world

WINDOWS = {
    TypeSize.STANDARD: ("wide", "middle", "least"),
    TypeSize.LARGE: ("wide",),
    TypeSize.LARGEST: ("wide", "least"),
}
"""Large type makes the wide window a middle or a narrow one; the least is narrow, too, and the hardest."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Read by all, changed by none."""
    with pytest.MonkeyPatch.context() as patch:
        quick = partial(keys.Stretching, memory_kib=8, passes=1, lanes=1)
        patch.setattr(keys, "fresh_stretching", lambda: quick(os.urandom(16)))
        made = make_world(tmp_path_factory.mktemp("world"))
    yield made
    made.store.close()


@pytest.fixture(scope="module", params=list(TypeSize), ids=lambda size: size.value)
def house(
    request: pytest.FixtureRequest, qapp: QApplication, world: World, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    """A window dressed in one type size."""
    theme.apply_to(qapp, request.param)
    background = Background()
    made = House(world, Profile(tmp_path_factory.mktemp("profile")), background)
    yield made
    made.close()
    background.close()
    theme.apply_to(qapp, TypeSize.STANDARD)


def windows() -> tuple[str, ...]:
    """The windows to try in the type size that is worn now."""
    return WINDOWS[theme.type_size()]


@pytest.mark.parametrize("screen", list(screens()), ids=lambda screen: f"{screen.name}-{screen.who}")
def test_a_page(house: House, screen: Screen) -> None:
    found = []
    for name in windows():
        place = house.place_of(screen.who)
        house.resize(SIZES[name])
        screen.show(place, house.world)
        house.settle()
        assert house.window.size() == SIZES[name], f"{name}: it cannot be made so small"
        if complaints(house.window):
            house.settle()  # what was painted for the first time may have asked for its picture
        found += [f"{name}: {complaint}" for complaint in complaints(house.window)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("action", STEPS)
def test_a_dialog(house: House, action: str) -> None:
    found = []
    for name in windows()[:: len(windows()) - 1 or 1]:
        house.resize(SIZES[name])
        dialog = open_step(house, action)
        found += [f"{name}: {complaint}" for complaint in dialog_complaints(dialog, house.window)]
        show_all_refusals(dialog)
        house.settle()
        found += [f"{name}, refused: {complaint}" for complaint in dialog_complaints(dialog, house.window)]
        dialog.reject()
        house.settle()
    assert not found, "\n".join(found)


def test_the_cards_before_work(house: House) -> None:
    found = []
    for card, page in sign_in_pages():
        house.window.show_face(page)
        for name in windows():
            house.resize(SIZES[name])
            found += [f"{card} {name}: {complaint}" for complaint in complaints(house.window)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("panel", ["help", "search"])
def test_a_panel(house: House, panel: str) -> None:
    found = []
    place = house.place_of("inspector")
    place.desk.open(place.pages.ledger)
    for name in windows():
        house.resize(SIZES[name])
        shown = open_panel(place, panel)
        house.settle()
        found += [f"{name}: {complaint}" for complaint in complaints(shown)]
        if not place.desk.rect().contains(shown.geometry()):
            found.append(f"{name}: it reaches over the window's edge")
        close_panel(place, panel)
    assert not found, "\n".join(found)


def test_every_dialog_is_looked_at() -> None:
    assert set(STEPS) == set(OPENERS)
