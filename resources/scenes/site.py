"""Construction sites, roads and rubble."""

import math
from random import Random

from PIL import Image, ImageChops, ImageDraw

from resources.scenes.texture import Colour, blurred, clouds, contrast, relief, rugged, scaled, shaded
from resources.scenes.view import (
    View,
    paint_ground,
    paint_houses,
    paint_mist,
    paint_sky,
    paint_smoke,
    paint_stones,
    paint_trees,
    paint_tufts,
)

SOIL: tuple[Colour, Colour] = ((96, 72, 48), (188, 154, 112))
NET: tuple[Colour, Colour] = ((30, 66, 42), (84, 134, 90))
STONES: tuple[Colour, ...] = ((126, 104, 80), (148, 128, 102), (104, 88, 70), (160, 150, 136))
BLUE: Colour = (52, 110, 168)


def draw_soil(view: View) -> None:
    """A building site: earth in the open, or under the green net."""
    paint_sky(view)
    paint_houses(view, tall=22)
    _crane(view)
    paint_mist(view, share=0.5)
    paint_ground(view, (112, 92, 70), (190, 168, 136))
    _hoarding(view)
    for x, wide, high, base in ((0.2, 0.5, 0.17, 0.66), (0.82, 0.56, 0.22, 0.72), (0.44, 0.66, 0.27, 0.9)):
        jitter = view.layout.uniform(-0.04, 0.04)
        colours = NET if view.after else SOIL
        heap(view, centre=x + jitter, base=base, wide=wide, high=high, colours=colours, smooth=view.after)
    if view.after:
        paint_tufts(view, top=view.height * 0.93, bottom=view.height, count=30, colours=((96, 120, 60), (120, 130, 74)))
    else:
        paint_stones(view, top=view.height * 0.72, count=170, colours=STONES)


def heap(
    view: View, *, centre: float, base: float, wide: float, high: float, colours: tuple[Colour, Colour], smooth: bool
) -> None:
    """A mound with lit and dark side, a ragged rim and a shadow; all lengths as shares of the picture."""
    shape = view.spawn()
    size = round(wide * view.width), round(high * view.height * 1.1)
    corner = round(centre * view.width - size[0] / 2), round(base * view.height - size[1])
    mask = _heap_mask(shape, size, view.unit)
    _shadow(view, mask, corner)
    surface = rugged(shape, size, 3 * view.unit, *colours, depth=0.2 if smooth else 0.45)
    # The slope's own light: the outline, blurred into a dome, with a few bulges.
    step = round(1.6 * view.unit)
    roomy = Image.new("L", (size[0] + 2 * step, size[1] + 2 * step), 0)
    roomy.paste(mask, (0, 0))
    roomy.paste(255, (0, size[1] - step, *roomy.size))
    swell = Image.blend(blurred(roomy, 2.4 * view.unit), clouds(shape, roomy.size, 9 * view.unit, octaves=3), 0.35)
    surface = shaded(surface, relief(swell, depth=1.1, step=step).crop((0, 0, *size)))
    if smooth:
        surface = _netted(surface, shape, view.unit)
    view.image.paste(surface, corner, mask)


def _heap_mask(shape: Random, size: tuple[int, int], unit: float) -> Image.Image:
    """Some peaks, slopes that run out, a foot that bulges towards the viewer."""
    width, height = size
    any_of = shape.uniform
    peaks = [(any_of(0.2, 0.8), any_of(0.5, 1.0), any_of(0.2, 0.4)) for _peak in range(3)] + [(0.5, 0.85, 0.3)]
    rim, foot = [], []
    for step in range(91):
        t = step / 90
        hill = max(tall * math.exp(-(((t - at) / spread) ** 2)) for at, tall, spread in peaks)
        slope = math.sqrt(min(1.0, 5 * t, 5 * (1 - t)))
        rim.append((t * width, height * (0.9 - 0.84 * hill * slope + any_of(-0.012, 0.012))))
        foot.append((t * width, height * (0.9 + 0.08 * math.sin(math.pi * t) + any_of(-0.012, 0.012))))
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).polygon(rim + foot[::-1], fill=255)
    crumbs = clouds(shape, size, 1.2 * unit, octaves=3)
    return contrast(Image.blend(blurred(mask, 0.5 * unit), crumbs, 0.22), 92, 132)


