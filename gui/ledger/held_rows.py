"""The key of every row of a list in order, and of the rows themselves only those that somebody looked at lately."""

from array import array
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence

from models.ids import FindingId
from models.ledger_row import LedgerRow

PAGE = 100
_MOST_PAGES = 24
Rows = tuple[LedgerRow | None, ...]


class HeldRows:
    """Eight bytes a row, however many there are, and at most 24 pages of rows."""

    def __init__(self) -> None:
        """None."""
        self.keys: array[int] = array("q")
        self._pages: OrderedDict[int, Rows] = OrderedDict()

    def __len__(self) -> int:
        """How long the list is, as far as it is known."""
        return len(self.keys)

    def begin(self, first: Sequence[LedgerRow]) -> None:
        """Another list, of which the first rows are here."""
        self.keys = array("q", (row.key for row in first))
        self._pages = OrderedDict({0: tuple(first[:PAGE])} if first else {})

    def continues(self, keys: "array[int]") -> bool:
        """Whether this list begins as the one that is held."""
        return keys[: len(self.keys)] == self.keys

    def take_keys(self, keys: "array[int]") -> None:
        """The whole list. A page that it goes on from is to be read anew; all are, where it begins otherwise."""
        if not self.continues(keys):
            self._pages.clear()
        elif len(self.keys) % PAGE and len(keys) > len(self.keys):
            self._pages.pop(len(self.keys) // PAGE, None)
        self.keys = keys

    def missing(self, first: int, last: int) -> tuple[int, ...]:
        """The pages of these rows that are not held; those that are count as used just now."""
        last = min(last, len(self.keys) - 1)
        pages = range(max(first, 0) // PAGE, last // PAGE + 1) if last >= 0 else range(0)
        for page in pages:
            if page in self._pages:
                self._pages.move_to_end(page)
        return tuple(page for page in pages if page not in self._pages)

    def keys_of(self, page: int) -> "array[int]":
        """The keys of a page."""
        return self.keys[page * PAGE : (page + 1) * PAGE]

    def take_page(self, page: int, rows: Rows) -> None:
        """The rows of a page; whatever was not looked at for longest is let go of."""
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > _MOST_PAGES:
            self._pages.popitem(last=False)

    def replace(self, changed: Mapping[int, LedgerRow | None]) -> tuple[int, ...]:
        """Rows by key that are different now, or gone; they stay where they are. Returns where.

        A key that another finding has by now is not this row any more: it is gone, too.
        """
        places = []
        for at, row in self._held():
            if row is None or row.key not in changed:
                continue
            new = changed[row.key]
            if new != row:
                places.append((at, new if new is not None and new.id == row.id else None))
        for at, new in places:
            page, place = divmod(at, PAGE)
            rows = self._pages[page]
            self._pages[page] = (*rows[:place], new, *rows[place + 1 :])
        return tuple(at for at, _new in places)

    def is_read(self, at: int) -> bool:
        """Whether this row is held, be it that it is gone."""
        return at // PAGE in self._pages

    def row(self, at: int) -> LedgerRow | None:
        """A row that is held; None where it is gone, too."""
        page, place = divmod(at, PAGE)
        rows = self._pages.get(page, ())
        return rows[place] if place < len(rows) else None

    def row_of(self, finding: str) -> int:
        """Where a finding stands among the rows that are held; -1 where it does not."""
        return next((at for at, row in self._held() if row is not None and row.id == finding), -1)

    def place_of(self, finding: str, key: int) -> int:
        """Where a finding with this key stands in the list, held or not; -1 where it does not."""
        try:
            at = self.keys.index(key)
        except ValueError:
            return self.row_of(finding)
        row = self.row(at)
        return at if row is None or row.id == finding else self.row_of(finding)

    def findings_by_key(self) -> Mapping[int, FindingId]:
        """Whose the rows are that are held."""
        return {row.key: row.id for _at, row in self._held() if row is not None}

    def _held(self) -> Iterator[tuple[int, LedgerRow | None]]:
        for page, rows in self._pages.items():
            yield from enumerate(rows, page * PAGE)
