"""Small real objects with sensible defaults: a test states only what matters to it."""

import io
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PIL import Image

from models.clock import CHINA, MovableClock
from models.coordinates import Position
from models.entries import FINDING, VERSION, Base, Entry, Posted, Subject, Verdict
from models.facts import KIND_OF, Classification, Fact, Location, OnSite, Photo, Raised
from models.ids import Digest, EntryId, PersonId, new_id
from models.people import Person, Role
from models.recording import Pen
from models.store import Store
from models.vocabulary import OnSiteAction, Severity, TimeSource

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=CHINA)
GRID = "320402104203012"
OTHER_GRID = "320402104203013"
TOWN = "320402104000"
COUNTY = "320402000000"
KEY = bytes(range(32))


def person(role: Role = Role.INSPECTOR, area: str = "", **changes: Any) -> Person:
    """Somebody: an inspector of GRID, or of the township for other roles."""
    area = area or (GRID if role is Role.INSPECTOR else TOWN)
    return replace(Person(PersonId(new_id()), "wangjg", "王建国", role, area), **changes)


def clock() -> MovableClock:
    """A clock that stands at noon."""
    return MovableClock(NOON)


def jpeg(colour: str = "red", size: tuple[int, int] = (320, 240)) -> bytes:
    """A small picture; another colour is another picture."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG")
    return out.getvalue()


def photo(**changes: Any) -> Photo:
    """A photo that need not exist."""
    return replace(Photo(Digest(new_id().replace("-", "") * 2), 1000, "image/jpeg", "IMG_2043.jpg"), **changes)


def raised(**changes: Any) -> Raised:
    """A first form that has everything."""
    form = Raised(
        provisional="暂-1122-01",
        grid=GRID,
        location=Location("常焦路与丰北路路口东南角工地", Position(120.087312, 31.824605)),
        classification=Classification("A01", Severity.SLIGHT),
        description="工地东侧土方堆放约1200平方米，绿网只盖了一小半。",
        found_at=NOON - timedelta(hours=1),
        found_at_source=TimeSource.EXIF,
        finder="王建国",
        on_site=OnSite(OnSiteAction.STOPPED),
        photos=(photo(),),
    )
    return replace(form, **changes)


def posted(
    fact: Fact,
    *,
    subject: str,
    author: str,
    dseq: int = 1,
    number: int | None = None,
    reason: str | None = None,
    base: int = 0,
    device: str = "d" * 32,
    at: datetime = NOON,
) -> Posted:
    """An entry in a journal: confirmed where it has a number."""
    entry = Entry(
        id=EntryId(new_id()),
        kind=KIND_OF[type(fact)],
        version=VERSION,
        subject=Subject(FINDING, subject),
        author=PersonId(author),
        occurred_at=at,
        base=Base(base),
        fact=fact,
    )
    verdict = Verdict(number, reason, f"320402-2026-{number:06d}") if number is not None else None
    return Posted(entry, device, dseq, verdict)


def open_store(folder: Path, who: Person | None = None, when: MovableClock | None = None) -> Store:
    """A real encrypted store."""
    return Store.open(folder, KEY, who or person(), when or clock())


def pen_of(store: Store, who: Person) -> Pen:
    """Somebody else writes on this laptop; nobody is told."""
    return Pen(store.database, store.files, who, store.clock, lambda _ids: None)


def raise_one(store: Store, colour: str = "red", **changes: Any) -> str:
    """Log a finding with one real photo; returns its id."""
    kept, _ = store.photos.keep(jpeg(colour), f"{colour}.jpg")
    return store.pen.record([raised(photos=(kept,), **changes)]).finding
