"""The one clock: every time in the program comes from an object that is handed in."""

from datetime import UTC, datetime, timedelta, timezone

# China has had one zone and no summer time since 1991: a fixed offset needs no zone database (Windows has none).
CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")


class Clock:
    """The machine's clock, in Asia/Shanghai."""

    def now(self) -> datetime:
        """The present moment: aware, +08:00, whole milliseconds."""
        return whole_milliseconds(datetime.now(UTC).astimezone(CHINA))


class MovableClock(Clock):
    """A clock that stands until it is moved: for the demo, the tour and tests."""

    def __init__(self, start: datetime) -> None:
        """Start at an aware moment."""
        self._now = whole_milliseconds(start.astimezone(CHINA))

    def now(self) -> datetime:
        """The moment the clock was last moved to."""
        return self._now

    def move_to(self, moment: datetime) -> None:
        """Stand at another aware moment, earlier or later."""
        self._now = whole_milliseconds(moment.astimezone(CHINA))

    def advance(self, step: timedelta) -> None:
        """Go on by a step."""
        self.move_to(self._now + step)


def whole_milliseconds(moment: datetime) -> datetime:
    """Cut what is finer than a millisecond, so that a time survives being written and read."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def as_text(moment: datetime) -> str:
    """ISO 8601 with offset, as entries store it: 2026-11-22T16:02:11.120+08:00."""
    return moment.isoformat(timespec="milliseconds")


def as_moment(text: str) -> datetime:
    """Read what as_text wrote (any offset); a time without offset is taken as China's. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    if moment.year == 1:
        raise ValueError("no zone but its own could say this time, so it could not be read again")
    return moment.replace(tzinfo=CHINA) if moment.tzinfo is None else moment.astimezone(CHINA)