def _shadow(view: View, mask: Image.Image, corner: tuple[int, int]) -> None:
    """The heap darkens the ground at its right foot."""
    ground = Image.new("L", view.image.size, 0)
    foot = mask.resize((mask.width, max(1, mask.height // 4))).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    ground.paste(foot, (corner[0] + round(2.5 * view.unit), corner[1] + mask.height - round(0.6 * view.unit)))
    view.image.paste((40, 32, 24), mask=scaled(blurred(ground, 1.1 * view.unit), 0.5))


def _netted(surface: Image.Image, shape: Random, unit: float) -> Image.Image:
    """The fine mesh, its folds, and the seams where two nets overlap."""
    folds = clouds(shape, surface.size, 5 * unit, stretch=0.35, octaves=4)
    surface = shaded(surface, relief(folds, depth=0.5, step=3))
    pen = ImageDraw.Draw(surface, "RGBA")
    for _seam in range(3):
        x = shape.uniform(0.1, 0.9) * surface.width
        lean = shape.uniform(-4, 4) * unit
        pen.line((x, 0, x + lean, surface.height), fill=(16, 48, 28, 150), width=round(0.35 * unit))
    for _stone in range(14):
        x, y = shape.uniform(0, surface.width), shape.uniform(0.3, 1) * surface.height
        r = shape.uniform(0.3, 0.7) * unit
        pen.ellipse((x - r, y - r * 0.6, x + r, y + r * 0.6), fill=(150, 140, 124, 255))
    return surface


def _hoarding(view: View) -> None:
    """The blue fence of corrugated metal."""
    unit, top, bottom = view.unit, view.horizon - 3.2 * view.unit, view.horizon + 3 * view.unit
    pen = ImageDraw.Draw(view.image, "RGBA")
    pen.rectangle((0, top, view.width, bottom), fill=BLUE)
    x = 0.0
    while x < view.width:
        pen.rectangle((x, top, x + 0.28 * unit, bottom), fill=(40, 92, 146))
        pen.rectangle((x + 0.5 * unit, top, x + 0.62 * unit, bottom), fill=(84, 140, 192))
        x += 1.1 * unit
    pen.rectangle((0, top, view.width, top + 0.35 * unit), fill=(214, 220, 226))
    pen.rectangle((0, bottom - 1.3 * unit, view.width, bottom), fill=(120, 104, 84, 110))
    pen.rectangle((0, bottom, view.width, bottom + 0.8 * unit), fill=(40, 32, 26, 80))


def _crane(view: View) -> None:
    unit, x = view.unit, view.layout.uniform(0.55, 0.8) * view.width
    pen = ImageDraw.Draw(view.image)
    top, yellow = view.horizon - 24 * unit, (190, 150, 62)
    for y in range(round(top), view.horizon, max(1, round(1.2 * unit))):
        pen.line((x - 0.5 * unit, y, x + 0.5 * unit, y + 1.2 * unit), fill=yellow, width=2)
        pen.line((x + 0.5 * unit, y, x - 0.5 * unit, y + 1.2 * unit), fill=yellow, width=2)
    for side in (-0.5, 0.5):
        pen.line((x + side * unit, top - 3 * unit, x + side * unit, view.horizon), fill=yellow, width=2)
    pen.line((x - 10 * unit, top, x + 26 * unit, top), fill=yellow, width=round(0.5 * unit))
    for end in (-10, 26):
        pen.line((x, top - 4 * unit, x + end * unit, top), fill=(120, 110, 90), width=1)
    pen.rectangle((x - 10 * unit, top, x - 7 * unit, top + 2 * unit), fill=(120, 118, 112))
    pen.line((x + 19 * unit, top, x + 19 * unit, top + 13 * unit), fill=(96, 96, 96), width=1)


def draw_road(view: View) -> None:
    """A road outside a site: mud from the wheels and dust behind a truck, or washed clean."""
    paint_sky(view)
    paint_houses(view, tall=11)
    paint_trees(view, base=view.horizon + view.unit, high=9)
    paint_mist(view, share=0.4)
    paint_ground(view, (96, 98, 84), (150, 146, 122))
    _carriageway(view)
    _lorry(view)
    if view.after:
        return
    at = (view.width * 0.62, view.horizon + 11 * view.unit)
    for drift, rise in ((-14, 5), (-24, 11), (-38, 16), (12, 10)):
        paint_smoke(view, at=at, rise=rise, spread=12, drift=drift, colour=(222, 206, 182), thick=0.9)
    paint_stones(view, top=view.height * 0.7, count=120, colours=STONES)


def _carriageway(view: View) -> None:
    far, near = view.horizon, view.height
    edge = [(0.50, far), (0.60, far), (1.25, near), (-0.12, near)]
    mask = Image.new("L", view.image.size, 0)
    ImageDraw.Draw(mask).polygon([(x * view.width, y) for x, y in edge], fill=255)
    surface = rugged(view.layout, view.image.size, 0.8 * view.unit, (92, 92, 92), (136, 135, 132), depth=0.3)
    view.image.paste(surface, mask=blurred(mask, 1.5))
    pen = ImageDraw.Draw(view.image, "RGBA")
    for step in range(9):
        upper, lower = (far + (near - far) * ((step + part) / 9) ** 2 for part in (0.0, 0.5))
        line = [(view.width * (0.55 + 0.015 * (y - far) / (near - far)), y) for y in (upper, lower)]
        thick = [0.08 * view.unit + 1.1 * view.unit * view.near(y) for _x, y in line]
        corners = [(line[0][0] - thick[0], upper), (line[0][0] + thick[0], upper)]
        corners += [(line[1][0] + thick[1], lower), (line[1][0] - thick[1], lower)]
        pen.polygon(corners, fill=(224, 222, 214, 210))
    if view.after:
        wet = scaled(contrast(clouds(view.chance, view.image.size, 12 * view.unit, stretch=2), 90, 200), 0.5)
        view.image.paste((66, 70, 76), mask=ImageChops.multiply(wet, mask))
        return
    tracks = Image.new("L", view.image.size, 0)
    pen = ImageDraw.Draw(tracks)
    for left, right, low, high in ((0.505, 0.535, 0.0, 0.36), (0.565, 0.598, 0.62, 1.1)):
        pen.polygon(
            [(left * view.width, far), (right * view.width, far), (high * view.width, near), (low * view.width, near)],
            255,
        )
    mud = contrast(clouds(view.chance, view.image.size, 7 * view.unit, stretch=0.4, octaves=5, rough=0.6), 60, 150)
    mud = ImageChops.multiply(mud, ImageChops.add(blurred(tracks, 2.5 * view.unit), scaled(mask, 0.18)))
    dirt = rugged(view.chance, view.image.size, 1.6 * view.unit, (112, 88, 62), (176, 148, 112), depth=0.5)
    view.image.paste(dirt, mask=mud)


def _lorry(view: View) -> None:
    """A tipper from behind; in the good picture its load is covered."""
    unit, pen = view.unit, ImageDraw.Draw(view.image, "RGBA")
    x, y, s = view.width * 0.6, view.horizon + 12 * unit, unit * 1.1
    pen.ellipse((x - 2.5 * s, y - 1.4 * s, x + 12 * s, y + 1.2 * s), fill=(26, 24, 22, 130))
    for wheel in (0.4, 6.9):
        pen.rounded_rectangle((x + wheel * s, y - 3.4 * s, x + (wheel + 1.9) * s, y), 0.5 * s, fill=(26, 26, 28))
        pen.rectangle((x + (wheel + 0.85) * s, y - 3.4 * s, x + (wheel + 1.05) * s, y), fill=(58, 56, 54))
    pen.rectangle((x + 0.2 * s, y - 3.6 * s, x + 9 * s, y - 2.5 * s), fill=(44, 44, 46))
    load = (62, 112, 74) if view.after else (150, 120, 86)
    pen.polygon(
        [(x, y - 11 * s), (x + 2.4 * s, y - 12.4 * s), (x + 6.6 * s, y - 12.2 * s), (x + 9.2 * s, y - 11 * s)], load
    )
    pen.rectangle((x, y - 11 * s, x + 9.2 * s, y - 3.4 * s), fill=(150, 58, 38))
    for rib in (0.0, 2.9, 5.9, 8.8):
        pen.rectangle((x + rib * s, y - 11 * s, x + (rib + 0.4) * s, y - 3.4 * s), fill=(118, 42, 28))
    pen.rectangle((x, y - 11.2 * s, x + 9.2 * s, y - 10.6 * s), fill=(170, 74, 50))
    pen.rectangle((x, y - 5 * s, x + 9.2 * s, y - 3.4 * s), fill=(120, 92, 68, 150))
    for lamp in (0.5, 7.6):
        pen.rectangle((x + lamp * s, y - 3.3 * s, x + (lamp + 1.1) * s, y - 2.8 * s), fill=(196, 48, 38))
    pen.rectangle((x + 3.4 * s, y - 3.4 * s, x + 5.8 * s, y - 2.7 * s), fill=(214, 180, 62))
