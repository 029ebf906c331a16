"""The made-up findings of the demo, read from resources/demo; each is entered as a person would enter it."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path

from models.clock import CHINA
from models.coordinates import Position
from models.facts import Classification, Location, OnSite, Party, Photo, Raised
from models.vocabulary import CoordinateSystem, OnSiteAction, PartyKind, PositionSource, Severity, TimeSource
from resources import scenes

FOLDER = Path(__file__).parents[2] / "resources" / "demo"


@dataclass(frozen=True, slots=True)
class Story:
    """A finding as it will be raised, by whom and when, and what becomes of it: verified, returned, reported, local."""

    by: str
    seen_at: datetime
    scene: str
    pictures: int
    fate: str
    words: str
    form: Raised

    def photo_files(self) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of each picture, drawn anew and the same every time."""
        position = self.form.location.position
        assert position is not None, "every story has a place on the map"
        for index in range(self.pictures):
            shot = self.seen_at + timedelta(minutes=index)
            near = Position(position.lon + index * 0.00008, position.lat)
            seed = int(f"{self.seen_at:%m%d%H%M}")
            data = scenes.photo(self.scene, seed=seed, shot=index, taken_at=shot, position=near)
            yield f"IMG_{shot:%m%d_%H%M%S}.jpg", data

    def with_photos(self, photos: tuple[Photo, ...], finder: str) -> Raised:
        """The form with the photos that were kept for it."""
        return replace(self.form, photos=photos, finder=finder)


def stories(today: datetime) -> tuple[Story, ...]:
    """All of them, oldest first, counted back from this day."""
    with (FOLDER / "findings.csv").open(encoding="utf-8", newline="") as file:
        told = [_story(row, today) for row in csv.DictReader(file)]
    return tuple(sorted(told, key=lambda story: story.seen_at))


def _story(row: dict[str, str], today: datetime) -> Story:
    day = today.astimezone(CHINA).date() - timedelta(days=int(row["days_ago"]))
    seen_at = datetime.combine(day, time.fromisoformat(row["time"]), CHINA)
    position = Position(float(row["lon"]), float(row["lat"]))
    party = Party(row["party"], PartyKind.ENTERPRISE) if row["party"] else None
    form = Raised(
        provisional="",
        grid=row["grid"],
        location=Location(row["place"], position, PositionSource.EXIF, CoordinateSystem.WGS84, position),
        classification=Classification(row["category"], Severity(row["severity"])),
        description=row["description"],
        found_at=seen_at,
        found_at_source=TimeSource.EXIF,
        finder=row["by"],
        on_site=OnSite(OnSiteAction(row["action"])),
        photos=(),
        party=party,
    )
    return Story(row["by"], seen_at, row["scene"], int(row["photos"]), row["fate"], row["words"], form)
