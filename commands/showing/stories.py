"""The findings of the demo: some told one by one in resources/demo, the others made of its tables, alike for a day."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random

from commands.showing.cast import rows
from commands.showing.fates import Fate, Stage
from models.clock import CHINA, day_of
from models.coordinates import Position
from models.facts import Classification, Location, OnSite, Party, Raised
from models.vocabulary import (
    CoordinateSystem,
    Method,
    OnSiteAction,
    PartyKind,
    PositionSource,
    Severity,
    Source,
    TimeSource,
)

TOLD_SIZE, OPEN_SIZE, CLOSED_SIZE = (1200, 900), (720, 540), (480, 360)
"""Of pictures: the nearer one will look at them, the larger."""


@dataclass(frozen=True, slots=True)
class Story:
    """A finding as it will be raised, by whom and when, and what becomes of it; `days` after it each stage came."""

    by: str
    seen_at: datetime
    scene: str
    pictures: int
    fate: Fate
    words: str
    form: Raised
    days: tuple[int, ...]
    seed: int
    size: tuple[int, int] = OPEN_SIZE

    @property
    def position(self) -> Position:
        """Where it is."""
        position = self.form.location.position
        assert position is not None, "every story has a place on the map"
        return position


def told(today: datetime) -> tuple[Story, ...]:
    """Those of resources/demo/findings.csv, counted back from this day."""
    return tuple(_told(row, today, number) for number, row in enumerate(rows("findings")))


def _told(row: dict[str, str], today: datetime, number: int) -> Story:
    ago, fate = int(row["days_ago"]), Fate(row["fate"])
    day = day_of(today) - timedelta(days=ago)
    seen_at = min(datetime.combine(day, time.fromisoformat(row["time"]), CHINA), today - timedelta(minutes=40))
    chance = Random(number)  # noqa: S311 - the same every time is the point
    form = form_of(row, row["place"], row["description"], Position(float(row["lon"]), float(row["lat"])), seen_at)
    days = days_of(fate.way.stages, chance, found=ago - chance.randint(*fate.way.since))
    scene, pictures = row["scene"], int(row["photos"])
    return Story(row["by"], seen_at, scene, pictures, fate, row["words"], form, days, number, TOLD_SIZE)


def days_of(stages: tuple[Stage, ...], chance: Random, *, found: int | None = None) -> tuple[int, ...]:
    """How many days after it was found each stage came; within `found` days, where that is given."""
    days, last = [], 0
    for stage in stages:
        last += chance.randint(stage.least, stage.most)
        days.append(last)
    if found is None or last <= max(found, 0):
        return tuple(days)
    return tuple(day * max(found, 0) // last for day in days)


def form_of(row: dict[str, str], place: str, description: str, position: Position, seen_at: datetime) -> Raised:
    """The form as the inspector fills it in; photos and finder come when it is entered."""
    kind = PartyKind(row.get("party_kind") or PartyKind.ENTERPRISE.value)
    return Raised(
        provisional="",
        grid=row["grid"],
        location=Location(place, position, PositionSource.EXIF, CoordinateSystem.WGS84, position),
        classification=Classification(row["category"], Severity(row["severity"])),
        description=description,
        found_at=seen_at,
        found_at_source=TimeSource.EXIF,
        finder=row.get("by", ""),
        on_site=OnSite(OnSiteAction(row.get("action") or OnSiteAction.REPORTED.value)),
        photos=(),
        source=Source(row.get("source") or Source.PATROL.value),
        method=Method(row.get("method") or Method.GRID_PATROL.value),
        party=Party(row["party"], kind) if row["party"] else None,
    )
