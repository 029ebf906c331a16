"""What the exchange screen shows, read out of the store beside the window: rows and figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from models import taxonomy
from models.exchange_log import LoggedExchange
from models.findings import Filter, Order, Tab
from models.ids import FindingId
from models.ledger_row import LedgerRow
from models.photos import KEPT, OPEN, PhotoState, PhotoStatus
from models.store import Store

MOST_ROWS = 200
_MOST_PHOTOS = 10_000
_UNVERIFIED = tuple(state for state in KEPT if state is not PhotoState.VERIFIED)


class Show(Enum):
    """The tabs of the screen."""

    NOT_THERE = "not_there"
    TO_SEE_TO = "to_see_to"
    RECEIVED = "received"
    ALL = "all"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class ExchangeRow:
    """A record or a photo on its way. `ahead`: photos before it; `reason`: the code of what is wrong."""

    key: str
    finding: FindingId
    title: str
    number: str
    state: PhotoState
    is_photo: bool = False
    size: int = 0
    sent: int = 0
    ahead: int = 0
    reason: str | None = None

    @property
    def needs_person(self) -> bool:
        """Whether it stays as it is until somebody does something."""
        return self.state in (PhotoState.STUCK, PhotoState.REFUSED)


@dataclass(frozen=True, slots=True)
class Figures:
    """Records and photos: kept here, not yet sent, taken by the bureau, found right there; octets still to send."""

    kept: tuple[int, int] = (0, 0)
    unsent: tuple[int, int] = (0, 0)
    taken: tuple[int, int] = (0, 0)
    verified: tuple[int, int] = (0, 0)
    octets_left: int = 0
    states: Mapping[PhotoState, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExchangeView:
    """One look at the exchange: the rows of a tab, the number on each tab, the figures of the strip, the log of its tab."""

    show: Show
    rows: tuple[ExchangeRow, ...]
    counts: Mapping[Show, int]
    figures: Figures
    log: tuple[LoggedExchange, ...] = ()


def read_exchange(store: Store, show: Show) -> ExchangeView:
    """Read one tab. Everything is counted from journal and photos anew."""
    states = store.photos.counts()
    pending = store.findings.page(Filter(Tab.UNSENT), limit=MOST_ROWS)
    refused = {lost.finding: lost.reason for lost in store.findings.without_effect()}
    records = [_record(row, refused.get(row.id)) for row in pending]
    waiting = store.photos.listed(_MOST_PHOTOS, among=_UNVERIFIED)[::-1]  # the one that goes first is first
    received = store.findings.page(order=Order.CHANGED, limit=MOST_ROWS)
    rows = {
        Show.NOT_THERE: _urgent_first([*records, *_photo_rows(store, waiting)]),
        Show.RECEIVED: [_received(row) for row in received if row.raiser != store.person.id],
        Show.ALL: [],
        Show.LOG: [],
    }
    rows[Show.TO_SEE_TO] = [row for row in rows[Show.NOT_THERE] if row.needs_person]
    counts = {each: len(rows[each]) for each in (Show.TO_SEE_TO, Show.RECEIVED)}
    unsent = store.findings.count(Filter(Tab.UNSENT))
    counts[Show.NOT_THERE] = unsent + sum(states[state] for state in _UNVERIFIED)
    counts[Show.ALL] = unsent + sum(states[state] for state in KEPT)
    if show is Show.ALL:
        verified = store.photos.listed(MOST_ROWS, among=[PhotoState.VERIFIED])
        rows[Show.ALL] = _urgent_first([*records, *_photo_rows(store, waiting), *_photo_rows(store, verified)])
    log = store.exchange_log.recent(MOST_ROWS) if show is Show.LOG else ()
    return ExchangeView(show, tuple(rows[show][:MOST_ROWS]), counts, _figures(store, states, waiting), log)


def _urgent_first(rows: list[ExchangeRow]) -> list[ExchangeRow]:
    return sorted(rows, key=lambda row: not row.needs_person)


def _figures(store: Store, states: Mapping[PhotoState, int], waiting: Iterable[PhotoStatus]) -> Figures:
    safety, all_records = store.findings.safety(), store.findings.count()
    left = sum(photo.size - photo.sent_bytes for photo in waiting if photo.state in OPEN)
    kept, verified = sum(states[state] for state in KEPT), states[PhotoState.VERIFIED]
    taken = verified + states[PhotoState.RECEIVED]
    numbered = all_records - safety.records
    return Figures(
        kept=(all_records, kept),
        unsent=(safety.records, kept - taken),
        taken=(numbered, taken),
        verified=(numbered, verified),
        octets_left=left,
        states=states,
    )


def _record(row: LedgerRow, reason: str | None) -> ExchangeRow:
    state = PhotoState.REFUSED if reason else PhotoState.WAITING
    return ExchangeRow(row.id, row.id, _title(row), row.number, state, reason=reason)


def _received(row: LedgerRow) -> ExchangeRow:
    return ExchangeRow(row.id, row.id, _title(row), row.number, PhotoState.VERIFIED)


def _title(row: LedgerRow) -> str:
    category = taxonomy.category(row.category)
    return f"{row.place} {category.short}" if category else row.place


_URGENCY = (
    PhotoState.STUCK, PhotoState.REFUSED, PhotoState.SENDING, PhotoState.RECEIVED, PhotoState.WAITING,
    PhotoState.VERIFIED, PhotoState.ABSENT,
)  # fmt: skip


def _photo_rows(store: Store, photos: Iterable[PhotoStatus]) -> list[ExchangeRow]:
    ordered = sorted(photos, key=lambda photo: _URGENCY.index(photo.state))[:MOST_ROWS]
    owners = {subject: store.findings.row(FindingId(subject)) for subject in {photo.subject for photo in ordered}}
    rows, ahead = [], 0
    for photo in ordered:
        owner = owners[photo.subject]
        rows.append(_photo(photo, owner.number if owner else "—", ahead))
        ahead += photo.state in OPEN
    return rows


def _photo(photo: PhotoStatus, number: str, ahead: int) -> ExchangeRow:
    return ExchangeRow(
        key=photo.sha256,
        finding=FindingId(photo.subject),
        title=photo.name,
        number=number,
        state=photo.state,
        is_photo=True,
        size=photo.size,
        sent=photo.sent_bytes,
        ahead=ahead,
        reason=photo.reason,
    )
