"""Which rows of the ledger are marked, by their keys: a mark stays whatever is sorted, read anew or let go of."""

from array import array
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Marks(QObject):
    """The boxes in front of the rows."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """None."""
        super().__init__(parent)
        self._keys: set[int] = set()

    def __len__(self) -> int:
        """How many are marked."""
        return len(self._keys)

    def __contains__(self, key: int) -> bool:
        """Whether this one is."""
        return key in self._keys

    def toggle(self, key: int) -> None:
        """Mark it, or take its mark away."""
        self._keys ^= {key}
        self.changed.emit()

    def put(self, keys: Iterable[int], *, on: bool) -> None:
        """Mark all of these, or none of them."""
        before = len(self._keys)
        (self._keys.update if on else self._keys.difference_update)(keys)
        if len(self._keys) != before:
            self.changed.emit()

    def clear(self) -> None:
        """Take every mark away."""
        if self._keys:
            self._keys = set()
            self.changed.emit()

    def keep(self, listed: "array[int]") -> None:
        """What is not listed any more is not marked either: nobody acts on what they do not see."""
        if self._keys:
            before = len(self._keys)
            self._keys.intersection_update(listed)
            if len(self._keys) != before:
                self.changed.emit()

    def of(self, listed: "array[int]") -> tuple[int, ...]:
        """The marked ones in the order of the list."""
        return tuple(key for key in listed if key in self._keys) if self._keys else ()
