"""Looking at a photo before it is taken in: what it is, when and where it was shot, what is odd, or why not."""

import hashlib
import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from PIL import Image, ImageOps
from PIL.ImageFile import ImageFile

from models.clock import CHINA, Clock
from models.coordinates import Position
from models.errors import PictureRefused
from models.exif import read_shot
from models.ids import Digest
from models.picture_format import MediaType, cut_short, open_picture, sniff
from models.vocabulary import TimeSource
from resources.sentences import sentence

MOST_BYTES = 50 * 1024 * 1024
LARGE_BYTES = 20 * 1024 * 1024
# Phones sell 108 megapixels; 200 and more only come from panoramas, scanners and traps.
MOST_PIXELS = 120_000_000
# Clocks of phones and laptops differ (domain.md 2.4: found_at).
FUTURE_TOLERANCE = timedelta(minutes=10)
_SWAPPED_ORIENTATIONS = range(5, 9)
_ORIENTATION = 0x0112
_UNREADABLE_BYTES = (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error, KeyError, IndexError)


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """A photo that can be taken in. Width and height are as displayed; warnings are codes, most important first."""

    sha256: Digest
    size: int
    media_type: str
    width: int
    height: int
    taken_at: datetime | None
    time_source: TimeSource | None
    position: Position | None
    warnings: tuple[str, ...]


def inspect(source: bytes | Path, *, clock: Clock, name: str = "") -> PictureFacts:
    """Look at a photo, by content and whole. Raises PictureRefused. Safe to call from several threads."""
    name = name or (source.name if isinstance(source, Path) else "")
    data = source if isinstance(source, bytes) else _read(source, name)
    kind = _kind(data, name)
    with _decoding(name):
        picture = _header(data, kind, name)
        width, height = _displayed_size(picture)
        shot = read_shot(picture)
        _prove_whole(picture, data, kind)
    taken_at, time_source = shot.taken_at, TimeSource.EXIF if shot.taken_at else None
    if taken_at is None and isinstance(source, Path):
        taken_at, time_source = _file_time(source), TimeSource.FILE
    warnings = {
        "no_time": time_source is not TimeSource.EXIF,
        "future_time": taken_at is not None and taken_at > clock.now() + FUTURE_TOLERANCE,
        "no_position": shot.position is None,
        shot.doubt: shot.doubt is not None,
        "mislabelled": Path(name).suffix != "" and Path(name).suffix.lower() not in kind.suffixes,
        "large": len(data) > LARGE_BYTES,
    }
    return PictureFacts(
        sha256=Digest(hashlib.sha256(data).hexdigest()),
        size=len(data),
        media_type=kind.value,
        width=width,
        height=height,
        taken_at=taken_at,
        time_source=time_source,
        position=shot.position,
        warnings=tuple(code for code, applies in warnings.items() if applies and code),
    )


def thumbnail(data: bytes, *, edge: int) -> bytes:
    """A JPEG of at most `edge` pixels a side, the right way up. Raises PictureRefused."""
    kind = _kind(data, "")
    with _decoding(""):
        picture = _header(data, kind, "")
        picture.draft("RGB", (edge, edge))
        picture.thumbnail((edge, edge), Image.Resampling.LANCZOS, reducing_gap=2.0)
        upright = ImageOps.exif_transpose(picture)
        out = io.BytesIO()
        _on_white(upright).save(out, "JPEG", quality=82)
    return out.getvalue()


def as_line(path: Path, result: PictureFacts | PictureRefused) -> dict[str, object]:
    """The line of `import --json` for a file; unknown facts are null."""
    line: dict[str, object] = {"file": str(path), "accepted": isinstance(result, PictureFacts), "reason": None}
    if isinstance(result, PictureRefused):
        nothing = dict.fromkeys(("sha256", "media_type", "width", "height", "taken_at", "time_source", "lon", "lat"))
        return line | {"reason": sentence(result.refusal.code, result.refusal.values)} | nothing | {"warnings": []}
    return line | {
        "sha256": result.sha256,
        "media_type": result.media_type,
        "width": result.width,
        "height": result.height,
        "taken_at": result.taken_at.isoformat() if result.taken_at else None,
        "time_source": result.time_source.value if result.time_source else None,
        "lon": result.position.lon if result.position else None,
        "lat": result.position.lat if result.position else None,
        "warnings": list(result.warnings),
    }


def _read(path: Path, name: str) -> bytes:
    try:
        if not path.is_file():
            raise PictureRefused("picture_is_folder" if path.is_dir() else "picture_missing", name=name)
        _refuse_large(path.stat().st_size, name)
        return path.read_bytes()
    except OSError as error:
        raise PictureRefused("picture_unreadable", name=name) from error


def _refuse_large(size: int, name: str) -> None:
    if size > MOST_BYTES:
        raise PictureRefused("picture_too_large", name=name, megabytes=-(-size // 1024**2))


def _kind(data: bytes, name: str) -> MediaType:
    _refuse_large(len(data), name)
    if not data:
        raise PictureRefused("picture_empty", name=name)
    kind = sniff(data)
    if kind is None:
        # Space that was set aside for a copy which never came.
        raise PictureRefused("picture_not_an_image" if any(data) else "picture_truncated", name=name)
    return kind


@contextmanager
def _decoding(name: str) -> Iterator[None]:
    """Whatever a decoder says about such bytes means: this file is not whole."""
    try:
        yield
    except _UNREADABLE_BYTES as error:
        raise PictureRefused("picture_truncated", name=name) from error


def _header(data: bytes, kind: MediaType, name: str) -> ImageFile:
    picture = open_picture(data, kind)
    pixels = picture.width * picture.height
    if pixels > MOST_PIXELS:
        raise PictureRefused("picture_too_many_pixels", name=name, megapixels=round(pixels / 1e6))
    return picture


def _displayed_size(picture: ImageFile) -> tuple[int, int]:
    try:
        turned = picture.format == "JPEG" and picture.getexif().get(_ORIENTATION) in _SWAPPED_ORIENTATIONS
    except Exception:  # noqa: BLE001 - a broken orientation tag turns nothing
        turned = False
    return (picture.height, picture.width) if turned else (picture.width, picture.height)


def _prove_whole(picture: ImageFile, data: bytes, kind: MediaType) -> None:
    """Raise if the picture ends early. A JPEG is decoded at an eighth (35 ms for 12 MP), PNG checks its own sums."""
    if cut_short(data, kind):
        raise EOFError
    if kind is MediaType.PNG:
        picture.verify()
        return
    picture.draft("RGB", (1, 1))
    picture.load()


def _file_time(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime // 1, CHINA)


def _on_white(picture: Image.Image) -> Image.Image:
    """Pasted screenshots may be transparent; JPEG is not."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layer = picture.convert("RGBA")
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(layer, mask=layer)
    return ground
