"""What every scene stands in: the sky of a hazy winter day in the Yangtze delta, far houses and trees, the ground."""

import math
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageOps

from resources.scenes.texture import (
    Colour,
    blurred,
    clouds,
    contrast,
    gradient,
    laid_flat,
    rugged,
    scaled,
    seeded,
    tinted,
)

SKIES: tuple[tuple[Colour, Colour], ...] = (
    ((142, 174, 206), (221, 229, 233)),
    ((168, 187, 203), (228, 230, 229)),
    ((186, 193, 199), (224, 224, 220)),
)
HAZE: Colour = (205, 211, 214)
_LEAVES = 520


@dataclass(slots=True)
class View:
    """A picture being drawn. `layout` places things, alike before and after; `chance` is this picture's own."""

    image: Image.Image
    horizon: int
    layout: Random
    chance: Random
    after: bool

    @property
    def width(self) -> int:
        """Pixels across."""
        return self.image.width

    @property
    def height(self) -> int:
        """Pixels down."""
        return self.image.height

    @property
    def unit(self) -> float:
        """A hundredth of the width: the measure of all things."""
        return self.image.width / 100

    def spawn(self) -> Random:
        """A stream for one thing: whatever it draws, what comes after it stands where it stood."""
        return seeded(self.layout.random())

    def near(self, y: float) -> float:
        """How large things are that stand on the ground at this line: 0 at the horizon, 1 at the lower edge."""
        return max(0.0, (y - self.horizon) / (self.height - self.horizon))


def paint_sky(view: View) -> None:
    """A gradient with thin clouds, paler towards the horizon."""
    size = (view.width, view.horizon + round(4 * view.unit))
    top, bottom = view.chance.choice(SKIES)
    sky = gradient(size, top, bottom)
    veil = contrast(clouds(view.chance, size, 16 * view.unit, stretch=2.6, octaves=5), 110, 235)
    fading = ImageOps.flip(Image.linear_gradient("L")).resize(size)
    sky.paste((244, 245, 244), mask=scaled(ImageChops.multiply(veil, fading), 0.75))
    view.image.paste(sky, (0, 0))


def paint_ground(view: View, dark: Colour, light: Colour, *, cell: float = 2.0, depth: float = 0.5) -> None:
    """Rough ground up to the horizon, hazier far away."""
    size = (view.width, view.height - view.horizon)
    texture = rugged(view.layout, (view.width * 2, round(size[1] * 2.4)), cell * view.unit, dark, light, depth=depth)
    ground = laid_flat(texture, size)
    far = ImageOps.flip(contrast(Image.linear_gradient("L").resize(size), 120, 255))
    ground.paste(blurred(ground, 1.5), mask=far)
    ground.paste(HAZE, mask=scaled(ImageOps.flip(contrast(Image.linear_gradient("L").resize(size), 40, 255)), 0.45))
    view.image.paste(ground, (0, view.horizon))


def paint_houses(view: View, *, tall: float = 14.0) -> None:
    """A far row of flats, some still without windows, behind haze."""
    layer = Image.new("RGBA", view.image.size)
    pen = ImageDraw.Draw(layer)
    unit, x = view.unit, -3 * view.unit
    while x < view.width:
        wide, high = view.layout.uniform(7, 15) * unit, view.layout.uniform(0.35, 1.0) * tall * unit
        grey = view.layout.randint(140, 176)
        _house(pen, view, (x, view.horizon - high, x + wide, view.horizon + unit), grey)
        x += wide + view.layout.choice((0.4, 1.5, 6.0)) * unit
    layer.putalpha(scaled(layer.getchannel("A"), 0.82))
    view.image.paste(layer, mask=blurred(layer.getchannel("A"), 0.8))


