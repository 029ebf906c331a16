"""What is tipped at the edge of a village: rubble and rubbish, or the place put right."""

from PIL import Image, ImageChops, ImageDraw

from resources.scenes.field import paint_plain
from resources.scenes.site import heap
from resources.scenes.texture import Colour, clouds, contrast, lighter, rugged
from resources.scenes.view import View, paint_board, paint_stones, paint_tufts

GRASS: tuple[Colour, ...] = ((104, 122, 66), (126, 132, 78), (150, 142, 92), (92, 110, 60))
LAWN: tuple[Colour, ...] = ((86, 128, 58), (104, 142, 66), (76, 114, 52), (122, 146, 78))
RUBBLE: tuple[Colour, ...] = (
    (172, 96, 72),
    (158, 84, 64),
    (192, 188, 178),
    (166, 162, 154),
    (142, 138, 130),
    (206, 200, 188),
)
REFUSE: tuple[Colour, ...] = (
    (44, 44, 48),
    (58, 58, 60),
    (50, 52, 58),
    (206, 206, 200),
    (188, 188, 184),
    (216, 214, 204),
    (82, 104, 132),
    (146, 82, 74),
    (176, 160, 116),
    (92, 114, 92),
    (146, 122, 94),
    (158, 134, 102),
)


def draw_debris(view: View) -> None:
    """Bricks and concrete tipped beside a lane, or the place cleared and sown."""
    paint_plain(view, (128, 124, 96), (176, 170, 138))
    if view.after:
        paint_tufts(view, top=view.height * 0.52, bottom=view.height * 0.66, count=160, colours=LAWN)
        for place in range(6):
            _sapling(view, view.width * (0.1 + 0.15 * place), view.height * 0.68)
        paint_board(view, view.width * 0.62, view.height * 0.7)
        paint_tufts(view, top=view.height * 0.68, bottom=view.height * 1.04, count=460, colours=LAWN)
        return
    paint_tufts(view, top=view.height * 0.48, bottom=view.height * 0.7, count=130, colours=GRASS)
    heap(view, centre=0.3, base=0.74, wide=0.5, high=0.2, colours=((104, 94, 82), (176, 166, 150)), smooth=False)
    heap(view, centre=0.66, base=0.84, wide=0.66, high=0.3, colours=((110, 100, 88), (184, 172, 156)), smooth=False)
    for centre, base, wide, high, count in ((0.3, 0.73, 0.4, 0.15, 170), (0.66, 0.84, 0.56, 0.23, 330)):
        _blocks(view, centre, base, wide, high, count)
    paint_stones(view, top=view.height * 0.76, count=90, colours=RUBBLE)


