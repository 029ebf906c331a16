"""How quick the line is: decides how large the next chunk of a photo is, and how many photos travel at once."""

from dataclasses import dataclass

FIRST_CHUNK = 256 * 1024
"""Small enough for the usual limit of proxies (1 MB), and lost at most once when the line breaks."""
SMALLEST_CHUNK = 64 * 1024
LARGEST_CHUNK = 1024 * 1024
LANES = 4
_COMFORTABLE_S, _SLOW_S = 1.0, 8.0
_QUICK = 1024 * 1024
"""Bytes a second from which on several photos at a time help more than they risk."""


@dataclass(slots=True)
class Pace:
    """Learns from every chunk."""

    chunk: int = FIRST_CHUNK
    largest: int = LARGEST_CHUNK
    rate: float = 0.0

    @property
    def lanes(self) -> int:
        """How many photos may travel at the same time."""
        return LANES if self.rate >= _QUICK else 1

    def arrived(self, size: int, seconds: float) -> None:
        """A chunk arrived: the next one may be larger where that took no time, and smaller where it took long."""
        rate = size / max(seconds, 1e-6)
        # the little that is left of a photo takes as long as the way there and back: it cannot tell that a line is slow
        if size >= SMALLEST_CHUNK or rate > self.rate:
            self.rate = rate
        if seconds > _SLOW_S:
            self.chunk = max(SMALLEST_CHUNK, self.chunk // 2)
        elif seconds < _COMFORTABLE_S and size >= self.chunk:
            self.chunk = min(self.largest, self.chunk * 2)

    def broke(self) -> None:
        """The line broke under a chunk: less at a time loses less."""
        self.chunk, self.rate = max(SMALLEST_CHUNK, self.chunk // 2), 0.0

    def too_large(self) -> bool:
        """Something on the way takes no chunk of this size: never that large again. False where it cannot be less."""
        if self.chunk <= SMALLEST_CHUNK // 4:
            return False
        self.chunk = self.largest = self.chunk // 2
        return True
