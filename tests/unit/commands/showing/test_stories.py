"""Every made-up finding of the demo would pass the form's own checks, and every step that is taken of it its own."""

from collections import Counter
from itertools import pairwise

import pytest

from commands.showing.cast import PREPARED, logins
from commands.showing.fates import Fate, Stage
from commands.showing.inventing import HOW_MANY, invented
from commands.showing.saying import said
from commands.showing.script import Script, script
from commands.showing.stories import told
from models.facts import AcceptanceApplied, ClosureSubmitted, Dispatched, Photo
from models.gates import names_a_limit
from models.people import town_of
from models.places import places_of
from models.rules import faults
from models.step_rules import COMPLETION
from models.taxonomy import category
from models.vocabulary import PhotoKind
from resources.scenes import SCENES
from tests.builders import NOON, photo

TOLD, INVENTED = told(NOON), invented(NOON)
SCRIPTS = [script(story, NOON) for story in (*TOLD, *INVENTED)]
DAYS_OF_A_YEAR = 366


def of_fate(fate: Fate) -> list[Script]:
    """The stories that have come this far; there are some of each."""
    found = [one for one in SCRIPTS if one.story.fate is fate]
    assert found
    return found


def photos_of(one: Script, number: int) -> tuple[Photo, ...]:
    """Photos as they would be kept for a step."""
    return tuple(
        photo(kind=picture.kind, position=picture.position, name=picture.name) for picture in one.steps[number].pictures
    )


@pytest.mark.parametrize("fate", Fate)
def test_passes_every_form(fate: Fate) -> None:
    for one in of_fate(fate):
        check_forms(one)


def check_forms(one: Script) -> None:
    assert one.story.scene in SCENES
    assert category(one.story.form.classification.category) is not None
    for number, step in enumerate(one.steps):
        for fact in said(one, step, photos_of(one, number)):
            assert faults(fact, step.at) == ()
            if isinstance(fact, AcceptanceApplied | ClosureSubmitted):
                assert COMPLETION[0] <= len(fact.description) <= COMPLETION[1]
            if isinstance(fact, Dispatched):
                assert not names_a_limit(fact.goal), "no story brings a monitoring report"


@pytest.mark.parametrize("fate", Fate)
def test_in_the_order_of_time_and_before_now(fate: Fate) -> None:
    for one in of_fate(fate):
        check_times(one)


def check_times(one: Script) -> None:
    assert [step.stage for step in one.steps] == list(one.story.fate.way.stages)
    assert all(a.at < b.at or (a.at == b.at and a.by == b.by) for a, b in pairwise(one.steps))
    assert one.steps[-1].at < NOON
    published = [step.day for step in one.steps if step.stage is Stage.PUBLISH]
    closed = [step.day for step in one.steps if step.stage is Stage.CLOSE]
    assert all((day - published[-1]).days >= 7 for day in closed)
    assert (closed == []) or one.story.fate in (Fate.CLOSED, Fate.CLOSED_AGAIN)


@pytest.mark.parametrize("fate", Fate)
def test_afterwards_from_where_it_was_seen(fate: Fate) -> None:
    """Each place of a finding has its answer, seen from where its first photo was taken."""
    for one in of_fate(fate):
        check_pictures(one)


def check_pictures(one: Script) -> None:
    answers = [picture for picture in one.pictures if picture.answers is not None and picture.after]
    before = [picture for picture in one.pictures if picture.kind is PhotoKind.BEFORE]
    for answer in answers:
        question = before[answer.answers or 0]
        assert (answer.scene, answer.seed, answer.shot) == (question.scene, question.seed, question.shot)
    if answers:
        photos = [photo(kind=picture.kind, position=picture.position) for picture in (*before, *answers)]
        places = places_of(photos)
        assert all(place.is_rectified for place in places)
        assert len(places) == (2 if one.story.pictures > 2 else 1)


def test_a_year_of_three_towns_with_every_fate() -> None:
    assert len(SCRIPTS) >= 300
    assert {story.fate for story in (*TOLD, *INVENTED)} == set(Fate)
    assert {story.fate for story in INVENTED} == set(HOW_MANY)
    grids = {story.form.grid for story in INVENTED}
    assert len({town_of(grid) for grid in grids}) == 3
    assert min(len({grid[:12] for grid in grids if town_of(grid) == town}) for town in map(town_of, grids)) >= 2
    assert max((NOON - story.seen_at).days for story in INVENTED) in range(330, DAYS_OF_A_YEAR)
    closed = Counter(f"{step.at:%Y-%m}" for one in SCRIPTS for step in one.steps if step.stage is Stage.CLOSE)
    assert min(closed[f"2026-{month:02d}"] for month in range(3, 12)) >= 3


def test_no_two_alike() -> None:
    """Everywhere the same sentence would show that nobody was there; one picture must not serve two findings."""
    pictures = [picture for one in SCRIPTS for picture in one.pictures]
    assert len({(p.scene, p.seed, p.shot, p.after) for p in pictures}) == len(pictures)
    assert len({story.form.description for story in INVENTED}) > 0.9 * len(INVENTED)
    titles = {(story.form.classification.category, story.form.location.place) for story in INVENTED}
    assert len(titles) == len(INVENTED)


def test_the_same_every_time_of_a_day() -> None:
    assert invented(NOON.replace(hour=8)) == INVENTED


def test_everybody_who_acts_has_an_account() -> None:
    assert {step.by for one in SCRIPTS for step in one.steps} | set(PREPARED) <= set(logins())
