"""One person who signed in here before: name, place, and what of theirs is not yet with the bureau."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from gui import labels
from gui.icons import Glyph
from gui.texts import picture, small, strong
from gui.theme import Tone, px
from models.profile_file import KnownPerson
from resources.words import _

HEIGHT = 52


class AccountButton(QPushButton):
    """Checkable; the one that is on signs in."""

    def __init__(self, known: KnownPerson) -> None:
        """Shows what is known before any password."""
        super().__init__()
        self.login = known.login
        self.setObjectName(f"account-{known.login}")
        self.setProperty("kind", "account")
        self.setCheckable(True)
        self.setFixedHeight(px(HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name, waiting = known.name or known.login, waiting_words(known)
        self.setAccessibleName(" ".join(part for part in (name, known.place, waiting) if part))
        self._lay_out(name, known.place, waiting)

    def _lay_out(self, name: str, place: str, waiting: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 14, 0)
        row.setSpacing(10)
        parts = [picture(Glyph.PERSON, Tone.SUB, size=26), strong(name), small(place), small(waiting, tone="amber")]
        row.addWidget(parts[0])
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(parts[1])
        words.addWidget(parts[2])
        words.addStretch(1)
        row.addLayout(words, 1)
        # only now is it within the button: before, it would be a window of its own for a moment
        parts[2].setVisible(bool(place))
        row.addWidget(parts[3])
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def waiting_words(known: KnownPerson) -> str:
    """「3 条没到局里」, or 「12 张没到局里」 where only photos wait; empty where all is safe."""
    if known.waiting_records:
        return _("{count} not with the bureau").format(count=labels.records(known.waiting_records))
    if known.waiting_photos:
        return _("{count} not with the bureau").format(count=labels.photos(known.waiting_photos))
    return ""
