"""What an exchange asks of the world: questions to the bureau (the line) and to this laptop's store (the desk).

The exchange itself does no I/O. It is a generator that yields these steps; whoever drives it carries a step out and
sends the result back, or throws the failure in. `T` is what a step is answered with.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeAlias, TypeVar

from models.answers import Answer
from models.head import Batch, Bookmark
from models.photos import PhotoState, PhotoStatus
from sync.wire import Page

T = TypeVar("T")


@dataclass(frozen=True)
class Step(Generic[T]):
    """One thing to be done by whoever drives the exchange."""


Conversation: TypeAlias = Generator[Step[Any], Any, T]


@dataclass(frozen=True)
class Upload:
    """A place at the server for a photo's bytes, and how many of them it holds."""

    url: str
    offset: int


@dataclass(frozen=True)
class Opened:
    """A new upload, and how long it took to get it (with the bytes that travelled along); or the whole photo proven."""

    upload: Upload
    seconds: float
    verified: bool = False


@dataclass(frozen=True)
class Sent:
    """A chunk arrived: how far the upload is now, and how long that took."""

    offset: int
    seconds: float


@dataclass(frozen=True)
class Held:
    """What the server holds of a photo: verified, partial (with the upload to go on with) or absent."""

    state: str
    upload: Upload | None = None


@dataclass(frozen=True)
class Part:
    """Some bytes of a photo that comes down, how many it has in all, and how long they took."""

    content: bytes
    size: int
    seconds: float


@dataclass(frozen=True)
class Standing:
    """Whether there is anything to send, how far the server's journal was read, and what reference data is held."""

    anything_to_send: bool
    bookmark: Bookmark
    reference: Mapping[str, int]


# -- the line: one request each -------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Push(Step[Answer]):
    """Send a batch of own entries."""

    batch: Batch


@dataclass(frozen=True)
class Pull(Step[tuple[Page, datetime | None]]):
    """Ask for the entries after a bookmark; the server's time comes along."""

    bookmark: Bookmark


@dataclass(frozen=True)
class FetchReference(Step[tuple[int, Sequence[Mapping[str, Any]] | None]]):
    """Ask for a kind of reference data newer than a version; None where there is nothing newer."""

    kind: str
    since: int


@dataclass(frozen=True)
class Have(Step[Mapping[str, Held]]):
    """Ask what the server holds of these photos."""

    digests: tuple[str, ...]


@dataclass(frozen=True)
class OpenUpload(Step[Opened]):
    """Ask for a place for a photo's bytes; the first of them may travel along."""

    digest: str
    size: int
    first: int


@dataclass(frozen=True)
class AskOffset(Step[int]):
    """Ask how many bytes of an upload arrived."""

    url: str


@dataclass(frozen=True)
class SendChunk(Step[Sent]):
    """Send some bytes of a photo from an offset on."""

    url: str
    digest: str
    offset: int
    length: int


@dataclass(frozen=True)
class CommitPhoto(Step[bool]):
    """Ask the server to re-read the whole photo; True only when it did, it matched and lies on its disk."""

    digest: str


@dataclass(frozen=True)
class FetchPart(Step[Part]):
    """Ask for some bytes of somebody else's photo."""

    digest: str
    offset: int
    length: int


# -- the desk: this laptop's store ----------------------------------------------------------------------------------
@dataclass(frozen=True)
class NextBatch(Step[Batch | None]):
    """Own entries that the server has not answered, or those behind a batch that is on its way; None: there are none."""

    entries: int
    size: int
    behind: Batch | None = None


@dataclass(frozen=True)
class TakeAnswer(Step[None]):
    """Write down what became of a batch."""

    batch: Batch
    answer: Answer


@dataclass(frozen=True)
class LookAround(Step[Standing]):
    """Where this laptop stands, in one look."""


@dataclass(frozen=True)
class TakePage(Step[None]):
    """Post entries of others and the bookmark behind them, in one transaction."""

    page: Page


@dataclass(frozen=True)
class NoteClock(Step[None]):
    """Remember how far this laptop's clock is from the server's."""

    server_time: datetime


@dataclass(frozen=True)
class TakeReference(Step[None]):
    """Replace a kind of reference data."""

    kind: str
    version: int
    rows: Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class PhotosToSend(Step[tuple[PhotoStatus, ...]]):
    """Own photos that the server has not verified."""


@dataclass(frozen=True)
class MarkPhoto(Step[None]):
    """Write down how far a photo has got."""

    digest: str
    state: PhotoState
    sent_bytes: int = 0
    reason: str | None = None
    tried: bool = False


@dataclass(frozen=True)
class PhotosWanted(Step[tuple[PhotoStatus, ...]]):
    """Photos of others that belong to findings here and are not here yet."""


@dataclass(frozen=True)
class KeepPhoto(Step[None]):
    """Keep somebody else's photo, if it has this digest."""

    digest: str
    content: bytes


# -- whoever drives -------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Rest(Step[None]):
    """Wait before trying again, as long as the pause for this attempt says."""

    attempt: int
    after: float | None


@dataclass(frozen=True)
class Together(Step[tuple[Any, ...]]):
    """Carry on several conversations at the same time; answered with their results when all have ended."""

    conversations: tuple[Conversation[Any], ...]


@dataclass(frozen=True)
class Tell(Step[None]):
    """Say how far the exchange is: of `of` things in this stage `done` are done."""

    stage: str
    done: int
    of: int
