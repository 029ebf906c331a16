"""Keeps a scrolled area where it was while its contents are built anew, which takes the layout several turns."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QScrollArea

_AT_REST_MS = 300


class ScrollKeeper(QObject):
    """Puts the wanted place back at every new range, until the layout is at rest or a person scrolls."""

    def __init__(self, area: QScrollArea) -> None:
        """For one area."""
        super().__init__(area)
        self._bar = area.verticalScrollBar()
        self._wanted: int | None = None
        self._rest = QTimer(self, singleShot=True, interval=_AT_REST_MS)
        self._rest.timeout.connect(self._let_go)
        self._bar.rangeChanged.connect(self._on_range)
        self._bar.actionTriggered.connect(self._let_go)

    @property
    def place(self) -> int:
        """Where it is, or is about to be."""
        return self._bar.value() if self._wanted is None else self._wanted

    def hold(self, place: int) -> None:
        """Be there, as soon as there is room."""
        self._wanted = place
        self._bar.setValue(place)
        self._rest.start()

    @Slot(int, int)
    def _on_range(self, _first: int, _last: int) -> None:
        if self._wanted is not None:
            self._bar.setValue(self._wanted)

    @Slot()
    def _let_go(self, *_what: object) -> None:
        self._wanted = None
