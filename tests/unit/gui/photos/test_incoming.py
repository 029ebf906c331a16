"""What a drop, the clipboard or a choice of files gives: names, and bytes when it is time."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gui.photos import incoming
from gui.photos.incoming import from_mime, from_paths, is_welcome
from models.errors import PictureRefused


def mime(*urls: str, text: str = "") -> QMimeData:
    """A drop."""
    data = QMimeData()
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    if text:
        data.setText(text)
    return data


def test_of_folders_the_photos_are_taken_by_name(tmp_path: Path) -> None:
    for name in ("IMG_2.JPG", "IMG_1.heic", "notes.txt", "a.png"):
        (tmp_path / name).write_bytes(b"x")
    assert [each.name for each in from_paths([tmp_path])] == ["IMG_1.heic", "IMG_2.JPG", "a.png"]


def test_a_file_that_was_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    """Its content decides later, with a sentence."""
    (tmp_path / "photo.bin").write_bytes(b"bytes")
    (one,) = from_paths([tmp_path / "photo.bin"])
    assert (one.name, one.read()) == ("photo.bin", b"bytes")


def test_files_are_read_only_when_it_is_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = from_paths([tmp_path / "gone.jpg"])
    with pytest.raises(PictureRefused) as gone:
        one.read()
    big = tmp_path / "video.jpg"
    big.write_bytes(b"x" * 2_000_000)
    monkeypatch.setattr(incoming, "MOST_BYTES", 1_000_000)
    with pytest.raises(PictureRefused) as large:
        from_paths([big])[0].read()
    assert (gone.value.refusal.code, large.value.refusal.code) == ("picture_missing", "picture_too_large")
    assert large.value.refusal.values["megabytes"] == 2


@pytest.mark.parametrize(
    ("data", "welcome"),
    [(mime("file:///card/x.jpg"), True), (mime("mtp://phone/x.jpg"), True), (mime(text="文字"), False)],
)
def test_only_photos_are_welcome(data: QMimeData, *, welcome: bool) -> None:
    assert is_welcome(data) is welcome


def test_a_phone_on_a_cable_gives_nothing_to_read() -> None:
    assert from_mime(mime("mtp://phone/DCIM/IMG_1.jpg")) == ()


def test_a_copied_picture_becomes_a_png(qtbot: QtBot) -> None:
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(image)
    (one,) = from_mime(data)
    assert one.name == "粘贴的图片.png"
    assert QImage.fromData(one.read()).pixelColor(3, 3).red() == 255
