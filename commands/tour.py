"""`main.py tour`: drives the real windows through the life of a finding and saves a picture of each step."""

import argparse
import os
import shutil
import tempfile
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

from commands.opening import CommandFailed
from commands.showing.line import Line
from commands.showing.office import PASSWORD, LocalOffice
from models.clock import Clock
from models.coordinates import Position
from models.profile import Profile
from models.store import Store
from resources import scenes
from sync.session import exchange_once, note_standing
from sync.signing_in import sign_in

HELP = "drive the windows through the life of a finding, with a real server, offline and online"
INSPECTOR, OFFICER = "wangjg", "zhoumin"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the pictures go."""
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder for the pictures")


def run(given: argparse.Namespace) -> int:
    """Play every act; exit code 0 only if each step's result was checked."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.name == "nt"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out: Path = given.out
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.png"):
        old.unlink()
    with ExitStack() as stack:
        scratch = Path(tempfile.mkdtemp(prefix="gewu-tour-"))
        stack.callback(shutil.rmtree, scratch, ignore_errors=True)
        office = LocalOffice(scratch / "bureau")
        office.furnish()
        office.start()
        stack.callback(office.stop)
        line = Line(office.port)
        stack.callback(line.close)
        _play(scratch, out, office, line)
    return 0


def _play(scratch: Path, out: Path, office: LocalOffice, line: Line) -> None:
    from gui.touring.actor import Actor
    from gui.touring.acts import Props, play

    actors = []
    for login in (INSPECTOR, OFFICER):
        profile = Profile(scratch / login)
        _prepare(profile, login, line.url)
        actors.append(Actor(profile, login, PASSWORD, out))
    first, second = _card(scratch / "card")
    play(Props(actors[0], actors[1], line, first, second, office.is_whole), _tell)


def _prepare(profile: Profile, login: str, server: str) -> None:
    """In the office in the morning: signed in once, with the bureau's registers on the laptop."""
    clock = Clock()
    unlocked = sign_in(profile, server=server, login=login, password=PASSWORD, clock=clock)
    store = Store.open(profile.store_folder(login), unlocked.key, unlocked.person, clock)
    try:
        if not exchange_once(store).ok:
            raise CommandFailed("tour_not_prepared", login=login)
        note_standing(profile, store)
    finally:
        store.close()


def _card(folder: Path) -> tuple[list[Path], list[Path]]:
    """Photos as they come from a phone: three of a building site, one of a pond."""
    folder.mkdir()
    now = Clock().now()
    shots = [("soil", index, Position(120.087312 + index * 0.0001, 31.824605)) for index in range(3)]
    files = []
    for scene, index, position in [*shots, ("pond", 0, Position(120.09573, 31.82731))]:
        taken_at = now - timedelta(minutes=30 - index)
        file = folder / f"IMG_{scene}_{index}.jpg"
        file.write_bytes(scenes.photo(scene, seed=7, shot=index, taken_at=taken_at, position=position))
        files.append(file)
    return files[:3], files[3:]


def _tell(text: str) -> None:
    print(text, flush=True)
