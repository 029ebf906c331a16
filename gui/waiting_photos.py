"""What is said of photos that wait for their hour or for the office's network, by the person's own choice."""

from datetime import datetime

from gui.labels import number
from models.clock import CHINA, day_of
from resources.words import _, ngettext
from sync.timing import Waiting


def still(waiting: Waiting | None, now: datetime) -> Waiting | None:
    """What photos wait for; nothing once its moment has come, though the next exchange is still to begin."""
    return None if waiting is None or (waiting.until is not None and waiting.until <= now) else waiting


def short_words(photos: int, waiting: Waiting, now: datetime) -> str:
    """「12 张照片等到 20:00」, for the rail."""
    words = ngettext("{n} photo waits {until}", "{n} photos wait {until}", photos)
    return words.format(n=number(photos), until=_until(waiting, now)).strip()


def row_words(waiting: Waiting, now: datetime) -> str:
    """Of one photo."""
    return _("As set it waits {until}; F9 sends it now").format(until=_until(waiting, now).strip())


def whole_words(photos: int, waiting: Waiting, now: datetime) -> str:
    """「12 张照片等到 20:00 再传。要现在就传，按 F9。」"""
    words = ngettext(
        "{n} photo waits {until}. To send it now, press F9.",
        "{n} photos wait {until}. To send them now, press F9.",
        photos,
    )
    return words.format(n=number(photos), until=_until(waiting, now))


def _until(waiting: Waiting, now: datetime) -> str:
    """等到 20:00, 等到明天 07:00 or 等到办公室."""
    if waiting.until is None:
        return _("for the office")
    clock = waiting.until.astimezone(CHINA).strftime("%H:%M")
    words = _("until {time}") if day_of(waiting.until) == day_of(now) else _("until tomorrow {time}")
    return words.format(time=clock)
