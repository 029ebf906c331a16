"""红黄绿灯 in words: colour and days, its mark, and in a sentence why it is so; used wherever a light is shown."""

from dataclasses import dataclass
from datetime import date

from gui.icons import Glyph
from gui.theme import Tone
from models.deadlines import Colour, Light, Timing, Why, light
from models.state import OPEN_WORK, State
from resources.words import _, ngettext

_MARKS = {
    Colour.RED: (Glyph.PROBLEM, Tone.LIGHT_RED, Tone.RED),
    Colour.YELLOW: (Glyph.WARNING, Tone.LIGHT_AMBER, Tone.AMBER),
    Colour.GREEN: (Glyph.GOOD, Tone.LIGHT_GREEN, Tone.GREEN),
    Colour.GREY: (Glyph.CLOSED, Tone.LIGHT_GREY, Tone.SUB),
}
"""Octagon, triangle, circle, square: the shape tells as much as the colour."""


@dataclass(frozen=True, slots=True)
class LightLook:
    """`words` beside the mark, in `ink`; `name` for screen readers; `reason` as a sentence, empty where days say it all."""

    words: str
    glyph: Glyph
    tone: Tone
    ink: Tone
    name: str
    reason: str


def light_look(timing: Timing | None, today: date) -> LightLook | None:
    """How the light of a finding looks; None where none burns (before 交办)."""
    shown = light(timing, today)
    if timing is None or shown is None:
        return None
    glyph, tone, ink = _MARKS[shown.colour]
    colour, days = _(shown.colour.label), days_words(timing, today)
    words = _("{colour} {days}").format(colour=colour, days=days)
    name = _("{colour} light, {days}").format(colour=colour, days=days)
    return LightLook(words, glyph, tone, ink, name, _reason(timing, shown, today))


def days_words(timing: Timing, today: date) -> str:
    """剩3天, 明天到期, 今天到期, 超期2天; once it is completed 按期完成 or 超期4天完成; 已销号."""
    if timing.state is State.CLOSED:
        return _("closed (light)")
    if timing.completed_on is not None and timing.state not in OPEN_WORK:
        return _completed(timing, timing.completed_on)
    left = (timing.deadline - today).days
    if left < 0:
        return ngettext("{n} day over", "{n} days over", -left).format(n=-left)
    if left == 0:
        return _("due today (light)")
    return _("due tomorrow (light)") if left == 1 else ngettext("{n} day left", "{n} days left", left).format(n=left)


def _completed(timing: Timing, completed_on: date) -> str:
    late = (completed_on - timing.deadline).days
    if late <= 0:
        return _("done in time")
    return ngettext("done {n} day late", "done {n} days late", late).format(n=late)


def _reason(timing: Timing, shown: Light, today: date) -> str:
    match shown.why:
        case Why.REFUSED_OFTEN:
            return _("It did not pass acceptance {n} times.").format(n=timing.times_refused)
        case Why.SILENT:
            return _("A major finding without a progress report for 15 days.")
        case Why.UNREPORTED:
            return _("No progress was reported for month {month}.").format(month=int(shown.period[-2:]))
        case Why.BEHIND:
            return _("The last report says it is behind schedule.")
        case Why.DONE_IN_TIME | Why.DONE_LATE | Why.CLOSED if timing.completed_on is not None:
            done, due = day_words(timing.completed_on, today), day_words(timing.deadline, today)
            return _("Completed {done}, the deadline was {due}.").format(done=done, due=due)
        case _:
            return _("The deadline is {due}.").format(due=day_words(timing.deadline, today))


def day_words(day: date, today: date) -> str:
    """11-25, with its year where that is another one."""
    return f"{day:%m-%d}" if day.year == today.year else day.isoformat()
