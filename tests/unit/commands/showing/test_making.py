"""A small demo, made whole: every book of it agrees, everybody knows what they must, and time is real again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest

from commands.showing.cast import PREPARED
from commands.showing.fates import Fate
from commands.showing.making import all_stories, make_demo
from commands.showing.office import PASSWORD, LocalOffice
from commands.showing.stories import Story
from models.clock import Clock, as_moment, day_of
from models.deadlines import Why, light
from models.findings import Filter, Tab
from models.integrity import check
from models.photos import PhotoState
from models.profile import Profile
from models.state import State
from models.store import Store
from models.vocabulary import PhotoKind

SMALL = (120, 90)
WANTED = {
    Fate.LOCAL: State.REPORTED,
    Fate.RETURNED: State.RETURNED,
    Fate.DUE_TODAY: State.RECTIFYING,
    Fate.OVERDUE: State.RECTIFYING,
    Fate.FILE_RETURNED: State.ACCEPTED,
    Fate.NOTICE_OVER: State.PUBLIC_NOTICE,
    Fate.CLOSED_AGAIN: State.CLOSED,
}
VILLAGE = "320402104203"


def few() -> list[Story]:
    """One of each of these fates, where the village committee of 三河口 has to rectify."""
    found = []
    for fate in WANTED:
        stories = [one for one in all_stories(Clock().now()) if one.fate is fate]
        near = [one for one in stories if one.form.grid.startswith(VILLAGE)]
        found.append(replace((near or stories)[0], size=SMALL))
    return found


@dataclass
class Made:
    """A demo, and what was told while it was made."""

    profile: Profile
    office: LocalOffice
    stories: list[Story]
    progress: list[tuple[int, int]] = field(default_factory=list)

    @contextmanager
    def store(self, login: str) -> Iterator[Store]:
        """Somebody's store as the window would open it."""
        unlocked = self.profile.unlock(login, PASSWORD, Clock())
        store = Store.open(self.profile.store_folder(login), unlocked.key, unlocked.person, Clock())
        try:
            yield store
        finally:
            store.close()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("demo")
    demo = Made(Profile(folder), LocalOffice(folder / "bureau", movable=True), few())
    demo.office.furnish()
    demo.office.start()
    try:
        make_demo(
            demo.profile,
            demo.office,
            demo.stories,
            today=Clock(),
            tell=lambda done, of: demo.progress.append((done, of)),
        )
    finally:
        demo.office.stop()
    return demo


def test_every_book_agrees(made: Made) -> None:
    assert made.office.is_whole()
    for login in PREPARED:
        with made.store(login) as store:
            assert check(store).problems == ()
            assert store.findings.without_effect() == ()


def test_every_fate_came_true(made: Made) -> None:
    """The bureau's officer sees everything but what is only on the inspector's laptop."""
    places = {story.form.location.place: WANTED[story.fate] for story in made.stories}
    local = next(story for story in made.stories if story.fate is Fate.LOCAL)
    with made.store("xumin") as bureau, made.store(local.by) as laptop:
        there = {row.place: row.state for row in bureau.findings.page()}
        here = {row.place: row for row in laptop.findings.page()}
        assert all(row.numbered for row in bureau.findings.page())
    assert there == {place: state for place, state in places.items() if place != local.form.location.place}
    assert here[local.form.location.place].pending


def test_deadlines_are_what_the_fate_says(made: Made) -> None:
    today = day_of(Clock().now())
    by_fate = {story.fate: story.form.location.place for story in made.stories}
    with made.store("xumin") as store:
        lights = {row.place: light(row.timing, today) for row in store.findings.page()}
    due, over = lights[by_fate[Fate.DUE_TODAY]], lights[by_fate[Fate.OVERDUE]]
    assert due is not None
    assert over is not None
    assert (due.why, due.days) == (Why.SOON, 0)
    assert over.why is Why.OVERDUE


def test_the_closed_one_has_its_whole_story(made: Made) -> None:
    """Refused once, its file sent back once; before and after stand side by side; times grow, at the bureau, too."""
    with made.store("xumin") as store:
        row = next(row for row in store.findings.page() if row.state is State.CLOSED)
        finding = store.findings.one(row.id)
        assert finding is not None
        task = finding.rectification
        assert task is not None
        assert (task.times_refused, len(task.order.measures) > 1) == (1, True)
        before = {photo.sha256 for photo in finding.photos if photo.kind is PhotoKind.BEFORE}
        answers = [photo for photo in finding.photos if photo.kind is PhotoKind.AFTER]
        assert answers
        assert all(photo.same_place_as in before for photo in answers)
        assert {photo.kind for photo in finding.photos} >= {PhotoKind.ACCEPTANCE}
        assert all(store.photos.status(photo.sha256) is PhotoState.VERIFIED for photo in finding.photos)
        times = [line.at for line in finding.history]
        received = [as_moment(line.received_at or "") for line in finding.history]
    assert times == sorted(times)
    assert received == sorted(received), "the bureau's clock went along"
    assert all(timedelta() <= there - here < timedelta(days=30) for here, there in zip(times, received, strict=True))
    assert Clock().now() - times[0] > timedelta(days=20)


def test_each_sees_their_own(made: Made) -> None:
    with made.store("lixy") as store:
        assert store.findings.count(Filter(Tab.ALL)) <= len(made.stories)
        assert all(row.grid == store.person.area for row in store.findings.page())
    with made.store("lijj") as store:
        assert {row.unit for row in store.findings.page()} == {"三河口村委会"}


def test_on_the_sign_in_card(made: Made) -> None:
    assert [person.login for person in made.profile.people()] == list(PREPARED)
    assert all(person.place for person in made.profile.people())
    assert made.profile.people()[0].waiting_records >= 1


def test_progress_is_told_and_time_is_real(made: Made) -> None:
    assert made.progress == [(number, len(made.stories)) for number in range(1, len(made.stories) + 1)]
    assert abs(made.office.clock.now() - Clock().now()) < timedelta(minutes=1)
    assert not list(made.profile.folder.glob("bureau/clock*"))


def test_real_use_cannot_move_time(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        LocalOffice(tmp_path).move_clock_to(Clock().now())
