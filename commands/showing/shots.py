"""Which pictures are taken at a step: of the same place within some metres, afterwards from where the first one was taken."""

from datetime import datetime, timedelta

from commands.showing.fates import Stage
from commands.showing.pictures import Picture
from commands.showing.stories import CLOSED_SIZE, Story
from models.coordinates import Position
from models.vocabulary import PhotoKind

_SECOND_PLACE = 2
"""From this picture on it is another place of the finding, 66 m along."""
_OTHER_SEED = 500_000
_DURING, _CHECKING, _AGAIN = 5, 10, 20
"""Shots are numbered from here: they were taken from elsewhere."""


def shots(story: Story, stage: Stage, turn: int, at: datetime) -> tuple[Picture, ...]:
    """The pictures of this step."""
    if stage is Stage.RAISE:
        minutes = [timedelta(minutes=number) for number in range(story.pictures)]
        return tuple(
            _shot(story, number, PhotoKind.BEFORE, story.seen_at + later) for number, later in enumerate(minutes)
        )
    taken_at = at - timedelta(minutes=25)
    if stage is Stage.REPORT and story.size != CLOSED_SIZE and story.seed % 2:
        return (_shot(story, 0, PhotoKind.DURING, taken_at, shot=_DURING),)
    if stage is Stage.APPLY:
        return _answers(story, turn, taken_at)
    if stage is Stage.REFUSE:
        return (_shot(story, 0, PhotoKind.ACCEPTANCE, taken_at, shot=_CHECKING + _AGAIN * (turn + 1)),)
    if stage is Stage.ACCEPT:
        return (_shot(story, 0, PhotoKind.ACCEPTANCE, taken_at, shot=_CHECKING, after=True),)
    return ()


def _answers(story: Story, turn: int, taken_at: datetime) -> tuple[Picture, ...]:
    """整改后: one answer for each first picture; what is going to be refused still shows what was found."""
    is_refused = turn < sum(stage is Stage.REFUSE for stage in story.fate.way.stages)
    numbers = range(story.pictures) if story.size != CLOSED_SIZE else range(1)
    return tuple(
        _shot(
            story,
            number,
            PhotoKind.AFTER,
            taken_at + timedelta(minutes=number),
            shot=number + _AGAIN * (turn + 1) if is_refused else number,
            after=not is_refused,
            answers=number,
        )
        for number in numbers
    )


def _shot(
    story: Story,
    number: int,
    kind: PhotoKind,
    taken_at: datetime,
    *,
    shot: int | None = None,
    after: bool = False,
    answers: int | None = None,
) -> Picture:
    is_second = number >= _SECOND_PLACE
    place, aside = story.position, 0.0 if kind is PhotoKind.BEFORE else 0.00004
    lon = place.lon + number * 0.00008 + (0.0006 if is_second else 0) + aside
    return Picture(
        scene=story.scene,
        seed=story.seed + (_OTHER_SEED if is_second else 0),
        shot=number if shot is None else shot,
        kind=kind,
        taken_at=taken_at,
        position=Position(round(lon, 6), round(place.lat + aside / 2, 6)),
        size=story.size,
        after=after,
        answers=answers,
    )
