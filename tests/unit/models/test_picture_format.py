"""Telling pictures by content, and files that end too early without decoding them."""

import struct

import pytest

from models.picture_format import MediaType, cut_short, sniff
from tests.pictures import HEIC, exif_of, picture

SMALL = picture(size=(32, 24), exif=b"")
WITH_SMALL_ONE_INSIDE = picture(size=(640, 480), exif=exif_of())
# A second JPEG in a segment of its own, as phones keep their previews: it has its own start, pixels and end.
PREVIEW = b"\xff\xe2" + struct.pack(">H", len(SMALL) + 2) + SMALL
WITH_PREVIEW = WITH_SMALL_ONE_INSIDE[:2] + PREVIEW + WITH_SMALL_ONE_INSIDE[2:]


def boxes(*sizes: int, tail: bytes = b"") -> bytes:
    """An ISO file of boxes that really have the sizes they name."""
    return b"".join(struct.pack(">I4s", size, b"free") + b"x" * (size - 8) for size in sizes) + tail


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (SMALL, MediaType.JPEG),
        (picture("PNG"), MediaType.PNG),
        (HEIC, MediaType.HEIC),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic", MediaType.HEIC),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1avif", None),
        (b"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00mif1avif", None),
        (b"\x00\x00\x00\x18ftypqt  \x00\x00\x00\x00qt  heic", None),
        (b"GIF89a", None),
        (b"RIFF\x00\x00\x00\x00WEBP", None),
        (b"", None),
    ],
)
def test_sniff(data: bytes, kind: MediaType | None) -> None:
    """The first bytes decide."""
    assert sniff(data) is kind


@pytest.mark.parametrize(
    ("data", "kind", "short"),
    [
        (WITH_PREVIEW, MediaType.JPEG, False),
        (WITH_PREVIEW + b"a trailer of the camera", MediaType.JPEG, False),
        (WITH_PREVIEW + bytes(10_000), MediaType.JPEG, False),
        (WITH_PREVIEW[: len(WITH_PREVIEW) // 2] + bytes(50_000), MediaType.JPEG, True),
        (WITH_PREVIEW[:-2], MediaType.JPEG, True),
        (SMALL[:2], MediaType.JPEG, True),
        (HEIC, MediaType.HEIC, False),
        (HEIC[:-1], MediaType.HEIC, True),
        (boxes(24, 100, 5000), MediaType.HEIC, False),
        (boxes(24, 100, 5000)[:-1], MediaType.HEIC, True),
        (boxes(24, 100), MediaType.HEIC, False),
        (boxes(24, tail=struct.pack(">I4sQ", 1, b"mdat", 20) + b"data"), MediaType.HEIC, False),
        (boxes(24, tail=struct.pack(">I4sQ", 1, b"mdat", 21) + b"data"), MediaType.HEIC, True),
        (boxes(24, tail=struct.pack(">I4s", 0, b"mdat") + b"to the end"), MediaType.HEIC, False),
        (boxes(24, tail=struct.pack(">I4s", 0, b"mdat") + bytes(4096)), MediaType.HEIC, True),
        (boxes(24, tail=struct.pack(">I4s", 7, b"mdat")), MediaType.HEIC, True),
        (picture("PNG"), MediaType.PNG, False),
        (picture("PNG")[:500] + bytes(5000), MediaType.PNG, True),
    ],
)
def test_cut_short(data: bytes, kind: MediaType, short: bool) -> None:
    """Broken copies are seen; what cameras append is not held against them."""
    assert cut_short(data, kind) is short
