"""The back of a restaurant: its exhaust, before and after the cleaner."""

from PIL import Image, ImageChops, ImageDraw

from resources.scenes.texture import Colour, blurred, clouds, contrast, relief, scaled, shaded, tinted
from resources.scenes.view import View, paint_smoke


def draw_fume(view: View) -> None:
    """A duct on a tiled wall: grease, stains and fume, or a cleaner in between and a clean wall."""
    _tiles(view)
    _window(view)
    x = view.width * view.layout.uniform(0.46, 0.54)
    if not view.after:
        _grease(view, x)
    _cooler(view)
    _duct(view, x)
    if view.after:
        _cleaner(view, x)
    else:
        _hood_mouth(view, x)
        for drift in (-16, -28, -8):
            at = (x - 9 * view.unit, view.height * 0.3)
            paint_smoke(view, at=at, rise=22, spread=11, drift=drift, colour=(214, 212, 208), thick=0.9)
    _pavement(view)


def _tiles(view: View) -> None:
    """Wall tiles, each a little different, weathered from above."""
    unit, size = view.unit, view.image.size
    pen = ImageDraw.Draw(view.image)
    pen.rectangle((0, 0, *size), fill=(150, 146, 138))
    row, y = 0, 0.0
    while y < view.height:
        x = -4.4 * unit if row % 2 else -2.2 * unit
        while x < view.width:
            tone = view.layout.randint(-7, 7)
            fill = (196 + tone, 190 + tone, 176 + tone)
            pen.rectangle((x, y, x + 4.2 * unit, y + 1.95 * unit), fill=fill)
            x += 4.4 * unit
        row, y = row + 1, y + 2.12 * unit
    old = clouds(view.spawn(), size, 14 * unit, stretch=0.6, octaves=6, rough=0.7)
    view.image.paste(shaded(view.image, relief(old, depth=0.12, step=3)))
    view.image.paste((112, 106, 94), mask=scaled(contrast(old, 120, 255), 0.35))
    shade = Image.linear_gradient("L").rotate(90).resize(size)
    view.image.paste((40, 42, 48), mask=scaled(shade, 0.28))


def _window(view: View) -> None:
    """A kitchen window behind bars, lit from inside."""
    unit, pen = view.unit, ImageDraw.Draw(view.image, "RGBA")
    left, top, wide, high = view.width * 0.07, view.height * 0.42, 23 * unit, 19 * unit
    pen.rectangle((left - unit, top - unit, left + wide + unit, top + high + unit), fill=(214, 214, 210))
    glass = tinted(clouds(view.spawn(), (round(wide), round(high)), 8 * unit), (70, 78, 82), (196, 178, 132))
    view.image.paste(glass, (round(left), round(top)))
    pen.rectangle((left, top + high * 0.48, left + wide, top + high * 0.52), fill=(206, 206, 202))
    for bar in range(1, 9):
        x = left + wide * bar / 9
        pen.rectangle((x - 0.22 * unit, top - 0.6 * unit, x + 0.22 * unit, top + high + 0.6 * unit), fill=(92, 94, 96))
    pen.rectangle(
        (left - 1.6 * unit, top + high + unit, left + wide + 1.6 * unit, top + high + 2.2 * unit), fill=(176, 174, 168)
    )


def _grease(view: View, x: float) -> None:
    """Brown runs below the mouth of the duct, down to the ground."""
    size, unit = view.image.size, view.unit
    shape = Image.new("L", size, 0)
    pen = ImageDraw.Draw(shape)
    pen.polygon(
        [
            (x - 16 * unit, view.height * 0.3),
            (x - 2 * unit, view.height * 0.3),
            (x + 6 * unit, view.height),
            (x - 24 * unit, view.height),
        ],
        235,
    )
    pen.ellipse((x - 22 * unit, view.height * 0.16, x + 2 * unit, view.height * 0.5), fill=235)
    runs = contrast(clouds(view.spawn(), size, 4 * unit, stretch=0.12, octaves=4), 70, 200)
    view.image.paste((62, 46, 28), mask=scaled(ImageChops.multiply(blurred(shape, 3 * unit), runs), 0.82))


def _metal(view: View, wide: int, high: int) -> Image.Image:
    """Sheet metal bent round: light in the left third, with dents."""
    profile = Image.new("L", (6, 1))
    profile.putdata((112, 206, 232, 178, 140, 96))
    sheet = tinted(profile.resize((wide, high), Image.Resampling.BICUBIC), (40, 44, 48), (224, 228, 230))
    return shaded(sheet, relief(clouds(view.spawn(), (wide, high), 5 * view.unit), depth=0.12))


def _duct(view: View, x: float) -> None:
    """The upright duct with its joints."""
    unit, wide = view.unit, round(11 * view.unit)
    left = round(x)
    shadow = Image.new("L", view.image.size, 0)
    ImageDraw.Draw(shadow).rectangle((left + wide, 0, left + wide + 4 * unit, view.height * 0.86), fill=150)
    view.image.paste((30, 30, 32), mask=scaled(blurred(shadow, 1.4 * unit), 0.8))
    view.image.paste(_metal(view, wide, round(view.height * 0.86)), (left, 0))
    pen = ImageDraw.Draw(view.image, "RGBA")
    y = 3 * unit
    while y < view.height * 0.84:
        pen.rectangle((left - 0.5 * unit, y, left + wide + 0.5 * unit, y + 0.7 * unit), fill=(136, 140, 142))
        pen.rectangle((left - 0.5 * unit, y + 0.7 * unit, left + wide + 0.5 * unit, y + unit), fill=(60, 62, 64, 170))
        y += 13 * unit


