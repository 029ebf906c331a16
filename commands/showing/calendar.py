"""When the steps of a story were taken: day by day, at the hours at which such things are done, all before now."""

from datetime import date, datetime, time, timedelta

from commands.showing.fates import Stage
from commands.showing.stories import Story
from models.clock import CHINA, day_of

STATION = frozenset({Stage.RETURN, Stage.VERIFY, Stage.ENLIST, Stage.ARRANGE, Stage.REFUSE, Stage.ACCEPT, Stage.SUBMIT})
BUREAU = frozenset({Stage.SEND_BACK, Stage.PUBLISH, Stage.CLOSE})
UNIT = frozenset({Stage.SIGN, Stage.REPORT, Stage.APPLY})
_HOURS = {
    Stage.RETURN: time(9, 12),
    Stage.RESUBMIT: time(16, 20),
    Stage.VERIFY: time(9, 5),
    Stage.DISPATCH: time(10, 30),
    Stage.SIGN: time(13, 40),
    Stage.REPORT: time(15, 10),
    Stage.APPLY: time(15, 45),
    Stage.ARRANGE: time(9, 40),
    Stage.REFUSE: time(14, 30),
    Stage.ACCEPT: time(14, 30),
    Stage.SUBMIT: time(15, 20),
    Stage.SEND_BACK: time(10, 10),
    Stage.PUBLISH: time(10, 20),
    Stage.CLOSE: time(9, 30),
}
_MONDAY, _TUESDAY, _THURSDAY = 0, 1, 3
_EVERY = ((90, 21), (60, 14), (35, 7))
"""What lay so many days back was done together, once in so many days: fewer exchanges, and nobody minds."""
_NOTICE_DAYS = 7
_AT_ONCE = ((Stage.VERIFY, Stage.ENLIST), (Stage.ACCEPT, Stage.SUBMIT))
"""Said by one person in one go."""


def moments(story: Story, now: datetime) -> tuple[datetime, ...]:
    """When each stage came, in their order."""
    found, today = story.seen_at.date(), day_of(now)
    before, taken = story.seen_at, list[datetime]()
    stages = story.fate.way.stages
    for number, (stage, after) in enumerate(zip(stages, story.days, strict=True)):
        day = max(found + timedelta(days=after), before.date())
        if stage is Stage.CLOSE:
            day = max(day, before.date() + timedelta(days=_NOTICE_DAYS))
        day = _desk_day(day, stage, (today - day).days)
        together = stages[number - 1 : number + 1] in _AT_ONCE
        at = before if together else max(_hour(story, stage, day), before + timedelta(minutes=2))
        before = min(at, now - timedelta(minutes=len(stages) - number))
        taken.append(before)
    return tuple(taken)


def _desk_day(day: date, stage: Stage, ago: int) -> date:
    every = next((every for least, every in _EVERY if ago > least), 0)
    if stage is Stage.RAISE or not every:
        return day
    wanted = _MONDAY if stage in STATION or stage is Stage.DISPATCH else _TUESDAY if stage in BUREAU else _THURSDAY
    return day + timedelta(days=(wanted + 1 - day.toordinal()) % every)


def _hour(story: Story, stage: Stage, day: date) -> datetime:
    if stage is Stage.RAISE:
        return story.seen_at + timedelta(minutes=20)
    return datetime.combine(day, _HOURS[stage], CHINA) + timedelta(minutes=story.seed % 23)
