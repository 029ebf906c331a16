"""A finding at any point of the straight line, and what somebody sees of it; people with names."""

from dataclasses import replace
from datetime import datetime

from gui.case_file.detail import Detail
from gui.names import Names
from models.coordinates import Position
from models.entries import FINDING, Subject
from models.facts import Fact, Raised
from models.finding import Finding
from models.ids import FindingId, new_id
from models.ledger import add_up
from models.people import Person
from models.standing import offers
from models.store import Store
from models.vocabulary import PhotoKind
from tests.builders import GRID, NOON, jpeg, pen_of, photo, posted, raised
from tests.line import Cast, line

Told = tuple[Person, Fact]
VERIFIED, ENLISTED, DISPATCHED, SIGNED, PHOTOGRAPHED = 1, 2, 3, 4, 8
APPLIED, ARRANGED, PASSED, SUBMITTED, PUBLISHED, CLOSED = 9, 10, 11, 12, 13, 14
"""How many steps of the line lead there."""


def names_of(people: Cast) -> Names:
    """Everybody by name, and the township."""
    who = {each.id: each.name for each in vars(people).values()}
    return Names(who, {"320402104000": "郑陆镇", GRID: "第12网格"})


def story(people: Cast, steps: int, *then: Told, form: Raised | None = None) -> tuple[Told, ...]:
    """登记, so many steps of the line, and what else is said."""
    form = form or raised(photos=(photo(),))
    return ((people.inspector, form), *line(form, people)[:steps], *then)


def finding_of(told: tuple[Told, ...], at: datetime = NOON) -> Finding:
    """Added up; the bureau took everything."""
    subject = new_id()
    entries = [
        posted(fact, subject=subject, author=who.id, dseq=n, number=n, at=at)
        for n, (who, fact) in enumerate(told, start=1)
    ]
    found = add_up(Subject(FINDING, subject), entries)
    assert found is not None
    assert all(each.effective for each in found.history), [each.reason for each in found.history]
    return found


def seen_by(finding: Finding, person: Person) -> Detail:
    """What the page reads for this person."""
    return Detail(finding, offered=offers(finding.standing, person))


def record(store: Store, told: tuple[Told, ...]) -> FindingId:
    """Let each of them write on this store as the days go by; photos are real."""
    finding: FindingId | None = None
    for who, fact in told:
        pen = pen_of(store, who)
        finding = pen.record([fact], finding=finding).finding
    assert finding is not None
    return finding


def real_form(store: Store, *colours: str) -> Raised:
    """A first form with a photo of each colour, far enough from each other to be places of their own."""
    kept = [store.photos.keep(jpeg(colour), f"{colour}.jpg")[0] for colour in colours]
    placed = (replace(each, position=Position(120.08 + n / 100, 31.82)) for n, each in enumerate(kept))
    return raised(photos=tuple(placed))


def real_line(store: Store, people: Cast, steps: int, *colours: str) -> FindingId:
    """The line over real photos."""
    form = real_form(store, *(colours or ("red",)))
    after, _ = store.photos.keep(jpeg("green"), "green.jpg")
    answer = replace(after, kind=PhotoKind.AFTER, same_place_as=form.photos[0].sha256)
    return record(store, ((people.inspector, form), *line(form, people, (answer,))[:steps]))
