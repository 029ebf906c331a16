"""Fill a profile and its bureau with the demo's findings, through the same entries as real use, in the order of time."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from commands.showing.desks import Desks
from commands.showing.fates import Fate
from commands.showing.inventing import invented
from commands.showing.office import LocalOffice
from commands.showing.pictures import DrawingRoom, Picture
from commands.showing.saying import said
from commands.showing.script import Script, Step, script
from commands.showing.stories import Story, told
from models.clock import Clock
from models.facts import Fact, Photo
from models.ids import FindingId
from models.profile import Profile
from models.store import Store

Tell = Callable[[int, int], None]


def all_stories(now: datetime) -> tuple[Story, ...]:
    """Everything that the demo tells, counted back from this moment."""
    return (*told(now), *invented(now))


def make_demo(
    profile: Profile,
    office: LocalOffice,
    stories: Sequence[Story],
    *,
    today: Clock,
    tell: Tell = lambda _done, _of: None,
) -> None:
    """Play these stories up to this moment; the office's clock must be a movable one, and is real again afterwards.

    The profile then knows the people of cast.PREPARED and the bureau's address.
    """
    now = today.now()
    scripts = [script(story, now) for story in stories]
    with ExitStack() as stack:
        stack.callback(office.clock.back_to_real_time)
        elsewhere = stack.enter_context(TemporaryDirectory(prefix="gewu-demo-"))
        desks = Desks(profile, Path(elsewhere), office)
        stack.callback(desks.close)
        room = stack.enter_context(DrawingRoom())
        play = _Play(office, desks, room, len(scripts), tell)
        play.begin(scripts)
        play.on([one for one in scripts if one.story.fate is not Fate.LOCAL])
        office.clock.back_to_real_time()
        desks.settle()
        play.on([one for one in scripts if one.story.fate is Fate.LOCAL])
        office.clock.back_to_real_time()
        desks.note_all()


class _Play:
    """Who stands where while the stories are played."""

    def __init__(self, office: LocalOffice, desks: Desks, room: DrawingRoom, of: int, tell: Tell) -> None:
        self._office, self._desks, self._room = office, desks, room
        self._of, self._tell, self._done = of, tell, 0
        self._findings: dict[int, FindingId] = {}
        self._before: dict[int, tuple[Photo, ...]] = {}

    def begin(self, scripts: Iterable[Script]) -> None:
        """Order the pictures, those that are needed first first."""
        self._room.order([picture for _, step in _in_time(scripts) for picture in step.pictures])

    def on(self, scripts: Iterable[Script]) -> None:
        """Take every step of these stories."""
        steps = _in_time(scripts)
        days: dict[tuple[date, str], set[int]] = {}
        for one, step in steps:
            days.setdefault((step.day, step.by), set()).add(one.story.seed)
        for (at, by, _), together in groupby(steps, key=lambda pair: (pair[1].at, pair[1].by, pair[0].story.seed)):
            self._office.move_clock_to(at)
            pairs = list(together)
            one, last = pairs[-1]
            # in the morning everything that this person will need today; later only what was said meanwhile
            seeds = days.pop((last.day, by), set()) | {one.story.seed}
            self._desks.ready(by, [self._findings[seed] for seed in sorted(seeds & self._findings.keys())])
            self._take(one, [step for _, step in pairs])
            if last is one.steps[-1]:
                self._done += 1
                self._tell(self._done, self._of)

    def _take(self, one: Script, steps: Sequence[Step]) -> None:
        """Steps of one person at one moment are said in one go."""
        seed, store = one.story.seed, self._desks.at(steps[0].by)
        facts: list[Fact] = []
        for step in steps:
            photos = tuple(self._keep(store, picture, self._before.get(seed, ())) for picture in step.pictures)
            facts += said(one, step, photos)
            self._before.setdefault(seed, photos)
        self._findings[seed] = store.pen.record(facts, finding=self._findings.get(seed)).finding
        self._desks.spoke(steps[0].by, self._findings[seed])

    def _keep(self, store: Store, picture: Picture, before: tuple[Photo, ...]) -> Photo:
        photo, _ = store.photos.keep(self._room.file(picture), picture.name)
        answered = "" if picture.answers is None else before[picture.answers].sha256
        return replace(photo, kind=picture.kind, same_place_as=answered)


def _in_time(scripts: Iterable[Script]) -> list[tuple[Script, Step]]:
    return sorted(
        ((one, step) for one in scripts for step in one.steps), key=lambda pair: (pair[1].at, pair[0].story.seed)
    )
