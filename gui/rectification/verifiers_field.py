"""Who looked at it on the spot: the one who is signed in, and a second by name, from the register or written."""

import json
from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gui.rectification.pick_choices import Choice
from gui.rectification.pick_line import PickLine
from gui.theme import SPACE
from resources.words import _


class VerifiersField(QWidget):
    """Two lines side by side."""

    def __init__(self, first: str, others: Sequence[Choice]) -> None:
        """The first is me."""
        super().__init__()
        self.setObjectName("verifiers")
        self._first = QLineEdit(first)
        self._first.setObjectName("firstVerifier")
        self._first.setMaxLength(60)
        self._first.setAccessibleName(_("First verifier"))
        self._second = PickLine()
        self._second.setObjectName("secondVerifier")
        self._second.setAccessibleName(_("Second verifier"))
        self._second.setPlaceholderText(_("second verifier, by name"))
        self._second.offer(others)
        self.setFocusProxy(self._first)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self._first, 1)
        row.addWidget(self._second, 1)

    @property
    def names(self) -> tuple[str, ...]:
        """Those that stand there."""
        return tuple(name for line in (self._first, self._second) if (name := line.text().strip()))

    def focus_missing(self) -> None:
        """Put the cursor into the line that is still empty."""
        (self._second if self._first.text().strip() else self._first).setFocus()

    def kept_text(self) -> str:
        """Both lines."""
        return json.dumps([self._first.text(), self._second.text()], ensure_ascii=False)

    def take_back(self, text: str) -> None:
        """Both lines."""
        try:
            first, second = json.loads(text)
        except ValueError:
            return
        self._first.setText(str(first))
        self._second.setText(str(second))
