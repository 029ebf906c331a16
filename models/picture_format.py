"""What kind of picture some bytes are, told by their content, and whether they are all there."""

import io
import threading
import warnings
from enum import Enum

from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

_SCAN = 0xDA
_END_OF_JPEG = b"\xff\xd9"
_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
_ZERO_TAIL = bytes(4096)
_loading_heif = threading.Lock()

# Pillow tells the terminal about careless EXIF. Set once: the filters are shared by all threads.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")


class MediaType(Enum):
    """The pictures that are taken; the value is what entries and the server call them."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    HEIC = "image/heic"

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The name endings that tell the truth about such a file."""
        return _SUFFIXES[self]


_SUFFIXES = {
    MediaType.JPEG: (".jpg", ".jpeg", ".jpe", ".jfif"),
    MediaType.PNG: (".png",),
    MediaType.HEIC: (".heic", ".heif", ".hif"),
}


def sniff(data: bytes) -> MediaType | None:
    """The kind of picture, by the first bytes and never by a name; None for everything else."""
    if data.startswith(b"\xff\xd8\xff"):
        return MediaType.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return MediaType.PNG
    return MediaType.HEIC if data[4:8] == b"ftyp" and _heif_brand(data) else None


def _heif_brand(data: bytes) -> bool:
    """The leading brand decides; the general 'mif1' also leads AVIF files, whose own brand stands behind it."""
    brands = [data[at : at + 4] for at in range(16, min(int.from_bytes(data[:4], "big"), 256), 4)]
    if data[8:12] in {b"mif1", b"msf1"} and {b"avif", b"avis"} & set(brands):
        return False
    return data[8:12] in _HEIF_BRANDS


def open_picture(data: bytes, kind: MediaType) -> ImageFile:
    """Read the header, decode nothing. Raises what Pillow raises: OSError, SyntaxError, ValueError, …

    The plugins are called by class: Image.open would try every format it knows and warn about large pictures
    through the global warnings filter, which is not ours to change from a thread.
    """
    source = io.BytesIO(data)
    if kind is MediaType.JPEG:
        return JpegImageFile(source)
    if kind is MediaType.PNG:
        return PngImageFile(source)
    with _loading_heif:  # 70 ms and a native library: only for whoever has such photos
        from pi_heif import HeifImageFile
    picture: ImageFile = HeifImageFile(source)
    return picture


def cut_short(data: bytes, kind: MediaType) -> bool:
    """Whether the file ends too early, judged without decoding.

    Copies that were broken off come in two shapes: shorter than they should be, or as long as they should be
    with nothing but zeros from some point on. libheif decodes both without a word, so this is what tells.
    """
    if kind is MediaType.JPEG:
        return data.rfind(_END_OF_JPEG) < _scan_start(data)
    if kind is MediaType.HEIC:
        return data.endswith(_ZERO_TAIL) or not _boxes_fit(data)
    return b"IEND" not in data[-4096:] and data.endswith(_ZERO_TAIL)


def _scan_start(data: bytes) -> int:
    """Where the pixels of a JPEG begin; the small picture inside the EXIF has a begin and an end of its own."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != _SCAN:
        at += 1 if data[at + 1] == 0xFF else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return at


def _boxes_fit(data: bytes) -> bool:
    """Whether the top-level boxes of an ISO file end exactly where the bytes end."""
    at = 0
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        elif size == 0:  # "to the end of the file"
            return True
        if size < 8:
            return False
        at += size
    return at == len(data)
