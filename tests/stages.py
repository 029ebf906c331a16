"""Findings in a store, each brought along the straight line to a step by the people whose step it is."""

from copy import copy
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any

from models.clock import MovableClock
from models.facts import (
    AcceptanceApplied,
    AcceptancePassed,
    Dispatched,
    Fact,
    Measure,
    MeasureSettled,
    NoticePublished,
    Photo,
    ProgressReported,
    Raised,
    SignedFor,
    Unit,
)
from models.findings import Findings
from models.ids import FindingId
from models.people import Person
from models.store import Store
from models.vocabulary import PhotoKind
from tests.builders import jpeg, pen_of, raised
from tests.line import VILLAGE, Cast, line

_SIZES = count()


def say(store: Store, who: Person, fact: Fact, finding: str) -> None:
    """Somebody takes a step on this laptop."""
    pen_of(store, who).record([fact], finding=FindingId(finding))


def as_seen_by(store: Store, who: Person) -> Store:
    """The same laptop in the eyes of somebody else; only to be asked, never to be closed."""
    seen = copy(store)
    seen.person, seen.findings = who, Findings(store.database, who, store.clock)
    return seen


def bring(
    store: Store,
    people: Cast,
    upto: type[Fact],
    *,
    days_ago: int = 0,
    days_left: int = 60,
    unit: Unit = VILLAGE,
    **changes: Any,
) -> FindingId:
    """Log a finding so many days ago and bring it to a step on that day; its deadline lies `days_left` from today.

    Further arguments change the form. The clock stands at the present again afterwards.
    """
    clock = store.clock
    assert isinstance(clock, MovableClock)
    now = clock.now()
    clock.move_to(now - timedelta(days=days_ago))
    form = raised(**({"photos": (_photo(store),), "found_at": clock.now()} | changes))
    finding = pen_of(store, people.inspector).record([form]).finding
    after = _photo(store, kind=PhotoKind.AFTER, same_place_as=form.photos[0].sha256)
    officer = replace(people.unit, unit=unit.code)
    for who, fact in _steps(form, people, after, upto):
        dated = _dated(store, fact, days_left=days_left + days_ago, unit=unit)
        clock.advance(timedelta(minutes=1))
        say(store, officer if who is people.unit else who, dated, finding)
    clock.move_to(now)
    return finding


def _steps(form: Raised, people: Cast, after: Photo, upto: type[Fact]) -> tuple[tuple[Person, Fact], ...]:
    steps = line(form, people, (after,))
    if upto is Raised:
        return ()
    last = max(place for place, (_, fact) in enumerate(steps) if isinstance(fact, upto))
    return steps[: last + 1]


def _photo(store: Store, **changes: Any) -> Photo:
    """Another picture each time, told by its size."""
    kept, _ = store.photos.keep(jpeg("red", (100 + next(_SIZES), 90)), "IMG_2043.jpg")
    return replace(kept, **changes)


def _dated(store: Store, fact: Fact, *, days_left: int, unit: Unit) -> Fact:
    """The same fact on the day on which the clock stands."""
    today = store.clock.now().date()
    changes: dict[str, Any] = {}
    match fact:
        case Dispatched():
            due = today + timedelta(days=days_left)
            measures = tuple(Measure(one.content, due) for one in fact.measures)
            changes = {"unit": unit, "deadline": due, "dispatched_on": today, "measures": measures}
        case SignedFor():
            changes = {"signed_on": today}
        case ProgressReported():
            changes = {"period": f"{today:%Y-%m}"}
        case MeasureSettled() if fact.done_on:
            changes = {"done_on": today}
        case AcceptanceApplied():
            changes = {"completed_on": today}
        case AcceptancePassed():
            changes = {"checked_on": today, "photos": (_photo(store, kind=PhotoKind.ACCEPTANCE),)}
        case NoticePublished():
            changes = {"first_day": today, "last_day": today + timedelta(days=6)}
    return replace(fact, **changes)
