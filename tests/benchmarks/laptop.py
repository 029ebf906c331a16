"""What one laptop does alone: taking three large photos in and saving the finding; starting up."""

import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

from PIL import Image

from models.clock import Clock
from models.facts import Photo
from models.profile import Profile
from models.store import Store
from tests.benchmarks.filling import confirm, fill
from tests.benchmarks.measuring import Result, Series
from tests.benchmarks.processes import HOUSE
from tests.benchmarks.samples import samples
from tests.builders import KEY, person, raised

FEW = 1_000
TWELVE_MEGAPIXELS = (4000, 3000)
HERE = "laptop"
EMPTY_WINDOW = """
import requests, sqlalchemy
from PySide6.QtWidgets import QApplication, QWidget
application, window = QApplication([]), QWidget()
window.resize(1366, 697)
window.show()
application.processEvents()
"""


def alone(rounds: int, many: int, say: Callable[[str], None]) -> Iterator[Result]:
    """Saving, and starting with nothing but a window for comparison."""
    yield from _saving(rounds)
    say("saving")
    yield from _starting(rounds, many, say)


def _saving(rounds: int) -> Iterator[Result]:
    """Photos are taken in while the person still types; 登记 then waits for the entry alone."""
    taking, saving = Series(), Series()
    with tempfile.TemporaryDirectory(prefix="gewu-bench-") as folder:
        store = Store.open(Path(folder) / "store", KEY, person(), Clock())
        for turn in range(rounds + 1):
            warm = turn > 0
            _one_finding(store, turn, taking if warm else Series(), saving if warm else Series())
        store.close()
    yield Result("taking in three photos of 12 megapixels", HERE, taking)
    yield Result("saving the finding with them, durable", HERE, saving, most_seconds=0.1)


def _starting(rounds: int, many: int, say: Callable[[str], None]) -> Iterator[Result]:
    """The whole process each time, so that imports count on both sides."""
    empty, few, full = Series(), Series(), Series()
    with _profile(FEW) as small, _profile(many) as large, tempfile.TemporaryDirectory() as compiled:
        for turn in range(rounds + 1):
            for series, command in (
                (empty, ["-c", EMPTY_WINDOW]),
                (few, ["-m", "tests.benchmarks.first_page", str(small)]),
                (full, ["-m", "tests.benchmarks.first_page", str(large)]),
            ):
                (series if turn else Series()).take(partial(_run, command, Path(compiled)))
    say("starting")
    yield Result(f"first ledger page of {many:,}, against an empty window", HERE, full, empty, promise=1.8)
    yield Result(f"first ledger page of {many:,}, against {FEW:,}", HERE, full, few, promise=1.2)


@contextmanager
def _profile(count: int) -> Iterator[Path]:
    """A person's profile with that many findings."""
    with tempfile.TemporaryDirectory(prefix="gewu-bench-") as name:
        profile, who = Profile(Path(name)), person()
        store = Store.open(profile.store_folder(who.login), KEY, who, Clock())
        fill(store, samples(count))
        confirm(store)
        store.close()
        yield Path(name)


def _run(command: list[str], compiled: Path) -> None:
    """Modules are compiled by the warm-up, whatever this shell says of bytecode: a laptop compiles them once, too."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, *command], cwd=HOUSE, env=environment, check=True)


def _one_finding(store: Store, turn: int, taking: Series, saving: Series) -> None:
    photos = [large_photo(turn * 3 + n) for n in range(3)]
    kept: list[Photo] = []

    def take_in() -> None:
        kept.extend(store.photos.keep(each, "IMG_2043.jpg")[0] for each in photos)

    def save() -> None:
        hour_ago = store.clock.now() - timedelta(hours=1)
        store.pen.record([raised(photos=tuple(kept), found_at=hour_ago)])

    taking.take(take_in)
    saving.take(save)


def large_photo(seed: int) -> bytes:
    """12 megapixels, about 4 MB: half noise, as in a photo of leaves and gravel."""
    small = Image.effect_noise((1000, 750), 60 + seed % 40).resize(TWELVE_MEGAPIXELS)
    out = io.BytesIO()
    Image.merge("RGB", (small, small, small)).save(out, "JPEG", quality=90)
    return out.getvalue()
