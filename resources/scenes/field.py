"""A harvested field: its straw burning, or baled."""

import math

from PIL import Image, ImageDraw

from resources.scenes.texture import Colour, blurred, clouds, contrast, rugged
from resources.scenes.view import View, paint_ground, paint_houses, paint_mist, paint_sky, paint_smoke, paint_trees

STUBBLE: tuple[Colour, ...] = ((196, 172, 108), (176, 150, 88), (212, 190, 130), (158, 136, 84))


def draw_straw(view: View) -> None:
    """Stubble burning with thick smoke, or the same field cleared with bales."""
    paint_plain(view, (150, 128, 76), (208, 184, 122))
    _stubble(view)
    if view.after:
        for x, y in ((0.22, 0.56), (0.5, 0.62), (0.76, 0.54), (0.36, 0.8)):
            _bale(view, view.width * x, view.height * y)
        return
    _burnt(view)
    fires = [(view.width * x, view.height * y) for x, y in ((0.34, 0.62), (0.44, 0.6), (0.55, 0.63), (0.63, 0.6))]
    for at in fires:
        paint_smoke(view, at=at, rise=42, spread=13, drift=30, colour=(206, 204, 200), thick=0.95)
    for at in fires:
        _flames(view, at)
        paint_smoke(
            view, at=(at[0], at[1] - 2 * view.unit), rise=16, spread=5, drift=9, colour=(176, 170, 164), thick=0.8
        )


def paint_plain(view: View, dark: Colour, light: Colour) -> None:
    """Flat land with a village behind trees."""
    paint_sky(view)
    paint_houses(view, tall=6)
    paint_trees(view, base=view.horizon + 1.5 * view.unit, high=10, haze=0.2)
    paint_mist(view, share=0.3)
    paint_ground(view, dark, light, cell=1.6)


def _stubble(view: View) -> None:
    """Rows of cut stalks running to the horizon."""
    pen = ImageDraw.Draw(view.image)
    vanishing = view.width * 0.55
    for y in sorted(view.layout.uniform(0.02, 1.0) ** 1.6 for _stalk in range(2600)):
        row = view.layout.randint(-34, 34)
        line = view.horizon + y * (view.height - view.horizon)
        x = vanishing + row * (0.5 + 9 * y) * view.unit * 0.55 + view.layout.gauss(0, 0.1 + 0.5 * y) * view.unit
        size = (0.25 + 1.9 * y) * view.unit * view.layout.uniform(0.6, 1.2)
        lean = view.layout.uniform(-0.3, 0.3) * size
        pen.line((x, line, x + lean, line - size), fill=view.layout.choice(STUBBLE), width=max(1, round(size / 10)))


def _burnt(view: View) -> None:
    """The black patch with its ragged edge."""
    size = view.image.size
    mask = Image.new("L", size, 0)
    for left, top, right, bottom in ((0.2, 0.58, 0.7, 0.72), (0.34, 0.6, 0.86, 0.8), (0.12, 0.66, 0.58, 0.9)):
        shift = view.layout.uniform(-0.05, 0.05)
        box = ((left + shift) * view.width, top * view.height, (right + shift) * view.width, bottom * view.height)
        ImageDraw.Draw(mask).ellipse(box, fill=255)
    ragged = Image.blend(
        blurred(mask, 3.5 * view.unit), clouds(view.chance, size, 6 * view.unit, stretch=2.4, octaves=5), 0.42
    )
    ash = rugged(view.chance, size, 1.4 * view.unit, (22, 20, 18), (86, 80, 74), depth=0.5)
    view.image.paste(ash, mask=contrast(ragged, 118, 150))


def _flames(view: View, at: tuple[float, float]) -> None:
    """Tongues of fire, yellow within red, and their glow."""
    unit = view.unit
    glow = Image.new("L", view.image.size, 0)
    ImageDraw.Draw(glow).ellipse((at[0] - 7 * unit, at[1] - 5 * unit, at[0] + 7 * unit, at[1] + 3 * unit), fill=110)
    view.image.paste((255, 140, 50), mask=blurred(glow, 2.5 * unit))
    for share, colour in ((1.0, (214, 74, 22)), (0.68, (246, 142, 34)), (0.38, (255, 226, 128))):
        mask = Image.new("L", view.image.size, 0)
        pen = ImageDraw.Draw(mask)
        for _tongue in range(16):
            x = at[0] + view.chance.gauss(0, 2.2) * unit
            high, wide = view.chance.uniform(1.2, 4.6) * unit * share, view.chance.uniform(0.35, 0.9) * unit * share
            tip = x + view.chance.uniform(0, 1.6) * unit
            pen.polygon([(x - wide, at[1]), (tip, at[1] - high), (x + wide, at[1])], fill=225)
        view.image.paste(colour, mask=blurred(mask, 0.32 * unit))


def _bale(view: View, x: float, y: float) -> None:
    """A round bale of straw with its shadow."""
    r = (1.6 + 7 * view.near(y)) * view.unit
    pen = ImageDraw.Draw(view.image, "RGBA")
    pen.ellipse((x - r, y - r * 0.2, x + r * 2.8, y + r * 0.35), fill=(50, 40, 20, 120))
    pen.rounded_rectangle((x, y - 1.8 * r, x + 1.7 * r, y + 0.1 * r), r * 0.8, fill=(160, 132, 74))
    pen.ellipse((x - r * 0.9, y - 1.8 * r, x + r * 0.9, y + 0.1 * r), fill=(206, 178, 112))
    for ring in range(1, 9):
        share = ring / 9
        grey = view.layout.randint(-16, 16)
        box = (
            x - r * 0.9 * share,
            y - 0.85 * r - 0.95 * r * share,
            x + r * 0.9 * share,
            y - 0.85 * r + 0.95 * r * share,
        )
        pen.ellipse(box, outline=(178 + grey, 148 + grey, 86 + grey), width=max(1, round(r / 26)))
    for _straw in range(90):
        angle, far = view.layout.uniform(0, math.tau), view.layout.random() ** 0.5 * r * 0.85
        at = (x + math.cos(angle) * far, y - 0.85 * r + math.sin(angle) * far)
        pen.line(
            (*at, at[0] + view.layout.uniform(-1, 1) * r * 0.14, at[1] + r * 0.05), fill=view.layout.choice(STUBBLE)
        )
