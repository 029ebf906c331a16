"""The demo's folder: made beside its place and moved there whole, so that a half-made one is never opened."""

import shutil
import sys
from pathlib import Path

from commands.opening import CommandFailed
from commands.showing.making import all_stories, make_demo
from commands.showing.office import LocalOffice
from models.clock import Clock
from models.profile import Profile
from resources.words import _


def ready_folder(folder: Path) -> None:
    """Make the demo where it is not yet; takes a minute or two and says how far it is. Raises CommandFailed."""
    if (folder / "bureau").exists():
        return
    if folder.exists() and any(folder.iterdir()):
        raise CommandFailed("not_a_demo_folder", folder=folder)
    making = folder.with_name(folder.name + ".making")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    office = LocalOffice(making / "bureau", movable=True)
    _say(
        _(
            "Preparing the demo: a bureau, its people, a year of findings with pictures (a minute or two, only the first time)."
        )
    )
    office.furnish()
    office.start()
    try:
        make_demo(Profile(making), office, all_stories(Clock().now()), today=Clock(), tell=_progress)
    finally:
        office.stop()
    if folder.exists():
        folder.rmdir()
    making.replace(folder)


def _progress(done: int, of: int) -> None:
    _say(_("{done} of {of} findings").format(done=done, of=of), end="\r" if done < of else "\n")


def _say(text: str, end: str = "\n") -> None:
    if end == "\n" or sys.stderr.isatty():
        sys.stderr.write(text + end)
        sys.stderr.flush()
