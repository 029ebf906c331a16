"""How fast photos go and how long the rest takes, from what was left at two moments."""

from dataclasses import dataclass
from datetime import datetime

from gui import labels
from resources.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Pace:
    """What was left when the exchange began, and what is left now; nothing is said of less than three seconds."""

    since: datetime | None = None
    left_then: int = 0
    now: datetime | None = None
    left: int = 0

    def at(self, moment: datetime, left: int) -> "Pace":
        """The pace with a newer look at what is left."""
        if self.since is None or left > self.left_then:
            return Pace(moment, left, moment, left)
        return Pace(self.since, self.left_then, moment, left)

    @property
    def words(self) -> str:
        """「130 KB/秒 · 约 6 分钟」, or nothing while there is nothing to say."""
        rate = self._rate
        return _("{size}/s · {rest}").format(size=labels.size(round(rate)), rest=self.rest) if rate else ""

    @property
    def rest(self) -> str:
        """「约 6 分钟」 alone, for what is not counted in bytes."""
        return _rest(self.left / self._rate) if self._rate else ""

    @property
    def _rate(self) -> float:
        """In a second; 0 while nothing can be said."""
        if self.since is None or self.now is None or not self.left:
            return 0.0
        seconds, gone = (self.now - self.since).total_seconds(), self.left_then - self.left
        return gone / seconds if seconds >= 3 and gone > 0 else 0.0


def _rest(seconds: float) -> str:
    if seconds < 60:
        return _("under a minute")
    minutes = round(seconds / 60)
    return ngettext("about {n} minute", "about {n} minutes", minutes).format(n=minutes)
