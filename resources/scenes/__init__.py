"""Made-up photos for the demo, the tour, the handbook and tests: what inspectors see, before and after."""

from collections.abc import Callable, Mapping
from datetime import datetime
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
    width = size[0] * 2 // 3
    drawing = Image.new("RGB", (width, round(width * size[1] / size[0])), "white")
    layout, chance = seeded(f"{kind}/{seed}"), seeded(f"{kind}/{seed}/{after}/{shot}")
    horizon = round(drawing.height * layout.uniform(0.36, 0.42))
    mirrored = layout.random() < 0.5
    SCENES[kind](View(drawing, horizon, layout, chance, after))
    if mirrored:
        drawing = ImageOps.mirror(drawing)
    return through_a_lens(drawing, seeded(f"{seed}/{kind}/{shot}"), chance, size)


def photo(
    kind: str, *, seed: int, taken_at: datetime, position: Place | None = None, after: bool = False, shot: int = 0
) -> bytes:
    """A scene as a phone would have saved it, with time and position."""
    picture = draw(kind, seed=seed, after=after, shot=shot)
    lon, lat = (position.lon, position.lat) if position else (None, None)
    return as_file(picture, taken_at=taken_at, lon=lon, lat=lat)
