"""A finding brought to any point of the line in a real store, and the dialog of a step opened on it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.journal_bridge import JournalBridge
from gui.rectification.photo_field import PhotoField
from gui.rectification.step_dialog import StepDialog
from gui.rectification.steps import Steps
from models.coordinates import Position
from models.facts import Dispatched, Fact, Photo
from models.finding import Finding
from models.ids import FindingId
from models.people import Person
from models.store import Store
from models.vocabulary import PhotoKind
from tests.builders import jpeg, open_store, pen_of, raised
from tests.hands import child
from tests.line import Cast, line

D = TypeVar("D", bound=StepDialog)
WEST, EAST = Position(120.0873, 31.8246), Position(120.0893, 31.8246)


class Stage:
    """One store in which everybody of the line wrote, and the person whose laptop it is."""

    def __init__(self, folder: Path, cast: Cast, me: Person) -> None:
        """Opened for me."""
        self.cast, self.me = cast, me
        self.store: Store = open_store(folder, me)
        self.finding = FindingId("")

    def say(self, who: Person, *facts: Fact) -> None:
        """Somebody takes a step."""
        store = self.store
        pen_of(store, who).record(facts, finding=self.finding)

    def photo(self, colour: str, **changes: Any) -> Photo:
        """A photo that is in the store."""
        kept, _warnings = self.store.photos.keep(jpeg(colour), f"{colour}.jpg")
        return replace(kept, **changes)

    def bring(self, steps: int, *, places: int = 1, order: Callable[[Dispatched], Dispatched] = lambda o: o) -> Finding:
        """Log it with a photo of each place, and take the first steps of the line."""
        spots = (("red", WEST), ("blue", EAST))[:places]
        befores = tuple(self.photo(colour, position=position) for colour, position in spots)
        form = raised(photos=befores)
        store = self.store
        pen = pen_of(store, self.cast.inspector)
        self.finding = pen.record([form]).finding
        after = self.photo("green", kind=PhotoKind.AFTER, same_place_as=befores[0].sha256)
        for who, fact in line(form, self.cast, (after,))[:steps]:
            self.say(who, order(fact) if isinstance(fact, Dispatched) else fact)
        return self.now()

    def another(self, colour: str) -> str:
        """The inspector logs another finding with this photo; returns its number."""
        store = self.store
        pen = pen_of(store, self.cast.inspector)
        return pen.record([raised(photos=(self.photo(colour),))]).shown_number

    def now(self) -> Finding:
        """As it stands."""
        found = self.store.findings.one(self.finding)
        assert found is not None
        return found


class Theatre:
    """The window, the steps, and hands."""

    def __init__(self, stage: Stage, window: QWidget, background: Background, qtbot: QtBot) -> None:
        """Over the stage's store."""
        self.stage, self.window, self.background, self.qtbot = stage, window, background, qtbot
        self.bridge = JournalBridge(stage.store, background)
        self.steps = Steps(window, self.bridge)

    def open(self, action: str, dialog: type[D], /, **hints: Any) -> D:
        """The dialog of a step, once it is there."""
        self.steps.take(action, self.stage.now(), **hints)
        return self.there(dialog)

    def there(self, kind: type[D]) -> D:
        """The dialog that opens."""
        self.qtbot.waitUntil(lambda: any(each.isVisible() for each in self.window.findChildren(kind)))
        dialog = next(each for each in self.window.findChildren(kind) if each.isVisible())
        dialog.activateWindow()
        return dialog

    def add(self, dialog: StepDialog, folder: Path, *colours: str) -> PhotoField:
        """Put files into the dialog's photos and wait until they are compared."""
        field = child(dialog, PhotoField, "photoField")
        paths = [folder / f"{colour}.jpg" for colour in colours]
        for path, colour in zip(paths, colours, strict=True):
            path.write_bytes(jpeg(colour))
        field.intake.take_paths(paths)
        self.qtbot.waitUntil(lambda: not field.is_busy)
        return field

    def do(self, dialog: StepDialog) -> Finding:
        """Press the button and wait until it is recorded."""
        with self.qtbot.waitSignal(self.steps.taken):
            dialog.do_button.click()
        return self.stage.now()

    def settle(self) -> None:
        """Wait until nothing is on its way any more."""
        self.qtbot.waitUntil(lambda: self.background.is_idle)
