"""The script of a story: each step with its moment, who takes it, with which pictures, and what it says."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from commands.showing.calendar import BUREAU, STATION, UNIT, moments
from commands.showing.cast import BUREAU_OFFICER, Responsible, name_of, officers, responsible, station_unit
from commands.showing.fates import Fate, Stage
from commands.showing.pictures import Picture
from commands.showing.shots import shots
from commands.showing.stories import Story
from commands.showing.wording import Wording
from models.clock import day_of
from models.facts import Dispatched, Measure
from models.taxonomy import category
from models.vocabulary import RectificationKind, Severity


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does; `turn` counts how often this stage came before."""

    stage: Stage
    turn: int
    at: datetime
    by: str
    pictures: tuple[Picture, ...]

    @property
    def day(self) -> date:
        """The day in China."""
        return day_of(self.at)


@dataclass(frozen=True, slots=True)
class Script:
    """A story with everything that its steps have in common."""

    story: Story
    steps: tuple[Step, ...]
    responsible: Responsible
    verifiers: tuple[str, str]
    wording: Wording
    order: Dispatched | None

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """All of them, in the order of the steps."""
        return tuple(picture for step in self.steps for picture in step.pictures)


def script(story: Story, now: datetime) -> Script:
    """Write it; everything lies before now."""
    chance = Random(story.seed)  # noqa: S311 - the same every time is the point
    wording = Wording(story, chance)
    who = responsible(wording.kind.unit, story.form.grid)
    stages, times = story.fate.way.stages, moments(story, now)
    steps = tuple(
        Step(stage, turn, at, _by(stage, story, who), shots(story, stage, turn, at))
        for number, (stage, at) in enumerate(zip(stages, times, strict=True))
        for turn in (stages[:number].count(stage),)
    )
    first, second = officers(story.form.grid)
    order = _order(story, steps, who, wording, chance, day_of(now))
    return Script(story, steps, who, (name_of(first), name_of(second)), wording, order)


def _by(stage: Stage, story: Story, who: Responsible) -> str:
    if stage in (Stage.RAISE, Stage.RESUBMIT):
        return story.by
    if stage in UNIT:
        return who.login
    if stage in BUREAU:
        return BUREAU_OFFICER
    is_slight = story.form.classification.severity is Severity.SLIGHT
    if stage in STATION or (is_slight and story.seed % 5 < 3):
        return officers(story.form.grid)[0]
    return BUREAU_OFFICER


def _order(
    story: Story, steps: tuple[Step, ...], who: Responsible, wording: Wording, chance: Random, today: date
) -> Dispatched | None:
    """交办, with the deadline that makes of the story what it has to be."""
    days = {step.stage: step.day for step in steps}
    begun = days.get(Stage.DISPATCH)
    if begun is None:
        return None
    deadline = begun + timedelta(days=wording.kind.days)
    if story.fate.way.due is not None:
        deadline = today + timedelta(days=chance.randint(*story.fate.way.due))
    elif (done := days.get(Stage.APPLY)) is not None:
        is_late = chance.random() < 0.1
        deadline = done - timedelta(days=2) if is_late else max(deadline, done + timedelta(days=chance.randint(0, 4)))
    deadline = max(deadline, begun + timedelta(days=1)) if story.fate is not Fate.DUE_TODAY else today
    known = category(story.form.classification.category)
    kind = known.kind if known and known.kind is not RectificationKind.LONG_TERM else RectificationKind.TIME_LIMITED
    span, count = deadline - begun, len(wording.kind.measures)
    return Dispatched(
        unit=who.unit,
        person=who.person,
        kind=kind,
        deadline=deadline,
        goal=wording.kind.goal,
        measures=tuple(
            Measure(content, begun + span * number // count)
            for number, content in enumerate(wording.kind.measures, start=1)
        ),
        accept_unit=station_unit(story.form.grid),
        dispatched_on=begun,
    )
