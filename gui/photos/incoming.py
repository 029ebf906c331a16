"""Photos on their way in, from files, a drop or the clipboard: a name, and how to read the bytes when it is time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from models.errors import PictureRefused
from models.pictures import MOST_BYTES
from resources.words import _

SUFFIXES = frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".heic", ".heif"})


@dataclass(frozen=True, slots=True)
class Incoming:
    """A photo that somebody gave us; `read` runs beside the window and may raise a GewuError."""

    name: str
    read: Callable[[], bytes]


def from_paths(paths: Iterable[Path]) -> tuple[Incoming, ...]:
    """Files as they are; of folders the photos in them, by name."""
    return tuple(_from_file(path) for path in _files(paths))


def from_mime(data: QMimeData) -> tuple[Incoming, ...]:
    """What was dropped or stands in the clipboard: files first, else a picture."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        return from_paths(paths)
    image = data.imageData() if data.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return (Incoming(_("pasted picture") + ".png", lambda: _as_png(image)),)
    return ()


def is_welcome(data: QMimeData) -> bool:
    """Whether a drop may hold photos; a phone over a cable gives no paths, which is told only when it is dropped."""
    return data.hasUrls() or data.hasImage()


def clipboard_holds_photos() -> bool:
    """Whether Ctrl+V means a photo even where the cursor stands in a text."""
    data = QGuiApplication.clipboard().mimeData()
    return is_welcome(data) and (data.hasUrls() or not data.hasText())


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.iterdir() if file.suffix.lower() in SUFFIXES)
        else:
            yield path


def _from_file(path: Path) -> Incoming:
    return Incoming(path.name, lambda: _read(path))


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise PictureRefused("picture_too_large", name=path.name, megabytes=-(-size // 1024**2))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise PictureRefused("picture_missing", name=path.name) from error
    except OSError as error:
        raise PictureRefused("picture_unreadable", name=path.name) from error


def _as_png(image: QImage) -> bytes:
    octets = QByteArray()
    buffer = QBuffer(octets)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise PictureRefused("picture_unreadable", name=_("pasted picture"))
    return bytes(octets.data())
