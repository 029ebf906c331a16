"""`main.py tour`: drives the real windows through the life of a finding and saves a picture of each step."""

import argparse
import os
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from gui.touring.props import Card

HELP = "drive the windows through the life of a finding, with a real server, offline and online"
SITE, POND = Position(120.087312, 31.824605), Position(120.09573, 31.82731)


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
        office = LocalOffice(scratch / "bureau", movable=True)
        office.furnish()
        office.start()
        stack.callback(office.stop)
        line = Line(office.port)
        stack.callback(line.close)
        _play(scratch, out, office, line)
    return 0


def _play(scratch: Path, out: Path, office: LocalOffice, line: Line) -> None:
    from gui.touring.actor import Actor
    from gui.touring.acts import play
    from gui.touring.props import Props

    def actor(login: str) -> Actor:
        profile = Profile(scratch / login)
        _prepare(profile, login, line.url, office.clock)
        return Actor(profile, login, PASSWORD, out, office.clock)

    props = Props(
        inspector=actor("wangjg"),
        officer=actor("zhoumin"),
        unit=actor("lijj"),
        bureau=actor("xumin"),
        line=line,
        card=_card(scratch / "card"),
        bureau_is_whole=office.is_whole,
        pass_time=office.clock.advance,
    )
    play(props, _tell)


def _prepare(profile: Profile, login: str, server: str, clock: Clock) -> None:
    """In the office in the morning: signed in once, with the bureau's registers on the laptop."""
    unlocked = sign_in(profile, server=server, login=login, password=PASSWORD, clock=clock)
    store = Store.open(profile.store_folder(login), unlocked.key, unlocked.person, clock)
    try:
        if not exchange_once(store).ok:
            raise CommandFailed("tour_not_prepared", login=login)
        note_standing(profile, store)
    finally:
        store.close()


def _card(folder: Path) -> "Card":
    """Photos as they come from phones: three of a building site, one of a pond; the site put right, and the visit."""
    from gui.touring.props import Card

    folder.mkdir()
    return Card(
        site=_shots(folder, "soil", SITE, count=3),
        pond=_shots(folder, "pond", POND),
        after=_shots(folder, "soil", SITE, first=3, after=True),
        visit=_shots(folder, "soil", SITE, first=4, after=True),
    )


def _shots(
    folder: Path, scene: str, place: Position, *, count: int = 1, first: int = 0, after: bool = False
) -> Sequence[Path]:
    """Pictures number `first` and on of one scene, a few metres and a minute apart."""
    now, files = Clock().now(), []
    for shot in range(first, first + count):
        taken_at = now - timedelta(minutes=30 - shot)
        position = Position(place.lon + shot * 0.00005, place.lat)
        file = folder / f"IMG_{scene}_{shot}.jpg"
        file.write_bytes(scenes.photo(scene, seed=7, shot=shot, after=after, taken_at=taken_at, position=position))
        files.append(file)
    return files


def _tell(text: str) -> None:
    print(text, flush=True)
