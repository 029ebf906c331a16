"""A fish pond and its tail water."""

from PIL import Image, ImageDraw

from resources.scenes.texture import Colour, blurred, clouds, rugged, tinted
from resources.scenes.view import View, paint_tufts
from resources.scenes.water import CLEAR, GREENS, paint_far_bank, paint_water

MURKY: tuple[Colour, Colour] = ((150, 142, 112), (112, 98, 66))


def draw_pond(view: View) -> None:
    """A fish pond: yellow water running from a pipe into the ditch, or settled water with plants."""
    paint_far_bank(view)
    paint_water(view, view.horizon + round(2 * view.unit), CLEAR if view.after else MURKY, mirror=0.45)
    _dike(view)
    _aerator(view, view.width * 0.3, view.height * 0.54)
    _aerator(view, view.width * 0.68, view.height * 0.5)
    if view.after:
        paint_tufts(view, top=view.height * 0.66, bottom=view.height * 0.74, count=120, colours=GREENS)
    else:
        _hose(view)


def _dike(view: View) -> None:
    """The near bank of the pond."""
    size = (view.width, round(view.height * 0.3))
    mask = Image.new("L", size, 0)
    points = [(0.0, size[1] * 0.18)] + [
        (x * size[0] / 12, size[1] * view.layout.uniform(0.08, 0.26)) for x in range(1, 12)
    ]
    ImageDraw.Draw(mask).polygon([*points, (size[0], size[1] * 0.2), size, (0, size[1])], fill=255)
    earth = rugged(view.spawn(), size, 2.4 * view.unit, (98, 90, 58), (156, 142, 100), depth=0.5)
    view.image.paste(earth, (0, view.height - size[1]), blurred(mask, 0.4 * view.unit))
    paint_tufts(view, top=view.height * 0.78, bottom=view.height * 1.04, count=150, colours=GREENS)


def _aerator(view: View, x: float, y: float) -> None:
    """A paddle wheel on two floats with its spray."""
    unit, pen = view.unit, ImageDraw.Draw(view.image, "RGBA")
    for side in (-3.4, 3.4):
        pen.ellipse((x + (side - 2) * unit, y - 0.6 * unit, x + (side + 2) * unit, y + 0.8 * unit), fill=(46, 86, 132))
    pen.rectangle((x - 3.4 * unit, y - 1.8 * unit, x + 3.4 * unit, y - 1.3 * unit), fill=(110, 112, 112))
    pen.rectangle((x - 0.9 * unit, y - 3 * unit, x + 0.9 * unit, y - 1.3 * unit), fill=(60, 110, 84))
    for _drop in range(120):
        at = x + view.chance.gauss(0, 2.6) * unit
        up = y - abs(view.chance.gauss(0, 1.1)) * unit
        r = view.chance.uniform(0.04, 0.16) * unit
        pen.ellipse((at - r, up - r, at + r, up + r), fill=(232, 236, 232, 150))


def _hose(view: View) -> None:
    """The pipe over the dike and the yellow stream that leaves the pond."""
    unit, pen = view.unit, ImageDraw.Draw(view.image, "RGBA")
    start, mouth = (view.width * 0.56, view.height * 0.72), (view.width * 0.5, view.height * 0.86)
    for thick, colour in ((3.4, (40, 44, 48)), (2.6, (70, 78, 84)), (0.7, (120, 128, 134))):
        pen.line((*start, *mouth), fill=colour, width=round(thick * unit))
    pen.ellipse(
        (mouth[0] - 1.9 * unit, mouth[1] - 1.4 * unit, mouth[0] + 1.9 * unit, mouth[1] + 1.4 * unit), fill=(30, 32, 34)
    )
    mask = Image.new("L", view.image.size, 0)
    spread = ImageDraw.Draw(mask)
    points = [(mouth[0] - 1.5 * unit, mouth[1]), (mouth[0] + 1.5 * unit, mouth[1])]
    points += [(view.width * 0.64, view.height), (view.width * 0.3, view.height)]
    spread.polygon(points, fill=255)
    stream = tinted(clouds(view.chance, view.image.size, 1.4 * unit, stretch=0.5), (116, 98, 62), (196, 182, 140))
    view.image.paste(stream, mask=blurred(mask, 0.9 * unit))
