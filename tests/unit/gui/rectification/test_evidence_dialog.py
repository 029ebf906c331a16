"""补照片: kinds and places of real photos, photos that are there already or elsewhere, and what comes back after Esc."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from gui.findings.segments import Segments
from gui.photos.enlarged import Enlarged
from gui.photos.thumbnail_strip import ThumbnailStrip
from gui.rectification.evidence_dialog import EvidenceDialog
from gui.rectification.photo_field import PhotoField
from models.facts import EvidenceAttached
from models.rules import faults
from models.vocabulary import PhotoKind
from tests.builders import NOON, jpeg
from tests.hands import CTRL, NONE, child, press
from tests.line import Cast
from tests.pictures import exif_of, picture
from tests.unit.gui.rectification.conftest import Opens


def kinds(dialog: EvidenceDialog) -> list[PhotoKind]:
    """Of the photos as they would be recorded."""
    fact = dialog.fact()
    assert isinstance(fact, EvidenceAttached)
    return [photo.kind for photo in fact.photos]


def test_a_photo_answers_the_place_that_it_was_asked_for(theatre: Opens, people: Cast, tmp_path: Path) -> None:
    # GIVEN the second of two places, from the gate list
    scene = theatre(people.unit, 4, places=2)
    dialog = scene.open("attach_evidence", EvidenceDialog, place=1, kind=PhotoKind.AFTER)
    # WHEN a photo is added and recorded
    scene.add(dialog, tmp_path, "yellow")
    assert not list(faults(dialog.fact(), NOON))
    finding = scene.do(dialog)
    # THEN it is the 整改后 of that place
    before = finding.places[1].of_kind(PhotoKind.BEFORE)[0]
    assert [photo.same_place_as for photo in finding.places[1].of_kind(PhotoKind.AFTER)] == [before.sha256]
    assert not finding.places[0].is_rectified


def test_without_a_wish_the_first_place_that_lacks_one_is_taken(theatre: Opens, people: Cast, tmp_path: Path) -> None:
    scene = theatre(people.unit, 8, places=2)
    dialog = scene.open("attach_evidence", EvidenceDialog)
    scene.add(dialog, tmp_path, "yellow")
    finding = scene.do(dialog)
    assert finding.places[1].is_rectified


def test_where_a_photo_was_taken_says_the_place(theatre: Opens, people: Cast, tmp_path: Path) -> None:
    # GIVEN the first place is chosen, and a photo that was taken at the second one
    scene = theatre(people.unit, 4, places=2)
    dialog = scene.open("attach_evidence", EvidenceDialog)
    path = tmp_path / "east.jpg"
    path.write_bytes(picture(exif=exif_of(lon=(120.0, 5.0, 21.48), lat=(31.0, 49.0, 28.56))))
    field = child(dialog, PhotoField, "photoField")
    field.intake.take_paths([path])
    scene.qtbot.waitUntil(lambda: bool(field.photos) and not field.is_busy)
    # THEN it answers the second
    east = scene.stage.now().places[1].photos[0]
    assert [photo.same_place_as for photo in field.photos] == [east.sha256]


def test_kind_and_place_are_changed_one_by_one_or_for_all(theatre: Opens, people: Cast, tmp_path: Path) -> None:
    scene = theatre(people.unit, 4, places=2)
    dialog = scene.open("attach_evidence", EvidenceDialog)
    field = scene.add(dialog, tmp_path, "yellow", "purple")
    press(child(dialog, Segments, "photoKinds").focus_target(), Qt.Key.Key_Right)
    assert kinds(dialog) == [PhotoKind.AFTER, PhotoKind.DURING]
    child(dialog, QPushButton, "sameForAllButton").click()
    assert kinds(dialog) == [PhotoKind.DURING] * 2
    assert [photo.same_place_as for photo in field.photos] == ["", ""]
    press(child(dialog, Segments, "photoKinds").focus_target(), Qt.Key.Key_Left)
    press(child(dialog, ThumbnailStrip, "placeStrip"), Qt.Key.Key_Right)
    east = scene.stage.now().places[1].photos[0]
    assert field.photos[1].same_place_as == east.sha256


def test_a_photo_of_this_finding_is_not_added_again(theatre: Opens, people: Cast, tmp_path: Path) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("attach_evidence", EvidenceDialog)
    field = scene.add(dialog, tmp_path, "red", "yellow", "yellow")
    assert [photo.name for photo in field.photos] == ["yellow.jpg"]
    said = child(dialog, QLabel, "intakeNotes").text()
    assert "red.jpg 已经在这条问题里，没有重复添加。" in said


def test_a_photo_of_another_finding_is_never_the_one_after(theatre: Opens, people: Cast, tmp_path: Path) -> None:
    # GIVEN another finding with the yellow photo
    scene = theatre(people.unit, 4)
    other = scene.stage.another("yellow")
    dialog = scene.open("attach_evidence", EvidenceDialog)
    # WHEN it is added THEN it is told, with the other's number, and it only accompanies
    scene.add(dialog, tmp_path, "yellow")
    assert f"yellow.jpg 在 {other} 里用过" in child(dialog, QLabel, "intakeNotes").text()
    assert kinds(dialog) == [PhotoKind.OTHER]
    # WHEN 整改后 is chosen all the same THEN it stays what it is
    segments = child(dialog, Segments, "photoKinds")
    segments.choose(PhotoKind.AFTER)
    segments.chosen.emit(PhotoKind.AFTER)
    assert kinds(dialog) == [PhotoKind.OTHER]
    assert segments.value is PhotoKind.OTHER
    assert not list(faults(dialog.fact(), NOON))


def test_a_broken_file_is_told_and_the_good_one_stays(theatre: Opens, people: Cast, tmp_path: Path) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("attach_evidence", EvidenceDialog)
    (tmp_path / "bad.jpg").write_bytes(jpeg()[:200])
    field = scene.add(dialog, tmp_path, "yellow")
    field.intake.take_paths([tmp_path / "bad.jpg"])
    scene.qtbot.waitUntil(lambda: not field.is_busy)
    assert "bad.jpg" in child(dialog, QLabel, "intakeErrors").text()
    assert [photo.name for photo in field.photos] == ["yellow.jpg"]


def test_photos_are_dropped_anywhere_and_pasted(theatre: Opens, people: Cast, tmp_path: Path) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("attach_evidence", EvidenceDialog)
    field = child(dialog, PhotoField, "photoField")
    (tmp_path / "IMG_7.jpg").write_bytes(jpeg("yellow"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "IMG_7.jpg"))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(dialog, QDragEnterEvent(QPoint(9, 9), copy, data, left, NONE))
    QApplication.sendEvent(dialog, QDropEvent(QPointF(9, 9), copy, data, left, NONE))
    scene.qtbot.waitUntil(lambda: len(field.photos) == 1)
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(image)
    press(child(dialog, ThumbnailStrip, "thumbnailStrip"), Qt.Key.Key_V, CTRL)
    scene.qtbot.waitUntil(lambda: len(field.photos) == 2)


def test_what_was_added_comes_back_after_esc(theatre: Opens, people: Cast, tmp_path: Path) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("attach_evidence", EvidenceDialog)
    scene.add(dialog, tmp_path, "yellow")
    press(dialog, Qt.Key.Key_Escape)
    scene.settle()
    again = scene.open("attach_evidence", EvidenceDialog)
    field = child(again, PhotoField, "photoField")
    assert [(photo.name, photo.kind) for photo in field.photos] == [("yellow.jpg", PhotoKind.AFTER)]


def test_no_photo_is_told(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("attach_evidence", EvidenceDialog)
    dialog.do_button.click()
    error = child(dialog, QLabel, "stepError")
    scene.qtbot.waitUntil(error.isVisible)
    assert "还没有照片" in error.text()
    assert child(dialog, ThumbnailStrip, "thumbnailStrip").hasFocus()


def test_the_step_waits_for_photos_on_their_way(theatre: Opens, people: Cast, tmp_path: Path) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("attach_evidence", EvidenceDialog)
    (tmp_path / "yellow.jpg").write_bytes(jpeg("yellow"))
    child(dialog, PhotoField, "photoField").intake.take_paths([tmp_path / "yellow.jpg"])
    finding = scene.do(dialog)
    assert [photo.name for photo in finding.photos if photo.kind is PhotoKind.AFTER] == ["yellow.jpg"]


def test_a_photo_is_taken_out_and_enlarged_by_keys(theatre: Opens, people: Cast, tmp_path: Path) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("attach_evidence", EvidenceDialog)
    field = scene.add(dialog, tmp_path, "yellow", "purple")
    strip = child(dialog, ThumbnailStrip, "thumbnailStrip")
    press(strip, Qt.Key.Key_Return)
    large = child(dialog, Enlarged, "enlargedPhoto")
    scene.qtbot.waitUntil(large.isVisible)
    assert large.width() > dialog.width()
    press(large, Qt.Key.Key_Escape)
    press(strip, Qt.Key.Key_Delete)
    assert [photo.name for photo in field.photos] == ["yellow.jpg"]


def test_a_dialog_that_is_closed_early_disturbs_nobody(theatre: Opens, people: Cast, tmp_path: Path) -> None:
    # GIVEN a good and a bad file on their way
    scene = theatre(people.unit, 4)
    dialog = scene.open("attach_evidence", EvidenceDialog)
    (tmp_path / "bad.jpg").write_bytes(jpeg()[:200])
    (tmp_path / "good.jpg").write_bytes(jpeg("yellow"))
    child(dialog, PhotoField, "photoField").intake.take_paths([tmp_path / "bad.jpg", tmp_path / "good.jpg"])
    # WHEN it is closed before they have arrived THEN nothing fails, and the finding is as it was
    press(dialog, Qt.Key.Key_Escape)
    scene.settle()
    assert len(scene.stage.now().photos) == 1


@pytest.mark.parametrize("height", [465, 697])
def test_the_buttons_stay_in_a_low_window(theatre: Opens, people: Cast, tmp_path: Path, height: int) -> None:
    scene = theatre(people.unit, 4, places=2)
    scene.window.resize(911, height)
    dialog = scene.open("attach_evidence", EvidenceDialog)
    scene.add(dialog, tmp_path, "yellow", "purple", "orange", "red")
    scene.qtbot.waitUntil(lambda: dialog.height() <= height * 0.9)
    button = dialog.do_button
    assert button.mapTo(dialog, button.rect().bottomLeft()).y() < dialog.height()
