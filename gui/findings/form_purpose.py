"""What the form is for, in words: a new finding, 补正 of one that was sent back, 更正 of one not dispatched yet."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from gui.page import News
from models.finding import Finding
from models.recording import Recorded
from resources.words import _


class Ending(Enum):
    """What 保存 does with a new finding."""

    RECORD = "record"
    KEEP = "keep"
    """Nobody's account is known yet: it stays a draft, and is registered once there is one."""
    PRACTISE = "practise"
    """The same checks, and then it is let go."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """The page's title, the primary button, and the line beside it."""

    title: str
    save: str
    note: str
    next_too: bool = False


def purpose(finding: Finding | None, *, resubmits: bool, ending: Ending = Ending.RECORD, grid: str = "") -> Purpose:
    """What filling in the form does to this finding; None: it makes a new one. `grid` is where one without account is."""
    if ending is Ending.PRACTISE:
        note = _("The same checks as in earnest; nothing is registered and nothing is reported")
        return Purpose(_("Practise one"), _("Save  Ctrl+Enter"), note)
    if ending is Ending.KEEP:
        note = _("Kept on this computer for {grid}; registered once connected to the bureau").format(grid=grid)
        return Purpose(_("Log a finding"), _("Save  Ctrl+Enter"), note, next_too=True)
    if finding is None:
        return Purpose(
            _("Log a finding"),
            _("Save  Ctrl+Enter"),
            _("Saving works without a network, it is reported once connected"),
            next_too=True,
        )
    if resubmits:
        return Purpose(
            _("Complete {number}").format(number=finding.shown_number),
            _("Send again  Ctrl+Enter"),
            _("What you change is recorded beside what was there, and the township verifies again"),
        )
    return Purpose(
        _("Correct {number}").format(number=finding.shown_number),
        _("Correct  Ctrl+Enter"),
        _("What was written before stays in the history"),
    )


def recorded_news(recorded: Recorded, correct: Callable[[], None]) -> News:
    """It is an entry now, durable."""
    words = _("Saved on this computer: {number}. It is reported by itself once connected.")
    return News(words.format(number=recorded.shown_number), _("Correct"), correct)


def ended_news(ending: Ending) -> News:
    """It ended without an entry."""
    if ending is Ending.PRACTISE:
        return News(_("Well practised. In earnest it is this very key that you press, too."))
    return News(_("Stored on this computer. It is registered once you are connected to the bureau."))
