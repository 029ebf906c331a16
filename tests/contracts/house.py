"""Everybody of a township at a laptop with a real store, for the contracts about moving."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from models.facts import Dispatched, Enlisted, Verified
from models.finding import digest
from models.ids import Digest, FindingId
from models.integrity import check
from models.store import Store
from server import checking
from sync.outcome import Outcome
from sync.session import exchange_once
from tests.builders import jpeg, raise_one
from tests.contracts.bureau import Bureau
from tests.line import dispatched

Open = Callable[..., Store]


@dataclass
class House:
    """Everybody of the township, each at a laptop of their own, and the county's bureau."""

    bureau: Bureau
    open_for: Open
    inspector: Store
    neighbour: Store
    station: Store
    county: Store
    village: Store
    office: Store

    def everybody(self) -> tuple[Store, ...]:
        return (self.inspector, self.neighbour, self.station, self.county, self.village, self.office)

    def holding(self, finding: FindingId) -> set[str]:
        """The names of those whose ledger has the finding; all of them, and the server, must agree about it."""
        stores = {name: store for name, store in vars(self).items() if isinstance(store, Store)}
        holders = {name for name, store in stores.items() if store.findings.row(finding) is not None}
        assert len({digest_of(stores[name], finding) for name in holders}) == 1
        for store in stores.values():
            assert check(store).problems == ()
        assert checking.check(self.bureau.office).problems == ()
        return holders


def exchanged(*stores: Store) -> Outcome:
    """Each exchanges in turn; what came of the last."""
    outcomes = [exchange_once(store) for store in stores]
    assert all(outcome.ok for outcome in outcomes), outcomes
    return outcomes[-1]


def digest_of(store: Store, finding: FindingId) -> str:
    found = store.findings.one(finding)
    assert found is not None
    return digest(found)


def act(store: Store, finding: FindingId, *facts: Any) -> None:
    """Take some steps and bring them to the bureau."""
    store.pen.record(list(facts), finding=finding)
    exchanged(store)


def enlisted(house: House) -> FindingId:
    """A finding that may be dispatched, with a photo; the units know nothing of it."""
    finding = FindingId(raise_one(house.inspector, "red"))
    exchanged(house.inspector, house.station)
    found = house.station.findings.one(finding)
    assert found is not None
    act(house.station, finding, Verified(found.classification), Enlisted())
    exchanged(house.county, house.village, house.office)
    return finding


def dispatch(house: House, finding: FindingId, order: Dispatched | None = None) -> None:
    """交办 by the county."""
    exchanged(house.county)
    act(house.county, finding, order or dispatched())


def photo_here(store: Store, colour: str = "red") -> bool:
    return any(store.photos.original(photo.sha256) == jpeg(colour) for photo in store.photos.listed())


def fetchable(house: House, store: Store, sha256: Digest) -> bool:
    """Whether the bureau hands this photo to the person of this store, asked from a new laptop."""
    return house.bureau.laptop(store.person).ask("GET", f"/photos/{sha256}").status_code == 200
