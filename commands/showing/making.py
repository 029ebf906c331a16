"""Fill a profile and its bureau with the demo's findings, through the same entries as real use."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta

from commands.showing.office import PASSWORD, LocalOffice
from commands.showing.stories import Story, stories
from models.clock import Clock, MovableClock
from models.facts import Photo, Returned, Verified
from models.ids import FindingId
from models.profile import Profile
from models.store import Store
from models.vocabulary import ReturnReason
from sync.session import exchange_once, note_standing
from sync.signing_in import sign_in

INSPECTORS = ("lixy", "chenli", "wangjg")
OFFICER = "zhoumin"
Tell = Callable[[int, int], None]


def make_demo(profile: Profile, office: LocalOffice, *, today: Clock, tell: Tell = lambda _done, _of: None) -> None:
    """Raise, exchange, verify and return every story. The profile then knows four people and the bureau's address."""
    clock = MovableClock(today.now() - timedelta(days=60))
    told = stories(today.now())
    with ExitStack() as stack:
        desks = {login: _desk(profile, office, login, clock, stack) for login in (*INSPECTORS, OFFICER)}
        for desk in desks.values():
            _exchange(desk)
        raised = _raise_all(desks, [story for story in told if story.fate != "local"], clock, tell)
        for login in (*INSPECTORS, OFFICER):
            _exchange(desks[login])
        _judge_all(desks[OFFICER], raised, clock)
        for login in (OFFICER, *INSPECTORS):
            _exchange(desks[login])
        _raise_all(desks, [story for story in told if story.fate == "local"], clock, tell)
        for desk in desks.values():
            note_standing(profile, desk)


def _desk(profile: Profile, office: LocalOffice, login: str, clock: Clock, stack: ExitStack) -> Store:
    unlocked = sign_in(profile, server=office.url, login=login, password=PASSWORD, clock=clock)
    store = Store.open(profile.store_folder(login), unlocked.key, unlocked.person, clock)
    stack.callback(store.close)
    return store


def _exchange(desk: Store) -> None:
    outcome = exchange_once(desk)
    if not outcome.ok:
        raise RuntimeError("the demo's exchange ended early", outcome.reason, outcome.values)


def _raise_all(
    desks: dict[str, Store], told: Sequence[Story], clock: MovableClock, tell: Tell
) -> list[tuple[Story, FindingId]]:
    raised = []
    with ThreadPoolExecutor(2) as drawing:
        pictures = [drawing.submit(list, story.photo_files()) for story in told]
        for done, (story, files) in enumerate(zip(told, pictures, strict=True), start=1):
            desk = desks[story.by]
            clock.move_to(min(story.seen_at + timedelta(minutes=20), Clock().now()))
            photos = tuple(_keep(desk, name, data) for name, data in files.result())
            recorded = desk.pen.record([story.with_photos(photos, desk.person.name)])
            raised.append((story, recorded.finding))
            tell(done, len(told))
    return raised


def _keep(desk: Store, name: str, data: bytes) -> Photo:
    photo, _ = desk.photos.keep(data, name)
    return photo


def _judge_all(desk: Store, raised: Sequence[tuple[Story, FindingId]], clock: MovableClock) -> None:
    for story, finding in raised:
        clock.move_to(min(story.seen_at + timedelta(days=1, minutes=7), Clock().now()))
        if story.fate == "verified":
            desk.pen.record([Verified(story.form.classification)], finding=finding)
        elif story.fate == "returned":
            desk.pen.record([Returned((ReturnReason.OTHER,), story.words)], finding=finding)
