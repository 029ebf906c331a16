"""Rivers and outfalls."""

from PIL import Image, ImageChops, ImageDraw, ImageOps

from resources.scenes.texture import (
    Colour,
    blurred,
    clouds,
    contrast,
    gradient,
    lighter,
    relief,
    rugged,
    scaled,
    shaded,
    tinted,
)
from resources.scenes.view import (
    View,
    paint_board,
    paint_ground,
    paint_houses,
    paint_mist,
    paint_sky,
    paint_trees,
    paint_tufts,
)

CLEAR: tuple[Colour, Colour] = ((128, 150, 150), (74, 104, 102))
BLACK: tuple[Colour, Colour] = ((74, 76, 72), (28, 30, 28))
GREENS: tuple[Colour, ...] = ((96, 118, 62), (116, 130, 72), (82, 104, 56), (142, 140, 88))
RUBBISH: tuple[Colour, ...] = (
    (226, 226, 220),
    (70, 108, 160),
    (190, 70, 58),
    (212, 190, 116),
    (112, 92, 66),
    (64, 116, 78),
    (238, 236, 230),
    (60, 60, 62),
    (150, 120, 88),
)


def draw_outlet(view: View) -> None:
    """A pipe in the bank: black water with foam, or clear water and a notice board."""
    paint_far_bank(view)
    shore = round(view.height * 0.6)
    _bank(view, round(view.height * 0.44), shore)
    paint_water(view, shore, CLEAR if view.after else BLACK, mirror=0.5 if view.after else 0.35)
    paint_tufts(view, top=view.height * 0.45, bottom=shore - 4 * view.unit, count=70, colours=GREENS)
    x = view.width * view.layout.uniform(0.4, 0.55)
    _pipe(view, x, shore - 6.5 * view.unit)
    _pour(view, x, shore)
    if view.after:
        paint_board(view, x + 14 * view.unit, shore - 9 * view.unit)


def draw_floating(view: View) -> None:
    """A river with rubbish and duckweed along its bank, or clean."""
    paint_far_bank(view)
    shore = round(view.height * 0.5)
    _bank(view, round(view.height * 0.43), shore)
    paint_water(view, shore, CLEAR if view.after else ((118, 124, 104), (78, 86, 62)), mirror=0.5)
    if not view.after:
        _duckweed(view, shore)
        _rubbish(view, shore)
    else:
        _boom(view, shore + 0.3 * (view.height - shore))
    paint_tufts(view, top=view.height * 0.97, bottom=view.height * 1.06, count=60, colours=GREENS)


def paint_water(view: View, top: int, colours: tuple[Colour, Colour], *, mirror: float) -> None:
    """Water from a line down to the lower edge: its own colour, what it mirrors, and ripples that grow nearer."""
    size = (view.width, view.height - top)
    water = gradient(size, *colours)
    above = view.image.crop((0, max(0, top - size[1]), view.width, top))
    reflection = blurred(ImageOps.flip(above).resize(size), 0.5 * view.unit)
    water = Image.blend(water, ImageChops.multiply(reflection, _grey(size, 225)), mirror)
    water = _wavy(view, water)
    far = clouds(view.chance, size, 0.7 * view.unit, stretch=9, octaves=3)
    close = clouds(view.chance, size, 2.4 * view.unit, stretch=6, octaves=4)
    ripples = Image.composite(close, far, Image.linear_gradient("L").resize(size))
    water = shaded(water, relief(ripples, depth=0.3, step=2))
    view.image.paste(water, (0, top))
    pen = ImageDraw.Draw(view.image, "RGBA")
    pen.rectangle((0, top - 0.2 * view.unit, view.width, top + 0.5 * view.unit), fill=(30, 28, 22, 110))


def paint_far_bank(view: View) -> None:
    """Sky, trees and a meadow on the other side."""
    paint_sky(view)
    paint_houses(view, tall=7)
    paint_trees(view, base=view.horizon + 2 * view.unit, high=13, haze=0.16)
    paint_mist(view, share=0.3)
    paint_ground(view, (92, 98, 66), (146, 148, 106))


def _grey(size: tuple[int, int], value: int) -> Image.Image:
    return Image.new("RGB", size, (value, value, value))


