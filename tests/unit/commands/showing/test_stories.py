"""Every made-up finding of the demo would pass the form's own checks."""

import pytest

from commands.showing.stories import Story, stories
from models.rules import faults
from models.taxonomy import category
from resources.scenes import SCENES
from tests.builders import NOON, photo

TOLD = stories(NOON)


@pytest.mark.parametrize("story", TOLD, ids=lambda story: story.form.location.place)
def test_passes_the_form(story: Story) -> None:
    form = story.with_photos((photo(),), "王建国")
    assert faults(form, story.seen_at) == ()
    assert category(form.classification.category) is not None
    assert story.scene in SCENES
    assert story.fate in {"verified", "returned", "reported", "local"}
    assert bool(story.words) == (story.fate == "returned")


def test_told_in_the_order_of_time_by_several_people() -> None:
    assert [story.seen_at for story in TOLD] == sorted(story.seen_at for story in TOLD)
    assert {story.by for story in TOLD} == {"wangjg", "lixy", "chenli"}
