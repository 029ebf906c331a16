"""How photos get into the form: picked, pasted, dropped, broken, twice, at the last moment."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.findings.form_page import FormPage
from gui.findings.form_values import from_draft
from models.store import Store
from tests.hands import CTRL, child, press, write
from tests.pictures import picture
from tests.unit.gui.findings.filling import PLACE, add_photo, fill, settle


def test_bad_files_are_told_and_the_good_ones_stay(form: FormPage, tmp_path: Path, qtbot: QtBot) -> None:
    good = add_photo(form, tmp_path, qtbot)
    add_photo(form, tmp_path, qtbot, "IMG_2091.heic", picture()[:900])
    add_photo(form, tmp_path, qtbot, "leer.jpg", b"")
    form.photos.intake.take_paths([tmp_path / "weg.jpg", good])
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
    assert form.photos.intake.take(data)
    qtbot.waitUntil(lambda: bool(form.session.values.photos) and not form.photos.is_busy)
    assert [photo.name for photo in form.session.values.photos] == ["IMG_7.jpg"]


def test_photos_go_to_the_form_that_they_were_dropped_on(
    form: FormPage, store: Store, background: Background, tmp_path: Path, qtbot: QtBot
) -> None:
    # GIVEN photos that are still being stored
    write(child(form, QLineEdit, "placeEdit"), PLACE)
    paths = [tmp_path / f"IMG_{n}.jpg" for n in range(3)]
    for n, path in enumerate(paths):
        path.write_bytes(picture(size=(200 + n, 100)))
    form.photos.intake.take_paths(paths)
    # WHEN the form is put aside for another one
    child(form, QPushButton, "asideButton").click()
    qtbot.waitUntil(lambda: form.session.values.place == "")
    # THEN they are in the draft that was put aside, and the other form has none
    settle(qtbot, background)
    assert form.session.values.photos == ()
    (draft,) = store.drafts.all()
    kept = from_draft(draft.body)
    assert (kept.place, len(kept.photos)) == (PLACE, 3)


def test_a_form_whose_photos_are_on_their_way_is_gone_on_with(form: FormPage, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "IMG_1.jpg").write_bytes(picture())
    draft = form.session.keeper.draft
    form.photos.intake.take_paths([tmp_path / "IMG_1.jpg"])
    form.begin()
    qtbot.waitUntil(lambda: bool(form.session.values.photos))
    assert form.session.keeper.draft == draft


def test_two_drops_at_once_stay_within_twenty(form: FormPage, tmp_path: Path, qtbot: QtBot) -> None:
    paths = [tmp_path / f"IMG_{n}.jpg" for n in range(24)]
    for n, path in enumerate(paths):
        path.write_bytes(picture(size=(100 + n, 80)))
    form.photos.intake.take_paths(paths[:12])
    form.photos.intake.take_paths(paths[12:])
    qtbot.waitUntil(lambda: not form.photos.is_busy)
    assert len(form.session.values.photos) == 20
    assert "有 4 张没有加进来" in child(form, QLabel, "intakeErrors").text()


def test_saving_waits_for_photos_that_are_still_being_stored(
    form: FormPage, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(form, tmp_path, qtbot)
    (tmp_path / "second.jpg").write_bytes(picture(size=(200, 100)))
    with qtbot.waitSignal(form.saved):
        form.photos.intake.take_paths([tmp_path / "second.jpg"])
        form.save()
    finding = store.findings.one(store.findings.page()[0].id)
    assert finding is not None
    assert len(finding.photos) == 2
