"""The one clock: every time in the program comes from an object that is handed in."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

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


class ShiftedClock(Clock):
    """The machine's clock plus the seconds in a small file: the demo's bureau and its laptops share one that moves."""

    def __init__(self, file: Path) -> None:
        """Real time where the file is missing. It is read anew each time: other processes move the clock, too."""
        self._file = file

    def now(self) -> datetime:
        """The machine's moment, moved."""
        return whole_milliseconds(super().now() + self._shift())

    def move_to(self, moment: datetime) -> None:
        """Let it be this aware moment now, and go on from there."""
        seconds = (moment - super().now()).total_seconds()
        beside = self._file.with_name(self._file.name + ".part")
        beside.write_text(f"{seconds:.3f}", encoding="ascii")
        beside.replace(self._file)

    def advance(self, step: timedelta) -> None:
        """Go on by a step."""
        self.move_to(self.now() + step)

    def back_to_real_time(self) -> None:
        """Be the machine's clock again."""
        self._file.unlink(missing_ok=True)

    def _shift(self) -> timedelta:
        try:
            return timedelta(seconds=float(self._file.read_text(encoding="ascii")))
        except FileNotFoundError:
            return timedelta()


def whole_milliseconds(moment: datetime) -> datetime:
    """Cut what is finer than a millisecond, so that a time survives being written and read."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def day_of(moment: datetime) -> date:
    """The day in China."""
    return moment.astimezone(CHINA).date()


def as_text(moment: datetime) -> str:
    """ISO 8601 with offset, as entries store it: 2026-11-22T16:02:11.120+08:00."""
    return moment.isoformat(timespec="milliseconds")


def as_moment(text: str) -> datetime:
    """Read what as_text wrote (any offset); a time without offset is taken as China's. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    if moment.year == 1:
        raise ValueError("no zone but its own could say this time, so it could not be read again")
    return moment.replace(tzinfo=CHINA) if moment.tzinfo is None else moment.astimezone(CHINA)
