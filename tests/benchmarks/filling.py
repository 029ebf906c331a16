"""Logging many findings in a store: one by one as a person does, or in large transactions where nobody measures it."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import update

from models import journal
from models.coordinates import Position
from models.entries import FINDING, VERSION, Base, Entry, Posted, Subject, encode, next_link
from models.facts import KIND_OF, Classification, Location, OnSite, Photo, Raised
from models.head import read_head
from models.ids import EntryId, new_id
from models.journal import NewEntry
from models.photos import PhotoState
from models.store import Store
from models.tables import ENTRY, HEAD, PHOTO
from models.vocabulary import OnSiteAction, Severity, TimeSource
from tests.benchmarks.samples import Sample
from tests.builders import jpeg

BATCH = 500
NAME = "IMG_2043.jpg"


def fill(store: Store, samples: Sequence[Sample]) -> None:
    """Log these findings. Where they have no photo all share a tiny one: the rules want one, and it weighs nothing."""
    if samples[0].photo:
        for sample in samples:
            assert sample.photo, "all of them or none"
            store.pen.record([_raised(store, sample, store.photos.keep(sample.photo, NAME)[0])])
        return
    shared, _ = store.photos.keep(jpeg(size=(32, 24)), NAME)
    facts = [_raised(store, sample, shared) for sample in samples]
    for start in range(0, len(facts), BATCH):
        _post(store, facts[start : start + BATCH])


def confirm(store: Store) -> None:
    """As if the bureau had taken everything: a ledger is mostly what was exchanged long ago."""
    with store.database.writing() as connection:
        connection.execute(update(ENTRY).values(number=ENTRY.c.dseq))
        connection.execute(update(HEAD).values(sent=HEAD.c.dseq, sent_link=HEAD.c.link, number=HEAD.c.dseq))
        connection.execute(update(PHOTO).values(state=PhotoState.VERIFIED.value))


def _post(store: Store, facts: Sequence[Raised]) -> None:
    """What the pen does, for many findings in one transaction."""
    now = store.clock.now()
    with store.database.writing() as connection:
        head = read_head(connection, now)
        link, entries = head.link, []
        for dseq, fact in enumerate(facts, head.dseq + 1):
            entry = Entry(
                id=EntryId(new_id()),
                kind=KIND_OF[Raised],
                version=VERSION,
                subject=Subject(FINDING, new_id()),
                author=store.person.id,
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


def _raised(store: Store, sample: Sample, photo: Photo) -> Raised:
    return Raised(
        provisional="暂-1122-01",
        grid=store.person.area,
        location=Location(sample.place, Position(sample.lon, sample.lat)),
        classification=Classification("A01", Severity.SLIGHT),
        description=sample.description,
        found_at=store.clock.now() - timedelta(hours=1),
        found_at_source=TimeSource.EXIF,
        finder=store.person.name,
        on_site=OnSite(OnSiteAction.STOPPED),
        photos=(photo,),
    )