def _wavy(view: View, water: Image.Image) -> Image.Image:
    """Shift strips sideways, more the nearer they are: mirrored posts and trees begin to tremble."""
    out, y, shift = water.copy(), 0, 0.0
    while y < water.height:
        high = 1 + y * 5 // water.height
        shift = 0.6 * shift + view.chance.uniform(-1, 1) * view.unit * (0.15 + 0.8 * y / water.height)
        strip = water.crop((0, y, water.width, y + high))
        out.paste(ImageChops.offset(strip, round(shift), 0), (0, y))
        y += high
    return out


def _bank(view: View, top: int, bottom: int) -> None:
    """A slope with grass above and stones set in concrete below."""
    size = (view.width, bottom - top)
    slope = rugged(view.spawn(), size, 2 * view.unit, (92, 96, 60), (150, 148, 104), depth=0.5)
    stones = rugged(view.spawn(), size, 2.4 * view.unit, (112, 110, 104), (172, 168, 158), depth=0.7)
    lower = contrast(Image.linear_gradient("L").resize(size), 90, 130)
    slope.paste(stones, mask=Image.blend(lower, clouds(view.spawn(), size, 3 * view.unit), 0.25))
    damp = contrast(Image.linear_gradient("L").resize(size), 205, 255)
    slope.paste((60, 56, 46), mask=scaled(damp, 0.7))
    view.image.paste(slope, (0, top))


def _pipe(view: View, x: float, y: float) -> None:
    """A concrete headwall with a pipe in it, stained below."""
    unit, r = view.unit, 5.2 * view.unit
    box = (round(x - 11 * unit), round(y - 8.5 * unit), round(x + 11 * unit), round(y + 7 * unit))
    size = (box[2] - box[0], box[3] - box[1])
    wall = rugged(view.spawn(), size, 4 * unit, (140, 138, 130), (184, 181, 172), depth=0.25)
    stains = contrast(clouds(view.spawn(), size, 3 * unit, stretch=0.25), 110, 220)
    wall.paste((84, 80, 68), mask=scaled(ImageChops.multiply(stains, Image.linear_gradient("L").resize(size)), 0.8))
    view.image.paste(wall, (box[0], box[1]))
    pen = ImageDraw.Draw(view.image, "RGBA")
    pen.rectangle((box[0] - unit, box[1] - 1.2 * unit, box[2] + unit, box[1]), fill=(190, 187, 178))
    pen.rectangle((box[0], box[1], box[2], box[1] + 0.6 * unit), fill=(60, 58, 52, 120))
    for size_share, grey in ((1.0, 118), (0.93, 158), (0.8, 58), (0.74, 22)):
        reach = r * size_share
        pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=(grey, grey, max(0, grey - 6)))
    pen.chord((x - r * 0.74, y - r * 0.74, x + r * 0.74, y + r * 0.74), 30, 150, fill=(44, 44, 38))


def _pour(view: View, x: float, shore: int) -> None:
    """What runs out of the pipe, and what it does to the river."""
    unit, top = view.unit, shore - 4 * view.unit
    colour: Colour = (150, 168, 166) if view.after else (34, 34, 30)
    mask = Image.new("L", view.image.size, 0)
    pen = ImageDraw.Draw(mask)
    wide = 1.4 if view.after else 3.6
    fall = [
        (x - wide * unit, top),
        (x + wide * unit, top),
        (x + wide * 1.15 * unit, shore + unit),
        (x - wide * 1.2 * unit, shore + unit),
    ]
    pen.polygon(fall, fill=235)
    flow = clouds(view.chance, view.image.size, 1.2 * unit, stretch=0.2)
    stream = tinted(flow, colour, lighter(colour, 46))
    view.image.paste(stream, mask=blurred(mask, 0.35 * unit))
    if view.after:
        return
    plume = Image.new("L", view.image.size, 0)
    pen = ImageDraw.Draw(plume)
    for step in range(26):
        y = shore + step * (view.height - shore) / 26
        reach = (5 + 1.5 * step) * unit
        pen.ellipse(
            (x - reach + step * unit * 0.8, y - 2 * unit, x + reach + step * unit * 0.8, y + 3 * unit), fill=235
        )
    patches = contrast(clouds(view.chance, view.image.size, 5 * unit, stretch=3), 40, 150)
    view.image.paste((20, 21, 19), mask=scaled(ImageChops.multiply(blurred(plume, 2 * unit), patches), 0.8))
    _foam(view, x, shore)


