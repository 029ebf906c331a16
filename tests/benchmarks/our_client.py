"""Our laptop under measurement: a real profile, signed in, exchanging as the window and the command line do."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from sqlalchemy import func, select, update

from models import journal
from models.clock import Clock
from models.coordinates import Position
from models.entries import FINDING, VERSION, Base, Entry, Posted, Subject, encode, next_link
from models.facts import KIND_OF, Classification, Location, OnSite, Photo, Raised, Redescribed
from models.head import read_head
from models.ids import EntryId, new_id
from models.journal import NewEntry
from models.profile import Profile
from models.store import Store
from models.tables import HEAD, LEDGER
from models.vocabulary import OnSiteAction, Severity, TimeSource
from sync.session import exchange_once
from sync.signing_in import sign_in
from tests.benchmarks.processes import PASSWORD
from tests.benchmarks.samples import Sample
from tests.builders import jpeg

BATCH = 500


class OurClient:
    """One laptop of ours, in the hands of one person."""

    def __init__(self, folder: Path, url: str, login: str) -> None:
        """Sign in, so that the store is there and empty."""
        profile, clock = Profile(folder), Clock()
        unlocked = sign_in(profile, server=url, login=login, password=PASSWORD, clock=clock)
        self.store = Store.open(profile.store_folder(login), unlocked.key, unlocked.person, clock)
        self._shared: Photo | None = None

    def close(self) -> None:
        """Let go of everything."""
        self.store.close()

    def fill(self, samples: Sequence[Sample]) -> None:
        """Log these findings: one by one as a person does where there are photos, else in large transactions."""
        if samples[0].photo:
            for sample in samples:
                self.store.pen.record([self._raised(sample)])
            return
        facts = [self._raised(sample) for sample in samples]
        for start in range(0, len(facts), BATCH):
            self._post(facts[start : start + BATCH])

    def change(self, count: int, text: str) -> None:
        """Write another description into that many findings."""
        with self.store.database.reading() as connection:
            ids = connection.scalars(select(LEDGER.c.id).limit(count)).all()
        for finding in ids:
            self.store.pen.record([Redescribed(text)], finding=finding)

    def exchange(self) -> None:
        """As F9 does it."""
        outcome = exchange_once(self.store)
        if outcome.failure is not None or outcome.entries_refused or outcome.entries_pending or outcome.photos_pending:
            raise RuntimeError(outcome)

    def holds(self) -> int:
        """How many findings are here."""
        with self.store.database.reading() as connection:
            return connection.scalars(select(func.count()).select_from(LEDGER)).one()

    def _post(self, facts: Sequence[Raised]) -> None:
        """What the pen does, for many findings in one transaction."""
        now = self.store.clock.now()
        with self.store.database.writing() as connection:
            head = read_head(connection, now)
            link, entries = head.link, []
            for dseq, fact in enumerate(facts, head.dseq + 1):
                subject = Subject(FINDING, new_id())
                entry = Entry(
                    id=EntryId(new_id()),
                    kind=KIND_OF[Raised],
                    version=VERSION,
                    subject=subject,
                    author=self.store.person.id,
                    occurred_at=now,
                    base=Base(head.bookmark.number, None),
                    fact=fact,
                    clock=head.skew,
                    device_name=head.device_name,
                )
                body = encode(entry)
                link = next_link(link, body)
                entries.append(NewEntry(Posted(entry, head.device, dseq), body.decode(), link))
            journal.post(connection, entries)
            connection.execute(update(HEAD).values(dseq=head.dseq + len(facts), link=link))

    def _raised(self, sample: Sample) -> Raised:
        photo = self.store.photos.keep(sample.photo, "IMG_2043.jpg")[0] if sample.photo else self._one_for_all()
        return Raised(
            provisional="暂-1122-01",
            grid=self.store.person.area,
            location=Location(sample.place, Position(sample.lon, sample.lat)),
            classification=Classification("A01", Severity.SLIGHT),
            description=sample.description,
            found_at=self.store.clock.now() - timedelta(hours=1),
            found_at_source=TimeSource.EXIF,
            finder=self.store.person.name,
            on_site=OnSite(OnSiteAction.STOPPED),
            photos=(photo,),
        )

    def _one_for_all(self) -> Photo:
        """The rules want a photo in each finding: a tiny one that all share, so that it weighs nothing."""
        if self._shared is None:
            self._shared, _ = self.store.photos.keep(jpeg(size=(32, 24)), "IMG_2043.jpg")
        return self._shared
