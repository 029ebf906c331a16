"""Our laptop under measurement: a real profile, signed in, exchanging as the window and the command line do."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import func, select

from models.clock import Clock
from models.facts import Redescribed
from models.ledger_tables import LEDGER
from models.profile import Profile
from models.store import Store
from sync.session import Exchanges
from sync.signing_in import sign_in
from tests.benchmarks.filling import fill
from tests.benchmarks.processes import PASSWORD
from tests.benchmarks.samples import Sample


class OurClient:
    """One laptop of ours, in the hands of one person."""

    def __init__(self, folder: Path, url: str, login: str) -> None:
        """Sign in, so that the store is there and empty."""
        profile, clock = Profile(folder), Clock()
        unlocked = sign_in(profile, server=url, login=login, password=PASSWORD, clock=clock)
        self.store = Store.open(profile.store_folder(login), unlocked.key, unlocked.person, clock)
        self._exchanges = Exchanges(self.store)
        self._changed = 0

    def close(self) -> None:
        """Let go of everything."""
        self._exchanges.close()
        self.store.close()

    def fill(self, samples: Sequence[Sample]) -> None:
        """Log these findings: one by one as a person does where there are photos, else in large transactions."""
        fill(self.store, samples)

    def change(self, count: int, text: str) -> None:
        """Write another description into that many findings, into the next ones each time."""
        with self.store.database.reading() as connection:
            ids = connection.scalars(select(LEDGER.c.id).order_by(LEDGER.c.id).offset(self._changed).limit(count)).all()
        self._changed += count
        for finding in ids:
            self.store.pen.record([Redescribed(text)], finding=finding)

    def exchange(self) -> None:
        """As F9 does it."""
        outcome = self._exchanges.once()
        if outcome.failure is not None or outcome.entries_refused or outcome.entries_pending or outcome.photos_pending:
            raise RuntimeError(outcome)

    def holds(self) -> int:
        """How many findings are here."""
        with self.store.database.reading() as connection:
            return connection.scalars(select(func.count()).select_from(LEDGER)).one()