def _hood_mouth(view: View, x: float) -> None:
    """The elbow that blows out at the height of the first floor, black with grease."""
    unit, y = view.unit, view.height * 0.24
    mouth = _metal(view, round(9 * unit), round(10 * unit)).rotate(90, expand=True)
    view.image.paste(mouth, (round(x - 9 * unit), round(y)))
    pen = ImageDraw.Draw(view.image, "RGBA")
    pen.rectangle((x - 10.4 * unit, y - 0.6 * unit, x - 8.6 * unit, y + 9.6 * unit), fill=(48, 42, 34))
    for slat in range(5):
        top = y + (0.6 + 1.8 * slat) * unit
        pen.rectangle((x - 10.2 * unit, top, x - 8.8 * unit, top + 0.8 * unit), fill=(24, 20, 16))
    for _drip in range(12):
        at, long = x - view.chance.uniform(8.6, 10.4) * unit, view.chance.uniform(1, 6) * unit
        pen.line((at, y + 9 * unit, at, y + 9 * unit + long), fill=(40, 30, 18, 200), width=max(1, round(0.3 * unit)))


def _cleaner(view: View, x: float) -> None:
    """The box of the new fume cleaner with its panel, lamp and label."""
    unit = view.unit
    left, top, wide, high = round(x - 6 * unit), round(view.height * 0.26), round(23 * unit), round(20 * unit)
    box = tinted(clouds(view.spawn(), (wide, high), 20 * unit), (196, 200, 204), (224, 228, 230))
    view.image.paste(box, (left, top))
    pen = ImageDraw.Draw(view.image, "RGBA")
    pen.rectangle((left + wide, top + unit, left + wide + 1.4 * unit, top + high + unit), fill=(40, 40, 42, 120))
    pen.rectangle((left, top, left + wide, top + high), outline=(120, 124, 128), width=round(0.35 * unit))
    for door in (0.34, 0.67):
        pen.line(
            (left + wide * door, top, left + wide * door, top + high), fill=(140, 144, 148), width=round(0.25 * unit)
        )
    for slot in range(6):
        y = top + high * 0.62 + slot * 1.1 * unit
        pen.rectangle((left + wide * 0.06, y, left + wide * 0.28, y + 0.45 * unit), fill=(96, 100, 104))
    label: Colour = (34, 104, 168)
    pen.rectangle((left + wide * 0.4, top + high * 0.12, left + wide * 0.62, top + high * 0.34), fill=label)
    for line in range(3):
        y = top + high * (0.16 + 0.055 * line)
        pen.rectangle((left + wide * 0.42, y, left + wide * 0.58, y + 0.4 * unit), fill=(232, 238, 244))
    pen.rectangle((left + wide * 0.74, top + high * 0.14, left + wide * 0.94, top + high * 0.4), fill=(60, 66, 72))
    pen.ellipse((left + wide * 0.8, top + high * 0.22, left + wide * 0.86, top + high * 0.3), fill=(70, 206, 96))


def _cooler(view: View) -> None:
    """An air conditioner's outdoor unit."""
    unit, pen = view.unit, ImageDraw.Draw(view.image, "RGBA")
    left, top = view.width * 0.76, view.height * 0.5
    pen.rectangle((left + unit, top + unit, left + 17 * unit, top + 13.6 * unit), fill=(30, 30, 30, 110))
    pen.rectangle((left, top, left + 16 * unit, top + 12 * unit), fill=(214, 214, 208))
    pen.ellipse((left + 1.2 * unit, top + 1.2 * unit, left + 10.8 * unit, top + 10.8 * unit), fill=(70, 72, 74))
    for ring in range(1, 7):
        reach = 0.8 * ring * unit
        middle = (left + 6 * unit, top + 6 * unit)
        box = (middle[0] - reach, middle[1] - reach, middle[0] + reach, middle[1] + reach)
        pen.ellipse(box, outline=(150, 152, 150), width=max(1, round(0.12 * unit)))
    for leg in (1.5, 13.5):
        pen.rectangle((left + leg * unit, top + 12 * unit, left + (leg + 1) * unit, top + 14 * unit), fill=(96, 98, 98))


def _pavement(view: View) -> None:
    size = (view.width, round(view.height * 0.14))
    slabs = tinted(
        clouds(view.spawn(), size, 3 * view.unit, stretch=2, octaves=5, rough=0.7), (112, 110, 106), (164, 162, 156)
    )
    if not view.after:
        oil = contrast(clouds(view.spawn(), size, 6 * view.unit, stretch=2.5), 120, 190)
        slabs.paste((52, 44, 34), mask=scaled(oil, 0.7))
    view.image.paste(slabs, (0, view.height - size[1]))
    pen = ImageDraw.Draw(view.image, "RGBA")
    top = view.height - size[1]
    pen.rectangle((0, top - 0.5 * view.unit, view.width, top + 0.5 * view.unit), fill=(60, 58, 54, 150))
    for slab in range(-2, 12):
        x = slab * 11 * view.unit
        pen.line((x + 3 * view.unit, top, x, view.height), fill=(90, 88, 84), width=max(1, round(0.2 * view.unit)))