def _house(pen: ImageDraw.ImageDraw, view: View, box: tuple[float, float, float, float], grey: int) -> None:
    left, top, right, bottom = box
    unit = view.unit
    pen.rectangle(box, fill=(grey + 6, grey + 4, grey))
    pen.rectangle((left + (right - left) * 0.72, top, right, bottom), fill=(grey - 20, grey - 20, grey - 18))
    for row in range(int((bottom - top) / (1.7 * unit))):
        y = top + (0.6 + 1.7 * row) * unit
        for column in range(int((right - left) / (1.5 * unit))):
            x = left + (0.45 + 1.5 * column) * unit
            dark = view.layout.randint(26, 58)
            pen.rectangle(
                (x, y, x + 0.75 * unit, y + 0.9 * unit), fill=(grey - dark, grey - dark + 5, grey - dark + 12)
            )


def paint_trees(view: View, *, base: float, high: float, share: float = 1.0, haze: float = 0.25) -> None:
    """A belt of trees along a line: crowns of many small leaves, light on the upper left."""
    layer = Image.new("RGBA", view.image.size)
    pen = ImageDraw.Draw(layer)
    unit, x = view.unit, -4 * view.unit
    while x < view.width * share:
        size = view.layout.uniform(0.55, 1.0) * high * unit
        _crown(pen, view.layout, (x, base - size * 0.62), size, (58, 76, 48))
        x += size * view.layout.uniform(0.5, 0.95)
    alpha = layer.getchannel("A")
    colours = Image.new("RGB", view.image.size, (92, 108, 78))
    colours.paste(layer, mask=alpha)
    colours = Image.blend(colours, Image.new("RGB", view.image.size, HAZE), haze)
    view.image.paste(colours, mask=blurred(alpha, 1.0))


