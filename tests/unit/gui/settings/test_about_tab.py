"""关于: what is said of locks and parts is what the program does and holds."""

import inspect

from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.settings.about_tab import ALGORITHMS
from gui.workplace import Workplace
from models import database, keys, photo_files, sealing
from resources.notices import VERSION, notices
from tests.hands import child


def test_what_is_kept_where(place: Workplace, background: Background, qtbot: QtBot) -> None:
    place.pages.settings.open_tab("about")
    tab = place.pages.settings.tab
    qtbot.waitUntil(lambda: VERSION in [label.text() for label in tab.findChildren(QLabel)])
    words = [label.text() for label in tab.findChildren(QLabel)]
    assert str(place.opened.store.folder.parent.parent) in words
    assert any(text.startswith("剩 ") for text in words)


def test_each_licence_can_be_read(place: Workplace, qtbot: QtBot) -> None:
    place.pages.settings.open_tab("about")
    parts = child(place.pages.settings, QListWidget, "noticesList")
    qtbot.waitUntil(lambda: parts.count() == len(notices()))
    row = next(row for row in range(parts.count()) if parts.item(row).text().startswith("Noto Sans SC"))
    parts.setCurrentRow(row)
    assert "SIL OPEN FONT LICENSE" in child(place.pages.settings, QPlainTextEdit, "licenceText").toPlainText()


def test_the_named_locks_are_those_of_the_code() -> None:
    named = dict(ALGORITHMS)
    code = {module: inspect.getsource(module) for module in (database, keys, sealing, photo_files)}
    assert "sqlcipher3" in code[database]
    assert "SQLCipher" in named["What you record"]
    assert "AESGCM" in code[sealing]
    assert sealing.KEY_BYTES * 8 == 256
    assert named["Photos"] == "AES-256-GCM"
    assert "Type.ID" in code[keys]
    assert named["Password"] == "Argon2id"
    assert all(word in code[keys] for word in ("X25519", "HKDF", "SHA256", "AESGCM"))
    assert named["Bureau's recovery key"] == "X25519 · HKDF-SHA-256 · AES-256-GCM"
    assert named["Fingerprint"] == "SHA-256"
    assert "sha256" in code[photo_files]
