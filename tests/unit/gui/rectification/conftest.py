"""A theatre for each test: the people of the line, a window, and a finding brought to where the step is due."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.background import Background
from models.people import Person
from tests.line import Cast, cast
from tests.unit.gui.rectification.register import hand_down
from tests.unit.gui.rectification.stage import Stage, Theatre

Opens: TypeAlias = Callable[..., Theatre]


@pytest.fixture
def people() -> Cast:
    """One of each."""
    return cast()


@pytest.fixture
def house(dressed: QApplication, qtbot: QtBot) -> QWidget:
    """The window behind the dialogs."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(1366, 697)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def theatre(house: QWidget, people: Cast, background: Background, tmp_path: Path, qtbot: QtBot) -> Iterator[Opens]:
    """`theatre(people.unit, 4)`: on the unit's laptop, four steps after 登记."""
    stages: list[Stage] = []

    def opens(me: Person, steps: int, **changes: Any) -> Theatre:
        stage = Stage(tmp_path / "stage", people, me)
        stages.append(stage)
        stage.bring(steps, **changes)
        return Theatre(stage, house, background, qtbot)

    yield opens
    qtbot.waitUntil(lambda: background.is_idle)
    for stage in stages:
        stage.store.close()


@pytest.fixture
def scene(theatre: Opens, people: Cast) -> Theatre:
    """The bureau's laptop with its register, a finding in the library."""
    found = theatre(people.bureau, 2)
    hand_down(found.stage.store, people)
    return found
