"""How photos get into the form: picked, pasted, dropped, broken, twice, at the last moment."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gui.findings.form_page import FormPage
from models.store import Store
from tests.hands import CTRL, child, press
from tests.pictures import picture
from tests.unit.gui.findings.filling import add_photo, fill


def test_bad_files_are_told_and_the_good_ones_stay(form: FormPage, tmp_path: Path, qtbot: QtBot) -> None:
    good = add_photo(form, tmp_path, qtbot)
    add_photo(form, tmp_path, qtbot, "IMG_2091.heic", picture()[:900])
    add_photo(form, tmp_path, qtbot, "leer.jpg", b"")
    form.photos.take_paths([tmp_path / "weg.jpg", good])
    qtbot.waitUntil(lambda: not form.photos.is_busy)
    said = child(form, QLabel, "intakeErrors").text()
    assert "IMG_2091.heic 打不开，文件可能没拷完整。其他照片都好。请从手机再拷一次。" in said
    assert "IMG_1.jpg 已经在这条问题里，没有重复添加。" in said
    assert len(said.splitlines()) == 4
    assert [photo.name for photo in form.session.values.photos] == ["IMG_1.jpg"]


def test_a_picture_is_pasted_even_from_a_text_field(form: FormPage, qtbot: QtBot) -> None:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(image)
    press(child(form, QLineEdit, "placeEdit"), Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: bool(form.session.values.photos))
    assert form.session.values.photos[0].media_type == "image/png"
    assert form.session.values.place == ""


def test_dropped_files_are_taken(form: FormPage, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "DCIM"
    folder.mkdir()
    (folder / "IMG_7.jpg").write_bytes(picture())
    (folder / "notes.txt").write_text("no photo")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    assert form.photos.take(data)
    qtbot.waitUntil(lambda: bool(form.session.values.photos) and not form.photos.is_busy)
    assert [photo.name for photo in form.session.values.photos] == ["IMG_7.jpg"]


def test_saving_waits_for_photos_that_are_still_being_stored(
    form: FormPage, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(form, tmp_path, qtbot)
    (tmp_path / "second.jpg").write_bytes(picture(size=(200, 100)))
    with qtbot.waitSignal(form.saved):
        form.photos.take_paths([tmp_path / "second.jpg"])
        form.save()
    finding = store.findings.one(store.findings.page()[0].id)
    assert finding is not None
    assert len(finding.photos) == 2
