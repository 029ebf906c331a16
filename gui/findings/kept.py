"""What somebody without an account fills in: kept as a draft until there is one, with everything that a finding needs but its grid."""

from dataclasses import replace
from datetime import datetime

from gui.findings.assembling import Gap, earliest_shot, gaps
from gui.findings.form_values import FormField, FormValues, from_draft

_COME_WITH_THE_ACCOUNT = (FormField.GRID, FormField.FINDER)


def without_account(values: FormValues, grid: str) -> FormValues:
    """Grid and finder stay open, to be filled by the account's own defaults; where it was is kept in words."""
    own = tuple(field for field in values.own if field not in _COME_WITH_THE_ACCOUNT)
    return replace(values, grid="", grid_words=grid, finder="", own=own)


def kept_gaps(values: FormValues, now: datetime) -> tuple[Gap, ...]:
    """What is still missing, of what can be known without an account."""
    return tuple(gap for gap in gaps(values, now) if gap.field not in _COME_WITH_THE_ACCOUNT)


def settled(values: FormValues) -> FormValues:
    """As it is saved: the time that the computer's clock gave stays the time, however much later it is registered."""
    if FormField.FOUND_AT in values.own or earliest_shot(values) is not None:
        return values
    return values.edited(FormField.FOUND_AT, found_text=values.found_text)


def is_complete(body: object, now: datetime) -> bool:
    """Whether a draft was written down without an account and lacks nothing but that."""
    values = from_draft(body)
    return bool(values.grid_words) and not kept_gaps(values, now)
