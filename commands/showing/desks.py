"""The laptops of everybody in the demo: opened when first used, exchanged with the bureau when somebody needs what they say."""

from collections.abc import Iterable
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path

from commands.showing.cast import PREPARED
from commands.showing.office import PASSWORD, LocalOffice
from models.ids import FindingId
from models.profile import Profile
from models.store import Store
from sync.access import read_access
from sync.desk import Desk
from sync.driver import Driver
from sync.exchange import Tally, exchange
from sync.http import Http
from sync.line import Line
from sync.originals import Originals
from sync.photo_exchange import PhotoTally
from sync.session import exchange_once, note_standing
from sync.signing_in import renew, sign_in
from sync.steps import PhotosWanted

_TOKEN_FOR = timedelta(days=50)
"""The bureau lets a sign-in expire after 60 days without use."""


class Desks:
    """Stores and who knows what: an exchange is made only where a step needs what another person said."""

    def __init__(self, profile: Profile, elsewhere: Path, office: LocalOffice) -> None:
        """The people whose stores are shown lie in the profile, the others elsewhere."""
        self._profiles = {True: profile, False: Profile(elsewhere)}
        self._office = office
        self._open = ExitStack()
        self._stores: dict[str, Store] = {}
        self._connections: dict[str, Http] = {}
        self._met: dict[str, datetime] = {}
        self._unsent: set[str] = set()
        self._exchanged: dict[str, int] = {}
        self._spoken: dict[FindingId, str] = {}
        self._count = 0

    def close(self) -> None:
        """Shut every laptop."""
        self._open.close()

    def at(self, login: str) -> Store:
        """The open store of this person."""
        if login not in self._stores:
            profile, clock = self._profiles[login in PREPARED], self._office.clock
            unlocked = sign_in(profile, server=self._office.url, login=login, password=PASSWORD, clock=clock)
            store = Store.open(profile.store_folder(login), unlocked.key, unlocked.person, clock)
            self._open.callback(store.close)
            self._stores[login], self._met[login] = store, clock.now()
        return self._stores[login]

    def ready(self, login: str, findings: Iterable[FindingId]) -> Store:
        """The store of this person, which knows what was said of these findings last."""
        store = self.at(login)
        speakers = {self._spoken[finding] for finding in findings} - {login}
        for speaker in sorted(speakers & self._unsent):
            self._exchange(speaker)
        if any(self._exchanged[speaker] > self._exchanged.get(login, -1) for speaker in speakers):
            self._exchange(login)
        return store

    def spoke(self, login: str, finding: FindingId) -> None:
        """This person said something of a finding."""
        self._spoken[finding] = login
        self._unsent.add(login)

    def settle(self) -> None:
        """Everybody brings everything to the bureau; who is shown takes everything home, pictures too."""
        for login in self._stores:
            self._exchange(login)
        for login in PREPARED:
            store = self.at(login)
            self._renew(login)
            outcome = exchange_once(store)
            if not outcome.ok:
                raise RuntimeError("the demo's last exchange ended early", login, outcome.reason, outcome.values)

    def note_all(self) -> None:
        """What the sign-in card says of the people who are shown, in their order."""
        profile = self._profiles[True]
        for login in reversed(PREPARED):
            profile.remember(login=login)
            note_standing(profile, self.at(login))

    def _exchange(self, login: str) -> None:
        """What an exchange does, but for others' pictures: nobody looks at them before the end."""
        store = self.at(login)
        self._renew(login)
        driver = Driver(
            line=Line(self._connection(login), Originals(store.photos)).handlers,
            desk={**Desk(store).handlers, PhotosWanted: lambda _: ()},
            tell=lambda _step: None,
            cancelled=lambda: False,
        )
        try:
            failure = driver.run(exchange(Tally(), PhotoTally()))
        finally:
            driver.close()
        if failure is not None:
            raise RuntimeError("the demo's exchange ended early", login, failure.code, failure.values)
        self._count += 1
        self._exchanged[login] = self._count
        self._unsent.discard(login)

    def _renew(self, login: str) -> None:
        now = self._office.clock.now()
        if now - self._met[login] > _TOKEN_FOR:
            renew(self._stores[login], password=PASSWORD)
            if (old := self._connections.pop(login, None)) is not None:
                old.close()
        self._met[login] = now

    def _connection(self, login: str) -> Http:
        if login not in self._connections:
            access = read_access(self._stores[login].settings)
            assert access is not None, "signed in"
            self._connections[login] = connection = Http(access)
            self._open.callback(connection.close)
        return self._connections[login]
