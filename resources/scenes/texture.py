"""Surfaces out of seeded noise: what makes soil look like soil and smoke like smoke. Pillow only."""

from random import Random

from PIL import Image, ImageChops, ImageFilter, ImageOps

Colour = tuple[int, int, int]


def seeded(seed: object) -> Random:
    """A stream of chance that is the same for the same seed."""
    return Random(str(seed))  # noqa: S311 - pictures, not secrets


def grain(rng: Random, size: tuple[int, int]) -> Image.Image:
    """White noise, grey 0 to 255."""
    return Image.frombytes("L", size, rng.randbytes(size[0] * size[1]))


def clouds(
    rng: Random, size: tuple[int, int], cell: float, *, stretch: float = 1.0, octaves: int = 4, rough: float = 0.5
) -> Image.Image:
    """Fractal noise: blobs of about `cell` pixels (`stretch` times as wide), with finer ones within, full contrast."""
    total: Image.Image | None = None
    for octave in range(octaves):
        step = max(1.0, cell / 2**octave)
        coarse = (max(2, round(size[0] / (step * stretch)) + 2), max(2, round(size[1] / step) + 2))
        layer = grain(rng, coarse).resize(size, Image.Resampling.BICUBIC)
        total = layer if total is None else Image.blend(total, layer, rough / (1 + rough))
    assert total is not None
    return ImageOps.autocontrast(total, cutoff=0.5)


def tinted(grey: Image.Image, dark: Colour, light: Colour) -> Image.Image:
    """Grey to the colours between dark and light."""
    return ImageOps.colorize(grey, dark, light)


def relief(height: Image.Image, *, depth: float = 1.0, step: int = 2) -> Image.Image:
    """How a surface of this height looks in light from the upper left: 128 where it is flat."""
    return ImageChops.subtract(ImageChops.offset(height, -step, -step), height, 1 / depth, 128)


def shaded(colours: Image.Image, light: Image.Image) -> Image.Image:
    """Darker where the light is below 128, brighter above."""
    half = ImageChops.multiply(colours, light.convert("RGB"))
    return ImageChops.add(half, half)


def rugged(
    rng: Random, size: tuple[int, int], cell: float, dark: Colour, light: Colour, *, depth: float = 0.5
) -> Image.Image:
    """A rough surface: soil, rubble, gravel."""
    height = blurred(clouds(rng, size, cell, octaves=5, rough=0.55), 0.6)
    colours = tinted(clouds(rng, size, cell * 3, octaves=5, rough=0.7), dark, light)
    return shaded(colours, relief(height, depth=depth))


def lighter(colour: Colour, by: int) -> Colour:
    """Brighter by so much in each channel; darker if negative."""
    red, green, blue = (min(255, max(0, value + by)) for value in colour)
    return red, green, blue


def contrast(grey: Image.Image, low: int, high: int) -> Image.Image:
    """Stretch so that `low` becomes black and `high` white: noise into patches with soft borders."""
    return grey.point([min(255, max(0, (value - low) * 255 // (high - low))) for value in range(256)])


def gradient(size: tuple[int, int], top: Colour, bottom: Colour) -> Image.Image:
    """From one colour above to another below."""
    return tinted(Image.linear_gradient("L").resize(size), top, bottom)


def scaled(mask: Image.Image, share: float) -> Image.Image:
    """A thinner mask."""
    return mask.point([round(value * share) for value in range(256)])


def blurred(image: Image.Image, radius: float) -> Image.Image:
    """Out of focus."""
    return image.filter(ImageFilter.GaussianBlur(radius))


def laid_flat(texture: Image.Image, size: tuple[int, int], *, zoom: float = 6.0) -> Image.Image:
    """A texture as ground that runs off to the horizon at its upper edge; `zoom` is how much larger it is near by."""
    width, height = size
    fall = (zoom - 1) / height
    across, along = texture.width / width, texture.height
    centre = texture.width / 2
    coefficients = (across, centre * fall, centre - across * width / 2, 0, 0, along, 0, fall)
    return texture.transform(size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BILINEAR)
