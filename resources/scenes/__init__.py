"""Made-up photos for the demo, the tour, the handbook and tests: what inspectors see, before and after."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from random import Random
from types import MappingProxyType
from typing import Final, Protocol

from PIL import Image, ImageOps

from resources.scenes import field, pond, refuse, site, street, water
from resources.scenes.finish import as_file, through_a_lens
from resources.scenes.texture import seeded
from resources.scenes.view import View

SCENES: Final[Mapping[str, Callable[[View], None]]] = MappingProxyType(
    {
        "soil": site.draw_soil,
        "road": site.draw_road,
        "outlet": water.draw_outlet,
        "floating": water.draw_floating,
        "pond": pond.draw_pond,
        "straw": field.draw_straw,
        "debris": refuse.draw_debris,
        "garbage": refuse.draw_garbage,
        "fume": street.draw_fume,
    }
)


class Place(Protocol):
    """Anything with a longitude and a latitude: resources stand below models, whose Position this is."""

    @property
    def lon(self) -> float:
        """Degrees east."""

    @property
    def lat(self) -> float:
        """Degrees north."""


def draw(
    kind: str, *, seed: int, after: bool = False, shot: int = 0, size: tuple[int, int] = (1600, 1200)
) -> Image.Image:
    """Draw a scene. The seed is the place, `shot` one of several pictures of it, `after` shows it put right."""
    chance = seeded(f"{kind}/{seed}/{after}/{shot}")
    return _seen(_drawing(kind, seed, chance, size, after=after), kind, seed, shot, chance, size)


def series(
    kind: str, *, seed: int, after: bool, size: tuple[int, int], shots: Mapping[int, tuple[datetime, Place | None]]
) -> Iterator[tuple[int, bytes]]:
    """Several photos of one moment of a place as files: drawn once, seen from a little elsewhere each time."""
    drawing = _drawing(kind, seed, seeded(f"{kind}/{seed}/{after}"), size, after=after)
    for shot, (taken_at, position) in shots.items():
        chance = seeded(f"{kind}/{seed}/{after}/{shot}")
        picture = _seen(drawing, kind, seed, shot, chance, size)
        lon, lat = (position.lon, position.lat) if position else (None, None)
        yield shot, as_file(picture, taken_at=taken_at, lon=lon, lat=lat)


def _drawing(kind: str, seed: int, chance: Random, size: tuple[int, int], *, after: bool) -> Image.Image:
    width = size[0] * 2 // 3
    drawing = Image.new("RGB", (width, round(width * size[1] / size[0])), "white")
    layout = seeded(f"{kind}/{seed}")
    horizon = round(drawing.height * layout.uniform(0.36, 0.42))
    mirrored = layout.random() < 0.5
    SCENES[kind](View(drawing, horizon, layout, chance, after))
    return ImageOps.mirror(drawing) if mirrored else drawing


def _seen(drawing: Image.Image, kind: str, seed: int, shot: int, chance: Random, size: tuple[int, int]) -> Image.Image:
    return through_a_lens(drawing, seeded(f"{seed}/{kind}/{shot}"), chance, size)


def photo(
    kind: str, *, seed: int, taken_at: datetime, position: Place | None = None, after: bool = False, shot: int = 0
) -> bytes:
    """A scene as a phone would have saved it, with time and position."""
    picture = draw(kind, seed=seed, after=after, shot=shot)
    lon, lat = (position.lon, position.lat) if position else (None, None)
    return as_file(picture, taken_at=taken_at, lon=lon, lat=lat)
