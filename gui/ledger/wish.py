"""What a ledger is asked for: a filter and an order."""

from array import array
from dataclasses import dataclass

from models.findings import Filter, Order
from models.ledger_filter import EVERYTHING
from models.ledger_row import LedgerRow
from models.store import Store


@dataclass(frozen=True, slots=True)
class Wish:
    """Answered beside the window."""

    filter: Filter = EVERYTHING
    order: Order = Order.DUE
    descending: bool = False

    def first(self, store: Store, limit: int) -> tuple[LedgerRow, ...]:
        """The first rows, at once."""
        return store.findings.page(self.filter, order=self.order, descending=self.descending, limit=limit)

    def listing(self, store: Store) -> "array[int]":
        """The keys of all rows."""
        return store.findings.listing(self.filter, order=self.order, descending=self.descending).keys