def _crown(pen: ImageDraw.ImageDraw, rng: Random, centre: tuple[float, float], size: float, colour: Colour) -> None:
    x, y = centre
    pen.rectangle((x - size * 0.03, y, x + size * 0.03, y + size * 0.66), fill=(74, 62, 50, 255))
    lumps = [(rng.uniform(-0.32, 0.32), rng.uniform(-0.3, 0.22), rng.uniform(0.16, 0.3)) for _lump in range(9)]
    leaves = min(_LEAVES, max(140, round(7 * size)))  # a small tree needs fewer, and larger ones
    grown = size * math.sqrt(_LEAVES / leaves)
    for leaf in range(leaves):
        lump_x, lump_y, reach = lumps[leaf * len(lumps) // leaves]
        angle, far = rng.uniform(0, math.tau), math.sqrt(rng.random()) * reach
        leaf_x, leaf_y = lump_x + math.cos(angle) * far, lump_y + math.sin(angle) * far * 0.85
        light = round(-95 * (leaf_y - lump_y) - 60 * (leaf_x - lump_x) - 42 * leaf_y + rng.uniform(-10, 10))
        r = grown * rng.uniform(0.014, 0.034)
        fill = (colour[0] + light, colour[1] + light, colour[2] + light // 2, 255)
        at_x, at_y = x + leaf_x * size, y + leaf_y * size
        pen.ellipse((at_x - r, at_y - r * 0.8, at_x + r, at_y + r * 0.8), fill=fill)


def paint_tufts(view: View, *, top: float, bottom: float, count: int, colours: tuple[Colour, ...]) -> None:
    """Grass and weeds, larger near by."""
    pen = ImageDraw.Draw(view.image)
    spots = sorted(view.layout.uniform(top, bottom) for _tuft in range(count))
    for y in spots:
        x, size = view.layout.uniform(0, view.width), (0.3 + 2.4 * view.near(y)) * view.unit
        colour = view.layout.choice(colours)
        for _blade in range(7):
            lean = view.layout.uniform(-0.55, 0.55) * size
            shade = view.layout.randint(-18, 18)
            fill = (colour[0] + shade, colour[1] + shade, colour[2] + shade // 2)
            root = x + view.layout.uniform(-0.25, 0.25) * size
            tip = (root + lean, y - size * view.layout.uniform(0.5, 1.0))
            pen.line((root, y, *tip), fill=fill, width=max(1, round(size / 9)))


def paint_mist(view: View, *, colour: Colour = HAZE, share: float = 0.35) -> None:
    """Haze over what is far: thickest at the horizon."""
    size = view.image.size
    mask = Image.new("L", size, 0)
    reach = round(9 * view.unit)
    band = Image.linear_gradient("L").resize((size[0], reach))
    mask.paste(band, (0, view.horizon - reach))
    mask.paste(ImageOps.flip(band), (0, view.horizon))
    view.image.paste(colour, mask=scaled(mask, share))


def paint_stones(view: View, *, top: float, count: int, colours: tuple[Colour, ...]) -> None:
    """Loose stones and clods with their shadows."""
    pen = ImageDraw.Draw(view.image, "RGBA")
    for y in sorted(view.layout.uniform(top, view.height) for _stone in range(count)):
        x, r = view.layout.uniform(0, view.width), view.layout.uniform(0.1, 0.75) * view.unit * (0.2 + view.near(y))
        colour = view.layout.choice(colours)
        pen.ellipse((x - r * 0.8, y - r * 0.2, x + r * 2.1, y + r * 0.7), fill=(30, 24, 18, 90))
        pen.ellipse((x - r, y - r * 0.7, x + r, y + r * 0.5), fill=(*colour, 255))
        light = (min(255, colour[0] + 26), min(255, colour[1] + 24), min(255, colour[2] + 20), 255)
        pen.ellipse((x - r * 0.8, y - r * 0.65, x + r * 0.3, y), fill=light)


def paint_smoke(
    view: View, *, at: tuple[float, float], rise: float, spread: float, drift: float, colour: Colour, thick: float
) -> None:
    """A plume that starts small, leans with the wind and dissolves into wisps. Lengths in units."""
    size = (view.width // 2, view.height // 2)  # smoke has no sharp edges: half the size is a quarter of the work
    unit = view.unit / 2
    shape = Image.new("L", size, 0)
    pen = ImageDraw.Draw(shape)
    for step in reversed(range(60)):
        t = step / 60
        x = at[0] / 2 + (drift * t**1.3 + view.chance.uniform(-0.5, 0.5) * spread * t) * unit
        y = at[1] / 2 - rise * t * unit
        r = (0.8 + spread * t**0.8) * unit * view.chance.uniform(0.7, 1.1)
        pen.ellipse((x - r, y - r, x + r, y + r), fill=round(255 * (1 - t) ** 0.6))
    wisps = contrast(clouds(view.chance, size, 9 * unit, octaves=5, rough=0.6), 30, 165)
    mask = ImageChops.multiply(blurred(shape, 1.6 * unit), wisps)
    deep = (max(0, colour[0] - 58), max(0, colour[1] - 58), max(0, colour[2] - 58))
    smoke = tinted(clouds(view.chance, size, 7 * unit, octaves=4), deep, colour)
    thin = scaled(blurred(mask, 0.3 * unit), thick)
    view.image.paste(smoke.resize(view.image.size), mask=thin.resize(view.image.size))


def paint_board(view: View, x: float, y: float) -> None:
    """A notice board on two legs: lines stand for its text."""
    unit, pen = view.unit, ImageDraw.Draw(view.image, "RGBA")
    for leg in (1.2, 8.2):
        pen.rectangle((x + leg * unit, y, x + (leg + 0.5) * unit, y + 11 * unit), fill=(150, 152, 154))
    pen.rectangle((x, y - 5.5 * unit, x + 10 * unit, y + 2.5 * unit), fill=(30, 96, 160))
    pen.rectangle((x + 0.4 * unit, y - 5.1 * unit, x + 9.6 * unit, y + 2.1 * unit), outline=(236, 240, 244), width=2)
    pen.rectangle((x + 2 * unit, y - 4.4 * unit, x + 8 * unit, y - 3.2 * unit), fill=(240, 244, 246))
    for line in range(4):
        long = view.layout.uniform(4, 7.6) * unit
        top = y + (-2.2 + 1.05 * line) * unit
        pen.rectangle((x + 1.1 * unit, top, x + 1.1 * unit + long, top + 0.42 * unit), fill=(220, 230, 240))
