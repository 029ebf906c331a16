"""How a person left the ledger: what it is sorted by and how wide its columns are; one setting of their own store."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from models.ledger_filter import Order
from models.settings import Settings

_NAME = "ledger.view"
_WIDEST = 2000


@dataclass(frozen=True, slots=True)
class LedgerView:
    """`widths` by the codes of the columns that somebody changed, at the usual type size."""

    order: Order = Order.DUE
    descending: bool = False
    widths: Mapping[str, int] = field(default_factory=dict)


def read_view(settings: Settings) -> LedgerView:
    """As it was left; what cannot be read is as usual."""
    try:
        kept = json.loads(settings.get(_NAME, "{}"))
    except ValueError:
        return LedgerView()
    if not isinstance(kept, dict):
        return LedgerView()
    widths = kept.get("widths")
    known = widths.items() if isinstance(widths, dict) else ()
    return LedgerView(
        next((order for order in Order if order.value == kept.get("order")), Order.DUE),
        kept.get("descending") is True,
        {str(code): width for code, width in known if isinstance(width, int) and 0 < width < _WIDEST},
    )


def write_view(settings: Settings, view: LedgerView) -> None:
    """Remember it."""
    kept = {"order": view.order.value, "descending": view.descending, "widths": dict(view.widths)}
    settings.put(_NAME, json.dumps(kept))