def _foam(view: View, x: float, shore: int) -> None:
    """Dirty foam where the water falls and drifting in flakes."""
    unit, pen = view.unit, ImageDraw.Draw(view.image, "RGBA")
    for _flake in range(620):
        y = shore + abs(view.chance.gauss(0, 0.3)) * (view.height - shore)
        at = x + view.chance.gauss(0.3, 1) * (5 * unit + (y - shore) * 0.55)
        r = view.chance.uniform(0.05, 0.3) * unit * (0.5 + (y - shore) / (view.height - shore))
        grey = view.chance.randint(150, 208)
        pen.ellipse((at - r * 1.8, y - r * 0.6, at + r * 1.8, y + r * 0.6), fill=(grey, grey - 4, grey - 26, 170))


def _boom(view: View, y: float) -> None:
    """Floats on a rope across the river that stop what drifts."""
    unit, pen = view.unit, ImageDraw.Draw(view.image, "RGBA")
    pen.line((0, y + unit, view.width, y), fill=(70, 66, 60), width=max(1, round(unit / 5)))
    for step in range(26):
        x, at = (step + 0.3) * 4 * unit, y + unit * (1 - step / 26)
        pen.ellipse((x, at + 0.7 * unit, x + 2.6 * unit, at + 1.3 * unit), fill=(30, 40, 40, 90))
        pen.rounded_rectangle((x, at - 0.7 * unit, x + 2.5 * unit, at + 0.8 * unit), 0.6 * unit, fill=(214, 112, 36))
        pen.line((x + 0.5 * unit, at - 0.4 * unit, x + 2 * unit, at - 0.4 * unit), fill=(244, 164, 92), width=2)


def _duckweed(view: View, shore: int) -> None:
    size = (view.width, view.height - shore)
    patches = contrast(clouds(view.chance, size, 5 * view.unit, stretch=3.5, octaves=5, rough=0.6), 130, 165)
    edge = ImageOps.flip(contrast(Image.linear_gradient("L").resize(size), 30, 210))
    green = rugged(view.chance, size, 0.7 * view.unit, (88, 112, 40), (152, 170, 84), depth=0.4)
    view.image.paste(green, (0, shore), scaled(ImageChops.multiply(patches, edge), 0.9))


def _rubbish(view: View, shore: int) -> None:
    """Bottles, boxes, bags: thick at the bank, scattered farther out."""
    unit, pen = view.unit, ImageDraw.Draw(view.image, "RGBA")
    depth = view.height - shore
    for y in sorted(shore + min(0.95, abs(view.chance.gauss(0, 0.32))) * depth for _piece in range(230)):
        x = view.width * (0.45 + view.chance.gauss(0, 0.24))
        size = view.chance.uniform(0.5, 1.5) * unit * (0.45 + 1.5 * (y - shore) / depth)
        colour = view.chance.choice(RUBBISH)
        pen.ellipse((x - size, y, x + size * 1.2, y + size * 0.5), fill=(24, 28, 20, 110))
        _piece(view, pen, (x, y), size, colour)


def _piece(view: View, pen: ImageDraw.ImageDraw, at: tuple[float, float], size: float, colour: Colour) -> None:
    (x, y), turn = at, view.chance.uniform(-0.35, 0.35) * size
    light = lighter(colour, 30)
    form = view.chance.randrange(3)
    if form == 0:
        pen.line((x - size, y + turn, x + size, y - turn), fill=(*colour, 235), width=max(2, round(size * 0.55)))
        pen.line(
            (x - size, y + turn - 1, x + size * 0.8, y - turn - 1), fill=(*light, 200), width=max(1, round(size * 0.15))
        )
    elif form == 1:
        corners = [
            (x - size, y + turn),
            (x + size * 0.8, y - turn),
            (x + size, y + size * 0.4),
            (x - size * 0.7, y + size * 0.5),
        ]
        pen.polygon(corners, fill=(*colour, 245))
        pen.polygon(
            [corners[0], corners[1], (x + size * 0.6, y - turn - size * 0.3), (x - size * 0.8, y - size * 0.25)],
            (*light, 245),
        )
    else:
        pen.ellipse((x - size * 0.8, y - size * 0.45, x + size * 0.8, y + size * 0.35), fill=(*colour, 240))
        pen.ellipse((x - size * 0.5, y - size * 0.4, x + size * 0.1, y - size * 0.05), fill=(*light, 190))