def _sapling(view: View, x: float, y: float) -> None:
    """A young tree tied to three stakes."""
    unit, pen = view.unit, ImageDraw.Draw(view.image, "RGBA")
    y += view.layout.uniform(-1, 1) * unit
    pen.ellipse((x - 3 * unit, y - 0.5 * unit, x + 4 * unit, y + 0.7 * unit), fill=(40, 38, 24, 90))
    for foot in (-2.2, 0.4, 2.2):
        pen.line((x + foot * unit, y, x, y - 6 * unit), fill=(150, 124, 88), width=max(1, round(unit / 3)))
    pen.line((x, y, x, y - 12 * unit), fill=(92, 74, 54), width=max(1, round(unit / 2)))
    for _leaf in range(110):
        at, up = x + view.layout.gauss(0, 1.7) * unit, y - (11.5 + view.layout.gauss(0, 1.9)) * unit
        r, green = view.layout.uniform(0.3, 0.7) * unit, view.layout.randint(-18, 22)
        pen.ellipse((at - r, up - r * 0.7, at + r, up + r * 0.7), fill=(78 + green, 116 + green, 56 + green // 2))


def draw_garbage(view: View) -> None:
    """Bags and boxes beside a village lane, or bins in a row."""
    paint_plain(view, (124, 120, 92), (168, 160, 128))
    _wall(view)
    paint_tufts(view, top=view.height * 0.56, bottom=view.height * 0.62, count=50, colours=GRASS)
    if view.after:
        for place, colour in enumerate(((52, 104, 70), (60, 84, 132), (92, 94, 98), (148, 62, 54))):
            _bin(view, view.width * (0.26 + 0.15 * place), view.height * 0.74, colour)
        return
    for number in range(300):
        down = number / 300
        t = max(-1.1, min(1.1, view.layout.gauss(0, 0.45)))
        up = max(0.0, 1 - abs(t)) * 0.17 * (1 - down) * view.layout.random() ** 0.5
        y = 0.64 + 0.2 * down - up
        _bag_or_box(view, view.width * (0.5 + 0.4 * t), view.height * y, (1.2 + 1.5 * down) * view.unit)


def _blocks(view: View, centre: float, base: float, wide: float, high: float, count: int) -> None:
    """Broken bricks and slabs on a heap: a light top, a middling front, a dark side each."""
    pen = ImageDraw.Draw(view.image, "RGBA")
    for number in range(count):
        t = max(-0.98, min(0.98, view.layout.gauss(0, 0.45)))
        down = number / count
        x = (centre + wide / 2 * t) * view.width
        y = (base - high * (1 - abs(t) ** 1.5) * (1 - down)) * view.height
        size = view.layout.uniform(0.5, 1.5) * view.unit * (0.6 + 0.7 * down) * (2.1 if number % 37 == 0 else 1)
        _block(pen, view, (x, y), size)


def _block(pen: ImageDraw.ImageDraw, view: View, at: tuple[float, float], size: float) -> None:
    (x, y), colour = at, view.layout.choice(RUBBLE)
    any_of = view.layout.uniform
    wide, high, deep, tilt = (
        size * any_of(0.9, 2.0),
        size * any_of(0.5, 0.9),
        size * any_of(0.3, 0.7),
        size * any_of(-0.4, 0.4),
    )
    a, b = (x, y), (x + wide, y + tilt)
    c, d = (x + wide, y + tilt + high), (x, y + high)
    back = (deep, -deep * 0.7)
    lit = lighter(colour, 24)
    dim = tuple(round(value * 0.62) for value in colour)
    pen.ellipse((x - size * 0.2, y + high * 0.6, x + wide * 1.3, y + high * 1.4), fill=(30, 26, 22, 90))
    pen.polygon([a, b, c, d], fill=colour)
    pen.polygon([a, b, (b[0] + back[0], b[1] + back[1]), (a[0] + back[0], a[1] + back[1])], fill=lit)
    pen.polygon([b, c, (c[0] + back[0], c[1] + back[1]), (b[0] + back[0], b[1] + back[1])], fill=dim)


def _wall(view: View) -> None:
    """A white village wall with a grey foot and a tiled top."""
    unit = view.unit
    size = (view.width, round(17 * unit))
    top = round(view.height * 0.58) - size[1]
    wall = rugged(view.spawn(), size, 6 * unit, (196, 194, 186), (232, 230, 222), depth=0.1)
    wall.paste((120, 118, 112), (0, size[1] - round(3.4 * unit), *size))
    stains = contrast(clouds(view.spawn(), size, 4 * unit, stretch=0.3, octaves=5), 140, 235)
    wall.paste((150, 144, 130), mask=ImageChops.multiply(stains, Image.new("L", size, 150)))
    view.image.paste(wall, (0, top))
    pen = ImageDraw.Draw(view.image, "RGBA")
    x = 0.0
    while x < view.width:
        pen.ellipse((x, top - 1.3 * unit, x + 1.3 * unit, top + 0.5 * unit), fill=(74, 76, 80))
        x += 1.15 * unit
    pen.rectangle((0, top - 1.6 * unit, view.width, top - 0.4 * unit), fill=(92, 94, 98))
    pen.rectangle((0, top + 0.4 * unit, view.width, top + 1.5 * unit), fill=(60, 60, 56, 80))


def _bag_or_box(view: View, x: float, y: float, size: float) -> None:
    pen, colour = ImageDraw.Draw(view.image, "RGBA"), view.layout.choice(REFUSE)
    light, dark = lighter(colour, 38), tuple(v * 6 // 10 for v in colour)
    s = size * view.layout.uniform(0.6, 1.25)
    pen.ellipse((x - s, y - s * 0.1, x + s * 1.5, y + s * 0.5), fill=(24, 22, 18, 120))
    if view.layout.random() < 0.55:
        pen.ellipse((x - s, y - s * 1.1, x + s, y + s * 0.35), fill=colour)
        pen.chord((x - s, y - s * 1.1, x + s, y + s * 0.35), 20, 130, fill=dark)
        pen.polygon(
            [(x - s * 0.2, y - s), (x - s * 0.35, y - s * 1.5), (x + s * 0.3, y - s * 1.45), (x + s * 0.2, y - s)],
            colour,
        )
        for _fold in range(5):
            at, up = x + view.layout.uniform(-0.6, 0.3) * s, y - view.layout.uniform(0.3, 0.9) * s
            pen.line((at, up, at + s * 0.15, up + s * 0.4), fill=(*light, 150), width=max(1, round(s * 0.07)))
        return
    tilt = view.layout.uniform(-0.35, 0.35) * s
    corners = [
        (x - s, y - s * 0.8 + tilt),
        (x + s * 0.7, y - s * 0.8 - tilt),
        (x + s * 0.8, y + s * 0.2),
        (x - s * 0.9, y + s * 0.3),
    ]
    pen.polygon(corners, fill=colour)
    pen.polygon(
        [corners[0], corners[1], (x + s * 0.9, y - s * 1.1 - tilt), (x - s * 0.7, y - s * 1.15 + tilt)], fill=light
    )
    pen.polygon([corners[1], corners[2], (x + s * 1.05, y), (x + s * 0.9, y - s * 1.1 - tilt)], fill=dark)


def _bin(view: View, x: float, y: float, colour: Colour) -> None:
    """A wheeled bin with its lid shut."""
    pen, s = ImageDraw.Draw(view.image, "RGBA"), 6.4 * view.unit
    dark, light = tuple(v * 7 // 10 for v in colour), lighter(colour, 26)
    pen.ellipse((x - s * 0.7, y - s * 0.1, x + s * 1.1, y + s * 0.2), fill=(24, 22, 18, 120))
    pen.polygon(
        [(x - s * 0.62, y - s * 1.5), (x + s * 0.62, y - s * 1.5), (x + s * 0.5, y), (x - s * 0.5, y)], fill=colour
    )
    pen.polygon(
        [(x + s * 0.3, y - s * 1.5), (x + s * 0.62, y - s * 1.5), (x + s * 0.5, y), (x + s * 0.26, y)], fill=dark
    )
    pen.rounded_rectangle((x - s * 0.7, y - s * 1.72, x + s * 0.7, y - s * 1.46), s * 0.08, fill=light)
    pen.ellipse(
        (x - s * 0.25, y - s * 1.05, x + s * 0.25, y - s * 0.55), outline=(230, 232, 228, 200), width=round(s * 0.06)
    )
    for wheel in (-0.42, 0.42):
        pen.ellipse((x + (wheel - 0.12) * s, y - s * 0.12, x + (wheel + 0.12) * s, y + s * 0.12), fill=(28, 28, 30))
