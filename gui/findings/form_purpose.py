"""What the form is for, in words: a new finding, 补正 of one that was sent back, 更正 of one not dispatched yet."""

from dataclasses import dataclass

from models.finding import Finding
from resources.words import _


@dataclass(frozen=True, slots=True)
class Purpose:
    """The page's title, the primary button, and the line beside it."""

    title: str
    save: str
    note: str
    next_too: bool = False


def purpose(finding: Finding | None, *, resubmits: bool) -> Purpose:
    """What filling in the form does to this finding; None: it makes a new one."""
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
