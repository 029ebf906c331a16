"""A laptop's store in memory, as far as an exchange asks anything of it."""

import hashlib
from dataclasses import dataclass, field

from models.answers import Answer
from models.entries import FIRST_LINK, next_link
from models.head import Batch, Bookmark
from models.ids import DeviceId, Digest
from models.photos import PhotoState, PhotoStatus
from sync.wire import Page
from tests.properties.bureau_in_memory import ME


@dataclass
class Laptop:
    """The store: own entries up to `sent`, what came down, own photos with their states."""

    bodies: list[bytes] = field(default_factory=list)
    sent: int = 0
    numbers: dict[int, int] = field(default_factory=dict)
    refused: set[int] = field(default_factory=set)
    bookmark: Bookmark = field(default_factory=Bookmark)
    taken: list[tuple[str, int]] = field(default_factory=list)
    originals: dict[str, bytes] = field(default_factory=dict)
    states: dict[str, PhotoState] = field(default_factory=dict)
    wanted: dict[str, int] = field(default_factory=dict)
    fetched: dict[str, bytes] = field(default_factory=dict)

    def write(self, text: str) -> None:
        """Record something."""
        self.bodies.append(text.encode())

    def photograph(self, data: bytes) -> str:
        """Keep a photo."""
        digest = hashlib.sha256(data).hexdigest()
        self.originals[digest] = data
        self.states.setdefault(digest, PhotoState.WAITING)
        return digest

    def next_batch(self, entries: int, size: int, behind: Batch | None = None) -> Batch | None:
        """As Head.outgoing."""
        sent = behind.last_dseq if behind else self.sent
        chosen: list[bytes] = []
        for body in self.bodies[sent : sent + entries]:
            if chosen and sum(map(len, chosen)) + len(body) > size:
                break
            chosen.append(body)
        tip = link = self._link(sent)
        for body in chosen:
            tip = next_link(tip, body)
        return Batch(DeviceId(ME), sent + 1, link, tip, tuple(chosen)) if chosen else None

    def _link(self, sent: int) -> bytes:
        link = FIRST_LINK
        for body in self.bodies[:sent]:
            link = next_link(link, body)
        return link

    def take_answer(self, batch: Batch, answer: Answer) -> None:
        """As Head.take_answer."""
        for run in answer.runs:
            for step in range(run.count):
                self.numbers[run.first_dseq + step] = run.number + step
        self.refused |= {one.dseq for one in answer.refused}
        self.sent = max(self.sent, batch.first_dseq + len(batch.bodies) - 1)

    def take_page(self, page: Page) -> None:
        """As Head.take_page: known entries are passed over."""
        for line in page.lines:
            if (line.device, line.dseq) not in self.taken:
                self.taken.append((line.device, line.dseq))
        self.bookmark = page.bookmark

    def status(self, digest: str, size: int) -> PhotoStatus:
        """As Photos lists it."""
        state = self.states.get(digest, PhotoState.ABSENT)
        return PhotoStatus(Digest(digest), "finding", "a.jpg", size, "image/jpeg", state)

    def to_send(self) -> tuple[PhotoStatus, ...]:
        """As Photos.to_send."""
        left_out = (PhotoState.VERIFIED, PhotoState.REFUSED)
        waiting = [digest for digest in self.originals if self.states[digest] not in left_out]
        return tuple(self.status(digest, len(self.originals[digest])) for digest in waiting)

    def still_wanted(self) -> tuple[PhotoStatus, ...]:
        """As Photos.wanted."""
        missing = {digest: size for digest, size in self.wanted.items() if digest not in self.fetched}
        return tuple(self.status(digest, size) for digest, size in missing.items())

    def mark(self, digest: str, state: PhotoState) -> None:
        """As Photos.mark: verified stays verified."""
        if self.states[digest] is not PhotoState.VERIFIED:
            self.states[digest] = state
