"""Which rows of the ledger are marked, by their keys: a mark stays whatever is sorted, read anew or let go of."""

from array import array
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from models.ids import FindingId


class Marks(QObject):
    """The boxes in front of the rows. Whose row it was is kept with the mark: a key may be another finding's by now."""

    changed = Signal()

    def __init__(self, held: Callable[[], Mapping[int, FindingId]], parent: QObject | None = None) -> None:
        """None. `held` tells whose the rows are that are held now."""
        super().__init__(parent)
        self._held = held
        self._keys: dict[int, FindingId | None] = {}

    def __len__(self) -> int:
        """How many are marked."""
        return len(self._keys)

    def __contains__(self, key: int) -> bool:
        """Whether this one is."""
        return key in self._keys

    def toggle(self, key: int) -> None:
        """Mark it, or take its mark away."""
        self.put([key], on=key not in self._keys)

    def put(self, keys: Iterable[int], *, on: bool) -> None:
        """Mark all of these, or none of them."""
        before = len(self._keys)
        if on:
            held = self._held()
            self._keys = {key: held.get(key) for key in keys} | self._keys
        else:
            for key in keys:
                self._keys.pop(key, None)
        if len(self._keys) != before:
            self.changed.emit()

    def clear(self) -> None:
        """Take every mark away."""
        if self._keys:
            self._keys = {}
            self.changed.emit()

    def keep(self, listed: "array[int]") -> None:
        """What is not listed any more is not marked either: nobody acts on what they do not see."""
        if self._keys:
            self.put(set(self._keys).difference(listed), on=False)

    def of(self, listed: "array[int]") -> tuple[int, ...]:
        """The marked ones in the order of the list."""
        return tuple(key for key in listed if key in self._keys) if self._keys else ()

    def whose(self, listed: "array[int]") -> Mapping[int, FindingId | None]:
        """The marked ones in the order of the list, and whose each was when it was marked; None where nobody saw it."""
        return {key: self._keys[key] for key in self.of(listed)}
