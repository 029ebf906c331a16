"""Filling in the form, for the tests of its parts."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.findings.form_page import FormPage
from tests.hands import child, write
from tests.pictures import picture

PLACE, WORDS = "常焦路与丰北路路口", "工地东侧土方堆放约1200平方米，没有覆盖。"


def settle(qtbot: QtBot, background: Background) -> None:
    """Wait until nothing is on its way any more."""
    qtbot.waitUntil(lambda: background.is_idle)


def add_photo(form: FormPage, folder: Path, qtbot: QtBot, name: str = "IMG_1.jpg", data: bytes | None = None) -> Path:
    """Give the form a photo and wait until it is stored."""
    path = folder / name
    path.write_bytes(picture() if data is None else data)
    form.photos.intake.take_paths([path])
    qtbot.waitUntil(lambda: not form.photos.is_busy)
    return path


def fill(form: FormPage, folder: Path, qtbot: QtBot) -> None:
    """All that must be typed."""
    add_photo(form, folder, qtbot)
    child(form, QPushButton, "frequent_A01").click()
    write(child(form, QLineEdit, "placeEdit"), PLACE)
    child(form, QPlainTextEdit, "descriptionEdit").insertPlainText(WORDS)
